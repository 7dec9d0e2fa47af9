/** Of the nearest, the share that is left out, as these may be copies themselves. */
const LEFT_OUT = 1 / 6;
/** Thumbnails of one picture after rounding are no nearer than this. */
const LEAST_DISTANCE = 1e-9;

/**
 * How many of many images chance alone would bring as near to one as `distance`: those that are nearest of a sample tell
 * how fast nearness becomes rare, and this goes on towards 0 as a power of the distance, F(d) = k/n (d/d_k)^m.
 *
 * The exponent m is estimated by Hill's estimator, without the very nearest (Hill 1975; as a dimension, Amsaleg et al.
 * 2015). i ln(d_(i+1)/d_i) are then exponential with mean 1/m and independent, so that the unknown m leaves an F
 * distribution with 2 and 2 K degrees of freedom, K of these being known: its tail is (1 + x/sum)^-K.
 *
 * @param nearest the k smallest distances in the sample, ascending
 * @param sampled images in the sample
 * @param searched images of which one might be as near
 */
export function expectedByChance(
  nearest: Float64Array,
  sampled: number,
  searched: number,
  distance: number,
): number {
  const k = nearest.length;
  const first = Math.floor(k * LEFT_OUT);
  const log = (value: number) => Math.log(Math.max(value, LEAST_DISTANCE));
  let sum = 0;
  for (let rank = first + 1; rank < k; rank++)
    sum += rank * (log(nearest[rank]!) - log(nearest[rank - 1]!));
  const nearer = Math.max(0, log(nearest[k - 1]!) - log(distance));
  const known = k - 1 - first;
  return ((searched * k) / sampled) * (nearer === 0 ? 1 : (1 + nearer / sum) ** -known);
}
