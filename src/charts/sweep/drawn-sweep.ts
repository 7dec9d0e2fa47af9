import { classFigure, figures, type Direction } from "../../spec/sweeps/figures.ts";
import type { SettingSummary, SweepSummary } from "../../sweep/layout.ts";
import { isMapping, valueText as settingText } from "../../sweep/value-text.ts";
import { shownFigure, type SweepText } from "../../sweep/sweep-text.ts";
import type { Dimension, Json, Point, Told } from "../../sweep/types.ts";
import { distinct, shown } from "../../markup/label.ts";

/** The figure that charts show: the objective, or the accuracy where none is chosen by. */
export interface ShownFigure {
  name: string;
  /** In a sentence. */
  words: string;
  /** At the head of a chart. */
  title: string;
  direction: Direction;
}

export function figureOf(summary: SweepSummary): ShownFigure {
  const name = shownFigure(summary);
  const words = figureWords(name);
  const direction = summary.objective?.direction ?? figures.accuracy;
  return { name, words, title: capitalised(words), direction };
}

const named: Readonly<Record<keyof typeof figures, string>> = {
  accuracy: "accuracy",
  balancedAccuracy: "balanced accuracy",
  loss: "loss",
  brier: "Brier score",
  calibrationError: "calibration error",
  kappa: "Cohen's kappa",
  matthews: "Matthews correlation",
  precision: "macro precision",
  recall: "macro recall",
  specificity: "specificity",
  sensitivity: "sensitivity",
  f1: "macro F1",
  auc: "area under ROC",
  averagePrecision: "average precision",
};

/** `auc` → "area under ROC"; `recall.cat` → "recall of cat" */
export function figureWords(name: string): string {
  const ofClass = classFigure(name);
  if (ofClass) return `${named[ofClass.figure].replace(/^macro /, "")} of ${shown(ofClass.label)}`;
  return named[name as keyof typeof named] ?? shown(name);
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A setting that came to an end, with its figure. */
export interface FinishedSetting {
  setting: SettingSummary;
  figure: number;
}

/** In the order of their numbers. */
export function finishedSettings({ summary }: SweepText): FinishedSetting[] {
  const { name } = figureOf(summary);
  return summary.settings.flatMap((setting) => {
    const figure = setting.objective ?? setting.figures[name]?.mean ?? null;
    return figure === null || !Number.isFinite(figure) ? [] : [{ setting, figure }];
  });
}

/** "3 failed, 1 stopped early": settings that came to no figure. */
export function unfinishedText({ settings }: SweepSummary): string {
  const failed = settings.filter((one) => one.failed.length > 0).length;
  const stopped = settings.filter(
    (one) => one.failed.length === 0 && one.stopped.length > 0,
  ).length;
  return [
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(stopped > 0 ? [`${stopped} stopped early`] : []),
  ].join(", ");
}

/** How a setting that came to no figure is marked. */
export const cross = {
  type: "point",
  shape: "cross",
  angle: 45,
  filled: true,
  opacity: 1,
  size: 40,
} as const;

/** The best first; of equals the earlier one. */
export function ranked(sweep: SweepText): FinishedSetting[] {
  const sign = figureOf(sweep.summary).direction === "maximise" ? -1 : 1;
  return finishedSettings(sweep).toSorted((a, b) => sign * (a.figure - b.figure));
}

/** A setting's value for each dimension. */
export function pointOf(dimensions: readonly Dimension[], setting: SettingSummary): Point {
  return dimensions.map(({ key }) =>
    key in setting.values ? setting.values[key]! : setting.experiment,
  );
}

/** What searches are told of the settings. */
export function toldOf(sweep: SweepText): Told[] {
  const sign = figureOf(sweep.summary).direction === "maximise" ? -1 : 1;
  return finishedSettings(sweep).map(({ setting, figure }) => ({
    number: setting.setting,
    point: pointOf(sweep.dimensions, setting),
    objective: sign * figure,
  }));
}

/**
 * The ends of keys that tell them apart, in as few steps as it takes: `learningRate`, but `layers[0].conv.filters` where
 * there is another layer's.
 */
export function shortKeys(keys: readonly string[]): string[] {
  const endOf = (key: string, steps: number) => key.split(".").slice(-steps).join(".");
  return keys.map((key) => {
    let steps = 1;
    while (
      steps < key.split(".").length &&
      keys.some((other) => other !== key && endOf(other, steps) === endOf(key, steps))
    )
      steps++;
    return shown(endOf(key, steps));
  });
}

/**
 * A value as it stands in a table.
 * @param digits of a number in a chart, where one below 0.001 is told as 2.5e-4, and a mapping in few letters; as the sweep
 *   has it, where not given
 */
export function valueText(value: Json, digits?: number): string {
  if (typeof value !== "number")
    return shown(digits === undefined ? settingText(value) : briefly(value));
  if (digits === undefined || Number.isInteger(value)) return String(value);
  const number = Number(value.toPrecision(digits));
  return Math.abs(number) < 0.001 ? number.toExponential() : String(number);
}

/** `adam 0.001` of { adam: { learningRate: 0.001 } }: cut in its middle it would look like that of another rate. */
function briefly(value: Json): string {
  if (!isMapping(value)) return settingText(value);
  return Object.entries(value)
    .map(([key, inner]) => {
      const parts = isMapping(inner) ? (Object.values(inner) as Json[]) : [inner];
      return [key, ...parts.map(briefly)].join(" ");
    })
    .join(", ");
}

/**
 * Settings as names of no more than so many columns: "12 (0.0032, 32, relu)", or their numbers alone where one would be
 * longer.
 */
export function settingNames(
  dimensions: readonly Dimension[],
  settings: readonly SettingSummary[],
  columns = 40,
): string[] {
  const names = settings.map((setting) => {
    const values = pointOf(dimensions, setting).map((value) => valueText(value, 3));
    return `${setting.setting}${values.length > 0 ? ` (${values.join(", ")})` : ""}`;
  });
  const isShort = names.every((name) => Bun.stringWidth(name) <= columns);
  return isShort ? distinct(names) : distinct(settings.map(({ setting }) => `Setting ${setting}`));
}
