import { depthOf, type Pixels } from "../../../pixels.ts";
import type { Size } from "../samples.ts";
import { equalisePlainly } from "./plain.ts";
import { type ClaheSettings, tilesOf } from "./tiles.ts";
import { MOST_AREA, VectorEqualiser } from "./vectors.ts";

/** One for all calls: from one to the next it keeps its memory, on which no result depends. */
const vectors = VectorEqualiser.open();

/**
 * Contrast-limited adaptive histogram equalisation (Zuiderveld 1994) of a grey image, as OpenCV's createCLAHE does it:
 * a table of levels for each tile from its clipped histogram, and between the middles of tiles the tables' values
 * weighted by distance.
 *
 * @param pixels [height, width]; it is not changed
 */
export function clahe(pixels: Pixels, size: Size, settings: ClaheSettings): Pixels {
  const tiles = tilesOf(size, settings, depthOf(pixels));
  return vectors && pixels instanceof Uint16Array && tiles.area <= MOST_AREA
    ? vectors.equalise(pixels, tiles)
    : equalisePlainly(pixels, tiles);
}
