import { evaluationName } from "../run/evaluations.ts";
import { files } from "../layout.ts";
import type { ListedRun } from "./list.ts";
import { shortNames, varyingKeys } from "./query.ts";
import { intervalKeys, printPlain, type Plain } from "./settings.ts";

/** A column of a list of runs, as it is shown. */
export interface ListColumn {
  /** What the runs are sorted by to be in its order. */
  key: string;
  title: string;
  isNumber: boolean;
  /** The first to go where there is too little room. */
  isExtra: boolean;
  /** One for each run. */
  cells: string[];
}

/** @param keys names of values of the runs. @returns each figure with its interval beside it */
export function listColumns(keys: readonly string[], runs: readonly ListedRun[]): ListColumn[] {
  const titles = shortNames(keys.filter(isSetting));
  return keys.flatMap((key) => columnsOf(key, titles.get(key) ?? key, runs));
}

/**
 * Result first, then the settings that differ between runs of one experiment, then when.
 * @param isWhole whether the table is for a program
 */
export function usualColumns(runs: readonly ListedRun[], isWhole: boolean): string[] {
  // A run whose settings cannot be read would make each of them differ.
  const differing = varyingKeys(
    runs.filter(({ settings }) => settings),
    ({ values }) => values.get("experiment"),
  );
  const evaluated = runs.filter(({ metrics }) => metrics);
  // Layers one by one tell more in less room, as long as each run of an experiment has the same kinds.
  const hasOneStack = haveSameKinds(runs);
  const settings = differing.filter(
    (key) =>
      isSetting(key) && (hasOneStack ? key !== "model.layers" : !key.startsWith("model.layers[")),
  );
  const whereAny = (...names: string[]) =>
    names.filter((key) => runs.some(({ values }) => values.has(key)));
  return [
    ...(runs.some(({ status }) => status !== "completed") ? ["status"] : []),
    ...(areOfOneSweep(runs) ? ["experiment"] : []),
    ...whereAny("epoch", "tags"),
    "accuracy",
    "loss",
    ...testedOn.filter((key) =>
      evaluated.some((run) => valueOf(run, key) !== valueOf(evaluated[0]!, key)),
    ),
    ...settings,
    ...whereAny("note"),
    "started",
    // A table says so beside the status.
    ...(isWhole ? whereAny("host") : []),
  ];
}

/** Whether the runs of each experiment have layers of the same kinds, however large. */
function haveSameKinds(runs: readonly ListedRun[]): boolean {
  const known = runs.filter(({ settings }) => settings);
  const groups = Map.groupBy(known, (run) => valueOf(run, "experiment"));
  const kinds = (run: ListedRun) => String(valueOf(run, "model.layers")).replaceAll(/ \d+/g, "");
  return [...groups.values()].every((group) => new Set(group.map(kinds)).size === 1);
}

/** Trials of a sweep over several experiments: their names do not tell which. */
function areOfOneSweep(runs: readonly ListedRun[]): boolean {
  const named = runs.filter((run) => !run.name.startsWith(`${valueOf(run, "experiment")}/`));
  return new Set(named.map((run) => valueOf(run, "experiment"))).size > 1;
}

/** What the figures are of. */
const testedOn = ["split", "images"];

function valueOf({ values }: ListedRun, key: string): Plain | undefined {
  return values.get(key);
}

function isSetting(key: string): boolean {
  return key === "seed" || /^(?:data|model|train|evaluate|engine)\./.test(key);
}

function columnsOf(key: string, title: string, runs: readonly ListedRun[]): ListColumn[] {
  const values = runs.map((run) => run.values.get(key));
  const numbers = values.filter((value) => typeof value === "number");
  const isFigure = !isSetting(key) && !numbers.every(Number.isInteger);
  const column = {
    key,
    title,
    isNumber: numbers.length > 0,
    cells: key === "run" ? rowNames(runs) : runs.map((run) => cellText(key, run, isFigure)),
    isExtra: key === "started" || key === "note",
  };
  // An interval of each figure would leave no room for the settings.
  const interval = key === "loss" ? undefined : intervalOf(key, runs);
  return interval === undefined ? [column] : [column, intervalColumn(key, interval, runs)];
}

/** An evaluation is indented beneath its run. */
function rowNames(runs: readonly ListedRun[]): string[] {
  let above = "";
  return runs.map(({ name, folder }) => {
    const evaluation = evaluationName(folder);
    const own = `${files.evaluations}/${evaluation}`;
    if (evaluation !== null && name === `${above}/${own}`) return `└ ${own}`;
    above = evaluation === null ? name : "";
    return name;
  });
}

function cellText(key: string, run: ListedRun, isFigure: boolean): string {
  const value = valueOf(run, key);
  if (value == null) return "–";
  if (key === "status" && run.host !== null) return `running on ${run.host}`;
  // 12/200: of those that it was to have.
  if (key === "epoch") return [value, valueOf(run, "train.epochs") ?? "?"].join("/");
  if (typeof value === "number" && isFigure) return value.toFixed(4);
  // To the minute: 2026-11-24 04:16
  if (key === "started") return printPlain(value).slice(0, 16).replace("T", " ");
  return printed(key, value);
}

/** Tags are words, and no list of YAML. */
export function printed(key: string, value: Plain): string {
  return key === "tags" && Array.isArray(value) ? value.join(", ") : printPlain(value);
}

/** The name of the interval of a figure, where any run has one. */
export function intervalOf(key: string, runs: readonly ListedRun[]): string | undefined {
  return intervalKeys(key).find((interval) =>
    runs.some(({ values }) => values.has(`${interval}.low`)),
  );
}

function intervalColumn(figure: string, key: string, runs: readonly ListedRun[]): ListColumn {
  return {
    key: figure,
    title: "95 % interval",
    isNumber: true,
    isExtra: false,
    cells: runs.map(({ values }) => {
      if (typeof values.get(figure) !== "number") return "–";
      const [low, high] = [values.get(`${key}.low`), values.get(`${key}.high`)];
      return typeof low === "number" && typeof high === "number"
        ? `${low.toFixed(3)} to ${high.toFixed(3)}`
        : "–";
    }),
  };
}
