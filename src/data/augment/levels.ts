import type { Shape } from "./shape.ts";

/**
 * What becomes of each level, channel by channel: 256 numbers a channel, 0 to 255 with fractions. Operations that look
 * at one value at a time work on these, and the image is gone through once, at the end, and rounded once.
 */
export type Levels = Float64Array;

/** How often each level occurs, 256 counts a channel. */
export type Histogram = Uint32Array;

export function unchangedLevels(channels: number): Levels {
  return Float64Array.from({ length: 256 * channels }, (_, index) => index & 255);
}

export function histogramOf(image: Uint8Array, channels: number): Histogram {
  const counts = new Uint32Array(256 * channels);
  if (channels === 1) for (let at = 0; at < image.length; at++) counts[image[at]!]!++;
  else {
    for (let at = 0; at < image.length; at += 3) {
      counts[image[at]!]!++;
      counts[256 + image[at + 1]!]!++;
      counts[512 + image[at + 2]!]!++;
    }
  }
  return counts;
}

/** Puts each value's new level in its place, rounded. */
export function applyLevels(image: Uint8Array, [, , channels]: Shape, levels: Levels): void {
  const table = Uint8Array.from(levels, (level) => Math.round(Math.min(255, Math.max(0, level))));
  if (channels === 1) {
    for (let at = 0; at < image.length; at++) image[at] = table[image[at]!]!;
    return;
  }
  for (let at = 0; at < image.length; at += 3) {
    image[at] = table[image[at]!]!;
    image[at + 1] = table[256 + image[at + 1]!]!;
    image[at + 2] = table[512 + image[at + 2]!]!;
  }
}

/** Keras's `apply_channel_shift`: adds, and clips to the darkest and brightest level of the whole image. */
export function shiftLevels(levels: Levels, counts: Histogram, amount: number): void {
  const [low, high] = extent(levels, counts, 0, levels.length);
  each(levels, (level) => Math.min(high, Math.max(low, level + amount)));
}

/** Keras's `apply_brightness_shift`, which is Pillow's: multiplies. */
export function brighten(levels: Levels, factor: number): void {
  each(levels, (level) => clip(level * factor));
}

/** Keras's RandomContrast: away from each channel's own mean, or towards it. */
export function stretchContrast(levels: Levels, counts: Histogram, factor: number): void {
  for (let start = 0; start < levels.length; start += 256) {
    const mean = meanOf(levels, counts, start);
    eachOf(levels, start, (level) => clip((level - mean) * factor + mean));
  }
}

/** Each channel from its darkest and brightest level to 0 and 255. */
export function autoContrast(levels: Levels, counts: Histogram): void {
  for (let start = 0; start < levels.length; start += 256) {
    const [low, high] = extent(levels, counts, start, start + 256);
    if (high > low) eachOf(levels, start, (level) => clip(((level - low) * 255) / (high - low)));
  }
}

/** Each channel's levels so that all are about equally frequent, as Pillow's ImageOps.equalize. */
export function equalize(levels: Levels, counts: Histogram): void {
  for (let start = 0; start < levels.length; start += 256) {
    const now = new Float64Array(256);
    for (let level = 0; level < 256; level++)
      now[Math.round(levels[start + level]!)]! += counts[start + level]!;
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
    eachOf(levels, start, (level) => table[Math.round(level)]!);
  }
}

/** Levels from `threshold` on are turned about. */
export function solarize(levels: Levels, threshold: number): void {
  each(levels, (level) => (level >= threshold ? 255 - level : level));
}

/** Keeps the highest bits of each level. */
export function posterize(levels: Levels, bits: number): void {
  const mask = 256 - 2 ** (8 - bits);
  each(levels, (level) => Math.round(level) & mask);
}

function each(levels: Levels, change: (level: number) => number): void {
  for (let at = 0; at < levels.length; at++) levels[at] = change(levels[at]!);
}

function eachOf(levels: Levels, start: number, change: (level: number) => number): void {
  for (let at = start; at < start + 256; at++) levels[at] = change(levels[at]!);
}

function clip(level: number): number {
  return Math.min(255, Math.max(0, level));
}

function meanOf(levels: Levels, counts: Histogram, start: number): number {
  let [sum, total] = [0, 0];
  for (let at = start; at < start + 256; at++) {
    sum += levels[at]! * counts[at]!;
    total += counts[at]!;
  }
  return sum / total;
}

/** The darkest and the brightest level that occurs. */
function extent(
  levels: Levels,
  counts: Histogram,
  from: number,
  to: number,
): [low: number, high: number] {
  let [low, high] = [255, 0];
  for (let at = from; at < to; at++) {
    if (counts[at] === 0) continue;
    low = Math.min(low, levels[at]!);
    high = Math.max(high, levels[at]!);
  }
  return [low, high];
}
