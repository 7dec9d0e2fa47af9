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

/** How near other images are to a thumbnail, turned or not: looked up as far as somebody asks. */
export class Surroundings {
  /** By how many others were looked at. */
  readonly #nearest: Float64Array[] = [];

  constructor(
    readonly thumbnails: Thumbnails,
    readonly view: View,
  ) {}

  /** How many images chance would bring as near as `distance`, by so many others. */
  expected(level: number, distance: number): number {
    const { usable } = this.thumbnails;
    const step = stepOf(level, usable.length);
    const sampled = Math.ceil(usable.length / step);
    const nearest = (this.#nearest[level] ??= this.#look(step, sampled));
    return expectedByChance(nearest, sampled, usable.length, distance);
  }

  /** @returns the smallest distances of every `step`-th, ascending */
  #look(step: number, sampled: number): Float64Array {
    const { thumbnails, view } = this;
    const nearest = new Float64Array(Math.min(NEAREST, Math.floor(sampled / 4))).fill(Infinity);
    const last = nearest.length - 1;
    for (let at = 0; at < thumbnails.usable.length; at += step) {
      const other = thumbnails.usable[at]!;
      if (other === view.index) continue;
      const distance = thumbnails.distance(view, other, thumbnails.correlation(view, other));
      if (distance >= nearest[last]!) continue;
      let to = last;
      for (; to > 0 && nearest[to - 1]! > distance; to--) nearest[to] = nearest[to - 1]!;
      nearest[to] = distance;
    }
    return nearest;
  }
}

/**
 * Whether two are nearer than chance explains, seen from either: one of them may be alone, and the other amid many that
 * look like it.
 */
export function areCopies(one: Surroundings, other: Surroundings, distance: number): boolean {
  const { common, usable } = one.thumbnails;
  // Too few do not tell what is near by chance either.
  if (common === null) return true;
  for (let level = 0; ; level++) {
    const isLast = level === OTHERS.length - 1 || stepOf(level, usable.length) === 1;
    const most = isLast ? MOST_BY_CHANCE : SURELY_NONE;
    const expected = one.expected(level, distance);
    if (expected >= most) return false;
    const expectedOfOther = other.expected(level, distance);
    if (expectedOfOther >= most) return false;
    if (isLast || Math.max(expected, expectedOfOther) < SURELY_COPY) return true;
  }
}

function stepOf(level: number, usable: number): number {
  return Math.max(1, Math.floor(usable / OTHERS[level]!));
}
