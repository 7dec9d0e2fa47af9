import { type Depth, whiteOf } from "../../../pixels.ts";
import type { Size } from "../samples.ts";

/** data.preprocess.clahe, resolved. */
export interface ClaheSettings {
  clipLimit: number;
  /** Down and across. */
  tiles: readonly [number, number];
}

/** How the tiles lie along an axis. */
export interface Axis {
  /** How many there are. */
  count: number;
  /** Pixels of each. */
  side: number;
  /** Where each pixel of all tiles, one after another, is taken from: beyond the edge the image goes on mirrored. */
  places: Int32Array;
  /** Of each pixel of the image the tiles between whose middles it is, */
  first: Int32Array;
  second: Int32Array;
  /** and the second one's share, from 0 up to 1. */
  shares: Float64Array;
}

/** What the tables of an image's tiles are made by. */
export interface Tiles {
  down: Axis;
  across: Axis;
  /** Pixels of a tile. */
  area: number;
  /** Levels there are. */
  levels: number;
  /** What the histogram is clipped at. */
  most: number;
  /** float32: what a number of pixels is times to become a level. */
  scale: number;
}

/** As OpenCV lays them: where they do not fit it adds to both sides, a whole tile's share to one that fits. */
export function tilesOf(
  { height, width }: Size,
  { clipLimit, tiles: [down, across] }: ClaheSettings,
  depth: Depth,
): Tiles {
  const levels = whiteOf(depth) + 1;
  const fits = height % down === 0 && width % across === 0;
  const side = (size: number, count: number) =>
    fits ? size / count : Math.floor(size / count) + 1;
  const [tileHeight, tileWidth] = [side(height, down), side(width, across)];
  const area = tileHeight * tileWidth;
  return {
    down: axisOf(height, tileHeight, down),
    across: axisOf(width, tileWidth, across),
    area,
    levels,
    most: Math.max(1, Math.floor((clipLimit * area) / levels)),
    scale: Math.fround((levels - 1) / area),
  };
}

function axisOf(size: number, side: number, count: number): Axis {
  const between = (place: number) => Math.floor(place / side - 0.5);
  return {
    count,
    side,
    places: Int32Array.from({ length: count * side }, (_, place) => mirrored(place, size)),
    first: Int32Array.from({ length: size }, (_, place) => Math.max(0, between(place))),
    second: Int32Array.from({ length: size }, (_, place) =>
      Math.min(count - 1, between(place) + 1),
    ),
    shares: Float64Array.from({ length: size }, (_, place) => place / side - 0.5 - between(place)),
  };
}

/** Without the edge pixel a second time. */
function mirrored(place: number, size: number): number {
  if (size === 1) return 0;
  const period = 2 * (size - 1);
  const once = place % period;
  return once < size ? once : period - once;
}

/** How what is above the limit is dealt out: evenly, and what is then left over to levels at equal distances. */
export function dealt(
  excess: number,
  levels: number,
): { each: number; left: number; step: number } {
  const each = Math.floor(excess / levels);
  const left = excess - each * levels;
  return { each, left, step: left > 0 ? Math.max(1, Math.floor(levels / left)) : levels };
}
