import type { TopLevelSpec } from "vega-lite";
import type { Run } from "../layout.ts";
import { shown } from "../markup/label.ts";
import { theme } from "./theme.ts";

/** What all charts begin with. @param notes lines below the title, after the run's name */
export function frame({ name }: Pick<Run, "name">, title: string, notes: readonly string[] = []) {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: `${title}, ${shown(name)}`,
    config: theme,
    title: { text: title, subtitle: [shown(name), ...notes] },
  };
}

/**
 * How an axis writes its figures. As an expression: with a format of its own, the axis would round what a screen reader
 * tells of each point, too.
 */
export function ticks(format: string) {
  return { labelExpr: `format(datum.value, '${format}')` };
}

/** A layer that is a mark and its encoding. */
export type UnitLayer = Extract<Layer, { mark: unknown }>;

/** One layer of a layered chart. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>["layer"][number];
