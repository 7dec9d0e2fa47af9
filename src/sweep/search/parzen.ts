import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { maximum } from "../../arrays.ts";
import type { Dimension } from "../types.ts";
import { scaleOf, type Scale } from "./space.ts";
import { logDensity, logMass, quantile } from "./truncated-normal.ts";

/**
 * A density over the whole space: one kernel for each point that was seen and one that is the prior, each a product over
 * the dimensions (the multivariate Parzen estimator of Falkner et al., 2018, with the constants of Optuna's TPESampler).
 */
export interface ParzenEstimator {
  /** Of each kernel: they sum to 1. The last is the prior's. */
  weights: Float64Array;
  dimensions: readonly Kernels[];
}

/** Of one dimension: all kernels' distributions. */
export type Kernels = ListKernels | RangeKernels;

/** `probabilities[kernel][index of the value]` */
export interface ListKernels {
  probabilities: readonly Float64Array[];
}

/** Normal distributions on the dimension's scale, cut off at its ends. */
export interface RangeKernels {
  scale: Scale;
  means: Float64Array;
  deviations: Float64Array;
}

/**
 * A point as numbers: of a list the index of the value, of a range the number itself, not its logarithm.
 */
export type Coordinates = readonly number[];

/** @param seen the oldest first */
export function parzenEstimator(
  dimensions: readonly Dimension[],
  seen: readonly Coordinates[],
): ParzenEstimator {
  const weights = Float64Array.of(...trialWeights(seen.length), 1);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return {
    weights: weights.map((weight) => weight / sum),
    dimensions: dimensions.map((dimension, index) => {
      const values = seen.map((point) => point[index]!);
      return "list" in dimension
        ? listKernels(dimension.list.length, values)
        : rangeKernels(scaleOf(dimension)!, values);
    }),
  };
}

/** The latest 25 count whole, those before them less, in equal steps down to 1/n. */
function trialWeights(count: number): number[] {
  const FULL = 25;
  const ramp = Math.max(0, count - FULL);
  return Array.from({ length: count }, (_, index) => {
    if (index >= ramp) return 1;
    return ramp === 1 ? 1 / count : 1 / count + (index / (ramp - 1)) * (1 - 1 / count);
  });
}

function listKernels(choices: number, values: readonly number[]): ListKernels {
  if (values.length === 0) return { probabilities: [new Float64Array(choices).fill(1 / choices)] };
  const share = 1 / (values.length + 1);
  const sum = 1 + choices * share;
  const seen = values.map((value) =>
    new Float64Array(choices).map((_, index) => (share + (index === value ? 1 : 0)) / sum),
  );
  return { probabilities: [...seen, new Float64Array(choices).fill(1 / choices)] };
}

function rangeKernels(scale: Scale, values: readonly number[]): RangeKernels {
  const { low, high, isLog } = scale;
  const means = isLog ? values.map(Math.log) : values;
  return {
    scale,
    means: Float64Array.of(...means, (low + high) / 2),
    deviations: Float64Array.of(...deviationsOf(means, low, high), high - low),
  };
}

/**
 * As wide as the way to the farther neighbour, the outermost ones to their only one, and no narrower than the range by
 * the number of kernels ("magic clip").
 */
function deviationsOf(means: readonly number[], low: number, high: number): number[] {
  const order = Array.from(means.keys()).toSorted((a, b) => means[a]! - means[b]!);
  const least = (high - low) / Math.min(100, 2 + means.length);
  const deviations = Array.from(means, () => 0);
  order.forEach((index, place) => {
    const mean = means[index]!;
    const [before, after] = [order[place - 1], order[place + 1]];
    // Of a single one the ends of the range are the neighbours.
    const isAlone = before === undefined && after === undefined;
    const below = before === undefined ? (isAlone ? low : mean) : means[before]!;
    const above = after === undefined ? (isAlone ? high : mean) : means[after]!;
    const widest = Math.max(mean - below, above - mean);
    deviations[index] = Math.min(high - low, Math.max(least, widest));
  });
  return deviations;
}

/** @returns points that are distributed as the estimator is; of a range on its scale, not yet rounded */
export function drawPlaces(
  { weights, dimensions }: ParzenEstimator,
  count: number,
  random: RandomGenerator,
): number[][] {
  return Array.from({ length: count }, () => {
    const kernel = indexAt(weights, uniformFloat64(random));
    return dimensions.map((kernels) => {
      const share = uniformFloat64(random);
      if ("probabilities" in kernels) return indexAt(kernels.probabilities[kernel]!, share);
      const [mean, deviation] = [kernels.means[kernel]!, kernels.deviations[kernel]!];
      const { low, high } = kernels.scale;
      return (
        mean + deviation * quantile(share, (low - mean) / deviation, (high - mean) / deviation)
      );
    });
  });
}

/** Where in weights that sum to 1 a share falls. */
function indexAt(weights: Float64Array, share: number): number {
  let sum = 0;
  const found = weights.findIndex((weight) => share < (sum += weight));
  return found === -1 ? weights.length - 1 : found;
}

/** Logarithms of the density at points; of whole numbers and lists of the probability. */
export function logDensities(
  { weights, dimensions }: ParzenEstimator,
  points: readonly Coordinates[],
): number[] {
  const logWeights = weights.map(Math.log);
  const adders = dimensions.map(densityAdder);
  return points.map((point) => {
    const ofKernels = Float64Array.from(logWeights);
    adders.forEach((add, index) => add(point[index]!, ofKernels));
    const most = maximum(ofKernels);
    if (most === -Infinity) return most;
    let sum = 0;
    for (const log of ofKernels) sum += Math.exp(log - most);
    return most + Math.log(sum);
  });
}

/** Adds the logarithm of each kernel's density of a dimension at a value to that kernel's sum. */
function densityAdder(kernels: Kernels): (value: number, sums: Float64Array) => void {
  if ("probabilities" in kernels)
    return (value, sums) => {
      for (let kernel = 0; kernel < sums.length; kernel++)
        sums[kernel]! += Math.log(kernels.probabilities[kernel]![value]!);
    };
  const { means, deviations, scale } = kernels;
  const { low, high, isLog, isInteger } = scale;
  const place = (kernel: number, onScale: number) =>
    (onScale - means[kernel]!) / deviations[kernel]!;
  // What is the same for every value: the mass between the ends, and of a density its height.
  const constant = means.map(
    (_, kernel) =>
      -logMass(place(kernel, low), place(kernel, high)) -
      (isInteger ? 0 : Math.log(deviations[kernel]!)),
  );
  const onScale = (value: number) => (isLog ? Math.log(value) : value);
  if (isInteger)
    return (value, sums) => {
      const [from, to] = [onScale(value - 0.5), onScale(value + 0.5)];
      for (let kernel = 0; kernel < sums.length; kernel++)
        sums[kernel]! += logMass(place(kernel, from), place(kernel, to)) + constant[kernel]!;
    };
  return (value, sums) => {
    const at = onScale(value);
    for (let kernel = 0; kernel < sums.length; kernel++)
      sums[kernel]! += logDensity(place(kernel, at)) + constant[kernel]!;
  };
}
