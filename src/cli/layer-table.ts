import type { CheckedExperiment } from "../check.ts";
import { kindOf } from "../model/layers.ts";
import type { ResolvedLayer } from "../spec/resolved.ts";
import { schemaAt } from "../spec/schema.ts";
import { resolveValue } from "../spec/resolve.ts";

/** The network as rows: name, settings that are not the usual ones, shape that comes out, number of weights. */
export function layerTable({ experiment, layers }: CheckedExperiment): string[][] {
  const { data, model } = experiment.resolved;
  const input = [...data.targetSize, data.colour === "grey" ? 1 : 3];
  const total = layers.reduce((sum, { parameters }) => sum + parameters, 0);
  return [
    ["layer", "settings", "output", "parameters"],
    ["image", data.colour, shape(input), ""],
    ...layers.map(({ name, index, outputShape, parameters }) => [
      name,
      settings(model.layers[index]!),
      shape(outputShape),
      grouped(parameters),
    ]),
    ["total", "", "", grouped(total)],
  ];
}

function settings(layer: ResolvedLayer): string {
  const kind = kindOf(layer);
  return Object.entries(layer[kind]!)
    .filter(([key, value]) => !isUsual(kind, key, value))
    .map(([key, value]) => `${key} ${Array.isArray(value) ? shape(value) : value}`)
    .join(", ");
}

function isUsual(kind: string, key: string, value: unknown): boolean {
  const schema = schemaAt([kind, key], { $ref: "#/definitions/layer" });
  return (
    schema?.default !== undefined && Bun.deepEquals(resolveValue(schema.default, schema), value)
  );
}

function shape(sizes: readonly number[]): string {
  return sizes.join(" x ");
}

/** 34826 → 34,826 */
function grouped(number: number): string {
  return number.toLocaleString("en-GB");
}
