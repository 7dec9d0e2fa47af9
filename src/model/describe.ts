import type { ResolvedExperiment, ResolvedLayer } from "../spec/resolved.ts";
import { resolveValue } from "../spec/resolve.ts";
import { schemaAt } from "../spec/schema.ts";
import { jointOf } from "./joints.ts";
import { kindOf, nameOf } from "./layers.ts";
import type { LayerRow } from "./shapes.ts";

/** [height, width, channels] of every image after it was read. */
export function inputShape({
  targetSize,
  colour,
}: ResolvedExperiment["data"]): readonly [number, number, number] {
  return [...targetSize, colour === "grey" ? 1 : 3];
}

/** The settings of a layer that are not the usual ones, without its name: "filters 16, kernelSize 3 × 3". */
export function describeSettings(layer: ResolvedLayer): string {
  const joint = jointOf(layer);
  if (joint) return joint.kind === "residual" ? "" : `${joint.branches.length} lists of layers`;
  const kind = kindOf(layer);
  return Object.entries(layer[kind]!)
    .filter(([key, value]) => key !== "name" && !isUsual(kind, key, value))
    .map(([key, value]) => `${key} ${Array.isArray(value) ? describeList(key, value) : value}`)
    .join(", ");
}

/** The same for a line of the table of layers: of one with a name of its own, what kind it is too. */
export function describeRow({ name, kind, layer }: LayerRow): string {
  const settings = describeSettings(layer);
  const joint = jointOf(layer);
  const isNamed = (joint ? joint.name : nameOf(layer)) === name;
  return [...(isNamed ? [kind] : []), ...(settings === "" ? [] : [settings])].join(", ");
}

/** Most lists are of a height and a width. */
function describeList(key: string, values: readonly number[]): string {
  if (key === "sharedAxes") return values.join(" and ");
  if (key !== "sides") return describeShape(values);
  return values.every((value) => value === values[0]) ? `${values[0]}` : `[${values.join(", ")}]`;
}

/** [28, 28, 1] → "28 × 28 × 1" */
export function describeShape(sizes: readonly number[]): string {
  return sizes.join(" × ");
}

function isUsual(kind: string, key: string, value: unknown): boolean {
  const schema = schemaAt([kind, key], { $ref: "#/definitions/layer" });
  return (
    schema?.default !== undefined && Bun.deepEquals(resolveValue(schema.default, schema), value)
  );
}
