import type { OperatingShare } from "../layout.ts";

/** Figures and curves of one class against the rest: images ranked by their probability of the class. */

/** The images from the most to the least probable. Images of one probability stand in one tie. */
export interface Ranking {
  /** Positions of the images, the most probable first. */
  order: Uint32Array;
  /** Where each tie ends in `order`, exclusive. */
  ends: number[];
  /** The probability of each tie. */
  thresholds: number[];
  /** 1 where the image is of the class, by its position. */
  isPositive: Uint8Array;
}

export function rank(scores: readonly number[], isPositive: readonly boolean[]): Ranking {
  const order = Uint32Array.from(scores, (_, index) => index).toSorted(
    (a, b) => scores[b]! - scores[a]! || a - b,
  );
  const ends: number[] = [];
  for (let position = 1; position <= order.length; position++) {
    if (position === order.length || scores[order[position]!] !== scores[order[position - 1]!])
      ends.push(position);
  }
  const thresholds = ends.map((end) => scores[order[end - 1]!]!);
  return { order, ends, thresholds, isPositive: Uint8Array.from(isPositive, Number) };
}

/** Images that count as positive when the threshold is the probability of a tie: p >= threshold. */
export interface RankedPoint {
  threshold: number;
  truePositives: number;
  falsePositives: number;
}

/** @param weights how often each image counts, by its position; once each by default */
export function rankedPoints(ranking: Ranking, weights?: ArrayLike<number>): RankedPoint[] {
  const { order, ends, thresholds, isPositive } = ranking;
  let position = 0;
  let truePositives = 0;
  let falsePositives = 0;
  return ends.map((end, tie) => {
    for (; position < end; position++) {
      const image = order[position]!;
      const weight = weights ? weights[image]! : 1;
      if (isPositive[image]) truePositives += weight;
      else falsePositives += weight;
    }
    return { threshold: thresholds[tie]!, truePositives, falsePositives };
  });
}

/**
 * Area under the ROC curve by the trapezoidal rule: the chance that an image of the class is ranked above another,
 * ties counting half. null where all images are of the class, or none.
 */
export function rocAuc(ranking: Ranking, weights?: ArrayLike<number>): number | null {
  const { order, ends, isPositive } = ranking;
  let position = 0;
  let above = 0;
  let negatives = 0;
  let area = 0;
  for (const end of ends) {
    let positives = 0;
    let others = 0;
    for (; position < end; position++) {
      const image = order[position]!;
      const weight = weights ? weights[image]! : 1;
      if (isPositive[image]) positives += weight;
      else others += weight;
    }
    area += others * (above + positives / 2);
    above += positives;
    negatives += others;
  }
  return above === 0 || negatives === 0 ? null : area / (above * negatives);
}

/**
 * Sum over the thresholds of precision times what recall gains there, without interpolation: scikit-learn's
 * average_precision_score. null where no image is of the class.
 */
export function averagePrecision(ranking: Ranking, weights?: ArrayLike<number>): number | null {
  const points = rankedPoints(ranking, weights);
  const positives = points.at(-1)?.truePositives ?? 0;
  if (positives === 0) return null;
  let found = 0;
  let total = 0;
  for (const { truePositives, falsePositives } of points) {
    // Of images that were not drawn there is nothing yet.
    if (truePositives === found) continue;
    total +=
      ((truePositives - found) / positives) * (truePositives / (truePositives + falsePositives));
    found = truePositives;
  }
  return total;
}

/**
 * The highest threshold that reaches a sensitivity, or the lowest that keeps a specificity.
 * @returns null where images of the class or of the rest are missing, or the most probable image is one too many
 */
export function thresholdFor(
  ranking: Ranking,
  share: OperatingShare,
  wanted: number,
): number | null {
  const points = rankedPoints(ranking);
  const { truePositives: positives, falsePositives: negatives } = points.at(-1)!;
  if (positives === 0 || negatives === 0) return null;
  const point =
    share === "sensitivity"
      ? points.find(({ truePositives }) => truePositives / positives >= wanted)
      : points.findLast(({ falsePositives }) => (negatives - falsePositives) / negatives >= wanted);
  return point?.threshold ?? null;
}

/** Images on either side of a threshold. */
export interface Sides {
  truePositives: number;
  falsePositives: number;
  positives: number;
  negatives: number;
}

/** @param weights how often each image counts, by its position; once each by default */
export function sidesOf(ranking: Ranking, threshold: number, weights?: ArrayLike<number>): Sides {
  const points = rankedPoints(ranking, weights);
  const { truePositives: positives, falsePositives: negatives } = points.at(-1)!;
  const at = points.findLast((point) => point.threshold >= threshold);
  const { truePositives = 0, falsePositives = 0 } = at ?? {};
  return { truePositives, falsePositives, positives, negatives };
}
