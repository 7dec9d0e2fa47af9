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
  time: Measured;
  /** Milliseconds of processors that a step takes, of all threads together; null where the system does not tell. */
  processorTime: Measured | null;
  /** The most memory that the process has had, MiB; null where the system does not tell. */
  peakMemory: Measured | null;
}

/** One figure of Lamina's, and the same of its peers. */
export interface Measured {
  ours: number;
  peers: readonly { name: string; value: number }[];
}

export function stepRows(results: readonly StepResult[]): Row[] {
  return results.flatMap(({ case: label, time, processorTime, peakMemory }) => [
    ...compare({ case: label, unit: "ms a step", better: "less", ...time }),
    ...(processorTime
      ? compare({ case: label, unit: "processor ms a step", better: "less", ...processorTime })
      : []),
    ...(peakMemory
      ? compare({ case: label, unit: "MiB at most", better: "less", ...peakMemory })
      : []),
  ]);
}

/** One line a case, one column a peer; a peer that had no part in a case is a dash there. */
export function stepTable(results: readonly StepResult[]): string {
  const names = [...new Set(results.flatMap(({ time }) => time.peers.map(({ name }) => name)))];
  const cells = ({ ours, peers }: Measured, digits: number) => [
    ours.toFixed(digits),
    ...names.map((name) => {
      const peer = peers.find((one) => one.name === name);
      return peer ? `${peer.value.toFixed(digits)} (${(peer.value / ours).toFixed(2)})` : "-";
    }),
  ];
  const times = results.map((result) => [
    result.case,
    result.weights.toLocaleString("en"),
    ...cells(result.time, 1),
    `${(100 * shareOfLimit(result)).toFixed(0)} % of ${(result.matmulLimit / 1e9).toFixed(0)}`,
  ]);
  const more = (title: string, digits: number, of: (result: StepResult) => Measured | null) => {
    const lines = results.flatMap((result) => {
      const measured = of(result);
      return measured ? [[result.case, ...cells(measured, digits)]] : [];
    });
    return lines.length > 0 ? [draw([title, "Lamina", ...names], lines)] : [];
  };
  return [
    draw(["ms a step (ratio)", "weights", "Lamina", ...names, "of matmul's GFLOP/s"], times),
    ...more("processor ms a step (ratio)", 1, ({ processorTime }) => processorTime),
    ...more("peak memory, MiB (ratio)", 0, ({ peakMemory }) => peakMemory),
  ].join("\n");
}

function draw(header: string[], lines: string[][]): string {
  return drawTable(
    [header, ...lines],
    header.map((_, column) => (column === 0 ? "left" : "right")),
  );
}

/** Share of a large matrix product's speed that Lamina's step reaches, from 0 up. */
export function shareOfLimit({ flops, time, matmulLimit }: StepResult): number {
  return flops / (time.ours / 1000) / matmulLimit;
}
