import { uniformInt } from "pure-rand/distribution/uniformInt";
import { stream } from "../../random.ts";
import type { Interval } from "../../layout.ts";
import { percentile } from "../../evaluate/intervals.ts";
import { meanOf } from "./mean.ts";

/** How much better the best of many trials looks than it is, because it was chosen by the figures that it shows. */
export interface Optimism {
  /** The winner's objective as it was measured: the smaller the better. */
  apparent: number;
  /** What it can be expected to be on other images. */
  corrected: number;
  /** corrected − apparent: above 0 where choosing flatters. */
  optimism: number;
  /** Of `corrected`, 95 %. */
  interval: Interval;
}

export interface BootstrapOptimism {
  trials: number;
  /** Which unit each image belongs to, from 0: its group, or itself. */
  units: Uint32Array;
  resamples: number;
  seed: number;
}

/**
 * The bootstrap bias correction of Tsamardinos, Greasidou and Borboudakis (2018, "Bootstrapping the out-of-sample
 * predictions for efficient and accurate cross-validation", Machine Learning 107): units are drawn with replacement, the
 * best trial by those that were drawn is chosen, and judged by those that were not. The mean over the resamples is what
 * a choice among these trials can be expected to come to: nothing is trained again, as all predictions are there. They
 * may be of one validation split, or of all folds together.
 *
 * It is a little pessimistic: a choice by all the units is better informed than one by the 63 % that a resample holds.
 *
 * @param objective from how often each image counts to a trial's objective, smaller is better: null where it is undefined
 * @returns null where no trial has an objective
 */
export function bootstrapOptimism(
  { trials, units, resamples, seed }: BootstrapOptimism,
  objective: (trial: number, weights: Uint32Array) => number | null,
): Optimism | null {
  const winnerBy = (weights: Uint32Array) => {
    let best: { trial: number; value: number } | null = null;
    for (let trial = 0; trial < trials; trial++) {
      const value = objective(trial, weights);
      if (value !== null && (best === null || value < best.value)) best = { trial, value };
    }
    return best;
  };
  const winner = winnerBy(new Uint32Array(units.length).fill(1));
  if (winner === null) return null;
  const random = stream(seed, "sweep", "optimism");
  const count = units.reduce((most, unit) => Math.max(most, unit), -1) + 1;
  const judged: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    const times = new Uint32Array(count);
    for (let draw = 0; draw < count; draw++) times[uniformInt(random, 0, count - 1)]! += 1;
    const chosen = winnerBy(units.map((unit) => times[unit]!));
    const value =
      chosen &&
      objective(
        chosen.trial,
        units.map((unit) => (times[unit] === 0 ? 1 : 0)),
      );
    if (value !== null) judged.push(value);
  }
  if (judged.length === 0) return null;
  const corrected = meanOf(judged);
  return {
    apparent: winner.value,
    corrected,
    optimism: corrected - winner.value,
    interval: { low: percentile(judged, 0.025), high: percentile(judged, 0.975) },
  };
}
