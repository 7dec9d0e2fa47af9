import type { ResolvedExperiment, ResolvedLayer } from "../spec/resolved.ts";
import { resolveValue } from "../spec/resolve.ts";
import { schemaAt } from "../spec/schema.ts";
import { jointOf } from "./joints.ts";
import { kindOf } from "./layers.ts";

/** [height, width, channels] of every image after it was read. */
export function inputShape({
  targetSize,
  colour,
}: ResolvedExperiment["data"]): readonly [number, number, number] {
  return [...targetSize, colour === "grey" ? 1 : 3];
}

/** The settings of a layer that are not the usual ones: "filters 16, kernelSize 3 × 3". */
export function describeSettings(layer: ResolvedLayer): string {
  const joint = jointOf(layer);
  if (joint) return joint.kind === "residual" ? "" : `${joint.branches.length} lists of layers`;
  const kind = kindOf(layer);
  return Object.entries(layer[kind]!)
    .filter(([key, value]) => !isUsual(kind, key, value))
    .map(([key, value]) => `${key} ${Array.isArray(value) ? describeShape(value) : value}`)
    .join(", ");
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
