import { readFile } from "node:fs/promises";
import { narrowed } from "../pixels.ts";
import { decodeImage } from "./decode/decode.ts";

/** What some of the images of a set are like. */
export interface Looks {
  /** [width, height] in pixels of each that could be read. */
  sizes: [number, number][];
  /** Whether none of them has colour. */
  isGrey: boolean;
  /** How many of them have more than 8 bits. */
  deep: number;
}

/** Each image is looked at in this size. */
const SIDE = 32;

/** Of all that are opened: large ones take a second each. */
const MOST_BYTES = 64_000_000;

/** Levels by which the channels of a grey image differ once it has been through JPEG. */
const MOST_TINT = 12;

/**
 * Reads some images, spread over the whole list.
 * @param paths of all of them @param most how many are opened
 */
export async function sampleLooks(paths: readonly string[], most: number): Promise<Looks> {
  const step = Math.max(1, paths.length / most);
  const some = Array.from(
    { length: Math.min(most, paths.length) },
    (_, index) => paths[Math.floor(index * step)]!,
  );
  const looks: Looks = { sizes: [], isGrey: true, deep: 0 };
  let opened = 0;
  for (const path of some) {
    if (opened > MOST_BYTES) break;
    const bytes = await readFile(path).catch(() => new Uint8Array());
    opened += bytes.length;
    const image = await decodeImage(bytes, { width: SIDE, height: SIDE, channels: 3 });
    if ("reason" in image) continue;
    const { width, height, notes } = image;
    // Cameras turn by quarters far more often than upside down.
    looks.sizes.push(notes.includes("exif-rotated") ? [height, width] : [width, height]);
    if (notes.some((note) => note === "16-bit" || note === "own-range")) looks.deep += 1;
    looks.isGrey &&= image.channels === 1 || !hasColour(narrowed(image.pixels));
  }
  return looks;
}

/** @param pixels of three channels */
function hasColour(pixels: Uint8Array): boolean {
  let tinted = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > MOST_TINT) tinted += 1;
  }
  return tinted > (SIDE * SIDE) / 100;
}
