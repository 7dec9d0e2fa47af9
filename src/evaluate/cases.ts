import type { ChosenThreshold, PredictionRecord } from "../layout.ts";
import { positiveOf, type Settings } from "./operating.ts";
import { rank, type Ranking } from "./ranking.ts";
import { tally, type Tally } from "./scores.ts";

/** The predictions as columns. */
export class Cases {
  readonly probabilities: number[][];
  readonly labels: Uint32Array;
  readonly answers: Uint32Array;
  /** Of each class against the rest. */
  readonly rankings: Ranking[];
  /** The class that is looked for where there are two, otherwise null. */
  readonly positive: number | null;

  constructor(
    readonly classes: readonly string[],
    predictions: readonly PredictionRecord[],
    readonly settings: Settings,
    /** undefined where a threshold is to be chosen on these. */
    readonly chosen?: ChosenThreshold | null,
  ) {
    const numbers = new Map(classes.map((label, index) => [label, index]));
    this.probabilities = predictions.map(({ probabilities }) => probabilities);
    this.labels = Uint32Array.from(predictions, ({ actual }) => numbers.get(actual)!);
    this.answers = Uint32Array.from(predictions, ({ predicted }) => numbers.get(predicted)!);
    this.rankings = classes.map((name, label) =>
      rank(
        this.probabilities.map((row) => row[label]!),
        predictions.map(({ actual }) => actual === name),
      ),
    );
    this.positive = classes.length === 2 ? positiveOf(classes, settings) : null;
  }

  /** @param weights how often each image counts; once each by default */
  tally(weights?: Uint32Array): Tally {
    return tally(this.labels, this.answers, this.classes.length, weights);
  }
}
