import { missingBlocks } from "./jpeg-data.ts";
import type { Samples } from "./samples.ts";

/** What libjpeg paints where there is no data. */
const GREY = 128;
/** Of the last pixel, which colours beside it and a change of size may have moved. */
const NEAR = 6;
/** Pixels beside each other: a block is this wide. */
const RUN = 8;
const hole = new Uint8Array(RUN * 3).fill(GREY);

/**
 * Whether part of a JPEG file's picture has no data. Where data end, the rest is grey: only where there is such grey does
 * the file's own data have to be looked through, which takes as long as to decode it.
 *
 * @param image decoded, whole or shrunk
 */
export function hasHoles(image: Samples, bytes: Uint8Array): boolean {
  return mayHaveHoles(image) && (missingBlocks(bytes) ?? 0) > 0;
}

function mayHaveHoles({ width, height, channels, pixels }: Samples): boolean {
  const last = pixels.subarray(-channels);
  if (last.every((value) => Math.abs(value - GREY) <= NEAR)) return true;
  const run = Buffer.from(hole.buffer, 0, RUN * channels);
  const stride = width * channels;
  // Each row of blocks has one of these.
  for (let y = RUN / 2; y < height; y += RUN) {
    const row = Buffer.from(pixels.buffer, pixels.byteOffset + y * stride, stride);
    if (row.includes(run)) return true;
  }
  return false;
}
