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

/**
 * Red, green and blue of four inks, as Pillow computes them: without a colour profile.
 * @param inks [.., 4], cyan, magenta, yellow and black, 255 is all of it
 * @returns [.., 3]
 */
export function fromCmyk(inks: Uint8Array): Uint8Array {
  const pixels = new Uint8Array((inks.length / 4) * 3);
  for (let from = 0, to = 0; from < inks.length; from += 4) {
    const light = 255 - inks[from + 3]!;
    for (let ink = 0; ink < 3; ink++) {
      const product = inks[from + ink]! * light + 128;
      pixels[to++] = Math.max(0, light - (((product >> 8) + product) >> 8));
    }
  }
  return pixels;
}
