import type { OperatingShare } from "../layout.ts";
import type { RankedPoint } from "./ranking.ts";

/**
 * The most of one share that any threshold reaches which keeps the other: the sensitivity at a specificity of at least 0.9,
 * or the specificity at a sensitivity. Nothing is interpolated between thresholds; saying the class of none, or of all, is
 * one too.
 *
 * @param points at least one @param kept what `wanted` is of
 * @returns null where images of the class or of the rest are missing
 */
export function otherShare(
  points: readonly RankedPoint[],
  kept: OperatingShare,
  wanted: number,
): number | null {
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
