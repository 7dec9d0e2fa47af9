/** Lamina as a library: see src/library/README.md. Nothing happens before a function is called. */
export type { CheckOutput, DiffOutput, ExportOutput, ListedOutput } from "./cli/outputs.ts";
export { Diverged, RunError, UsageError } from "./errors.ts";
export { checkExperiment, evaluateRun, resumeRun, runExperiment } from "./library/experiments.ts";
export { openModel, predict } from "./library/model.ts";
export { diffRuns, exportRun, listRuns, loadRun } from "./library/runs.ts";
export type * from "./library/types.ts";
export { ExperimentError } from "./spec/diagnostic.ts";
