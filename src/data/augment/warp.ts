import { type Depth, levelOf, type Pixels } from "../../pixels.ts";
import type { Affine } from "./affine.ts";
import type { Shape } from "./shape.ts";
import { anywhere, type Sampling } from "./warp-edge.ts";
import {
  drawColour,
  drawDeep,
  drawGrey,
  inFixed,
  type Line,
  neighbourTables,
} from "./warp-lines.ts";

/** Draws an image anew, each pixel from where `map` says. @param into may not be `source` */
export type Warp = (source: Pixels, map: Affine, into: Pixels) => void;

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
