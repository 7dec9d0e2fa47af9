/** Lamina as a library: see src/library/README.md. Nothing happens before a function is called. */
export type {
  CheckOutput,
  DataOutput,
  DiffOutput,
  ExportOutput,
  ListedOutput,
  LrOutput,
  VerifyOutput,
} from "./cli/outputs.ts";
export { Diverged, RunError, UsageError } from "./errors.ts";
export {
  checkExperiment,
  evaluateRun,
  inspectData,
  resumeRun,
  runExperiment,
  testLearningRates,
  verifyRun,
} from "./library/experiments.ts";
export { openModel, predict } from "./library/model.ts";
export { diffRuns, exportRun, listRuns, loadRun } from "./library/runs.ts";
export type * from "./library/types.ts";
export { ExperimentError } from "./spec/diagnostic.ts";
