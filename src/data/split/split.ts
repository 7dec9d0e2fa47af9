import { createHash } from "node:crypto";
import type { Split } from "../../layout.ts";
import { byCodeUnit } from "../source/walk.ts";

/** Fractions from 0 to below 1 that are taken out of the training images; 0 makes no such split. */
export interface Fractions {
  validation: number;
  test: number;
}

/**
 * How many of `total` images go into each split, by largest remainder. Train gets
 * at least one, and each split with a fraction above 0 where there are enough.
 */
export function splitSizes(total: number, fractions: Fractions): Record<Split, number> {
  const shares = [
    {
      split: "train",
      ideal: total * (1 - fractions.validation - fractions.test),
    },
    { split: "validation", ideal: total * fractions.validation },
    { split: "test", ideal: total * fractions.test },
  ] as const;
  const sizes = { train: 0, validation: 0, test: 0 };
  let left = total;
  for (const { split, ideal } of shares) {
    sizes[split] = Math.floor(ideal);
    left -= sizes[split];
  }
  // 10 * (1 - 0.3 - 0.3) is 4 to a reader and 3.9999999999999996 here, which leaves the largest remainder there can be.
  const byRemainder = shares.toSorted(
    (a, b) => b.ideal - sizes[b.split] - (a.ideal - sizes[a.split]),
  );
  for (const { split } of byRemainder.slice(0, left)) sizes[split]++;

  for (const { split, ideal } of shares) {
    const largest = shares.reduce((best, share) =>
      sizes[share.split] > sizes[best.split] ? share : best,
    ).split;
    const fewest = split === "train" ? 0 : 1;
    if (ideal > 0 && sizes[split] === 0 && sizes[largest] > fewest) {
      sizes[split]++;
      sizes[largest]--;
    }
  }
  return sizes;
}

/**
 * The split of each file, in the order of `files`. Drawn from a hash of the seed and the file's own name, never from
 * its position: the order of the list changes nothing, and one file more moves at most one other in or out of each
 * held-out split.
 *
 * @param files distinct names, e.g. paths from the training folder
 */
export function assignSplits(
  files: readonly string[],
  fractions: Fractions,
  seed: number,
): Split[] {
  const sizes = splitSizes(files.length, fractions);
  const ranked = rank(files, seed);
  const assigned = Array.from<Split>({ length: files.length }).fill("train");
  // From opposite ends, so that a change of one split's size leaves the other alone.
  for (const index of ranked.slice(0, sizes.test)) assigned[index] = "test";
  for (const index of ranked.slice(files.length - sizes.validation)) assigned[index] = "validation";
  return assigned;
}

/**
 * The fold of each file, from 0, in the order of `files`: by the same hash, cut into runs of nearly equal length.
 *
 * @param before files of other classes that were dealt out already: which folds get one more goes on from there
 */
export function assignFolds(
  files: readonly string[],
  folds: number,
  seed: number,
  before: number,
): number[] {
  const assigned = Array.from<number>({ length: files.length }).fill(0);
  const sizes = Array.from({ length: folds }, (_, fold) => {
    const offset = (fold - (before % folds) + folds) % folds;
    return Math.floor((files.length - 1 - offset) / folds) + 1;
  });
  let fold = 0;
  let left = sizes[0]!;
  for (const index of rank(files, seed)) {
    while (left === 0) left = sizes[++fold]!;
    assigned[index] = fold;
    left--;
  }
  return assigned;
}

/** Positions of distinct names, by a hash of the seed and each name: whatever their order, and one name more shifts none. */
export function rank(names: readonly string[], seed: number): number[] {
  return names
    .map((name, index) => ({ name, index, key: draw(seed, name) }))
    .toSorted((a, b) => a.key - b.key || byCodeUnit(a.name, b.name))
    .map(({ index }) => index);
}

/** A whole number from 0 to 2^48 - 1. */
function draw(seed: number, file: string): number {
  return createHash("sha256")
    .update(JSON.stringify([seed, "split", file]))
    .digest()
    .readUIntBE(0, 6);
}
