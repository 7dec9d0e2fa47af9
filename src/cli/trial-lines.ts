import { shortNames } from "../compare/query.ts";
import type { Plan, PlannedTrial } from "../sweep/plan.ts";
import { valueText } from "../sweep/value-text.ts";
import type { Column } from "./table.ts";

/** Trials as columns of a table: number, experiment where there are several, what is varied, seed and fold. */
export function trialColumns(
  trials: readonly PlannedTrial[],
  experiments: readonly { file: string }[],
  { keys }: Pick<Plan, "keys">,
): Column[] {
  const names = shortKeys(keys);
  const column = (title: string, cell: (trial: PlannedTrial) => string): Column => ({
    title,
    side: "left",
    cells: trials.map(cell),
  });
  const isSeeded = new Set(trials.map(({ seed }) => seed)).size > 1;
  return [
    column("trial", ({ number }) => String(number)),
    ...(experiments.length > 1
      ? [column("experiment", ({ experiment }) => experiments[experiment]!.file)]
      : []),
    ...keys.map((key) => ({
      ...column(names.get(key) ?? key, ({ values }) => valueText(values[key])),
      isValue: true,
    })),
    ...(isSeeded ? [column("seed", ({ seed }) => String(seed))] : []),
    ...(trials.some(({ fold }) => fold !== undefined)
      ? [column("fold", ({ fold }) => String(fold))]
      : []),
  ];
}

/** The shortest end by which each key is told from the others: `learningRate`. */
export function shortKeys(keys: readonly string[]): Map<string, string> {
  const dotted = keys.map((key) => key.replaceAll(/\[(\d+)\]/g, ".$1"));
  const short = shortNames(dotted);
  return new Map(keys.map((key, index) => [key, short.get(dotted[index]!) ?? key]));
}
