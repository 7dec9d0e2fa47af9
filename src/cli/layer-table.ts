import type { CheckedExperiment } from "../check.ts";
import { describeShape, inputShape } from "../model/describe.ts";
import { elementsOf } from "../model/shape.ts";
import { frozenLength } from "../model/joints.ts";
import { type Line, lineOf, linesOf } from "../model/lines.ts";
import { type LayerRow, splitRows } from "../model/shapes.ts";
import { byteSize, grouped } from "../wording.ts";
import type { Column } from "./table.ts";

/**
 * The network: name, settings that are not the usual ones, shape that comes out, number of parameters; where there is
 * room also multiply-adds for one image, and what the outputs for one batch take in memory while it is trained on.
 *
 * @param isWhole each layer of model.base has a line of its own
 */
export function layerTable({ experiment, layers }: CheckedExperiment, isWhole: boolean): Column[] {
  const { data, model } = experiment.resolved;
  // Of a base that nothing changes: images go through it one by one, before the training.
  const once = new Set(splitRows(layers, data.augment ? 0 : frozenLength(model))[0]);
  const bytesOf = (row: LayerRow) =>
    once.has(row) ? 0 : 4 * data.batchSize * elementsOf(row.outputShape);
  const lines = isWhole ? layers.map(lineOf) : linesOf(layers, model);
  const sum = (count: (row: LayerRow) => number, rows: readonly LayerRow[] = layers) =>
    rows.reduce((total, row) => total + count(row), 0);
  const untrained = sum(({ nonTrainable }) => nonTrainable);
  /** @param cells of the images, of each layer, of all of them, and of what is not trained of them */
  const column = (
    title: string,
    cells: [string, (line: Line) => string, string?, string?],
    rest: Partial<Column> = {},
  ): Column => {
    const [images, ofLine, total = "", fixed = ""] = cells;
    const all = [images, ...lines.map(ofLine), total];
    return { title, side: "right", cells: untrained > 0 ? [...all, fixed] : all, ...rest };
  };
  const counted = (title: string, count: (row: LayerRow) => number, show: typeof grouped) =>
    column(title, ["", ({ rows }) => show(sum(count, rows)), show(sum(count))], { isExtra: true });
  return [
    // Spaces at the beginning would be shown as what nobody sees.
    column(
      "layer",
      ["image", ({ depth, name }) => `${"· ".repeat(depth)}${name}`, "total", "non-trainable"],
      { side: "left" },
    ),
    column("settings", [data.colour, ({ settings }) => settings], { side: "left" }),
    column("output", [
      describeShape(inputShape(data)),
      ({ outputShape }) => describeShape(outputShape),
    ]),
    column("parameters", [
      "",
      ({ rows }) => grouped(sum(({ parameters }) => parameters, rows)),
      grouped(sum(({ parameters }) => parameters)),
      grouped(untrained),
    ]),
    counted("multiply-adds", ({ multiplyAdds }) => multiplyAdds, grouped),
    counted("memory", bytesOf, byteSize),
  ];
}
