import { erf, erfc } from "../../special-functions.ts";

// The standard normal distribution between two ends, in logarithms, so that its far tails keep their digits. Formulas of
// scipy.stats.truncnorm and of optuna.samplers._tpe._truncnorm, which was made from it.

const LOG_ROOT_2_PI = Math.log(Math.sqrt(2 * Math.PI));

/** ln Φ(x) */
export function logCumulative(x: number): number {
  if (x > 6) return -cumulative(-x);
  if (x > -20) return Math.log(cumulative(x));
  // Asymptotic series: from here on it converges to all digits.
  let sum = 1;
  let before = 0;
  let term = 1;
  for (let i = 1; Math.abs(sum - before) > Number.EPSILON; i++) {
    before = sum;
    term *= -(2 * i - 1) / x ** 2;
    sum += term;
  }
  return -0.5 * x ** 2 - Math.log(-x) - LOG_ROOT_2_PI + Math.log(sum);
}

function cumulative(x: number): number {
  return 0.5 * erfc(-x * Math.SQRT1_2);
}

/** Logarithm of the mass between two places. @param low @param high not below low */
export function logMass(low: number, high: number): number {
  if (high <= 0) return logDifference(logCumulative(high), logCumulative(low));
  // In the right tail the digits would be lost: there it is the left one of the mirror image.
  if (low > 0) return logDifference(logCumulative(-low), logCumulative(-high));
  const outside = (x: number) => 0.5 + 0.5 * erf(x * Math.SQRT1_2);
  return Math.log1p(-outside(low) - outside(-high));
}

function logDifference(more: number, less: number): number {
  return more + Math.log1p(-Math.exp(less - more));
}

function logSum(one: number, other: number): number {
  const most = Math.max(one, other);
  return most === -Infinity ? most : most + Math.log(Math.exp(one - most) + Math.exp(other - most));
}

/** The logarithm of the standard normal density. */
export function logDensity(x: number): number {
  return -(x ** 2) / 2 - LOG_ROOT_2_PI;
}

/** The place between two ends below which a share of the mass between them lies. @param share 0 to 1 */
export function quantile(share: number, low: number, high: number): number {
  if (share <= 0) return low;
  if (share >= 1) return high;
  const mass = logMass(low, high);
  const place =
    low < 0
      ? inverseLogCumulative(logSum(logCumulative(low), Math.log(share) + mass))
      : -inverseLogCumulative(logSum(logCumulative(-high), Math.log1p(-share) + mass));
  return Math.min(high, Math.max(low, place));
}

/** x with ln Φ(x) = y, by Newton's method. @param y below 0 */
function inverseLogCumulative(y: number): number {
  const isFlipped = y > -1e-2;
  const z = isFlipped ? Math.log(-Math.expm1(y)) : y;
  // The tail's first term, or the logistic distribution that is like the normal one.
  let x =
    z < -5
      ? -Math.sqrt(-2 * (z + LOG_ROOT_2_PI))
      : -(Math.sqrt(3) / Math.PI) * Math.log(Math.expm1(-z));
  for (let step = 0; step < 100; step++) {
    const log = logCumulative(x);
    const change = (log - z) * Math.exp(log - logDensity(x));
    x -= change;
    if (Math.abs(change) < 1e-8 * Math.abs(x)) break;
  }
  return isFlipped ? -x : x;
}
