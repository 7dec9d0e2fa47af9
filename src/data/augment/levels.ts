import { maximum, minimum } from "../../arrays.ts";
import { depthOf, levelOf, type Pixels } from "../../pixels.ts";
import type { Shape } from "./shape.ts";

/**
 * What becomes of each level, channel by channel: numbers from 0 to 255 with fractions. Images of 8 bits have 256 levels;
 * of 16 bits every pixel is a level of its own, of which 257 lie on one of 8. Operations that look at one value at a time
 * work on these, and the image is gone through once, at the end, and rounded once.
 */
export type Levels = readonly Float64Array[];

/** How often each level occurs, channel by channel. */
export type Histogram = readonly Uint32Array[];

/** Of 8 bits. */
const LEVELS = 256;

export function unchangedLevels(image: Pixels, channels: number): Levels {
  const isDeep = image instanceof Uint16Array;
  const step = levelOf(depthOf(image));
  return Array.from({ length: channels }, (_, channel) => {
    const own = new Float64Array(isDeep ? image.length / channels : LEVELS);
    for (let at = 0; at < own.length; at++)
      own[at] = isDeep ? image[at * channels + channel]! / step : at;
    return own;
  });
}

export function histogramOf(image: Pixels, channels: number): Histogram {
  if (image instanceof Uint16Array)
    return Array.from({ length: channels }, () => new Uint32Array(image.length / channels).fill(1));
  const counts = new Uint32Array(LEVELS * channels);
  if (channels === 1) for (let at = 0; at < image.length; at++) counts[image[at]!]!++;
  else {
    for (let at = 0; at < image.length; at += 3) {
      counts[image[at]!]!++;
      counts[LEVELS + image[at + 1]!]!++;
      counts[2 * LEVELS + image[at + 2]!]!++;
    }
  }
  return Array.from({ length: channels }, (_, channel) =>
    counts.subarray(channel * LEVELS, (channel + 1) * LEVELS),
  );
}

/** Puts each value's new level in its place, rounded. */
export function applyLevels(image: Pixels, [, , channels]: Shape, levels: Levels): void {
  if (image instanceof Uint16Array) {
    for (const [channel, own] of levels.entries())
      for (let pixel = 0; pixel < own.length; pixel++)
        image[pixel * channels + channel] = Math.round(clip(own[pixel]!) * levelOf(16));
    return;
  }
  // Of all channels in one: the loops go over every pixel.
  const table = new Uint8Array(LEVELS * channels);
  for (const [channel, own] of levels.entries())
    for (let level = 0; level < LEVELS; level++)
      table[channel * LEVELS + level] = rounded(clip(own[level]!));
  if (channels === 1) {
    for (let at = 0; at < image.length; at++) image[at] = table[image[at]!]!;
    return;
  }
  for (let at = 0; at < image.length; at += 3) {
    image[at] = table[image[at]!]!;
    image[at + 1] = table[LEVELS + image[at + 1]!]!;
    image[at + 2] = table[2 * LEVELS + image[at + 2]!]!;
  }
}

/** Math.round of what is not below 0, which is slow. */
function rounded(value: number): number {
  const whole = value | 0;
  return value - whole >= 0.5 ? whole + 1 : whole;
}

/** Keras's `apply_channel_shift`: adds, and clips to the darkest and brightest level of the whole image. */
export function shiftLevels(levels: Levels, counts: Histogram, amount: number): void {
  const extents = levels.map((own, channel) => extent(own, counts[channel]!));
  const low = minimum(extents.map(([lowest]) => lowest));
  const high = maximum(extents.map(([, highest]) => highest));
  for (const own of levels) each(own, (level) => Math.min(high, Math.max(low, level + amount)));
}

/** Keras's `apply_brightness_shift`, which is Pillow's: multiplies. */
export function brighten(levels: Levels, factor: number): void {
  for (const own of levels) each(own, (level) => clip(level * factor));
}

/** Keras's RandomContrast: away from each channel's own mean, or towards it. */
export function stretchContrast(levels: Levels, counts: Histogram, factor: number): void {
  for (const [channel, own] of levels.entries()) {
    const mean = meanOf(own, counts[channel]!);
    each(own, (level) => clip((level - mean) * factor + mean));
  }
}

/** Each channel from its darkest and brightest level to 0 and 255. */
export function autoContrast(levels: Levels, counts: Histogram): void {
  for (const [channel, own] of levels.entries()) {
    const [low, high] = extent(own, counts[channel]!);
    if (high > low) each(own, (level) => clip(((level - low) * 255) / (high - low)));
  }
}

/**
 * Each channel's levels so that all are about equally frequent, as Pillow's ImageOps.equalize; what of 16 bits lies between
 * two levels comes between what these become.
 */
export function equalize(levels: Levels, counts: Histogram): void {
  for (const [channel, own] of levels.entries()) {
    const now = new Float64Array(LEVELS);
    for (const [at, count] of counts[channel]!.entries()) now[Math.floor(own[at]!)]! += count;
    const present = now.filter((count) => count > 0);
    const step = Math.floor(
      (present.reduce((sum, count) => sum + count, 0) - present.at(-1)!) / 255,
    );
    if (present.length < 2 || step === 0) continue;
    let sum = step >> 1;
    const table = Array.from(now, (count) => {
      const level = clip(Math.floor(sum / step));
      sum += count;
      return level;
    });
    each(own, (level) => {
      const below = Math.floor(level);
      const from = table[below]!;
      const to = table[below + 1] ?? from;
      return from + (to - from) * (level - below);
    });
  }
}

/** Levels from `threshold` on are turned about. */
export function solarize(levels: Levels, threshold: number): void {
  for (const own of levels) each(own, (level) => (level >= threshold ? 255 - level : level));
}

/** Keeps the highest bits of each level. */
export function posterize(levels: Levels, bits: number): void {
  const step = 2 ** (8 - bits);
  for (const own of levels) each(own, (level) => Math.floor(level / step) * step);
}

function each(levels: Float64Array, change: (level: number) => number): void {
  for (let at = 0; at < levels.length; at++) levels[at] = change(levels[at]!);
}

function clip(level: number): number {
  return Math.min(255, Math.max(0, level));
}

function meanOf(levels: Float64Array, counts: Uint32Array): number {
  let [sum, total] = [0, 0];
  for (let at = 0; at < levels.length; at++) {
    sum += levels[at]! * counts[at]!;
    total += counts[at]!;
  }
  return sum / total;
}

/** The darkest and the brightest level that occurs. */
function extent(levels: Float64Array, counts: Uint32Array): [low: number, high: number] {
  let [low, high] = [255, 0];
  for (let at = 0; at < levels.length; at++) {
    if (counts[at] === 0) continue;
    low = Math.min(low, levels[at]!);
    high = Math.max(high, levels[at]!);
  }
  return [low, high];
}
