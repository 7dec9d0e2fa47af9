import { maximum } from "../arrays.ts";
import { messages } from "./messages.ts";
import type { LayerRow } from "./shapes.ts";

/** What the user should know of a network before it is trained, and does not stop a run. */
export function networkAdvice(rows: readonly LayerRow[]): string[] {
  return [...linearStacks(rows), ...unevenParameters(rows)];
}

/** What makes an output that is no weighted sum of the input. */
const bends: ReadonlySet<LayerRow["kind"]> = new Set(["relu"]);
/** What passes on each value as it is, or not at all. */
const passesOn: ReadonlySet<LayerRow["kind"]> = new Set(["flatten", "dropout", "batchNorm"]);

/** Dense layers with nothing between them that bends: two weighted sums in a row are one. */
function linearStacks(rows: readonly LayerRow[]): string[] {
  const found: string[] = [];
  let before: LayerRow | null = null;
  for (const row of rows) {
    if (row.kind === "dense") {
      if (before) found.push(messages.linearDense(before.name, row.name));
      before = row;
    } else if (!passesOn.has(row.kind)) before = null;
  }
  const weighted = rows.filter(({ layer }) => layer.conv ?? layer.dense);
  const isBent = rows.some(({ kind, layer }) => bends.has(kind) || layer.pool?.type === "max");
  return weighted.length > 1 && !isBent ? [messages.linearNetwork()] : found;
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
