import type { Samples } from "./samples.ts";

/** Of ITU-R BT.601, as Pillow computes it. sharp's own grey goes through linear light and differs. */
export function luma(red: number, green: number, blue: number): number {
  return (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
}

export function toGrey(image: Samples): Samples {
  const { width, height, pixels: rgb } = image;
  const pixels = new Uint8Array(width * height);
  for (let index = 0, at = 0; index < pixels.length; index++, at += 3)
    pixels[index] = luma(rgb[at]!, rgb[at + 1]!, rgb[at + 2]!);
  return { ...image, channels: 1, pixels };
}

/** How opaque the pixels of an image are. */
export interface Alpha {
  /** [height, width], 255 is opaque. */
  values: Uint8Array;
  /** Whether colours were multiplied by it already. */
  isPremultiplied: boolean;
}

/**
 * An image laid over a background of one colour, as Pillow's `paste` with a mask does it. Grey stays grey over a grey
 * background.
 */
export function over(
  image: Samples,
  { values, isPremultiplied }: Alpha,
  background: readonly [number, number, number],
): Samples {
  const isGrey = background.every((level) => level === background[0]);
  const below = image.channels === 1 && !isGrey ? toColour(image) : image;
  const { channels, pixels: above } = below;
  const pixels = new Uint8Array(above.length);
  for (let at = 0; at < pixels.length; at++) {
    const alpha = values[Math.floor(at / channels)]!;
    const share = isPremultiplied ? 255 : alpha;
    const sum = above[at]! * share + background[at % channels]! * (255 - alpha) + 128;
    pixels[at] = Math.min(255, ((sum >> 8) + sum) >> 8);
  }
  return { ...below, pixels };
}

/** Three equal channels. */
export function toColour(image: Samples): Samples {
  const { width, height, pixels: grey } = image;
  const pixels = new Uint8Array(width * height * 3);
  for (let index = 0; index < grey.length; index++) {
    pixels.fill(grey[index]!, index * 3, index * 3 + 3);
  }
  return { ...image, channels: 3, pixels };
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

/**
 * @param values [.., stored]
 * @returns the first of each pixel's values, and the last apart from them
 */
export function parted<Values extends Uint8Array | Uint16Array | Int16Array | Float64Array>(
  values: Values,
  channels: number,
  stored = channels + 1,
): { colours: Values; alpha: Values } {
  const Kind = values.constructor as new (length: number) => Values;
  const count = values.length / stored;
  const [colours, alpha] = [new Kind(count * channels), new Kind(count)];
  for (let pixel = 0; pixel < count; pixel++) {
    for (let channel = 0; channel < channels; channel++)
      colours[pixel * channels + channel] = values[pixel * stored + channel]!;
    alpha[pixel] = values[(pixel + 1) * stored - 1]!;
  }
  return { colours, alpha };
}
