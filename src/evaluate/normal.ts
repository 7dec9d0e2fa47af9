/** 97.5 % of a standard normal variable lies below it. */
export const Z = 1.959963984540054;

/** How likely a standard normal variable is at least as far from 0. To 14 significant digits, however far. */
export function twoSidedP(z: number): number {
  return complementaryError(Math.abs(z) / Math.SQRT2);
}

/** From here on the continued fraction needs fewer terms than the series, and keeps its digits where the tail is thin. */
const FAR = 2.5;
const FRACTIONS = 120;

/** erfc(x) for x >= 0 (Abramowitz and Stegun, 7.1.6 and 7.1.14). */
function complementaryError(x: number): number {
  if (x < FAR) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > Number.EPSILON * sum; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let fraction = x;
  for (let n = FRACTIONS; n >= 1; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));
}
