import { createHash } from "node:crypto";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/**
 * A random generator of its own for one purpose of a run, e.g. `stream(seed, "shuffle", epoch)`.
 * Streams with different keys are independent, so a new one never shifts another.
 */
export function stream(seed: number, ...keys: (string | number)[]): RandomGenerator {
  const hash = createHash("sha256")
    .update(JSON.stringify([seed, ...keys]))
    .digest();
  return xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => hash.readInt32LE(offset)));
}

/** A whole number from 1 to 2^31 - 1: never 0, which tfjs takes for "random". */
export function nonZeroSeed(seed: number, ...keys: (string | number)[]): number {
  return uniformInt(stream(seed, ...keys), 1, 2 ** 31 - 1);
}

/** The numbers 0 to length - 1 in a random order (Fisher-Yates). */
export function permutation(length: number, random: RandomGenerator): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last--) {
    const other = uniformInt(random, 0, last);
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
  return order;
}
