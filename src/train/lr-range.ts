import { maximum } from "../arrays.ts";
import type { OptimizerSettings } from "../model/optimizers.ts";
import { laidDown, type Schedule } from "./schedules/schedule.ts";

/**
 * The learning-rate range test: the rate grows exponentially from one update to the next, and the loss tells which rates
 * train. Smith 2015, "Cyclical learning rates for training neural networks", https://arxiv.org/abs/1506.01186.
 */
export interface RateRange {
  /** Rate of the first update. */
  least: number;
  /** Rate of the last one. */
  most: number;
  /** Of the weights, at least LEAST_UPDATES. */
  updates: number;
}

/** One update of the weights in a range test. */
export interface Trial {
  /** From 1. */
  update: number;
  learningRate: number;
  /** Mean cross-entropy of its images in nats, before the weights move. */
  loss: number;
  /** Exponential average of the losses up to here. */
  smoothed: number;
}

/** How a test ended: with its last rate, or before it, since the loss diverged or was no longer a number. */
export type RangeEnd = "range" | "diverged" | "notFinite";

export interface RangeTest {
  range: RateRange;
  /** Losses that are finite numbers. */
  trials: readonly Trial[];
  end: RangeEnd;
  suggestion: Suggestion;
}

/** A rate, or why there is none: the loss is at best that of guessing, or grows without having fallen. */
export type Suggestion = Suggested | { kind: "flat" } | { kind: "rises" };

export interface Suggested {
  kind: "rate";
  /** Where the loss falls fastest, to two significant digits. */
  learningRate: number;
  /** Whether the loss was falling when the range ended. */
  isStillFalling: boolean;
}

/**
 * fastai and PyTorch Lightning take 100, for networks that are trained already. One that begins with random weights has
 * hardly moved by then, and the rate that is suggested would be several times too large.
 */
export const USUAL_UPDATES = 400;
export const LEAST_UPDATES = 40;
/** More points than a chart can show. */
export const MOST_UPDATES = 100_000;

/** Steps of about the size of the rate, whatever the gradients are: at 1 every weight is lost. */
const adaptive = { least: 1e-6, most: 1 };
const plain = { least: 1e-5, most: 10 };

/** Six powers of ten, in which the usual rate of the optimizer is. */
const usualRanges: Readonly<
  Record<keyof Required<OptimizerSettings>, Pick<RateRange, "least" | "most">>
> = {
  adam: adaptive,
  adamW: adaptive,
  adamax: adaptive,
  nadam: adaptive,
  rmsprop: adaptive,
  // Its authors use rates 3 to 10 times as small as Adam's.
  lion: { least: 1e-7, most: 0.1 },
  sgd: plain,
  adagrad: plain,
  // Its own unit is 1, which is PyTorch's default; Keras's is 0.001.
  adadelta: { least: 1e-4, most: 100 },
};

/** @param chosen in place of what is usual for the optimizer */
export function rangeOf(optimizer: OptimizerSettings, chosen: Partial<RateRange> = {}): RateRange {
  const name = Object.keys(optimizer)[0] as keyof OptimizerSettings;
  return { ...usualRanges[name], updates: USUAL_UPDATES, ...chosen };
}

/** From `least` to `most`, by the same factor from each update to the next. */
export function rangeSchedule({ least, most, updates }: RateRange): Schedule {
  return laidDown((update) => {
    const share = (update - 1) / (updates - 1);
    return least ** (1 - share) * most ** share;
  });
}

/**
 * Parts of a range: the loss is averaged over one, and its slope measured over one on either side. In a usual range that is
 * a factor of 2 in the rate.
 */
const SPANS = 20;
/**
 * fastai's and PyTorch Lightning's: at so many times its lowest value the smoothed loss has diverged. Here only above its
 * first value too: the loss of images that are easily told apart comes near 0, and is soon four times that by chance.
 */
const DIVERGED = 4;
/** The share at the beginning in which fastai looks for no descent: the average is of few updates there. */
const BEGINNING = 0.1;
/** In standard deviations of the smoothed loss, so far must it fall. Noise alone makes it fall by 3 to 6. */
const LEAST_FALL = 10;
/** And by this share of itself, which is too little to see on a chart. */
const LEAST_SHARE = 0.01;

function spanOf({ updates }: RateRange): number {
  return Math.max(1, Math.round(updates / SPANS));
}

/** The losses of a test as they come. */
export class Trials {
  readonly all: Trial[] = [];
  /** null as long as the test goes on. */
  end: RangeEnd | null = null;
  readonly #decay: number;
  #average = 0;
  #lowest = Infinity;

  constructor(readonly range: RateRange) {
    this.#decay = 1 - 1 / spanOf(range);
  }

  /** Smoothed as fastai and Adam do it, so that the beginning does not lean towards 0. */
  add(learningRate: number, loss: number): void {
    if (!Number.isFinite(loss)) {
      this.end = "notFinite";
      return;
    }
    const update = this.all.length + 1;
    this.#average = this.#decay * this.#average + (1 - this.#decay) * loss;
    const smoothed = this.#average / (1 - this.#decay ** update);
    this.all.push({ update, learningRate, loss, smoothed });
    const first = this.all[0]!.smoothed;
    if (smoothed > Math.max(DIVERGED * this.#lowest, first)) this.end = "diverged";
    else if (update === this.range.updates) this.end = "range";
    this.#lowest = Math.min(this.#lowest, smoothed);
  }
}

/**
 * What a test that has ended tells.
 * @param guessing loss of a network that knows nothing of the images, in nats
 */
export function conclude({ range, all: trials, end }: Trials, guessing: number): RangeTest {
  return { range, trials, end: end!, suggestion: suggest(range, trials, end!, guessing) };
}

/**
 * The rate at which the smoothed loss falls fastest, over the logarithm of the rate and before its lowest point: the
 * default of PyTorch Lightning, and fastai's "steep". What is above the loss of guessing does not count: how frequent the
 * classes are is learned first, with rates that teach nothing else. The average follows the loss by `span - 1` updates,
 * which are taken off.
 */
function suggest(
  range: RateRange,
  trials: readonly Trial[],
  end: RangeEnd,
  guessing: number,
): Suggestion {
  const span = spanOf(range);
  const first = Math.ceil(BEGINNING * range.updates);
  const searched = trials.slice(first);
  if (searched.length === 0) return { kind: "rises" };
  const { update, smoothed: lowest } = searched.reduce((one, other) =>
    other.smoothed < one.smoothed ? other : one,
  );
  const last = trials.at(-1)!;
  const upTo = trials.slice(0, update).map(({ smoothed }) => smoothed);
  const highest = maximum(upTo.slice(first));
  const leastFall = Math.max(LEAST_FALL * smoothedNoise(trials, span), LEAST_SHARE * highest);
  const isBelow = (high: number, low: number) => high - low > leastFall;
  const learned = upTo.map((smoothed) => Math.min(smoothed, guessing));
  const fallAt = (index: number) =>
    learned[index - span]! - learned[Math.min(index + span, update - 1)]!;
  let steepest = first + span;
  for (let index = steepest; index < update; index++)
    if (fallAt(index) > fallAt(steepest)) steepest = index;
  if (steepest >= update || !isBelow(Math.min(highest, guessing), lowest)) {
    const hasGrown = end !== "range" || isBelow(last.smoothed, lowest);
    return { kind: hasGrown && !isBelow(highest, lowest) ? "rises" : "flat" };
  }
  const { learningRate } = trials[steepest - (span - 1)]!;
  const isLowest = end === "range" && update > trials.length - span;
  return {
    kind: "rate",
    learningRate: Number(learningRate.toPrecision(2)),
    // Not where an average comes down from losses that exploded.
    isStillFalling: isLowest && isBelow(trials.at(-span)!.smoothed, last.smoothed),
  };
}

/** A quartile of a normal distribution, in standard deviations. */
const QUARTILE = 0.6745;

/**
 * Standard deviation of the smoothed loss that comes from the choice of the images alone. By the median of how far apart
 * the losses of two updates are, to which a loss that falls or explodes adds little.
 */
function smoothedNoise(trials: readonly Trial[], span: number): number {
  const steps = trials
    .slice(1)
    .map(({ loss }, index) => Math.abs(loss - trials[index]!.loss))
    .toSorted((a, b) => a - b);
  const noise = (steps[steps.length >> 1] ?? 0) / (QUARTILE * Math.SQRT2);
  // Of an average that keeps 1 - 1/span of itself.
  return noise / Math.sqrt(2 * span - 1);
}
