import type { Pixels } from "../../pixels.ts";
import type { Affine } from "./affine.ts";
import type { Shape } from "./shape.ts";

/** How a pixel is taken from between others and from beyond the edge. */
export interface Sampling {
  interpolation: "bilinear" | "nearest";
  fill: "nearest" | "constant" | "reflect" | "wrap";
  /** Level that fill: constant puts in, 0 to 255 whatever the depth. */
  fillValue: number;
}

/** By so much a place on the edge may come out beside it. */
const ROUNDING = 1e-9;

/** The pixels from `from` to `to` of a row, wherever they come from: slow, and right for every kind of sampling. */
export function anywhere(
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
export function placed(place: number, size: number, fill: Sampling["fill"]): number {
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
