import type { RankedPoint, Sides } from "./ranking.ts";

/**
 * What acting on an answer is worth, in images of the class found, less what acting on others costs (Vickers and Elkin,
 * 2006): true positives less false ones times the odds of the threshold, as a share of all images.
 *
 * @param threshold the probability from which on one would act, above 0 and below 1
 * @param prevalence of the class, where it is another than among these images
 * @returns at most the prevalence; null where one is needed and images of the class or of the rest are missing
 */
export function netBenefit(sides: Sides, threshold: number, prevalence?: number): number | null {
  const { truePositives, falsePositives, positives, negatives } = sides;
  const odds = threshold / (1 - threshold);
  if (prevalence === undefined) {
    const images = positives + negatives;
    return truePositives / images - (falsePositives / images) * odds;
  }
  if (positives === 0 || negatives === 0) return null;
  return (
    (truePositives / positives) * prevalence -
    (falsePositives / negatives) * (1 - prevalence) * odds
  );
}

/** Of acting on every image. Of acting on none it is 0. */
export function netBenefitOfAll(
  { positives, negatives }: Pick<Sides, "positives" | "negatives">,
  threshold: number,
  prevalence?: number,
): number | null {
  const all = { truePositives: positives, falsePositives: negatives, positives, negatives };
  return netBenefit(all, threshold, prevalence);
}

/**
 * The threshold among cases of one prevalence that is another one where they are as frequent as elsewhere: probabilities move
 * by Bayes' rule, their odds times the odds of the new prevalence over those of the old.
 *
 * @returns above 0 and below 1
 */
export function movedThreshold(threshold: number, from: number, to: number): number {
  const odds = (share: number) => share / (1 - share);
  const moved = (odds(threshold) * odds(from)) / odds(to);
  return moved / (1 + moved);
}

/**
 * Images on either side of each of some thresholds.
 * @param points at least one @param thresholds growing
 */
export function sidesAt(points: readonly RankedPoint[], thresholds: readonly number[]): Sides[] {
  const { truePositives: positives, falsePositives: negatives } = points.at(-1)!;
  let last = points.length - 1;
  return thresholds.map((threshold) => {
    while (last >= 0 && points[last]!.threshold < threshold) last--;
    const { truePositives = 0, falsePositives = 0 } = points[last] ?? {};
    return { truePositives, falsePositives, positives, negatives };
  });
}
