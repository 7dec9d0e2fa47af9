import type { Metrics, PredictionRecord } from "../layout.ts";
import type { ResolvedSweep } from "../spec/sweeps/resolved.ts";
import type { Plan } from "./plan.ts";
import type { TrialResult } from "./results.ts";

/** All that a summary follows from. */
export interface Outcome {
  /** "lr" */
  sweep: string;
  resolved: ResolvedSweep;
  plan: Pick<Plan, "each" | "total" | "keys" | "varied">;
  /** In the order of their numbers. */
  results: readonly TrialResult[];
  /** Of cross-validation: by setting, the figures of each repeat. */
  pooled: ReadonlyMap<number, readonly { repeat: number; metrics: Metrics }[]>;
  /** What trials predicted of the validation images, for the optimism of the best; empty where that is not told. */
  predictions: ReadonlyMap<number, JudgedImages>;
  winner: Metrics | null;
}

export interface JudgedImages {
  classes: string[];
  positive: string | null;
  predictions: PredictionRecord[];
  groupOf: ReadonlyMap<string, string>;
}
