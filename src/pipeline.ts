import type { CheckedExperiment } from "./check.ts";
import { messages } from "./stages/messages.ts";
import { RunError } from "./errors.ts";
import type { RunFolder } from "./run/folder.ts";
import type { ExtendedRecord, Run } from "./layout.ts";
import type { Effects } from "./stages/effects.ts";
import { fit, type FitOptions } from "./stages/fit.ts";
import { judge } from "./stages/judge.ts";
import { openRun, reopenRun, type OpenRun } from "./stages/open-run.ts";
import { lastState, originOf, type RunState } from "./stages/parts/checkpoints.ts";
import type { EpochPart } from "./stages/parts/part.ts";
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

/** A run that is one of many. */
export interface Trial {
  folder: RunFolder;
  /** Whether pictures, charts and the report are made: nobody looks at those of hundreds of trials. */
  isDrawn: boolean;
  /** Asked after each epoch beside those that every run has. */
  parts: Readonly<Record<string, EpochPart>>;
  /** Called before anything is written. @throws RunError where the trial is not to be done */
  accept?: (ready: Prepared) => Promise<void>;
}

/** The same in a folder that is given. @throws as `runExperiment` does */
export function runTrial(
  checked: CheckedExperiment,
  trial: Trial,
  effects: Effects,
): Promise<void> {
  return withPrepared(checked, effects, async (ready) => {
    const { folder, parts, isDrawn } = trial;
    await trial.accept?.(ready);
    await train(ready, await openRun(ready, effects, { folder }), effects, { parts, isDrawn });
  });
}

/** Goes on with a trial from where it stood. @throws as `resumeRun` does */
export function resumeTrial(
  checked: CheckedExperiment,
  trial: Trial,
  effects: Effects,
): Promise<void> {
  return withPrepared(checked, effects, async (ready) => {
    const { folder, parts, isDrawn } = trial;
    const { open, state } = await takeUp(folder, ready, effects);
    await train(ready, open, effects, { from: state, parts, isDrawn });
  });
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
    const { open, state } = await takeUp(folder, ready, effects);
    return complete(ready, open, effects, state);
  });
}

/** @throws RunError where the settings or the images are no longer what they were */
async function takeUp(folder: RunFolder, ready: Prepared, effects: Effects) {
  const { settings, images } = await differences(ready, folder.path);
  const changes = [...settings, ...images];
  if (changes.length > 0) throw new RunError(messages.runIsAnother(folder.name, changes));
  const state = stateOf(folder, ready, effects);
  return { open: await reopenRun(folder, ready, effects), state };
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
    const open = await openRun(ready, effects, { extended });
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
  const run = await train(ready, open, effects, { from });
  return { folder: open.folder, run: run! };
}

/** @returns null where nothing is drawn */
async function train(
  ready: Prepared,
  open: OpenRun,
  effects: Effects,
  { from, isDrawn = true, ...options }: FitOptions & Partial<Pick<Trial, "isDrawn">>,
): Promise<Run | null> {
  let run: Run | null = null;
  // Before hours of training, so that what draws is of the same version; a trial that is not drawn does without.
  const drawing = isDrawn ? await import("./stages/draw-all.ts") : null;
  const { templates } = ready.checked;
  await open.during(async () => {
    const fitted = await fit(ready, open, effects, { from: from ?? null, ...options });
    const pictures = await judge(ready, fitted, open, effects, { withPictures: isDrawn });
    const seals = await publish(ready, pictures, open);
    run =
      (await drawing?.drawAll(open.folder.path, templates, open, effects.reporter.warning)) ?? null;
    return seals;
  });
  return run;
}
