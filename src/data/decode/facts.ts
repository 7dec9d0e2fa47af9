import type { ContentNote } from "../../run/layout.ts";
import type { Target } from "./decode.ts";
import { sha256Of } from "../hash.ts";
import { THUMBNAIL_SIDE } from "../thumbnail-side.ts";
import { toGrey } from "./colour.ts";
import type { Levels, UsedRange } from "./levels.ts";
import { resize, type Samples } from "./resize.ts";
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
  /** SHA-256 of the pixels as the network sees them, its first 128 bits as hex: equal where the images are. */
  pixelHash: string;
  /** [16, 16] grey, values 0 to 255, the whole image stretched: for finding images that look the same. */
  thumbnail: Uint8Array;
}

/** What is known of an image once it is decoded. */
export interface Decoded {
  format: ImageFormat;
  width: number;
  height: number;
  notes: readonly ContentNote[];
  used?: Levels["used"];
  /** The image upright, at any size. */
  image: Samples;
  /** [height, width, channels] of the target. */
  pixels: Uint8Array;
}

export function factsOf(decoded: Decoded, target: Target): ImageFacts {
  const { format, width, height, image, pixels, used } = decoded;
  const isLarge = target.width >= 2 * THUMBNAIL_SIDE && target.height >= 2 * THUMBNAIL_SIDE;
  return {
    format,
    width,
    height,
    channels: image.channels,
    notes: isBlank(pixels, target.channels) ? [...decoded.notes, "blank"] : [...decoded.notes],
    ...(used && { used }),
    pixelHash: sha256Of(pixels).slice(0, 32),
    // From the smaller of the two, as long as it shows enough.
    thumbnail: thumbnailOf(isLarge ? { ...target, pixels } : image),
  };
}

function thumbnailOf(image: Samples): Uint8Array {
  const side = { width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE };
  const small = resize(image, side);
  if (small.channels === 3) return toGrey(small).pixels;
  return small === image ? owned(image.pixels) : small.pixels;
}

/** A copy in memory of its own, which can go to another thread. (`slice` of a Buffer is only another view.) */
export function owned(pixels: Uint8Array): Uint8Array {
  return new Uint8Array(pixels);
}

/** Whether every pixel has the colour of the first. */
function isBlank(pixels: Uint8Array, channels: number): boolean {
  for (let at = channels; at < pixels.length; at++)
    if (pixels[at] !== pixels[at - channels]) return false;
  return true;
}
