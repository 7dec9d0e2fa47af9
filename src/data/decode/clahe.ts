import { blackPixels, type Depth, depthOf, type Pixels, whiteOf } from "../../pixels.ts";

/** data.preprocess.clahe, resolved. */
export interface ClaheSettings {
  clipLimit: number;
  /** Down and across. */
  tiles: readonly [number, number];
}

/**
 * Contrast-limited adaptive histogram equalisation (Zuiderveld 1994) of a grey image, as OpenCV's createCLAHE does it:
 * a table of levels for each tile from its clipped histogram, and between the middles of tiles the tables' values
 * weighted by distance.
 *
 * @param pixels [height, width]; it is not changed
 */
export function clahe(
  pixels: Pixels,
  { height, width }: { height: number; width: number },
  { clipLimit, tiles: [down, across] }: ClaheSettings,
): Pixels {
  const depth = depthOf(pixels);
  const levels = whiteOf(depth) + 1;
  // Where the tiles do not fit, OpenCV adds to both sides, a whole tile's share to one that fits.
  const fits = height % down === 0 && width % across === 0;
  const tileHeight = fits ? height / down : Math.floor(height / down) + 1;
  const tileWidth = fits ? width / across : Math.floor(width / across) + 1;
  const area = tileHeight * tileWidth;
  const most = Math.max(1, Math.floor((clipLimit * area) / levels));
  const tables: Pixels[] = [];
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      const counts = new Uint32Array(levels);
      for (let y = row * tileHeight; y < (row + 1) * tileHeight; y++) {
        for (let x = column * tileWidth; x < (column + 1) * tileWidth; x++)
          counts[pixels[mirrored(y, height) * width + mirrored(x, width)]!]!++;
      }
      tables.push(levelTable(counts, most, area, depth));
    }
  }
  const result = blackPixels(depth, pixels.length);
  for (let y = 0; y < height; y++) {
    const [upper, lower, shareY] = neighbours(y, tileHeight, down);
    for (let x = 0; x < width; x++) {
      const [left, right, shareX] = neighbours(x, tileWidth, across);
      const level = pixels[y * width + x]!;
      const at = (row: number, column: number) => tables[row * across + column]![level]!;
      const above = at(upper, left) * (1 - shareX) + at(upper, right) * shareX;
      const below = at(lower, left) * (1 - shareX) + at(lower, right) * shareX;
      result[y * width + x] = rounded(above * (1 - shareY) + below * shareY);
    }
  }
  return result;
}

/** Beyond the edge the image goes on mirrored, without the edge pixel a second time. */
function mirrored(place: number, size: number): number {
  if (size === 1) return 0;
  const period = 2 * (size - 1);
  const once = place % period;
  return once < size ? once : period - once;
}

/** What is above the limit is dealt out evenly; what is then left over goes to levels at equal distances. */
function levelTable(counts: Uint32Array, most: number, area: number, depth: Depth): Pixels {
  const levels = counts.length;
  let excess = 0;
  for (let level = 0; level < levels; level++) {
    if (counts[level]! <= most) continue;
    excess += counts[level]! - most;
    counts[level] = most;
  }
  const each = Math.floor(excess / levels);
  let left = excess - each * levels;
  const step = left > 0 ? Math.max(1, Math.floor(levels / left)) : levels;
  if (each > 0) for (let level = 0; level < levels; level++) counts[level]! += each;
  for (let level = 0; level < levels && left > 0; level += step, left--) counts[level]!++;
  let [sum, reached] = [0, 0];
  const scale = Math.fround((levels - 1) / area);
  const table = blackPixels(depth, levels);
  for (let level = 0; level < levels; level++) {
    // Of 65536 levels most are no pixel's.
    if (counts[level]! > 0) {
      sum += counts[level]!;
      reached = rounded(Math.fround(sum * scale));
    }
    table[level] = reached;
  }
  return table;
}

/** A half becomes the even one of its neighbours. */
function rounded(value: number): number {
  const floor = Math.floor(value);
  if (value - floor === 0.5) return floor + (floor % 2);
  return Math.floor(value + 0.5);
}

/** The two tiles between whose middles a place is, and the share of the second. */
function neighbours(place: number, size: number, count: number): [number, number, number] {
  const at = place / size - 0.5;
  const first = Math.floor(at);
  return [Math.max(0, first), Math.min(count - 1, first + 1), at - first];
}
