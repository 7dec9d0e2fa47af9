import type { RecordingSettings } from "../engine/recording.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { kindOf } from "./layers.ts";

/** How a network is run. */
export interface Execution extends RecordingSettings {
  /** Parts into which a batch is cut and that are worked out side by side. */
  shards: number;
}

/**
 * As many parts as there are threads: a part a thread keeps the cores busier than one operation after the other on
 * all of them, and takes less memory. batchNorm looks at the whole batch, so that one is not cut.
 */
export function shardCount({ model, data }: ResolvedExperiment, threads: number): number {
  const isCuttable = !model.layers.some((layer) => kindOf(layer) === "batchNorm");
  return isCuttable && data.batchSize >= 2 * threads ? threads : 1;
}
