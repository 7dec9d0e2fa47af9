import type { Run } from "../layout.ts";
import { readRun } from "../run/read.ts";
import type { TrialRecord } from "./layout.ts";
import { figuresOf, type TrialResult } from "./results.ts";

/** Of the trial in a folder. @throws RunError where it is not whole */
export async function readResult(folder: string, record: TrialRecord): Promise<TrialResult> {
  return resultOf(await readRun(folder), record);
}

function resultOf({ metrics, history, data }: Run, record: TrialRecord): TrialResult {
  const train = Object.values(data.counts.train ?? {}).reduce((sum, count) => sum + count, 0);
  return {
    record,
    status: metrics.weights.stopped?.by === "halving" ? "stopped" : "completed",
    figures: figuresOf(metrics),
    epochs: history.epochs.length,
    history,
    images: { train, judged: metrics.images },
  };
}
