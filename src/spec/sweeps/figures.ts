/** Figures of metrics.json that a sweep can choose by, and which way each is better. */
export const figures = {
  accuracy: "maximise",
  balancedAccuracy: "maximise",
  loss: "minimise",
  brier: "minimise",
  calibrationError: "minimise",
  kappa: "maximise",
  matthews: "maximise",
  precision: "maximise",
  recall: "maximise",
  specificity: "maximise",
  sensitivity: "maximise",
  f1: "maximise",
  auc: "maximise",
  averagePrecision: "maximise",
} as const;
export type FigureName = keyof typeof figures;
export type Direction = "maximise" | "minimise";

/** Where a figure can lie; of most from 0 to 1. */
export function figureRange(name: string): { low: number; high: number } {
  if (name === "loss") return { low: 0, high: Infinity };
  if (name === "brier") return { low: 0, high: 2 };
  return { low: name === "kappa" || name === "matthews" ? -1 : 0, high: 1 };
}

/** Those that each class has of its own: `recall.pneumonia`. */
export const classFigures = [
  "precision",
  "recall",
  "specificity",
  "f1",
  "auc",
  "averagePrecision",
] as const;

/** `recall.pneumonia` as what it is of which class; undefined where a figure is of no class. */
export function classFigure(
  name: string,
): { figure: (typeof classFigures)[number]; label: string } | undefined {
  const figure = classFigures.find((one) => name.startsWith(`${one}.`));
  return figure && { figure, label: name.slice(figure.length + 1) };
}

export function isFigure(name: string): name is FigureName {
  return Object.hasOwn(figures, name);
}
