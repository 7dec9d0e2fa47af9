import type { ContentNote } from "../../layout.ts";
import { bytesOf, depthOf, levelOf, narrowed, type Pixels } from "../../pixels.ts";
import type { Acquisition } from "../dicom/acquisition.ts";
import { likenessOf } from "../hash.ts";
import { THUMBNAIL_SIDE } from "../thumbnail-side.ts";
import { type Alpha, luma, toGrey } from "./colour.ts";
import type { Levels, UsedRange } from "./levels.ts";
import { cornerOf } from "./orientation.ts";
import { resize } from "./resize.ts";
import type { Samples } from "./samples.ts";
import type { ImageFormat } from "./sniff.ts";

/** The little that is kept of an image beside its pixels: all from its content and the target, none from its name. */
export interface ImageFacts {
  format: ImageFormat;
  /** Size in pixels as stored: before a rotation that EXIF asks for, and before the change to the target's size. */
  width: number;
  height: number;
  /** As decoded: 1 is grey, 3 is colour. */
  channels: 1 | 3;
  /** What is unusual about it, in the order of `contentNotes`. */
  notes: ContentNote[];
  used?: UsedRange;
  /** Level of the outermost pixels, where all are of one colour and the image is not: 0 to 255. */
  border?: number;
  /** Of DICOM files. */
  acquisition?: Acquisition;
  /** Of the pixels as the network sees them: equal where the images are. */
  pixelHash: string;
  /** [16, 16] grey, values 0 to 255, the image stretched: for finding images that look the same. */
  thumbnail: Uint8Array;
}

/** What is known of an image once it is decoded. */
export interface Decoded {
  format: ImageFormat;
  width: number;
  height: number;
  notes: readonly ContentNote[];
  used?: Levels["used"];
  acquisition?: Acquisition;
  /** At any size. */
  image: Samples;
  /** Where it has transparency and the target a background. */
  alpha?: Alpha | undefined;
}

/** What an image has become. */
export interface Fitted {
  /** On its background, at any size. */
  image: Samples;
  /** What of it is in the target, at its size there. */
  shown: Samples;
  /** [height, width, channels] of the target. */
  pixels: Pixels;
}

export function factsOf(decoded: Decoded, { image, shown, pixels }: Fitted): ImageFacts {
  const { format, width, height, used, acquisition } = decoded;
  const isLarge = shown.width >= 2 * THUMBNAIL_SIDE && shown.height >= 2 * THUMBNAIL_SIDE;
  const isBlank = isOfOneColour(shown);
  const border = isBlank ? null : borderOf(decoded.image);
  return {
    format,
    width,
    height,
    channels: decoded.image.channels,
    notes: isBlank ? [...decoded.notes, "blank"] : [...decoded.notes],
    ...(used && { used }),
    ...(border !== null && { border }),
    ...(acquisition && { acquisition }),
    pixelHash: likenessOf(bytesOf(pixels)),
    // From the smaller of the two, as long as it shows enough.
    thumbnail: thumbnailOf(isLarge ? shown : image),
  };
}

function thumbnailOf(image: Samples): Uint8Array {
  const side = { width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE };
  const small = resize(image, side);
  if (small.channels === 3) return narrowed(toGrey(small).pixels);
  return narrowed(small === image ? owned(image.pixels) : small.pixels);
}

/** A copy in memory of its own, which can go to another thread. (`slice` of a Buffer is only another view.) */
export function owned(pixels: Pixels): Pixels {
  return pixels instanceof Uint16Array ? new Uint16Array(pixels) : new Uint8Array(pixels);
}

/** Whether every pixel has the colour of the first. */
function isOfOneColour({ pixels, channels }: Samples): boolean {
  for (let at = channels; at < pixels.length; at++)
    if (pixels[at] !== pixels[at - channels]) return false;
  return true;
}

/** Levels of 8 bits between outermost pixels of one colour, as JPEG saves them. */
const MOST_DIFFERENCE = 12;

/** @returns the level of the outermost pixels; null where they are not of one colour */
function borderOf(image: Samples): number | null {
  const { width, height, channels, pixels } = image;
  const stride = width * channels;
  const corner = pixels.subarray(cornerOf(image) * channels);
  const level = levelOf(depthOf(pixels));
  const isLike = (at: number) => {
    for (let channel = 0; channel < channels; channel++)
      if (Math.abs(pixels[at + channel]! - corner[channel]!) > MOST_DIFFERENCE * level)
        return false;
    return true;
  };
  for (let x = 0; x < width; x++)
    if (!isLike(x * channels) || !isLike((height - 1) * stride + x * channels)) return null;
  for (let y = 0; y < height; y++)
    if (!isLike(y * stride) || !isLike((y + 1) * stride - channels)) return null;
  const [first, green, blue] = narrowed(corner.slice(0, channels));
  return channels === 1 ? first! : luma(first!, green!, blue!);
}
