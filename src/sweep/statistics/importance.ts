import { isFree, scaleOf } from "../search/space.ts";
import { logMass } from "../search/truncated-normal.ts";
import type { Dimension, Json, Told } from "../types.ts";

/** Steps that a range is cut into. */
const STEPS = 50;
/** The trials that it shall be important for to be among. */
const TOP = 0.1;

/**
 * How much each key matters to being among the best tenth of the settings: PED-ANOVA (Watanabe, Bansal and Hutter,
 * 2023, "PED-ANOVA: Efficiently Quantifying Hyperparameter Importance in Arbitrary Subspaces") as Optuna has it, the
 * Pearson divergence between where the best tenth lies and where all of them lie. With fewer than five settings in that
 * tenth it tells little.
 *
 * @param told settings without an objective are left out
 * @returns shares that sum to 1, in the order of the dimensions: equal ones where nothing can be told
 */
export function importances(dimensions: readonly Dimension[], told: readonly Told[]): number[] {
  const finished = told.filter(({ objective }) => objective !== null && Number.isFinite(objective));
  const sorted = finished.map(({ objective }) => objective!).toSorted((a, b) => a - b);
  const cutoff = sorted[Math.ceil(TOP * sorted.length) - 1];
  const top = finished.filter(({ objective }) => objective! <= cutoff!);
  const divergences = dimensions.map((dimension, index) => {
    if (finished.length < 2 || !isFree(dimension)) return 0;
    const counts = [top, finished].map((trials) =>
      countsOf(
        dimension,
        trials.map(({ point }) => point[index]!),
      ),
    ) as [number[], number[]];
    const [best, all] = counts.map((of) => distribution(dimension, of)) as [number[], number[]];
    return all.reduce((sum, share, step) => sum + share * (best[step]! / share - 1) ** 2, 0);
  });
  const total = divergences.reduce((sum, value) => sum + value, 0);
  return divergences.map((value) => (total === 0 ? 1 / dimensions.length : value / total));
}

/** How many values lie nearest to each step: of a list each value is one. */
function countsOf(dimension: Dimension, values: readonly Json[]): number[] {
  const steps = stepsOf(dimension);
  const counts = Array.from({ length: steps }, () => 0);
  for (const value of values) counts[stepOf(dimension, value, steps)]! += 1;
  return counts;
}

function stepsOf(dimension: Dimension): number {
  if ("list" in dimension) return dimension.list.length;
  if (!("integer" in dimension)) return STEPS;
  const [low, high] = dimension.integer;
  const values = high - low + 1;
  return Math.min(STEPS, dimension.log ? Math.ceil(Math.log(values) / Math.log(2)) + 1 : values);
}

function stepOf(dimension: Dimension, value: Json, steps: number): number {
  if ("list" in dimension)
    return dimension.list.findIndex((one) => Bun.deepEquals(one, value, true));
  const ends =
    "integer" in dimension
      ? dimension.integer
      : "log" in dimension
        ? dimension.log
        : dimension.uniform;
  const onScale = scaleOf(dimension)!.isLog ? Math.log : (number: number) => number;
  const [low, high] = ends.map(onScale) as [number, number];
  const place = (onScale(value as number) - low) / ((high - low) / (steps - 1));
  // Half-way values go to the lower step.
  return Math.min(steps - 1, Math.max(0, Math.ceil(place - 0.5)));
}

/** The density at each step: kernels at the steps that there are values at, and one that is the prior. */
function distribution(dimension: Dimension, counts: readonly number[]): number[] {
  const seen = counts.flatMap((count, step) => (count > 0 ? [{ count, step }] : []));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const kernels = "list" in dimension ? listKernel(seen.length) : rangeKernel(seen, total);
  const prior =
    "list" in dimension
      ? () => 1 / counts.length
      : normalKernel((counts.length - 1) / 2, counts.length, counts.length);
  return counts.map(
    (_, at) =>
      (seen.reduce((sum, { count, step }) => sum + count * kernels(step, at, counts.length), 0) +
        prior(at)) /
        (total + 1) +
      1e-12,
  );
}

type Kernel = (step: number, at: number, steps: number) => number;

function listKernel(seen: number): Kernel {
  const share = 1 / (seen + 1);
  return (step, at, steps) => (share + (step === at ? 1 : 0)) / (1 + steps * share);
}

/** Scott's rule, and no narrower than that nine tenths lie within a step. */
function rangeKernel(seen: readonly { count: number; step: number }[], total: number): Kernel {
  const mean = seen.reduce((sum, { count, step }) => sum + count * step, 0) / total;
  const squares = seen.reduce((sum, { count, step }) => sum + count * (step - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, total - 1));
  let sum = 0;
  const cumulative = seen.map(({ count }) => (sum += count));
  const first = cumulative.findIndex((value) => value >= Math.floor(total / 4));
  const beyond = cumulative.findIndex((value) => value > Math.floor((total * 3) / 4));
  const third = beyond === -1 ? seen.length - 1 : beyond;
  const quartiles = seen[third]!.step - seen[first]!.step;
  const width = 1.059 * Math.min(quartiles / 1.34, deviation) * total ** -0.2;
  const narrowest = 0.5 / 1.64;
  return (step, at, steps) => normalKernel(step, Math.max(width, narrowest), steps)(at);
}

/** A normal distribution of whole steps, cut off half a step beyond the first and the last. */
function normalKernel(mean: number, deviation: number, steps: number): (at: number) => number {
  const place = (value: number) => (value - mean) / deviation;
  const all = logMass(place(-0.5), place(steps - 0.5));
  return (at) => Math.exp(logMass(place(at - 0.5), place(at + 0.5)) - all);
}
