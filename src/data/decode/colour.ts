import type { Samples } from "./resize.ts";

/** Luma of ITU-R BT.601 as Pillow computes it. sharp's own grey goes through linear light and differs. */
export function toGrey({ width, height, pixels: rgb }: Samples): Samples {
  const pixels = new Uint8Array(width * height);
  for (let index = 0, at = 0; index < pixels.length; index++, at += 3) {
    pixels[index] = (19595 * rgb[at]! + 38470 * rgb[at + 1]! + 7471 * rgb[at + 2]! + 32768) >> 16;
  }
  return { width, height, channels: 1, pixels };
}

/** Three equal channels. */
export function toColour({ width, height, pixels: grey }: Samples): Samples {
  const pixels = new Uint8Array(width * height * 3);
  for (let index = 0; index < grey.length; index++) {
    pixels.fill(grey[index]!, index * 3, index * 3 + 3);
  }
  return { width, height, channels: 3, pixels };
}
