import { THUMBNAIL_SIDE } from "../thumbnail-side.ts";

const SIDE = THUMBNAIL_SIDE;

/** Ways to turn a square picture by quarters and to mirror it: see `turned`. */
export const symmetries = [0, 1, 2, 3, 4, 5, 6, 7];

/**
 * A picture reflected in its diagonal where `symmetry` has bit 4, then mirrored left to right where it has bit 1 and
 * upside down where it has bit 2.
 *
 * @param pictures [.., 16, 16]
 * @param at where the picture begins
 * @param symmetry 0 to 7
 * @returns [16, 16]
 */
export function turned<Picture extends Uint8Array | Float64Array>(
  pictures: Picture,
  at: number,
  symmetry: number,
): Picture {
  const last = SIDE - 1;
  const picture = pictures.slice(at, at + SIDE * SIDE) as Picture;
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const column = symmetry & 1 ? last - x : x;
      const row = symmetry & 2 ? last - y : y;
      picture[y * SIDE + x] =
        pictures[at + (symmetry & 4 ? column * SIDE + row : row * SIDE + column)]!;
    }
  return picture;
}

/** What undoes a symmetry. */
export function undone(symmetry: number): number {
  return symmetry & 4 ? 4 | ((symmetry & 1) << 1) | ((symmetry & 2) >> 1) : symmetry;
}
