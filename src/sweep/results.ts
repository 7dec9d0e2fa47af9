import type { History, Metrics } from "../layout.ts";
import {
  classFigure,
  classFigures,
  type FigureName,
  figures as names,
} from "../spec/sweeps/figures.ts";
import type { FigureValues, TrialRecord, TrialStatus } from "./layout.ts";

/** What a trial came to. */
export interface TrialResult {
  record: TrialRecord;
  status: TrialStatus;
  /** None of a trial that failed. */
  figures: FigureValues;
  /** What it trained for; 0 of a trial that failed. */
  epochs: number;
  /** null of a trial that failed. */
  history: History | null;
  /** Images that it was trained on and judged on. */
  images: { train: number; judged: number };
}

export function failedResult(record: TrialRecord): TrialResult {
  return {
    record,
    status: "failed",
    figures: {},
    epochs: 0,
    history: null,
    images: { train: 0, judged: 0 },
  };
}

/** Every figure that a sweep can choose by; of the positive class where metrics.json has it, otherwise of all classes. */
export function figuresOf(metrics: Metrics): FigureValues {
  const { macro, positive, classes } = metrics;
  const values: Record<FigureName, number | null> = {
    accuracy: metrics.accuracy,
    balancedAccuracy: metrics.balancedAccuracy,
    loss: metrics.loss,
    brier: metrics.brier,
    calibrationError: metrics.calibrationError,
    kappa: metrics.kappa,
    matthews: metrics.matthews,
    precision: macro.precision,
    recall: macro.recall,
    specificity: positive ? positive.specificity : macro.specificity,
    sensitivity: positive?.sensitivity ?? null,
    f1: macro.f1,
    auc: positive ? positive.auc : macro.auc,
    averagePrecision: positive ? positive.averagePrecision : macro.averagePrecision,
  };
  const ofClasses = classes.flatMap((scores) =>
    classFigures.map((figure) => [`${figure}.${scores.label}`, scores[figure]] as const),
  );
  return { ...values, ...Object.fromEntries(ofClasses) };
}

/** Names of figures that tables and comparisons show beside the objective, in their order. */
export const shownFigures = ["accuracy", "auc", "balancedAccuracy", "f1", "loss"] as const;

/** An objective, the smaller the better; null where it is undefined, or the trial failed or was stopped. */
export function objectiveOf(
  { status, figures }: Pick<TrialResult, "status" | "figures">,
  objective: { figure: string },
): number | null {
  const value = status === "completed" ? (figures[objective.figure] ?? null) : null;
  return value === null ? null : turned(value, objective.figure);
}

/** So that smaller is better; and back. */
export function turned(value: number, figure: string): number {
  const name = (classFigure(figure)?.figure ?? figure) as FigureName;
  return names[name] === "minimise" ? value : -value;
}
