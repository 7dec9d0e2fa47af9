import { drawTable } from "./table.ts";
import type { Plan, PlannedTrial } from "../sweep/plan.ts";
import { plainValue } from "../sweep/words.ts";
import { shortNames } from "../compare/query.ts";

/** Trials as a table: number, experiment where there are several, what is varied, seed and fold. */
export function trialLines(
  trials: readonly PlannedTrial[],
  experiments: readonly { file: string }[],
  { keys }: Pick<Plan, "keys">,
): string {
  const names = shortKeys(keys);
  const hasFolds = trials.some(({ fold }) => fold !== undefined);
  const isSeeded = new Set(trials.map(({ seed }) => seed)).size > 1;
  const head = [
    "trial",
    ...(experiments.length > 1 ? ["experiment"] : []),
    ...keys.map((key) => names.get(key) ?? key),
    ...(isSeeded ? ["seed"] : []),
    ...(hasFolds ? ["fold"] : []),
  ];
  const rows = trials.map(({ number, experiment, values, seed, fold }) => [
    String(number),
    ...(experiments.length > 1 ? [experiments[experiment]!.file] : []),
    ...keys.map((key) => plainValue(values[key])),
    ...(isSeeded ? [String(seed)] : []),
    ...(hasFolds ? [String(fold)] : []),
  ]);
  return leftTable(head, rows);
}

/** The shortest end by which each key is told from the others: `learningRate`. */
export function shortKeys(keys: readonly string[]): Map<string, string> {
  const dotted = keys.map((key) => key.replaceAll(/\[(\d+)\]/g, ".$1"));
  const short = shortNames(dotted);
  return new Map(keys.map((key, index) => [key, short.get(dotted[index]!) ?? key]));
}

/** A table of words. */
function leftTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return drawTable(
    [head, ...rows],
    head.map(() => "left" as const),
  );
}
