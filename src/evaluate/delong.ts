import type { Interval } from "../layout.ts";
import { twoSidedP, Z } from "./normal.ts";
import type { Ranking } from "./ranking.ts";
import { sum } from "./scores.ts";

/**
 * 95 % interval of the area under the ROC curve (DeLong, DeLong and Clarke-Pearson, Biometrics 1988), for images that are
 * independent of each other.
 *
 * @returns null where it cannot be told: fewer than two images of the class or of the rest, or all of one above all of the
 *   other, which leaves the method without a width
 */
export function delongInterval(ranking: Ranking): Interval | null {
  const placed = placements(ranking);
  const variance = varianceOf(placed.positives, placed.negatives);
  if (variance === null || variance === 0) return null;
  const area = meanOf(placed.positives);
  const half = Z * Math.sqrt(variance);
  return { low: Math.max(0, area - half), high: Math.min(1, area + half) };
}

/** The areas of two networks on the same images. */
export interface AreaTest {
  a: number;
  b: number;
  /** b minus a. */
  difference: number;
  /** Of the difference, 95 %; null where it cannot be told. */
  interval: Interval | null;
  /** Two-sided. 1 where both rank alike. */
  p: number | null;
}

/**
 * DeLong's test of two correlated areas, for images that are independent of each other.
 *
 * @param a rankings of the same images in the same order, of which the same are positive
 * @returns null where there is no area: images of the class or of the rest are missing
 */
export function delongTest(a: Ranking, b: Ranking): AreaTest | null {
  const [inA, inB] = [placements(a), placements(b)];
  if (inA.positives.length === 0 || inA.negatives.length === 0) return null;
  const [ofA, ofB] = [meanOf(inA.positives), meanOf(inB.positives)];
  // Of the differences, in place of three variances: of two networks that rank alike it is 0 and not nearly 0.
  const variance = varianceOf(
    inB.positives.map((place, index) => place - inA.positives[index]!),
    inB.negatives.map((place, index) => place - inA.negatives[index]!),
  );
  return { a: ofA, b: ofB, ...tested(ofB - ofA, variance === null ? null : Math.sqrt(variance)) };
}

/** @param error standard error of a difference; null where it is not known */
export function tested(
  difference: number,
  error: number | null,
): Pick<AreaTest, "difference" | "interval" | "p"> {
  if (error === null) return { difference, interval: null, p: null };
  if (error === 0) return { difference, interval: null, p: difference === 0 ? 1 : null };
  const interval = {
    low: Math.max(-1, difference - Z * error),
    high: Math.min(1, difference + Z * error),
  };
  return { difference, interval, p: twoSidedP(difference / error) };
}

interface Placements {
  /** Of each image of the class, in the order of the images: the share of the others below it, ties counting half. */
  positives: number[];
  /** Of each other image: the share of those of the class above it. */
  negatives: number[];
}

function placements({ order, ends, isPositive }: Ranking): Placements {
  const places = new Float64Array(order.length);
  const positives = isPositive.reduce((count, is) => count + is, 0);
  const negatives = order.length - positives;
  let start = 0;
  let positivesAbove = 0;
  let negativesAbove = 0;
  for (const end of ends) {
    const tie = order.subarray(start, end);
    const ofClass = tie.reduce((count, image) => count + isPositive[image]!, 0);
    const others = tie.length - ofClass;
    for (const image of tie)
      places[image] = isPositive[image]
        ? (negatives - negativesAbove - others / 2) / negatives
        : (positivesAbove + ofClass / 2) / positives;
    positivesAbove += ofClass;
    negativesAbove += others;
    start = end;
  }
  const of = (wanted: number) =>
    Array.from(places).filter((_, image) => isPositive[image] === wanted);
  return { positives: of(1), negatives: of(0) };
}

/** Of a mean of placements; null of fewer than two of a kind. */
function varianceOf(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length < 2 || negatives.length < 2) return null;
  return spread(positives) / positives.length + spread(negatives) / negatives.length;
}

function spread(values: readonly number[]): number {
  const mean = meanOf(values);
  return sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
}

function meanOf(values: readonly number[]): number {
  return sum(values) / values.length;
}
