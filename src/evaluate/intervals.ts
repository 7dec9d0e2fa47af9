import { uniformInt } from "pure-rand/distribution/uniformInt";
import { stream } from "../random.ts";
import type { Interval } from "../layout.ts";
import { Z } from "./normal.ts";

/** 95 % score interval of a proportion (Wilson, 1927). */
export function wilsonInterval(successes: number, trials: number): Interval {
  const share = successes / trials;
  const denominator = 1 + Z ** 2 / trials;
  const centre = (share + Z ** 2 / (2 * trials)) / denominator;
  const half =
    (Z * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2))) / denominator;
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * 95 % interval of a share of images that come in groups: that of drawing whole groups, and nowhere narrower than Wilson's.
 * Where groups are few, or each has as many hits, resamples hardly differ, which is no certainty: so many images tell no more
 * than as many independent ones (an effective sample no larger than the sample: Parker et al., Vital Health Stat 2017;2(175)).
 *
 * @param drawn of the bootstrap; null or undefined where it gives none
 */
export function groupedShareInterval<None extends null | undefined>(
  hits: number,
  of: number,
  drawn: Interval | None,
): Interval | None {
  if (!drawn || of === 0) return drawn;
  const { low, high } = wilsonInterval(hits, of);
  return { low: Math.min(low, drawn.low), high: Math.max(high, drawn.high) };
}

export interface Bootstrap {
  /** Which unit each image belongs to, from 0: its group, or itself. */
  units: Uint32Array;
  resamples: number;
  seed: number;
  /** Told after each resample how many of how many are done. */
  onResampled?: ((done: number, total: number) => void) | undefined;
}

/**
 * Figures of so many resamples: units are drawn with replacement, as many as there are, and a unit's images go with it, since
 * the images of one patient are no independent witnesses.
 *
 * @param figures from how often each image was drawn to the figures; the array is used again
 */
export function resampled<Figures>(
  { units, resamples, seed, onResampled }: Bootstrap,
  figures: (weights: Uint32Array) => Figures,
): Figures[] {
  const random = stream(seed, "bootstrap");
  const count = units.reduce((most, unit) => Math.max(most, unit), -1) + 1;
  const drawn: Figures[] = [];
  const times = new Uint32Array(count);
  const weights = new Uint32Array(units.length);
  for (let resample = 0; resample < resamples; resample++) {
    times.fill(0);
    for (let draw = 0; draw < count; draw++) times[uniformInt(random, 0, count - 1)]! += 1;
    for (let image = 0; image < weights.length; image++) weights[image] = times[units[image]!]!;
    drawn.push(figures(weights));
    onResampled?.(resample + 1, resamples);
  }
  return drawn;
}

/**
 * 95 % percentile intervals (Efron, 1979).
 *
 * @param figures see resampled; null where one is undefined
 * @param leastDefined the share of the resamples in which a figure has to be defined: where it is not in some, such as a ratio
 *   whose denominator was 0, the ends are those of the others
 * @returns an interval for each figure, null where it was undefined in every resample, or in too many
 */
export function bootstrapIntervals<Name extends string>(
  bootstrap: Bootstrap,
  figures: (weights: Uint32Array) => Partial<Record<Name, number | null>>,
  leastDefined = 0,
): Partial<Record<Name, Interval | null>> {
  const drawn = resampled(bootstrap, figures);
  const names = Object.keys(drawn[0] ?? {}) as Name[];
  return Object.fromEntries(
    names.map((name) => {
      const values = drawn.flatMap((figure) => figure[name] ?? []);
      const interval = { low: percentile(values, 0.025), high: percentile(values, 0.975) };
      const isDefined = values.length > 0 && values.length >= leastDefined * drawn.length;
      return [name, isDefined ? interval : null];
    }),
  ) as Partial<Record<Name, Interval | null>>;
}

/** Whether there is more than one unit to draw: of one alone every resample is the same, which is no certainty. */
export function canResample({ units, resamples }: Bootstrap): boolean {
  return resamples > 0 && units.some((unit) => unit !== units[0]);
}

/** null where all resamples agree: such an interval says no more than that the method does not tell. */
export function withWidth(interval: Interval | null | undefined): Interval | null {
  return interval && interval.high > interval.low ? interval : null;
}

/** Linear between the two nearest values, as numpy's default. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).toSorted();
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (place - below);
}
