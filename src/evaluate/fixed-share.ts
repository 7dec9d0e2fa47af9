import type { OperatingShare } from "../layout.ts";
import { rankedPoints, type Ranking } from "./ranking.ts";

/**
 * The most of one share that any threshold reaches which keeps the other: the sensitivity at a specificity of at least 0.9,
 * or the specificity at a sensitivity. Nothing is interpolated between thresholds; saying the class of none, or of all, is
 * one too.
 *
 * @param kept what `wanted` is of @param weights how often each image counts, by its position; once each by default
 * @returns null where images of the class or of the rest are missing
 */
export function otherShare(
  ranking: Ranking,
  kept: OperatingShare,
  wanted: number,
  weights?: ArrayLike<number>,
): number | null {
  const points = rankedPoints(ranking, weights);
  const { truePositives: positives, falsePositives: negatives } = points.at(-1)!;
  if (positives === 0 || negatives === 0) return null;
  if (kept === "sensitivity") {
    const point = points.find(({ truePositives }) => truePositives / positives >= wanted)!;
    return (negatives - point.falsePositives) / negatives;
  }
  const point = points.findLast(
    ({ falsePositives }) => (negatives - falsePositives) / negatives >= wanted,
  );
  return (point?.truePositives ?? 0) / positives;
}
