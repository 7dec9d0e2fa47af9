import type { ResolvedExperiment } from "../spec/resolved.ts";
import { count } from "../wording.ts";
import { describeRow } from "./describe.ts";
import { jointOf } from "./joints.ts";
import { outputOf, splitRows, type LayerRow } from "./shapes.ts";

/** What a reader is shown of a network: a layer, or all those of model.base as one. */
export interface Line extends Pick<LayerRow, "name" | "depth" | "outputShape"> {
  settings: string;
  /** One, or those of the base. */
  rows: readonly LayerRow[];
}

type Model = ResolvedExperiment["model"];

/** Each layer, those of model.base as one line, as Keras's summary does with a network inside another. */
export function linesOf(rows: readonly LayerRow[], model: Model): Line[] {
  const { base, others } = foldBase(rows, model);
  return [...(base ? [base] : []), ...others.map(lineOf)];
}

export function lineOf(row: LayerRow): Line {
  const { name, depth, outputShape } = row;
  return { name, depth, outputShape, settings: describeRow(row), rows: [row] };
}

/** The layers of model.base as one line, null where there are none, and those behind it. */
export function foldBase(
  rows: readonly LayerRow[],
  { base }: Model,
): { base: Line | null; others: LayerRow[] } {
  if (!base?.trunk) return { base: null, others: [...rows] };
  const [first, others] = splitRows(rows, base.trunk.length);
  return {
    base: {
      name: base.from,
      depth: 0,
      outputShape: outputOf(first),
      settings: `base of ${count(layersOf(first), "layer")}, ${trainedOf(base.trainable)}`,
      rows: first,
    },
    others,
  };
}

/** How many there are; what holds them is none. */
export function layersOf(rows: readonly LayerRow[]): number {
  return rows.filter(({ layer }) => !jointOf(layer)).length;
}

function trainedOf(trainable: NonNullable<Model["base"]>["trainable"]): string {
  if (typeof trainable !== "boolean") return `the last ${trainable.last} trained`;
  return trainable ? "all trained" : "none trained";
}
