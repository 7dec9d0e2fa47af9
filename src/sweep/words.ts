import { count, pValue } from "../wording.ts";
import type { Comparison, SettingSummary, Spread, SweepSummary } from "./layout.ts";
import { messages } from "./messages.ts";
import { turned } from "./results.ts";
import { isMapping, valueText } from "./value-text.ts";

/** What the sweep comes to, in sentences. */
export function verdict(summary: SweepSummary): string[] {
  const { trials, settings, objective, choice, winner } = summary;
  const done = [
    ...(trials.stopped > 0 ? [`${trials.stopped} ended early`] : []),
    ...(trials.failed > 0 ? [`${trials.failed} failed`] : []),
  ];
  const all = count(trials.completed + trials.stopped + trials.failed, "trial");
  const lines = [
    `${all}${done.length > 0 ? ` (${done.join(", ")})` : ""}, ${count(settings.length, "setting")}.`,
  ];
  if (choice && objective) {
    const best = settings.find(({ setting }) => setting === choice.setting)!;
    lines.push(
      `Best by ${objective.figure} of the validation images: setting ${choice.setting}${inParentheses(nameOf(best, summary))}, ${figure(choice.objective)}.`,
    );
  }
  if (winner && objective) {
    const told = [...new Set([objective.figure, "accuracy"])].map(
      (name) => `${name} ${figure(winner.figures[name] ?? null)}`,
    );
    lines.push(`Trained once more and judged on the ${winner.split} images: ${told.join(", ")}.`);
  }
  return lines;
}

/** What a reader should know before believing it. */
export function cautions(summary: SweepSummary): string[] {
  return [...ofChoice(summary), ...ofMajority(summary)];
}

/** Settings whose folds together do not stand out from what takes no network. */
function ofMajority(summary: SweepSummary): string[] {
  const found = summary.settings.flatMap((setting) => {
    const doubtful = (setting.pooled ?? []).find(
      ({ majorityClassAccuracy: majority, intervals }) =>
        majority !== undefined && (intervals["accuracy"]?.low ?? Infinity) <= majority,
    );
    return doubtful ? [{ setting, majority: doubtful.majorityClassAccuracy! }] : [];
  });
  if (found.length === 0) return [];
  const names = found.map(
    ({ setting }) => nameOf(setting, summary) || `setting ${setting.setting}`,
  );
  return [messages.notAboveMajority(names, found[0]!.majority)];
}

function ofChoice({ choice, objective, repetitions }: SweepSummary): string[] {
  if (!choice || !objective || choice.tried < 2) return [];
  const { optimism, gain, spread, isDoubtful, tried, objective: apparent } = choice;
  const corrected =
    optimism === null
      ? null
      : turned(turned(apparent, objective.figure) + optimism, objective.figure);
  return [
    ...(isDoubtful ? [messages.doubtful(figure(gain), figure(spread))] : []),
    ...(repetitions.seeds === 1 ? [messages.oneSeed()] : []),
    ...(corrected !== null && optimism! > 0
      ? [messages.optimistic(tried, figure(apparent), figure(corrected))]
      : []),
  ];
}

/** Two settings against each other, a sentence for each figure; and what their p is not. */
export function comparisons(summary: SweepSummary, most = Infinity): string[] {
  const byNumber = new Map(summary.settings.map((one) => [one.setting, one]));
  const shown = summary.objective ? summary.objective.figure : "accuracy";
  const figures = new Set([shown, ...(summary.objective ? [] : ["auc"])]);
  const told = summary.comparisons.filter((one) => figures.has(one.figure)).slice(0, most);
  const isOfSeeds = told.some(({ p, test }) => p !== null && test === "paired");
  return [
    ...told.map((one) => comparison(one, summary, byNumber)),
    ...(isOfSeeds ? [messages.ofSeeds(summary.split)] : []),
  ];
}

function comparison(
  { settings: [a, b], figure: name, difference, interval, p, pairs, test }: Comparison,
  summary: SweepSummary,
  byNumber: ReadonlyMap<number, SettingSummary>,
): string {
  const called = (setting: number) =>
    nameOf(byNumber.get(setting)!, summary) || `setting ${setting}`;
  const of = test === "corrected" ? count(pairs, "fold") : count(pairs, "seed");
  const how =
    test === "corrected" ? `corrected resampled t-test over ${of}` : `paired t-test over ${of}`;
  const range = interval
    ? `95 % interval ${signed(interval.low)} to ${signed(interval.high)}, p ${pValue(p ?? 1)}, ${how}`
    : of;
  return `${called(b)} against ${called(a)}: ${name} ${signed(difference)} (${range}).`;
}

/** +0.0180; what is rounded to none has no sign. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(4);
  return Number(text) === 0 ? text : `${value < 0 ? "−" : "+"}${text}`;
}

/** What a setting is, by what differs: `small.yaml`, `learningRate: 0.01`. */
export function nameOf(
  { experiment, values }: Pick<SettingSummary, "experiment" | "values">,
  { settings, keys }: Pick<SweepSummary, "settings" | "keys">,
): string {
  const isSeveral = settings.some((other) => other.experiment !== experiment);
  return [
    ...(isSeveral ? [experiment] : []),
    ...keys.map((key) => `${lastOf(key)}: ${valueText(values[key])}`),
  ].join(keys.some((key) => isMapping(values[key])) ? "; " : ", ");
}

function inParentheses(text: string): string {
  return text === "" ? "" : ` (${text})`;
}

/** Of train.optimizer.adam.learningRate its last part; of model.layers[2].dropout the layer too. */
function lastOf(key: string): string {
  return /[^.[\]]+(?:\[\d+\]\.[^.]+)?$/.exec(key)?.[0] ?? key;
}

/**
 * A table of the settings, the best first where there is an objective; `-` for what is not told.
 * @returns `values`: which columns hold the values of settings
 */
export function settingRows(
  summary: SweepSummary,
  most: number,
): { head: string[]; rows: string[][]; values: { from: number; count: number } } {
  const { settings, objective, split, choice } = summary;
  const names = objective
    ? [...new Set([objective.figure, "accuracy"])]
    : ["accuracy", "auc", "loss"];
  const rank = ({ objective: value }: SettingSummary) =>
    value === null ? Infinity : turned(value, objective!.figure);
  const order = objective
    ? settings.toSorted((a, b) => rank(a) - rank(b) || a.setting - b.setting)
    : settings;
  const isSeveral = new Set(settings.map(({ experiment }) => experiment)).size > 1;
  const { keys } = summary;
  const rows = order
    .slice(0, most)
    .map((setting) => [
      `${setting.setting}${setting.setting === choice?.setting ? " (best)" : ""}`,
      ...(isSeveral ? [setting.experiment] : []),
      ...keys.map((key) => valueText(setting.values[key])),
      String(setting.trials.length),
      ...names.map((name) => spreadText(setting.figures[name])),
    ]);
  const head = [
    "setting",
    ...(isSeveral ? ["experiment"] : []),
    ...keys.map(lastOf),
    "trials",
    ...names.map((one) => `${split} ${one}`),
  ];
  return { head, rows, values: { from: isSeveral ? 2 : 1, count: keys.length } };
}

/** Cross-validation: what all folds come to together, each image judged once. */
export function pooledRows(summary: SweepSummary): { head: string[]; rows: string[][] } {
  const all = summary.settings.flatMap(({ pooled }) => pooled ?? []);
  const hasMajority = all.some((one) => one.majorityClassAccuracy !== undefined);
  const head = [
    "setting",
    "repeat",
    "images",
    "groups",
    "accuracy",
    "95 % interval",
    ...(hasMajority ? ["majority class"] : []),
    "auc",
  ];
  const rows = summary.settings.flatMap((setting) =>
    (setting.pooled ?? []).map((pooled) => {
      const { repeat, images, groups, figures, intervals, majorityClassAccuracy } = pooled;
      const { low, high } = intervals["accuracy"] ?? { low: NaN, high: NaN };
      return [
        nameOf(setting, summary) || String(setting.setting),
        String(repeat),
        String(images),
        groups === null ? "–" : String(groups),
        figure(figures["accuracy"] ?? null),
        `${low.toFixed(3)} to ${high.toFixed(3)}`,
        ...(hasMajority ? [figure(majorityClassAccuracy ?? null)] : []),
        figure(figures["auc"] ?? null),
      ];
    }),
  );
  return { head, rows };
}

/** What ± stands for, where any figure has one. */
export function spreadNote({ settings }: SweepSummary): string[] {
  const isSpread = settings.some(({ figures }) =>
    Object.values(figures).some(({ sd }) => sd !== null),
  );
  return isSpread ? [messages.spread()] : [];
}

/** 0.8912 ± 0.0031: mean and standard deviation. */
export function spreadText(spread: Spread | undefined): string {
  if (!spread) return "–";
  return spread.sd === null ? figure(spread.mean) : `${figure(spread.mean)} ± ${figure(spread.sd)}`;
}

/** 0.8362 to 0.9017 */
export function rangeText({ low, high }: { low: number; high: number }): string {
  return `${figure(low)} to ${figure(high)}`;
}

export function figure(value: number | null): string {
  if (value === null) return "–";
  const text = Math.abs(value).toFixed(4);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}
