import { messages } from "./messages.ts";
import type { ExclusionReason } from "../../layout.ts";
import type { ClaheSettings } from "./clahe/tiles.ts";
import type { DecodeError } from "./decode-error.ts";
import type { DicomSettings } from "../dicom/settings.ts";
import type { ImageFacts } from "./facts.ts";
import type { ResizeMode } from "./fit.ts";
import type { LevelRange } from "./levels.ts";
import type { Depth, Pixels } from "../../pixels.ts";

/** What every image of an experiment becomes. */
export interface Target {
  height: number;
  width: number;
  /** 1 is grey, 3 is red, green and blue. */
  channels: 1 | 3;
  /** Bits of each value; 8 by default. */
  depth?: Depth;
  /** Grey images only: their contrast is evened out last. */
  clahe?: ClaheSettings;
  /** Larger images are not decoded. */
  maxPixels?: number;
  /** Of images of more than 8 bits: all of their range by default. */
  range?: LevelRange;
  /** How DICOM files are shown: by their own window, the first frame, by default. */
  dicom?: DicomSettings;
  /** Of a DICOM file whose frames are an image each the one that is meant, from 1. */
  frame?: number;
  /** Stretched by default. */
  resize?: ResizeMode;
  /** Red, green and blue beneath what is transparent, and beside what does not fill the target. */
  background?: readonly [number, number, number];
}

export type Verdict = Usable | Unusable;

export interface Usable extends ImageFacts {
  /** [height, width, channels] of the target, and of its depth. */
  pixels: Pixels;
}

/** Why a file cannot be used: a word for programs, a sentence for people. */
export interface Unusable {
  reason: ExclusionReason;
  detail: string;
}

/** Pillow's limit, twice what it calls a decompression bomb: a 4-byte image of it takes 0.7 GB. */
const DEFAULT_MAX_PIXELS = 178_956_970;

export function maxPixelsOf({ maxPixels }: Target): number {
  return maxPixels ?? DEFAULT_MAX_PIXELS;
}

/** Bytes of an image that is in the target. */
export function bytesOfImage({ height, width, channels, depth = 8 }: Target): number {
  return (height * width * channels * depth) / 8;
}

/** What a complaint of a reader of ours means. */
export function judge({ reason, message }: DecodeError, mostPixels: number): Unusable {
  if (reason === "too-many-pixels") return { reason, detail: messages.tooManyPixels(mostPixels) };
  if (reason === "unsupported-format") return { reason, detail: message };
  if (reason === "truncated") return { reason, detail: messages.imageTruncated(message) };
  return { reason, detail: messages.imageCorrupt(message) };
}
