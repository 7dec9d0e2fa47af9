import { drawTable } from "../../../src/cli/table.ts";
import { compare, type Row } from "../table.ts";

/** What came out for one case. */
export interface StepResult {
  case: string;
  /** Trained weights, the same on all sides. */
  weights: number;
  /** Operations of a step, see trainingFlops. */
  flops: number;
  /** What a large matrix product reaches, floating-point operations a second. */
  matmulLimit: number;
  /** Median milliseconds of a step. */
  ours: number;
  peers: readonly { name: string; value: number }[];
}

export function stepRows(results: readonly StepResult[]): Row[] {
  return results.flatMap(({ case: label, ours, peers }) =>
    compare({ case: label, unit: "ms a step", better: "less", ours, peers }),
  );
}

/** One line a case, one column a peer; a peer that had no part in a case is a dash there. */
export function stepTable(results: readonly StepResult[]): string {
  const names = [...new Set(results.flatMap(({ peers }) => peers.map(({ name }) => name)))];
  const header = ["ms a step (ratio)", "weights", "Lamina", ...names, "of matmul's GFLOP/s"];
  const lines = results.map((result) => [
    result.case,
    result.weights.toLocaleString("en"),
    result.ours.toFixed(1),
    ...names.map((name) => {
      const peer = result.peers.find((one) => one.name === name);
      return peer ? `${peer.value.toFixed(1)} (${(peer.value / result.ours).toFixed(2)})` : "-";
    }),
    `${(100 * shareOfLimit(result)).toFixed(0)} % of ${(result.matmulLimit / 1e9).toFixed(0)}`,
  ]);
  return drawTable(
    [header, ...lines],
    header.map((_, column) => (column === 0 ? "left" : "right")),
  );
}

/** Share of a large matrix product's speed that Lamina's step reaches, from 0 up. */
export function shareOfLimit({ flops, ours, matmulLimit }: StepResult): number {
  return flops / (ours / 1000) / matmulLimit;
}
