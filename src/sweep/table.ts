import { csvText, guard } from "../run/csv.ts";
import type { ResolvedSweep } from "../spec/sweeps/resolved.ts";
import type { TrialResult } from "./results.ts";
import { toldFigures } from "./summary.ts";
import type { Json } from "./types.ts";

/** trials.csv: a row per trial, in the order of their numbers. */
export function tableText(
  results: readonly TrialResult[],
  keys: readonly string[],
  resolved: ResolvedSweep,
): string {
  const figures = toldFigures(resolved);
  const { seed, fold } = resolved.vary;
  const isSeeded = seed !== undefined || (fold?.repeats ?? 1) > 1;
  const head = [
    "trial",
    "setting",
    ...(resolved.experiment.length > 1 ? ["experiment"] : []),
    ...keys,
    ...(isSeeded ? ["seed"] : []),
    ...(fold ? ["fold", "repeat"] : []),
    "status",
    "epochs",
    ...figures,
  ];
  const rows = results.map(({ record, status, epochs, figures: own }) => [
    String(record.number),
    String(record.setting),
    ...(resolved.experiment.length > 1 ? [guard(record.experiment)] : []),
    ...keys.map((key) => cell(record.values[key] ?? null)),
    ...(isSeeded ? [String(record.seed)] : []),
    ...(fold ? [String(record.fold), String(record.repeat)] : []),
    status,
    String(epochs),
    ...figures.map((name) => cell(own[name] ?? null)),
  ]);
  return csvText([head.map(guard), ...rows]);
}

function cell(value: Json): string {
  if (typeof value === "number") return String(value);
  return guard(typeof value === "string" ? value : value === null ? "" : JSON.stringify(value));
}
