/**
 * Whether a trial goes on beyond a rung of asynchronous successive halving (ASHA; Li et al., 2020, "A System for
 * Massively Parallel Hyperparameter Tuning"), in the variant that stops trials and suspends none, as Optuna has it: it
 * goes on where it is among the best 1/eta, rounded down, of the trials that count there and of itself; and as long as
 * there are too few for one to be so, where it is the best.
 *
 * @param eta how many times fewer trials reach the next rung, above 1
 * @param own the trial's objective at the rung: smaller is better. null or NaN, where it has none, ends it
 * @param lower objectives at the rung of the trials of a lower number
 */
export function isPromoted(
  eta: number,
  own: number | null,
  lower: readonly (number | null)[],
): boolean {
  if (own === null || Number.isNaN(own)) return false;
  const others = lower.filter((value) => value !== null && !Number.isNaN(value));
  const promoted = Math.max(1, Math.floor((others.length + 1) / eta));
  return others.filter((value) => value! < own).length < promoted;
}
