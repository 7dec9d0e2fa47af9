import type { Pixels } from "../../pixels.ts";
import type { ContentNote } from "../../layout.ts";
import type { Decoded } from "../decode/facts.ts";
import type { UsedRange } from "../decode/levels.ts";
import { maxPixelsOf, type Target } from "../decode/verdict.ts";
import { acquisitionOf } from "./read-acquisition.ts";
import { fromPalette, fromYbr, toLevels } from "./colour.ts";
import { greyLevels, readMeaning } from "./grey.ts";
import { type DicomFile, readHeader } from "./header.ts";
import { readPalette } from "./lookup.ts";
import { frameIndex, type Picture, readPicture } from "./picture.ts";
import type { Fragment } from "./frames.ts";
import { codingOf, type FrameValues, placesOf, readFrame } from "./read-pixels.ts";
import { type FrameCount, possibleFrames } from "./possible-frames.ts";
import type { DicomSettings, WindowChoice } from "./settings.ts";
import { tags } from "./tags.ts";

const DEFAULTS: DicomSettings = { window: "file", frame: "first" };
const wanted: ReadonlySet<number> = new Set(Object.values(tags));

/** What a deflated file may become: as many bytes as pixels of four bytes, and a header. */
const HEADER_BYTES = 16_000_000;

/**
 * A DICOM file whose elements are read once, however many of its frames are asked for: grey values through the modality's
 * and the file's own window, colours as red, green and blue.
 */
export class DicomReader {
  #file: DicomFile | undefined;
  #places: Fragment[][] | undefined;

  constructor(
    private readonly bytes: Uint8Array,
    readonly target: Target,
  ) {}

  /** @throws DecodeError */
  count(): FrameCount {
    return possibleFrames(this.#read(), this.bytes.length);
  }

  /**
   * @param frame from 1, where each is an image of its own; otherwise the one that the target's settings choose
   * @throws DecodeError
   */
  async read(frame: number | undefined): Promise<Decoded> {
    const { target } = this;
    const file = this.#read();
    const { window, frame: choice } = target.dicom ?? DEFAULTS;
    const picture = readPicture(file.dataset, maxPixelsOf(target));
    codingOf(file);
    const index = frameIndex(frame ?? choice, picture.frames);
    const places = () => (this.#places ??= placesOf(file, picture));
    const read = await readFrame(file, picture, index, places);
    const seen = shown(file, picture, read, { target, window, index });
    return describe(file, picture, seen, frame === undefined);
  }

  #read(): DicomFile {
    return (this.#file ??= readHeader(this.bytes, wanted, {
      mostBytes: Math.min(maxPixelsOf(this.target) * 4 + HEADER_BYTES, 512_000_000),
    }));
  }
}

function describe(
  { dataset }: DicomFile,
  picture: Picture,
  { pixels, channels, used, isOwn }: Shown,
  isChosen: boolean,
): Decoded {
  const { width, height, stored } = picture;
  const notes: ContentNote[] = [
    ...(picture.frames > 1 && isChosen ? ["multi-page" as const] : []),
    ...(stored > 8 ? ["16-bit" as const] : []),
    ...(isOwn ? ["own-range" as const] : []),
  ];
  const image = { width, height, channels, pixels };
  return {
    format: "dicom",
    width,
    height,
    notes,
    used,
    image,
    acquisition: acquisitionOf(dataset),
  };
}

interface Shown {
  pixels: Pixels;
  channels: 1 | 3;
  used: UsedRange | null;
  isOwn: boolean;
}

function shown(
  { dataset }: DicomFile,
  picture: Picture,
  { values, bits, isYbr }: FrameValues,
  { target, window, index }: { target: Target; window: WindowChoice; index: number },
): Shown {
  const { depth } = target;
  const colour = (pixels: Pixels): Shown => ({ pixels, channels: 3, used: null, isOwn: false });
  if (picture.photometric === "PALETTE COLOR")
    return colour(fromPalette(values, readPalette(dataset, picture.isSigned), depth));
  if (picture.samples === 3) {
    const pixels = toLevels(values, bits, depth);
    return colour(isYbr ? fromYbr(pixels) : pixels);
  }
  const meaning = readMeaning(dataset, picture, index);
  const range = target.range ?? "full";
  const { levels, used, isOwn } = greyLevels(values, picture, meaning, { window, range, depth });
  return { pixels: levels, channels: 1, used, isOwn };
}
