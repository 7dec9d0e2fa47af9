import type { CheckedExperiment } from "./check.ts";
import { messages } from "./stages/messages.ts";
import { RunError } from "./errors.ts";
import type { RunFolder } from "./run/folder.ts";
import type { ExtendedRecord, Run } from "./layout.ts";
import type { Effects } from "./stages/effects.ts";
import { fit } from "./stages/fit.ts";
import { judge } from "./stages/judge.ts";
import { openRun, reopenRun, type OpenRun } from "./stages/open-run.ts";
import { lastState, originOf, type RunState } from "./stages/parts/checkpoints.ts";
import { type Prepared, withPrepared } from "./stages/prepare.ts";
import { publish } from "./stages/publish.ts";
import { differences } from "./stages/same-run.ts";

export interface FinishedRun {
  folder: RunFolder;
  run: Run;
}

/**
 * An experiment from its images to a finished run folder.
 *
 *   checked ─▶ prepare ─▶ fit ─▶ judge ─▶ publish
 *              images,    history  predictions,  model, charts,
 *              network    weights  metrics       report
 *
 * @throws RunError @throws Interrupted: the folder's manifest then says "failed" or "interrupted"
 */
export function runExperiment(checked: CheckedExperiment, effects: Effects): Promise<FinishedRun> {
  return withPrepared(checked, effects, async (ready) =>
    complete(ready, await openRun(ready, effects), effects, null),
  );
}

/**
 * The same from where an interrupted run stood, in its folder.
 * @param checked the experiment as the run has it
 * @throws RunError where its settings or its images are no longer what they were
 */
export function resumeRun(
  folder: RunFolder,
  checked: CheckedExperiment,
  effects: Effects,
): Promise<FinishedRun> {
  return withPrepared(checked, effects, async (ready) => {
    const { settings, images } = await differences(ready, folder.path);
    const changes = [...settings, ...images];
    if (changes.length > 0) throw new RunError(messages.runIsAnother(folder.name, changes));
    const state = stateOf(folder, ready, effects);
    return complete(ready, await reopenRun(folder, ready, effects), effects, state);
  });
}

/**
 * The same from where a finished run stood, for more epochs and in a folder of its own.
 * @param checked the experiment as the run has it, with more epochs
 * @throws RunError where there is nothing to go on from
 */
export function extendRun(
  folder: RunFolder,
  extended: ExtendedRecord,
  checked: CheckedExperiment,
  effects: Effects,
): Promise<FinishedRun> {
  return withPrepared(checked, effects, async (ready) => {
    const state = stateOf(folder, ready, effects);
    if (!state) throw new RunError(messages.nothingToExtend(folder.name));
    const open = await openRun(ready, effects, extended);
    return complete(ready, open, effects, { ...state, stopped: null });
  });
}

function stateOf(folder: RunFolder, { checked, dataset }: Prepared, { reporter }: Effects) {
  const origin = originOf(checked.experiment.resolved, dataset.record);
  return lastState(folder.path, origin, reporter.warning);
}

async function complete(
  ready: Prepared,
  open: OpenRun,
  effects: Effects,
  from: RunState | null,
): Promise<FinishedRun> {
  let run: Run | undefined;
  await open.during(async () => {
    const fitted = await fit(ready, open, effects, { from });
    const pictures = await judge(ready, fitted, open, effects);
    const published = await publish(ready, pictures, open, effects);
    run = published.run;
    return published.seals;
  });
  return { folder: open.folder, run: run! };
}
