import { missingUnits, readScan, type Scan } from "./jpeg-data.ts";
import type { Samples } from "./samples.ts";

/** What libjpeg paints where there is no data. */
const GREY = 128;
/** Of pixels that a change of size may have moved. */
const NEAR = 6;

/**
 * Whether part of a JPEG file's picture has no data. Where data end, the rest is grey, up to the next restart marker if
 * there are any: only where it is grey before one does the file's own data have to be looked through, which takes longer
 * than to decode it.
 *
 * @param image decoded, whole or shrunk, as it lies in the file
 */
export function hasHoles(image: Samples, bytes: Uint8Array): boolean {
  const scan = readScan(bytes);
  return scan !== undefined && mayHaveHoles(image, scan) && (missingUnits(bytes, scan) ?? 0) > 0;
}

function mayHaveHoles(image: Samples, { columns, rows, interval, ...scan }: Scan): boolean {
  const total = columns * rows;
  const wide = image.width / scan.width;
  const high = image.height / scan.height;
  for (let end = interval; ; end += interval) {
    const last = Math.min(end, total) - 1;
    const across = inside(last % columns, scan.unitWidth, wide, image.width);
    const down = inside(Math.floor(last / columns), scan.unitHeight, high, image.height);
    if (isGrey(image, across, down, wide < 1 || high < 1 ? NEAR : 0)) return true;
    if (end >= total) return false;
  }
}

type Range = readonly [from: number, to: number];

/** Where a unit's pixels are that have no colour from those beside it. */
function inside(place: number, size: number, scale: number, length: number): Range {
  const to = Math.min(length, Math.max(1, Math.floor(((place + 1) * size - 1) * scale)));
  return [Math.min(to - 1, Math.ceil((place * size + 1) * scale)), to];
}

function isGrey(
  { width, channels, pixels }: Samples,
  [left, right]: Range,
  [top, bottom]: Range,
  tolerance: number,
): boolean {
  for (let y = top; y < bottom; y++)
    for (let at = (y * width + left) * channels; at < (y * width + right) * channels; at++)
      if (Math.abs(pixels[at]! - GREY) > tolerance) return false;
  return true;
}
