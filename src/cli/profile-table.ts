import type { Plan } from "../model/plan.ts";
import type { StepProfile } from "../train/profile.ts";
import { count } from "../wording.ts";
import { drawTable } from "./table.ts";

/** Operations that are listed one by one. */
const MOST_OPERATIONS = 25;

/** Where the time of a training step goes: operation by operation, then as it is trained. */
export function profileTable(profile: StepProfile): string {
  const { batchSize, plan, precision, stepMs, operations, flops, matmulFlopsPerSecond } = profile;
  const isMixed = precision !== "float32";
  const total = timeOf(operations);
  const row = (name: string, shapes: string, calls: string, milliseconds: number) => [
    name,
    shapes,
    calls,
    milliseconds.toFixed(2),
    `${((100 * milliseconds) / total).toFixed(1)} %`,
  ];
  const rest = operations.slice(MOST_OPERATIONS);
  const rows = [
    ["operation", "inputs", "calls", "ms", "share"],
    ...operations
      .slice(0, MOST_OPERATIONS)
      .map(({ name, shapes, calls, milliseconds }) =>
        row(
          name,
          shapes.map((shape) => shape.join("×") || "1").join(" "),
          String(calls),
          milliseconds,
        ),
      ),
    ...(rest.length > 0 ? [row(`${rest.length} others`, "", "", timeOf(rest))] : []),
    row(`operation by operation${isMixed ? ", in float32" : ""}`, "", "", total),
  ];
  const perSecond = (1000 * flops) / stepMs;
  const giga = (value: number) => (value / 1e9).toFixed(1);
  return [
    `a training step of ${count(batchSize, "image")}, ${planText(plan)}\n`,
    drawTable(rows, ["left", "left", "right", "right", "right"]),
    `recorded${isMixed ? `, in ${precision}` : ""}, as it is trained: ${stepMs.toFixed(2)} ms; TensorFlow fuses some of these operations and runs others side by side\n`,
    ...(isMixed ? [] : [`${sharesText(profile)}\n`]),
    `convolutions and dense layers: ${giga(flops)} GFLOP, ${giga(perSecond)} GFLOP/s, `,
    `${((100 * perSecond) / matmulFlopsPerSecond).toFixed(0)} % of this machine's ${giga(matmulFlopsPerSecond)} for a large matrix product\n\n`,
  ].join("");
}

/** "in 2 parts side by side, convolutions and pools in blocks of 1, 4, 8, 4 steps per call" */
function planText({ shards, blocks, stepsPerCall }: Plan): string {
  return [
    shards > 1 ? `in ${shards} parts side by side` : "in one part",
    ...(blocks.length > 0 ? [`convolutions and pools in blocks of ${blocks.join(", ")}`] : []),
    ...(stepsPerCall > 1 ? [`${stepsPerCall} steps per call`] : []),
  ].join(", ");
}

/**
 * Whether a step is bound by arithmetic, by memory or by what is between operations: their own times as shares of the
 * time that the parts have together.
 */
function sharesText({ plan, stepMs, operations }: StepProfile): string {
  const available = stepMs * plan.shards;
  const isProduct = ({ name }: { name: string }) => /Conv2D|MatMul|DepthwiseConv/.test(name);
  const products = timeOf(operations.filter(isProduct)) / available;
  const others = timeOf(operations) / available - products;
  const between = 1 - products - others;
  const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
  const shares = `of that time convolutions and products are ${percent(products)}, other operations ${percent(others)}`;
  return between > 0
    ? `${shares}, the start of operations and waiting for one another ${percent(between)}`
    : `${shares}: more than all of it, since here each is started by itself`;
}

function timeOf(operations: StepProfile["operations"]): number {
  return operations.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}
