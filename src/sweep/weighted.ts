import type { PredictionRecord } from "../layout.ts";
import { brierScores, logLosses } from "../evaluate/probabilities.ts";
import { averagePrecision, rank, rocAuc } from "../evaluate/ranking.ts";
import {
  balancedAccuracy,
  classScores,
  cohensKappa,
  matthewsCorrelation,
  meanOf,
  sum,
  tally,
} from "../evaluate/scores.ts";
import { classFigure } from "../spec/sweeps/figures.ts";

/** A figure of some predictions from how often each of them counts; null where it is undefined. */
export type Weighted = (weights: Uint32Array) => number | null;

export interface WeightedContext {
  classes: readonly string[];
  /** The class that is looked for, of two; null of more. */
  positive: string | null;
  predictions: readonly PredictionRecord[];
}

/**
 * A figure that a sweep chooses by, as `figuresOf` has it.
 * @returns null for calibrationError, which depends on bins
 */
export function weighted(figure: string, context: WeightedContext): Weighted | null {
  const { classes, positive, predictions } = context;
  const probabilities = predictions.map((one) => one.probabilities);
  const labelOf = new Map(classes.map((label, index) => [label, index]));
  const labels = Uint32Array.from(predictions, ({ actual }) => labelOf.get(actual)!);
  const answers = Uint32Array.from(predictions, ({ predicted }) => labelOf.get(predicted)!);
  const counted = (weights: Uint32Array) => tally(labels, answers, classes.length, weights);
  const mean =
    (values: readonly number[]): Weighted =>
    (weights) => {
      let [part, total] = [0, 0];
      for (const [image, value] of values.entries()) {
        part += value * weights[image]!;
        total += weights[image]!;
      }
      return total === 0 ? null : part / total;
    };
  const area = (of: typeof rocAuc, which: readonly number[]): Weighted => {
    const rankings = which.map((label) =>
      rank(
        probabilities.map((row) => row[label]!),
        Array.from(labels, (one) => one === label),
      ),
    );
    return (weights) => meanOf(rankings.map((ranking) => of(ranking, weights)));
  };
  const score =
    (name: "precision" | "recall" | "specificity" | "f1", label?: number): Weighted =>
    (weights) => {
      const scores = classScores(counted(weights));
      return label === undefined ? meanOf(scores.map((one) => one[name])) : scores[label]![name];
    };
  const all = classes.map((_, label) => label);
  const ranked = positive === null ? all : [labelOf.get(positive)!];
  const ofClass = classFigure(figure);
  if (ofClass) {
    const label = labelOf.get(ofClass.label)!;
    if (ofClass.figure === "auc") return area(rocAuc, [label]);
    if (ofClass.figure === "averagePrecision") return area(averagePrecision, [label]);
    return score(ofClass.figure, label);
  }
  const own = positive === null ? undefined : labelOf.get(positive)!;
  const makers: Record<string, () => Weighted> = {
    accuracy: () => (weights) => {
      const { hits, supports } = counted(weights);
      return sum(supports) === 0 ? null : sum(hits) / sum(supports);
    },
    balancedAccuracy: () => (weights) => balancedAccuracy(counted(weights)),
    kappa: () => (weights) => cohensKappa(counted(weights)),
    matthews: () => (weights) => matthewsCorrelation(counted(weights)),
    loss: () => mean(logLosses(probabilities, labels)),
    brier: () => mean(brierScores(probabilities, labels)),
    auc: () => area(rocAuc, ranked),
    averagePrecision: () => area(averagePrecision, ranked),
    precision: () => score("precision"),
    recall: () => score("recall"),
    f1: () => score("f1"),
    specificity: () => score("specificity", own),
    sensitivity: () => score("recall", own),
  };
  return Object.hasOwn(makers, figure) ? makers[figure]!() : null;
}
