import { DecodeError } from "../decode/decode-error.ts";
import { messages } from "./messages.ts";
import type { Values } from "./header.ts";
import type { FrameChoice } from "./settings.ts";
import { tags } from "./tags.ts";
import { pictureless } from "./uids.ts";

/** What a DICOM file says of its pixels. */
export interface Picture {
  width: number;
  height: number;
  samples: 1 | 3;
  photometric: Photometric;
  /** Whether the channels lie one after another. */
  isPlanar: boolean;
  /** Bits of a value as it is stored, and those of them that count. */
  allocated: 1 | 8 | 16 | 32;
  stored: number;
  highBit: number;
  isSigned: boolean;
  frames: number;
}

const photometrics = [
  "MONOCHROME1",
  "MONOCHROME2",
  "PALETTE COLOR",
  "RGB",
  "YBR_FULL",
  "YBR_FULL_422",
  "YBR_ICT",
  "YBR_RCT",
] as const;
export type Photometric = (typeof photometrics)[number];

/** @throws DecodeError where there is no picture, or one of a kind that is not read */
export function readPicture(dataset: Values, mostPixels: number): Picture {
  const height = dataset.number(tags.rows);
  const width = dataset.number(tags.columns);
  if (!dataset.has(tags.pixelData) || height === undefined || width === undefined) {
    const sopClass = dataset.text(tags.sopClass) ?? dataset.text(tags.mediaStorageClass) ?? "";
    throw new DecodeError("unsupported-format", messages.dicomNoPicture(pictureless(sopClass)));
  }
  if (width < 1 || height < 1) throw new DecodeError("corrupt", messages.dicomSize(width, height));
  if (width * height > mostPixels)
    throw new DecodeError("too-many-pixels", messages.dicomSize(width, height));
  const samples = dataset.number(tags.samplesPerPixel) ?? 1;
  const allocated = dataset.number(tags.bitsAllocated);
  const written = dataset.text(tags.photometric) ?? (samples === 1 ? "MONOCHROME2" : "RGB");
  const photometric = photometrics.find((known) => known === written);
  const refuse = (detail: string) => new DecodeError("unsupported-format", detail);
  if (photometric === undefined) throw refuse(messages.dicomColours(written));
  if (allocated !== 1 && allocated !== 8 && allocated !== 16 && allocated !== 32)
    throw refuse(messages.dicomBits(allocated));
  const isGrey = photometric.startsWith("MONOCHROME") || photometric === "PALETTE COLOR";
  if (samples !== (isGrey ? 1 : 3))
    throw new DecodeError("corrupt", messages.dicomSamples(samples, photometric));
  const stored = dataset.number(tags.bitsStored) ?? allocated;
  if (stored < 1 || stored > allocated)
    throw new DecodeError("corrupt", messages.dicomStored(stored, allocated));
  const highBit = dataset.number(tags.highBit) ?? stored - 1;
  return {
    width,
    height,
    samples: isGrey ? 1 : 3,
    photometric,
    isPlanar: samples > 1 && dataset.number(tags.planar) === 1,
    allocated,
    stored,
    // One that does not fit the bits is a mistake that many files have: they count from the lowest.
    highBit: highBit >= stored - 1 && highBit < allocated ? highBit : stored - 1,
    isSigned: dataset.number(tags.pixelRepresentation) === 1,
    frames: Math.max(1, Math.trunc(dataset.number(tags.frames) ?? 1)),
  };
}

/** @returns from 0 @throws DecodeError where there are not so many, and where one would have to be named */
export function frameIndex(choice: FrameChoice, frames: number): number {
  if (choice === "all" && frames > 1)
    throw new DecodeError("unsupported-format", messages.dicomFrameUnnamed(frames));
  if (choice === "first" || choice === "all") return 0;
  if (choice === "middle") return Math.floor((frames - 1) / 2);
  if (choice > frames)
    throw new DecodeError("unsupported-format", messages.dicomFrames(choice, frames));
  return choice - 1;
}
