import { blackPixels, depthOf, levelOf, type Pixels, whiteOf } from "../../pixels.ts";
import type { Samples } from "./samples.ts";

/** Of ITU-R BT.601, as Pillow computes it. sharp's own grey goes through linear light and differs. */
export function luma(red: number, green: number, blue: number): number {
  return (19595 * red + 38470 * green + 7471 * blue + 32768) >>> 16;
}

export function toGrey(image: Samples): Samples {
  const { width, height, pixels: rgb } = image;
  const pixels = blackPixels(depthOf(rgb), width * height);
  for (let index = 0, at = 0; index < pixels.length; index++, at += 3)
    pixels[index] = luma(rgb[at]!, rgb[at + 1]!, rgb[at + 2]!);
  return { ...image, channels: 1, pixels };
}

/** How opaque the pixels of an image are. */
export interface Alpha {
  /** [height, width], of the depth of the image: white is opaque. */
  values: Pixels;
  /** Whether colours were multiplied by it already. */
  isPremultiplied: boolean;
}

/**
 * An image laid over a background of one colour, as Pillow's `paste` with a mask does it. Grey stays grey over a grey
 * background.
 *
 * @param background of 8 bits, whatever the image has
 */
export function over(
  image: Samples,
  { values, isPremultiplied }: Alpha,
  background: readonly [number, number, number],
): Samples {
  const isGrey = background.every((level) => level === background[0]);
  const below = image.channels === 1 && !isGrey ? toColour(image) : image;
  const { channels, pixels: above } = below;
  const depth = depthOf(above);
  const pixels = blackPixels(depth, above.length);
  const white = whiteOf(depth);
  const colour = background.map((level) => level * levelOf(depth));
  for (let at = 0; at < pixels.length; at++) {
    const alpha = values[Math.floor(at / channels)]!;
    const share = isPremultiplied ? white : alpha;
    const sum = above[at]! * share + colour[at % channels]! * (white - alpha);
    pixels[at] = Math.min(white, Math.round(sum / white));
  }
  return { ...below, pixels };
}

/** Three equal channels. */
export function toColour(image: Samples): Samples {
  const { width, height, pixels: grey } = image;
  const pixels = blackPixels(depthOf(grey), width * height * 3);
  for (let index = 0; index < grey.length; index++) {
    pixels.fill(grey[index]!, index * 3, index * 3 + 3);
  }
  return { ...image, channels: 3, pixels };
}

/**
 * Red, green and blue of four inks, as Pillow computes them: without a colour profile.
 * @param inks [.., 4], cyan, magenta, yellow and black, white is all of it
 * @returns [.., 3]
 */
export function fromCmyk(inks: Pixels): Pixels {
  const depth = depthOf(inks);
  const white = whiteOf(depth);
  const pixels = blackPixels(depth, (inks.length / 4) * 3);
  for (let from = 0, to = 0; from < inks.length; from += 4) {
    const light = white - inks[from + 3]!;
    for (let ink = 0; ink < 3; ink++) {
      pixels[to++] = Math.max(0, light - Math.round((inks[from + ink]! * light) / white));
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
