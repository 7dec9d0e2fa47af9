import type { Interval, ResolvedSweep } from "../spec/sweeps/resolved.ts";
import { settingsOf } from "../spec/sweeps/semantics.ts";
import type { Dimension, Json } from "./types.ts";

/** The name of the dimension that says which experiment it is, where there are several. No setting is called so. */
export const EXPERIMENT = "experiment";

/** What a sweep varies but for seeds and folds: the experiment first, where there are several. */
export function dimensionsOf(sweep: ResolvedSweep): Dimension[] {
  return [
    ...(sweep.experiment.length > 1 ? [{ key: EXPERIMENT, list: sweep.experiment }] : []),
    ...settingsOf(sweep).map(([key, range]) => dimensionOf(key, range)),
  ];
}

/** Whether there are several values. A list of one is what all trials have, and tells none from another. */
export function isVaried(dimension: Dimension): boolean {
  return !("list" in dimension) || dimension.list.length > 1;
}

function dimensionOf(key: string, range: unknown[] | Interval): Dimension {
  if (Array.isArray(range)) return { key, list: range as Json[] };
  const { uniform, log, integer } = range;
  if (uniform) return { key, uniform };
  return integer ? { key, integer, log: log === true } : { key, log: log as [number, number] };
}
