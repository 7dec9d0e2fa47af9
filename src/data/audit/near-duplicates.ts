import { codeOf, CodeIndex, Frequencies } from "./codes.ts";
import { areCopies, Surroundings } from "./surroundings.ts";
import { symmetries, undone } from "./symmetry.ts";
import { AREA, Thumbnails } from "./thumbnails.ts";

/** Pictures between two calls of `onCompared`. */
const PICTURES_A_CALL = 100;
/** Correlation of what two thumbnails have beyond what all have in common. */
const LEAST_ALIKE = 0.95;
/** Of whole thumbnails, where there are too few to know what all have in common. */
const LEAST_ALIKE_OF_FEW = 0.99;

export interface NearPair {
  /** Positions in the list of pictures. */
  query: number;
  match: number;
  /** Correlation of the two thumbnails, the first turned or mirrored as fits best: at most 1. */
  similarity: number;
}

/** It is waited for, so that it can let other things happen, and stop the search by throwing. */
export type OnCompared = (done: number, total: number) => Promise<void>;

/**
 * Pairs of pictures of different splits that show the same: compressed anew, of another size, mirrored or turned by
 * quarters.
 *
 * A code of 63 bits, the signs of a thumbnail's low frequencies, finds candidates through tables of its quarters, so
 * that no picture is compared with every other. What all thumbnails have in common, such as the outline of a chest, is
 * taken out first. A candidate counts when its correlation is high and, among images of this kind, not to be expected
 * by chance: where all are alike, as the digit 1 is, only what is much nearer is a copy.
 *
 * @param pixels [count, 16, 16], thumbnails of pictures that differ
 * @param lowestSplit [count], of the splits that have the picture
 * @param highestSplit [count]; a match is in a lower split than its query
 * @param onCompared told from time to time how many pictures of how many have been looked for
 * @returns by query, then similarity
 */
export async function findNearDuplicates(
  pixels: Uint8Array,
  lowestSplit: Uint8Array,
  highestSplit: Uint8Array,
  onCompared?: OnCompared,
): Promise<NearPair[]> {
  const pairs: NearPair[] = [];
  const lowest = lowestSplit.reduce((least, split) => Math.min(least, split), Infinity);
  // In a single split there is nothing to find.
  if (!highestSplit.some((split) => split > lowest)) return pairs;
  const search = new Search(new Thumbnails(pixels));
  const { usable } = search.thumbnails;
  for (const [done, query] of usable.entries()) {
    if (done % PICTURES_A_CALL === 0) await onCompared?.(done, usable.length);
    const isLower = (match: number) => lowestSplit[match]! < highestSplit[query]!;
    if (highestSplit[query]! > 0)
      for (const pair of search.matches(query, isLower)) pairs.push(pair);
  }
  return pairs;
}

class Search {
  readonly #index: CodeIndex;
  /** [8, 8], of what all thumbnails have in common. */
  readonly #common: Float64Array;
  readonly #transform = new Frequencies();
  /** [8, 8], of the picture that is looked at. */
  readonly #frequencies = new Float64Array(64);

  constructor(readonly thumbnails: Thumbnails) {
    const { usable, common } = thumbnails;
    this.#common = this.#transform.of(common?.[0] ?? new Float64Array(AREA), 0);
    const codes = new Int32Array(2 * usable.length);
    for (let at = 0; at < usable.length; at++) {
      this.#lookAt(usable[at]!);
      codes.set(this.#code(usable[at]!, 0), 2 * at);
    }
    this.#index = new CodeIndex(usable, codes);
  }

  matches(query: number, isLower: (match: number) => boolean): NearPair[] {
    const { thumbnails } = this;
    const least = thumbnails.common ? LEAST_ALIKE : LEAST_ALIKE_OF_FEW;
    this.#lookAt(query);
    const found = new Map<number, number>();
    const tried = new Set<number>();
    for (const symmetry of symmetries) {
      tried.clear();
      let around: Surroundings | undefined;
      this.#index.search(this.#code(query, symmetry), (match) => {
        if (match === query || !isLower(match) || tried.has(match)) return;
        tried.add(match);
        around ??= this.#around(query, symmetry);
        const similarity = thumbnails.correlation(around.view, match);
        const distance = thumbnails.distance(around.view, match, similarity);
        if (distance > 1 - least || similarity <= (found.get(match) ?? 0)) return;
        const aroundMatch = this.#around(match, undone(symmetry));
        if (areCopies(around, aroundMatch, distance)) found.set(match, similarity);
      });
    }
    return Array.from(found, ([match, similarity]) => ({ query, match, similarity })).toSorted(
      (a, b) => b.similarity - a.similarity || a.match - b.match,
    );
  }

  #around(index: number, symmetry: number): Surroundings {
    return new Surroundings(this.thumbnails, this.thumbnails.view(index, symmetry));
  }

  #lookAt(index: number): void {
    this.#transform.of(this.thumbnails.pixels, index * AREA, this.#frequencies);
  }

  /** Of the picture that is looked at, turned. */
  #code(index: number, symmetry: number) {
    const share = this.thumbnails.share(index, symmetry) * this.thumbnails.length(index);
    return codeOf(this.#frequencies, symmetry, this.#common, share);
  }
}
