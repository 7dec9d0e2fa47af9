import { incompleteBeta, logGamma } from "../../special-functions.ts";

/**
 * The two-sided p of Student's t: how likely a value at least as far from 0 is.
 * @param freedom degrees of freedom, above 0, whole or not
 */
export function studentTails(t: number, freedom: number): number {
  if (!Number.isFinite(t)) return 0;
  return incompleteBeta(freedom / (freedom + t ** 2), freedom / 2, 0.5);
}

/** The value below which a share of Student's t distribution lies. @param share above 0, below 1 */
export function studentQuantile(share: number, freedom: number): number {
  if (share === 0.5) return 0;
  if (share < 0.5) return -studentQuantile(1 - share, freedom);
  const tails = 2 * (1 - share);
  let [low, high] = [0, 1];
  while (studentTails(high, freedom) > tails) [low, high] = [high, 2 * high];
  let t = (low + high) / 2;
  // Newton's steps, and halves where one leads out of what is known.
  for (let step = 0; step < 200; step++) {
    const above = studentTails(t, freedom) - tails;
    if (above > 0) low = t;
    else high = t;
    const next = t + above / (2 * density(t, freedom));
    const moved = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(moved - t) <= 1e-15 * Math.abs(t)) return moved;
    t = moved;
  }
  return t;
}

function density(t: number, freedom: number): number {
  const logFactor =
    logGamma((freedom + 1) / 2) - logGamma(freedom / 2) - Math.log(freedom * Math.PI) / 2;
  return Math.exp(logFactor - ((freedom + 1) / 2) * Math.log1p(t ** 2 / freedom));
}
