import { type Depth, levelOf, type Pixels } from "../../pixels.ts";
import type { Affine } from "./affine.ts";
import type { Shape } from "./shape.ts";

/** How a pixel is taken from between others and from beyond the edge. */
export interface Sampling {
  interpolation: "bilinear" | "nearest";
  fill: "nearest" | "constant" | "reflect" | "wrap";
  /** Level that fill: constant puts in, 0 to 255 whatever the depth. */
  fillValue: number;
}

/** Draws an image anew, each pixel from where `map` says. @param into may not be `source` */
export type Warp = (source: Pixels, map: Affine, into: Pixels) => void;

/** Of 8 bits, places are whole numbers of 2^-18 pixels, so that the last of 4096 pixels is off by 2^-7 pixels at most. */
const PLACE_BITS = 18;
/** Shares of a pixel, of which the highest 11 bits are used: 8 + 11 + 11 bits leave room for the sign. */
const SHARE_BITS = 11;
const SHARE_MASK = (1 << SHARE_BITS) - 1;
const SHIFT = PLACE_BITS - SHARE_BITS;
const HALF = 1 << (2 * SHARE_BITS - 1);
/** By so much a place on the edge may come out beside it. */
const ROUNDING = 1e-9;

/**
 * scipy's `affine_transform`, rounded to whole levels, for images of one shape. The loops ask nothing: they look each
 * neighbour up in a table of where it is taken from, which reaches beyond the edge. Of 8 bits they are in whole numbers.
 */
export function buildWarp(shape: Shape, sampled: Sampling, depth: Depth = 8): Warp {
  const [height, width, channels] = shape;
  const { fill, interpolation } = sampled;
  const sampling = { ...sampled, fillValue: sampled.fillValue * levelOf(depth) };
  const draw = depth === 16 ? drawDeep : channels === 3 ? drawColour : drawGrey;
  const tables = neighbourTables(shape, fill);
  const isRepeated = fill === "nearest" || fill === "reflect";
  const below = isRepeated ? 1 - tables.reach : 0;
  const beyond = isRepeated ? tables.reach - 2 : -1;
  const span: Span = { from: 0, to: 0 };
  return (source, map, into) => {
    for (let y = 0; y < height; y++) {
      const row = map.yy * y + map.y0;
      const column = map.xy * y + map.x0;
      const at = y * width * channels;
      span.from = 0;
      span.to = interpolation === "bilinear" ? width : 0;
      narrow(span, row, map.yx, below, height + beyond);
      narrow(span, column, map.xx, below, width + beyond);
      const { from, to } = span;
      if (from < to) {
        const line: Line = {
          row: row + map.yx * from,
          column: column + map.xx * from,
          down: map.yx,
          right: map.xx,
        };
        draw(
          source,
          tables,
          depth === 16 ? line : inFixed(line),
          into,
          at + from * channels,
          at + to * channels,
        );
      }
      anywhere(source, shape, sampling, map, y, 0, from, into);
      anywhere(source, shape, sampling, map, y, to, width, into);
    }
  };
}

function fixed(place: number): number {
  return Math.round(place * 2 ** PLACE_BITS) | 0;
}

function inFixed({ row, column, down, right }: Line): Line {
  return { row: fixed(row), column: fixed(column), down: fixed(down), right: fixed(right) };
}

/** Where a row of the result comes from, in pixels or in units of 2^-PLACE_BITS of them: the first of its pixels, and each step. */
interface Line {
  row: number;
  column: number;
  down: number;
  right: number;
}

/** Offsets in the source of rows and of columns, from `reach` before the first to `reach` after the last. */
interface Tables {
  rows: Int32Array;
  columns: Int32Array;
  reach: number;
  channels: number;
}

function neighbourTables([height, width, channels]: Shape, fill: Sampling["fill"]): Tables {
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

/** Pixels of a row. */
interface Span {
  from: number;
  /** The one behind the last. */
  to: number;
}

/** Leaves of a span where start + step * x lies from `low` up to `high`, or nothing. */
function narrow(span: Span, start: number, step: number, low: number, high: number): void {
  const isBetween = (x: number) => start + step * x >= low && start + step * x < high;
  let { from, to } = span;
  if (step === 0) {
    if (!isBetween(0)) to = from;
  } else {
    const [one, other] = [(low - start) / step, (high - start) / step];
    from = Math.max(from, Math.floor(Math.min(one, other)));
    to = Math.min(to, Math.ceil(Math.max(one, other)) + 1);
    while (from < to && !isBetween(from)) from++;
    while (from < to && !isBetween(to - 1)) to--;
  }
  span.from = from < to ? from : 0;
  span.to = from < to ? to : 0;
}

function drawColour(
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

function drawGrey(
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

/** Of 16 bits, in places and shares as they are: whole numbers have no room for them. */
function drawDeep(
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

/** The pixels from `from` to `to` of a row, wherever they come from: slow, and right for every kind of sampling. */
function anywhere(
  source: Pixels,
  [height, width, channels]: Shape,
  { interpolation, fill, fillValue }: Sampling,
  map: Affine,
  y: number,
  from: number,
  to: number,
  into: Pixels,
): void {
  const stride = width * channels;
  const isBilinear = interpolation === "bilinear";
  for (let x = from; x < to; x++) {
    const out = y * stride + x * channels;
    const row = placed(map.yy * y + map.yx * x + map.y0, height, fill);
    const column = placed(map.xy * y + map.xx * x + map.x0, width, fill);
    if (row < 0 || column < 0) {
      into.fill(Math.round(fillValue), out, out + channels);
      continue;
    }
    const top = Math.floor(isBilinear ? row : row + 0.5);
    const left = Math.floor(isBilinear ? column : column + 0.5);
    const shareY = isBilinear ? row - top : 0;
    const shareX = isBilinear ? column - left : 0;
    const upper = top * stride + left * channels;
    const lower = shareY > 0 ? upper + stride : upper;
    const next = shareX > 0 ? channels : 0;
    for (let channel = 0; channel < channels; channel++) {
      const a = source[upper + channel]!;
      const b = source[lower + channel]!;
      const above = a + (source[upper + next + channel]! - a) * shareX;
      const below = b + (source[lower + next + channel]! - b) * shareX;
      into[out + channel] = Math.floor(above + (below - above) * shareY + 0.5);
    }
  }
}

/**
 * Where a place beyond the edge is taken from, from 0 to size - 1; below 0 for none. As scipy has it: reflect repeats
 * the edge pixel (d c b a | a b c d | d c b a), and wrap has the first pixel fall on the last.
 */
function placed(place: number, size: number, fill: Sampling["fill"]): number {
  const last = size - 1;
  if (place > -ROUNDING && place < last + ROUNDING) return Math.min(last, Math.max(0, place));
  switch (fill) {
    case "constant":
      return -1;
    case "nearest":
      return place < 0 ? 0 : last;
    case "wrap":
      return last === 0 ? 0 : Math.max(0, place - last * Math.floor(place / last));
    case "reflect": {
      const period = 2 * size;
      const once = place - period * Math.floor((place + 0.5) / period);
      return Math.min(last, Math.max(0, once > size - 0.5 ? period - 1 - once : once));
    }
  }
}
