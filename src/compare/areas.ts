import { type AreaTest, delongTest, tested } from "../evaluate/delong.ts";
import { groupsOf, unitsOf } from "../evaluate/groups.ts";
import { resampled } from "../evaluate/intervals.ts";
import { rank, rocAuc } from "../evaluate/ranking.ts";
import { sum } from "../evaluate/scores.ts";
import type { JudgedPair } from "./results.ts";
import type { Side } from "./side.ts";

/** The areas under the ROC curve of one class on the images that both runs judged. */
export interface PairedAreas extends AreaTest {
  label: string;
  images: number;
  /** Whole groups are drawn where A has groups, since DeLong's test takes images for independent. */
  method: "DeLong" | "bootstrap of groups";
}

/** Of more classes nobody looks at each. */
const MOST_TESTED = 20;

/**
 * Tests the areas of two runs: of two classes that of A's positive one, of more each against the rest.
 *
 * @returns none of a class without images, or with all of them, and none where the runs have other classes
 */
export function testAreas(
  { data, results, resolved }: Pick<Side, "data" | "results" | "resolved">,
  { data: other }: Pick<Side, "data">,
  pairs: readonly JudgedPair[],
): PairedAreas[] {
  if (!data || !results || !other || pairs.length === 0) return [];
  const { classes } = data;
  if (classes.length > MOST_TESTED || !isSameSet(classes, other.classes)) return [];
  const positive = results.metrics.positive?.label;
  const groupOf = groupsOf(data);
  const units = unitsOf(
    pairs.map(({ a }) => a),
    groupOf,
  );
  const isGrouped = pairs.some(({ a }) => groupOf.has(a.file));
  const { resamples } = resolved.evaluate;
  return (positive === undefined ? classes : [positive]).flatMap((label) => {
    const [inA, inB] = [classes.indexOf(label), other.classes.indexOf(label)];
    const isOfClass = pairs.map(({ a }) => a.actual === label);
    const a = rank(
      pairs.map((pair) => pair.a.probabilities[inA]!),
      isOfClass,
    );
    const b = rank(
      pairs.map((pair) => pair.b.probabilities[inB]!),
      isOfClass,
    );
    const test = delongTest(a, b);
    if (!test) return [];
    const of = { label, images: pairs.length };
    if (!isGrouped) return { ...of, ...test, method: "DeLong" as const };
    const differences = resampled({ units, resamples, seed: resolved.seed }, (weights) => {
      const [ofA, ofB] = [rocAuc(a, weights), rocAuc(b, weights)];
      return ofA === null || ofB === null ? [] : ofB - ofA;
    }).flat();
    const error = differences.length < 2 ? null : deviation(differences);
    return {
      ...of,
      ...test,
      ...tested(test.difference, error),
      method: "bootstrap of groups" as const,
    };
  });
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}

function deviation(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
}
