import { blackPixels, depthOf, type Pixels } from "../../../pixels.ts";
import { dealt, type Tiles } from "./tiles.ts";

/**
 * As `clahe`, in plain steps: for 8 bits, for processors without vector instructions, and for tests. A table of 256 levels is
 * written in less time than the kernels would take to do without.
 */
export function equalisePlainly(pixels: Pixels, tiles: Tiles): Pixels {
  const { down, across, levels } = tiles;
  const tables = blackPixels(depthOf(pixels), down.count * across.count * levels);
  for (let row = 0, tile = 0; row < down.count; row++)
    for (let column = 0; column < across.count; column++, tile++) {
      const { counts, excess } = clippedHistogram(pixels, tiles, row, column);
      deal(counts, excess);
      fillTable(tables.subarray(tile * levels, (tile + 1) * levels), counts, tiles.scale);
    }
  return blended(pixels, tables, tiles);
}

function clippedHistogram(
  pixels: Pixels,
  { down, across, levels, most }: Tiles,
  row: number,
  column: number,
): { counts: Uint32Array; excess: number } {
  const counts = new Uint32Array(levels);
  const width = across.shares.length;
  let excess = 0;
  for (let y = row * down.side; y < (row + 1) * down.side; y++) {
    const line = down.places[y]! * width;
    for (let x = column * across.side; x < (column + 1) * across.side; x++) {
      const level = pixels[line + across.places[x]!]!;
      if (counts[level]! < most) counts[level]!++;
      else excess++;
    }
  }
  return { counts, excess };
}

function deal(counts: Uint32Array, excess: number): void {
  const { each, left, step } = dealt(excess, counts.length);
  if (each > 0) for (let level = 0; level < counts.length; level++) counts[level]! += each;
  for (let item = 0; item < left; item++) counts[item * step]!++;
}

function fillTable(table: Pixels, counts: Uint32Array, scale: number): void {
  let [sum, reached] = [0, 0];
  for (let level = 0; level < counts.length; level++) {
    // Of 65536 levels most are no pixel's.
    if (counts[level]! > 0) {
      sum += counts[level]!;
      reached = rounded(Math.fround(sum * scale));
    }
    table[level] = reached;
  }
}

/** @param tables [down, across, levels] */
function blended(pixels: Pixels, tables: Pixels, { down, across, levels }: Tiles): Pixels {
  const result = blackPixels(depthOf(pixels), pixels.length);
  for (let y = 0, at = 0; y < down.shares.length; y++) {
    const upper = down.first[y]! * across.count;
    const lower = down.second[y]! * across.count;
    const shareY = down.shares[y]!;
    for (let x = 0; x < across.shares.length; x++, at++) {
      const level = pixels[at]!;
      const left = across.first[x]!;
      const right = across.second[x]!;
      const shareX = across.shares[x]!;
      const above =
        tables[(upper + left) * levels + level]! * (1 - shareX) +
        tables[(upper + right) * levels + level]! * shareX;
      const below =
        tables[(lower + left) * levels + level]! * (1 - shareX) +
        tables[(lower + right) * levels + level]! * shareX;
      result[at] = rounded(above * (1 - shareY) + below * shareY);
    }
  }
  return result;
}

/** A half becomes the even one of its neighbours. */
function rounded(value: number): number {
  const floor = Math.floor(value);
  if (value - floor === 0.5) return floor + (floor % 2);
  return Math.floor(value + 0.5);
}
