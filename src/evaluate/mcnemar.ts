import type { Interval } from "../layout.ts";
import { Z } from "./normal.ts";

/**
 * How likely it is that two equally good networks differ on the same images by at least as much as these two: the
 * two-sided p of McNemar's test (1947), exact by the binomial distribution however many images there are.
 *
 * @param onlyFirst images that the first alone has right
 * @param onlySecond images that the second alone has right
 * @returns 0 to 1; 1 where there is no such image
 */
export function mcnemar(onlyFirst: number, onlySecond: number): number {
  const fewer = Math.min(onlyFirst, onlySecond);
  const all = onlyFirst + onlySecond;
  let logTerm = -all * Math.LN2;
  for (let k = 1; k <= fewer; k++) logTerm += Math.log((all - fewer + k) / k);
  // Each smaller count's share of the largest term, until it no longer matters.
  let shares = 0;
  let share = 1;
  for (let k = fewer; share > Number.EPSILON * shares; k--) {
    shares += share;
    share *= k / (all - k + 1);
  }
  return Math.min(1, 2 * Math.exp(logTerm) * shares);
}

/**
 * 95 % interval of the second accuracy minus the first on the same images: Wald's after one image is added to either
 * kind of disagreement, which holds its level with few images too (Bonett and Price, 2012).
 */
export function differenceInterval(
  onlyFirst: number,
  onlySecond: number,
  images: number,
): Interval {
  const first = (onlyFirst + 1) / (images + 2);
  const second = (onlySecond + 1) / (images + 2);
  const centre = second - first;
  const half = Z * Math.sqrt((first + second - centre ** 2) / (images + 2));
  return { low: Math.max(-1, centre - half), high: Math.min(1, centre + half) };
}
