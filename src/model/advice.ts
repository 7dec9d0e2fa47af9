import { maximum } from "../arrays.ts";
import { jointOf } from "./joints.ts";
import { kindOf, layerDefinitions } from "./layers.ts";
import { messages } from "./messages.ts";
import type { LayerRow } from "./shapes.ts";

/** What the user should know of a network before it is trained, and does not stop a run. */
export function networkAdvice(rows: readonly LayerRow[]): string[] {
  return [...linearStacks(rows), ...unevenParameters(rows)];
}

/** Layers without a role of their own that make an output which is no weighted sum of the input. */
const bending: ReadonlySet<LayerRow["kind"]> = new Set(["layerNorm", "groupNorm", "squeezeExcite"]);

function bends({ kind, layer }: LayerRow): boolean {
  const isActivation = !jointOf(layer) && layerDefinitions[kindOf(layer)].role === "activation";
  return (
    isActivation ||
    bending.has(kind) ||
    layer.pool?.type === "max" ||
    layer.globalPool?.type === "max"
  );
}

/** What passes on each value as it is, by a factor, or not at all. */
function passesOn({ kind, layer }: LayerRow): boolean {
  const isNoise = !jointOf(layer) && layerDefinitions[kindOf(layer)].role === "noise";
  return isNoise || kind === "flatten" || kind === "batchNorm";
}

/** Dense layers with nothing between them that bends: two weighted sums in a row are one. */
function linearStacks(rows: readonly LayerRow[]): string[] {
  const found: string[] = [];
  let before: LayerRow | null = null;
  for (const row of rows) {
    if (row.kind === "dense") {
      if (before) found.push(messages.linearDense(before.name, row.name));
      before = row;
    } else if (!passesOn(row)) before = null;
  }
  const weighted = rows.filter(({ multiplyAdds }) => multiplyAdds > 0);
  return weighted.length > 1 && !rows.some(bends) ? [messages.linearNetwork()] : found;
}

/** Share of all parameters in one layer, and how many they are. */
const MOST_SHARE = 0.95;
const FEW = 1_000_000;

function unevenParameters(rows: readonly LayerRow[]): string[] {
  const total = rows.reduce((sum, { parameters }) => sum + parameters, 0);
  const most = maximum(rows.map(({ parameters }) => parameters));
  const row = rows.find(({ parameters }) => parameters === most);
  return row?.kind === "dense" && most >= FEW && most / total >= MOST_SHARE
    ? [messages.mostParameters(row.name, most / total, total)]
    : [];
}
