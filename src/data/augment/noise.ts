import { depthOf, type Pixels, whiteOf } from "../../pixels.ts";
import type { Draws } from "./draws.ts";
import type { Shape } from "./shape.ts";

/** Normal deviates in steps of equal probability: an index of 12 random bits draws one of them. */
const STEPS = 4096;

export type NoiseTable = Float32Array;

/** @returns deviations of standard deviation 1, made once, since the error function is slow to invert */
export function noiseTable(): NoiseTable {
  const table = Float32Array.from({ length: STEPS }, (_, index) =>
    normalQuantile((index + 0.5) / STEPS),
  );
  // The steps cut the tails off, which takes a little of the spread away.
  const spread = Math.sqrt(table.reduce((sum, value) => sum + value * value, 0) / STEPS);
  return table.map((value) => value / spread);
}

/** Adds to each value a deviate of its own. @param sigma standard deviation, of values as the image has them */
export function addNoise(image: Pixels, sigma: number, table: NoiseTable, draws: Draws): void {
  const white = whiteOf(depthOf(image));
  for (let at = 0; at < image.length; at += 2) {
    const bits = draws.bits();
    image[at] = level(image[at]! + sigma * table[bits & (STEPS - 1)]!, white);
    if (at + 1 < image.length)
      image[at + 1] = level(image[at + 1]! + sigma * table[(bits >>> 12) & (STEPS - 1)]!, white);
  }
}

/** Makes pixels black or white, each with probability share / 2. */
export function addSaltAndPepper(
  image: Pixels,
  [, , channels]: Shape,
  share: number,
  draws: Draws,
): void {
  const pepper = (share / 2) * 2 ** 32;
  const salt = share * 2 ** 32;
  const white = whiteOf(depthOf(image));
  for (let at = 0; at < image.length; at += channels) {
    const bits = draws.bits() >>> 0;
    if (bits < salt) image.fill(bits < pepper ? 0 : white, at, at + channels);
  }
}

/** A rectangle in pixels. */
export interface Rectangle {
  top: number;
  left: number;
  height: number;
  width: number;
}

/** Fills a rectangle with levels drawn one by one, as random erasing's authors found best. */
export function fillWithNoise(
  image: Pixels,
  [, width, channels]: Shape,
  { top, left, ...size }: Rectangle,
  draws: Draws,
): void {
  const white = whiteOf(depthOf(image));
  for (let y = top; y < top + size.height; y++) {
    const from = (y * width + left) * channels;
    for (let at = from; at < from + size.width * channels; at++) image[at] = draws.bits() & white;
  }
}

function level(value: number, white: number): number {
  return value <= 0 ? 0 : value >= white ? white : (value + 0.5) | 0;
}

/** Inverse of the normal distribution function, by bisection: exact to float32, and only called for the table. */
function normalQuantile(probability: number): number {
  let [low, high] = [-6, 6];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Series of Marsaglia (2004), exact to double precision for |x| below 6. */
function normalBelow(x: number): number {
  let [sum, term] = [x, x];
  for (let n = 3; Math.abs(term) > 1e-17; n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-(x * x) / 2 - Math.log(2 * Math.PI) / 2);
}
