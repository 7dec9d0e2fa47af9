import type { Pixels } from "../../pixels.ts";
import type { Shape } from "./shape.ts";
import { placed, type Sampling } from "./warp-edge.ts";

/** Of 8 bits, places are whole numbers of 2^-18 pixels, so that the last of 4096 pixels is off by 2^-7 pixels at most. */
const PLACE_BITS = 18;
/** Shares of a pixel, of which the highest 11 bits are used: 8 + 11 + 11 bits leave room for the sign. */
const SHARE_BITS = 11;
const SHARE_MASK = (1 << SHARE_BITS) - 1;
const SHIFT = PLACE_BITS - SHARE_BITS;
const HALF = 1 << (2 * SHARE_BITS - 1);

/** Where a row of the result comes from, in pixels or in units of 2^-PLACE_BITS of them: the first of its pixels, and each step. */
export interface Line {
  row: number;
  column: number;
  down: number;
  right: number;
}

function fixed(place: number): number {
  return Math.round(place * 2 ** PLACE_BITS) | 0;
}

/** In units of 2^-PLACE_BITS pixels, as `drawColour` and `drawGrey` want it. */
export function inFixed({ row, column, down, right }: Line): Line {
  return { row: fixed(row), column: fixed(column), down: fixed(down), right: fixed(right) };
}

/** Offsets in the source of rows and of columns, from `reach` before the first to `reach` after the last. */
export interface Tables {
  rows: Int32Array;
  columns: Int32Array;
  reach: number;
  channels: number;
}

export function neighbourTables([height, width, channels]: Shape, fill: Sampling["fill"]): Tables {
  // Places have to stay below 2^13 pixels.
  const reach = Math.min(4000, Math.max(height, width));
  const repeated = fill === "reflect" ? "reflect" : "nearest";
  const table = (size: number, step: number) =>
    Int32Array.from(
      { length: size + 2 * reach },
      (_, index) => step * placed(index - reach, size, repeated),
    );
  return {
    rows: table(height, width * channels),
    columns: table(width, channels),
    reach,
    channels,
  };
}

/** Pixels of a row of three channels of 8 bits, whose neighbours all are in the tables. */
export function drawColour(
  source: Pixels,
  { rows, columns, reach }: Tables,
  { row, column, down, right }: Line,
  into: Pixels,
  from: number,
  to: number,
): void {
  for (let out = from; out < to; out += 3) {
    const rowIndex = (row >> PLACE_BITS) + reach;
    const columnIndex = (column >> PLACE_BITS) + reach;
    const upper = rows[rowIndex]!;
    const lower = rows[rowIndex + 1]!;
    const left = columns[columnIndex]!;
    const next = columns[columnIndex + 1]!;
    const a = upper + left;
    const b = upper + next;
    const c = lower + left;
    const d = lower + next;
    const y = (row >> SHIFT) & SHARE_MASK;
    const x = (column >> SHIFT) & SHARE_MASK;
    into[out] = blend(source[a]!, source[b]!, source[c]!, source[d]!, x, y);
    into[out + 1] = blend(source[a + 1]!, source[b + 1]!, source[c + 1]!, source[d + 1]!, x, y);
    into[out + 2] = blend(source[a + 2]!, source[b + 2]!, source[c + 2]!, source[d + 2]!, x, y);
    row = (row + down) | 0;
    column = (column + right) | 0;
  }
}

/** The same of one channel. */
export function drawGrey(
  source: Pixels,
  { rows, columns, reach }: Tables,
  { row, column, down, right }: Line,
  into: Pixels,
  from: number,
  to: number,
): void {
  for (let out = from; out < to; out++) {
    const rowIndex = (row >> PLACE_BITS) + reach;
    const columnIndex = (column >> PLACE_BITS) + reach;
    const upper = rows[rowIndex]!;
    const lower = rows[rowIndex + 1]!;
    const left = columns[columnIndex]!;
    const next = columns[columnIndex + 1]!;
    into[out] = blend(
      source[upper + left]!,
      source[upper + next]!,
      source[lower + left]!,
      source[lower + next]!,
      (column >> SHIFT) & SHARE_MASK,
      (row >> SHIFT) & SHARE_MASK,
    );
    row = (row + down) | 0;
    column = (column + right) | 0;
  }
}

/** The same of 16 bits, in places and shares as they are: whole numbers have no room for them. */
export function drawDeep(
  source: Pixels,
  { rows, columns, reach, channels }: Tables,
  line: Line,
  into: Pixels,
  from: number,
  to: number,
): void {
  const { down, right } = line;
  // From the first of the tables on, so that none is below 0.
  let row = line.row + reach;
  let column = line.column + reach;
  // No lists in this loop, of which each pixel would make one.
  for (let out = from; out < to; out += channels) {
    const rowIndex = row | 0;
    const columnIndex = column | 0;
    const y = row - rowIndex;
    const x = column - columnIndex;
    const upper = rows[rowIndex]!;
    const lower = rows[rowIndex + 1]!;
    const left = columns[columnIndex]!;
    const next = columns[columnIndex + 1]!;
    const a = upper + left;
    const b = upper + next;
    const c = lower + left;
    const d = lower + next;
    into[out] = mean(source[a]!, source[b]!, source[c]!, source[d]!, x, y);
    if (channels === 3) {
      into[out + 1] = mean(source[a + 1]!, source[b + 1]!, source[c + 1]!, source[d + 1]!, x, y);
      into[out + 2] = mean(source[a + 2]!, source[b + 2]!, source[c + 2]!, source[d + 2]!, x, y);
    }
    row += down;
    column += right;
  }
}

/** Between four neighbours: upper left and right, lower left and right. */
function mean(a: number, b: number, c: number, d: number, x: number, y: number): number {
  const above = a + (b - a) * x;
  return (above + (c + (d - c) * x - above) * y + 0.5) | 0;
}

/** Between four neighbours of 8 bits: upper left and right, lower left and right. */
function blend(a: number, b: number, c: number, d: number, x: number, y: number): number {
  const top = (a << SHARE_BITS) + Math.imul(b - a, x);
  const bottom = (c << SHARE_BITS) + Math.imul(d - c, x);
  return ((top << SHARE_BITS) + Math.imul(bottom - top, y) + HALF) >> (2 * SHARE_BITS);
}
