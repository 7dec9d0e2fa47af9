import { expectedByChance } from "./chance.ts";
import type { Thumbnails, View } from "./thumbnails.ts";

/** Others that a pair is held against: at first so many, then, where these leave a doubt, more. */
const OTHERS = [2000, 20_000];
/** Of the others so many that are nearest are looked at, or a quarter. */
const NEAREST = 50;
/** A pair is a copy where fewer than this are expected to be as near by chance. */
const MOST_BY_CHANCE = 0.05;
/** By the first few others it is one, or none, only where they leave no doubt. */
const SURELY_COPY = 1e-4;
const SURELY_NONE = 3;
/** Thumbnails, each turned in one way, whose surroundings are kept at a time. */
const MOST_KEPT = 20_000;

/** How near the others are to each thumbnail: looked up as far as somebody asks, and kept, as somebody often asks again. */
export class Surroundings {
  /** By thumbnail and symmetry, then by how many others were looked at. */
  readonly #nearest = new Map<number, Float64Array[]>();
  readonly #others: Int32Array[];

  constructor(readonly thumbnails: Thumbnails) {
    const { usable } = thumbnails;
    this.#others = OTHERS.map((_, level) => {
      const step = stepOf(level, usable.length);
      return usable.filter((_index, at) => at % step === 0);
    });
  }

  /**
   * Whether two are nearer than chance explains, seen from either: one of them may be alone, and the other amid many that
   * look like it.
   *
   * @param other turned back as the first is turned
   */
  areCopies(one: View, other: View, distance: number): boolean {
    const { common, usable } = this.thumbnails;
    // Too few do not tell what is near by chance either.
    if (common === null) return true;
    for (let level = 0; ; level++) {
      const isLast = level === OTHERS.length - 1 || stepOf(level, usable.length) === 1;
      const most = isLast ? MOST_BY_CHANCE : SURELY_NONE;
      const expected = this.#expected(one, level, distance);
      if (expected >= most) return false;
      const expectedOfOther = this.#expected(other, level, distance);
      if (expectedOfOther >= most) return false;
      if (isLast || Math.max(expected, expectedOfOther) < SURELY_COPY) return true;
    }
  }

  /**
   * Whether chance alone brings others so near to one, whatever they are: then it does so at every greater distance.
   * Sooner said than `areCopies`, which is then false.
   */
  isSurelyByChance(one: View, distance: number): boolean {
    const { common, usable } = this.thumbnails;
    if (common === null) return false;
    const isLast = stepOf(0, usable.length) === 1;
    const expected = this.#expected(one, 0, distance);
    if (expected >= (isLast ? MOST_BY_CHANCE : SURELY_NONE)) return true;
    return (
      !isLast &&
      expected >= SURELY_COPY &&
      this.#expected(one, OTHERS.length - 1, distance) >= MOST_BY_CHANCE
    );
  }

  /** How many images chance would bring as near as `distance`, by so many others. */
  #expected(view: View, level: number, distance: number): number {
    const key = view.index * 8 + view.symmetry;
    let nearest = this.#nearest.get(key);
    if (nearest === undefined) {
      if (this.#nearest.size >= MOST_KEPT) this.#nearest.clear();
      this.#nearest.set(key, (nearest = []));
    }
    const sampled = this.#others[level]!.length;
    nearest[level] ??= this.#look(view, this.#others[level]!);
    return expectedByChance(nearest[level], sampled, this.thumbnails.usable.length, distance);
  }

  /** @returns the smallest distances of the others, ascending */
  #look(view: View, others: Int32Array): Float64Array {
    const { thumbnails } = this;
    const nearest = new Float64Array(Math.min(NEAREST, Math.floor(others.length / 4))).fill(
      Infinity,
    );
    const last = nearest.length - 1;
    const correlations = thumbnails.correlations(view, others);
    // Iterators of typed arrays take longer than all else here.
    for (let at = 0; at < others.length; at++) {
      const other = others[at]!;
      if (other === view.index) continue;
      const distance = thumbnails.distance(view, other, correlations[at]!);
      if (distance >= nearest[last]!) continue;
      let to = last;
      for (; to > 0 && nearest[to - 1]! > distance; to--) nearest[to] = nearest[to - 1]!;
      nearest[to] = distance;
    }
    return nearest;
  }
}

function stepOf(level: number, usable: number): number {
  return Math.max(1, Math.floor(usable / OTHERS[level]!));
}
