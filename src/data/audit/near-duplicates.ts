import { type Code, codeOf, CodeIndex, Frequencies } from "./codes.ts";
import { append, minimum } from "../../arrays.ts";
import { Surroundings } from "./surroundings.ts";
import { symmetries, undone } from "./symmetry.ts";
import { AREA } from "../thumbnail-side.ts";
import { Thumbnails } from "./thumbnails.ts";

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
  /** Whether they are alike as they are, and their labels differ: then one label is most likely wrong. */
  isMislabelled: boolean;
}

/** It is waited for, so that it can let other things happen, and stop the search by throwing. */
export type OnCompared = (done: number, total: number) => Promise<void>;

/** Pictures that differ from one another. [count] each, but for the thumbnails. */
export interface ComparedPictures {
  /** [count, 16, 16] */
  thumbnails: Uint8Array;
  /** Of the splits that have the picture. */
  lowestSplit: Uint8Array;
  highestSplit: Uint8Array;
  /** The class of the images with this picture; -1 where they have several. */
  labels: Int32Array;
}

/** Matches of a picture that are looked for in train, which every other split is held against, and under other labels. */
const ENOUGH = 5;

/**
 * Pairs of pictures of different splits that show the same: compressed anew, of another size, mirrored or turned by
 * quarters; and pairs of any splits that show the same, as they are, under different labels.
 *
 * A code of 63 bits, the signs of a thumbnail's low frequencies, finds candidates through tables of its quarters, so
 * that no picture is compared with every other. What all thumbnails have in common, such as the outline of a chest, is
 * taken out first. A candidate counts when its correlation is high and, among images of this kind, not to be expected
 * by chance: where all are alike, as the digit 1 is, only what is much nearer is a copy.
 *
 * @param onCompared told from time to time how many pictures of how many have been looked for
 * @returns by query, those with other labels first, then by similarity; of a picture with many matches the nearest
 */
export async function findNearDuplicates(
  pictures: ComparedPictures,
  onCompared?: OnCompared,
): Promise<NearPair[]> {
  const pairs: NearPair[] = [];
  if (!mayHavePairs(pictures)) return pairs;
  const search = new Search(pictures);
  const { usable } = search.thumbnails;
  for (const [done, query] of usable.entries()) {
    if (done % PICTURES_A_CALL === 0) await onCompared?.(done, usable.length);
    append(pairs, search.matches(query));
  }
  return pairs;
}

/** In a single split, of a single class, there is nothing to find. */
export function mayHavePairs({ lowestSplit, highestSplit, labels }: ComparedPictures): boolean {
  const lowest = minimum(lowestSplit);
  return (
    highestSplit.some((split) => split > lowest) || labels.some((label) => label !== labels[0])
  );
}

interface Candidate {
  match: number;
  symmetry: number;
  similarity: number;
  distance: number;
  isMislabelled: boolean;
}

/** Looks for pictures one by one. */
export class Search {
  readonly thumbnails: Thumbnails;
  readonly #surroundings: Surroundings;
  readonly #index: CodeIndex;
  /** Of each picture as it is, [count, 2]. */
  readonly #codes: Int32Array;
  /** [8, 8], of what all thumbnails have in common. */
  readonly #common: Float64Array;
  readonly #transform = new Frequencies();
  /** [8, 8], of the picture that is looked at. */
  readonly #frequencies = new Float64Array(64);
  /** By picture, the last look that came upon it. */
  readonly #tried: Uint32Array;
  #look = 0;
  /** Those that the look comes upon. */
  readonly #found: Int32Array;

  constructor(readonly pictures: ComparedPictures) {
    this.thumbnails = new Thumbnails(pictures.thumbnails);
    this.#surroundings = new Surroundings(this.thumbnails);
    const { usable, common, count } = this.thumbnails;
    this.#tried = new Uint32Array(count);
    this.#found = new Int32Array(usable.length);
    this.#common = this.#transform.of(common?.[0] ?? new Float64Array(AREA), 0);
    this.#codes = new Int32Array(2 * count);
    const codes = new Int32Array(2 * usable.length);
    for (let at = 0; at < usable.length; at++) {
      this.#lookAt(usable[at]!);
      const [low, high] = this.#code(usable[at]!, 0);
      this.#codes[2 * usable[at]!] = codes[2 * at] = low;
      this.#codes[2 * usable[at]! + 1] = codes[2 * at + 1] = high;
    }
    this.#index = new CodeIndex(usable, codes);
  }

  /** @param query one that shows nothing has no matches */
  matches(query: number): NearPair[] {
    const { thumbnails, pictures } = this;
    if (!thumbnails.showsSomething(query)) return [];
    const code: Code = [this.#codes[2 * query]!, this.#codes[2 * query + 1]!];
    const candidates = this.#candidates(query, 0, code);
    // Turned it may be another class rightly, as a 6 is a 9: only copies across splits are looked for so.
    if (pictures.highestSplit[query]! > 0) {
      this.#lookAt(query);
      for (const symmetry of symmetries.slice(1))
        append(candidates, this.#candidates(query, symmetry, this.#code(query, symmetry)));
    }
    candidates.sort(
      (a, b) =>
        Number(b.isMislabelled) - Number(a.isMislabelled) ||
        b.similarity - a.similarity ||
        a.match - b.match ||
        a.symmetry - b.symmetry,
    );
    const pairs: NearPair[] = [];
    const taken = new Set<number>();
    const views =
      candidates.length === 0 ? [] : symmetries.map((symmetry) => thumbnails.view(query, symmetry));
    const byChance = symmetries.map(() => Infinity);
    let [inTrain, mislabelled] = [0, 0];
    for (const { match, symmetry, similarity, distance, isMislabelled } of candidates) {
      const isWanted = isMislabelled ? mislabelled < ENOUGH : inTrain < ENOUGH;
      if (!isWanted || taken.has(match) || distance >= byChance[symmetry]!) continue;
      const one = views[symmetry]!;
      if (this.#surroundings.isSurelyByChance(one, distance)) {
        byChance[symmetry] = distance;
        continue;
      }
      const other = thumbnails.view(match, undone(symmetry));
      if (!this.#surroundings.areCopies(one, other, distance)) continue;
      taken.add(match);
      pairs.push({ query, match, similarity, isMislabelled });
      if (isMislabelled) mislabelled++;
      else if (pictures.lowestSplit[match] === 0) inTrain++;
    }
    return pairs;
  }

  /** Those that are near enough, turned in this way. */
  #candidates(query: number, symmetry: number, code: Code): Candidate[] {
    const { thumbnails } = this;
    const least = thumbnails.common ? LEAST_ALIKE : LEAST_ALIKE_OF_FEW;
    const look = ++this.#look;
    let count = 0;
    const near = this.#index.search(code);
    // Iterators of typed arrays take longer than all else here.
    for (let at = 0; at < near.length; at++) {
      const match = near[at]!;
      if (match === query || this.#tried[match] === look) continue;
      this.#tried[match] = look;
      if (this.#isLower(match, query) || (symmetry === 0 && this.#isMislabelled(match, query)))
        this.#found[count++] = match;
    }
    if (count === 0) return [];
    const found = this.#found.subarray(0, count);
    const view = thumbnails.view(query, symmetry);
    const correlations = thumbnails.correlations(view, found);
    const distances = new Float64Array(count);
    for (let at = 0; at < count; at++)
      distances[at] = thumbnails.distance(view, found[at]!, correlations[at]!);
    const nearest = minimum(distances);
    // Amid many that are all alike none is a copy: they need not be looked at one by one.
    if (nearest > 1 - least || this.#surroundings.isSurelyByChance(view, nearest)) return [];
    const candidates: Candidate[] = [];
    for (let at = 0; at < count; at++) {
      const [match, similarity, distance] = [found[at]!, correlations[at]!, distances[at]!];
      if (distance > 1 - least) continue;
      const isMislabelled = symmetry === 0 && this.#isMislabelled(match, query);
      candidates.push({ match, symmetry, similarity, distance, isMislabelled });
    }
    return candidates;
  }

  /** Whether a match is in a lower split than its query. */
  #isLower(match: number, query: number): boolean {
    return this.pictures.lowestSplit[match]! < this.pictures.highestSplit[query]!;
  }

  /** Each two once: the one that is in a lower split, or comes first, is the match. */
  #isMislabelled(match: number, query: number): boolean {
    const { labels } = this.pictures;
    const isOther = labels[match] !== labels[query] || labels[match] === -1;
    return (
      isOther && (this.#isLower(match, query) || (match < query && !this.#isLower(query, match)))
    );
  }

  #lookAt(index: number): void {
    this.#transform.of(this.thumbnails.pixels, index * AREA, this.#frequencies);
  }

  /** Of the picture that is looked at, turned. */
  #code(index: number, symmetry: number): Code {
    const share = this.thumbnails.share(index, symmetry) * this.thumbnails.length(index);
    return codeOf(this.#frequencies, symmetry, this.#common, share);
  }
}
