import type { TopLevelSpec } from "vega-lite";
import type { Run } from "../layout.ts";
import { shown } from "../markup/label.ts";
import { theme } from "./theme.ts";

/** Letters of a line below the title: a longer one would make the chart wider than its marks, and all of it small. */
const MOST_LETTERS = 52;

/** What all charts begin with. @param notes below the title, after the run's name; long ones are broken into lines */
export function frame({ name }: Pick<Run, "name">, title: string, notes: readonly string[] = []) {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: `${title}, ${shown(name)}`,
    config: theme,
    title: { text: title, subtitle: [shown(name), ...notes.flatMap(brokenLines)] },
  };
}

/** Of more classes than this the others have no bars. */
export const MOST_BARS = 100;

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

/** Broken between words. */
function brokenLines(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= MOST_LETTERS) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
