import type { CheckedExperiment } from "../check.ts";
import { describeRow, describeShape, inputShape } from "../model/describe.ts";

/** The network as rows: name, settings that are not the usual ones, shape that comes out, number of parameters. */
export function layerTable({ experiment, layers }: CheckedExperiment): string[][] {
  const { data } = experiment.resolved;
  const total = layers.reduce((sum, { parameters }) => sum + parameters, 0);
  const untrained = layers.reduce((sum, { nonTrainable }) => sum + nonTrainable, 0);
  return [
    ["layer", "settings", "output", "parameters"],
    ["image", data.colour, describeShape(inputShape(data)), ""],
    ...layers.map((row) => [
      `${"  ".repeat(row.depth)}${row.name}`,
      describeRow(row),
      describeShape(row.outputShape),
      grouped(row.parameters),
    ]),
    ["total", "", "", grouped(total)],
    ...(untrained > 0 ? [["non-trainable", "", "", grouped(untrained)]] : []),
  ];
}

/** 34826 → 34,826 */
function grouped(number: number): string {
  return number.toLocaleString("en-GB");
}
