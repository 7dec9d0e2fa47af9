import { count, quote } from "../../wording.ts";

/** What Lamina says about the stages of a sweep, so that a test can name it and a reader can weigh it. */
export const messages = {
  // The file
  noExperiment: (file: string, near: string | undefined) =>
    `there is no experiment ${quote(file)} from this file's folder${near === undefined ? "" : `; did you mean ${quote(near)}?`}`,
  inExperiment: (place: string, settings: string) => ` (${place}, with ${settings})`,
  withSettings: (settings: string) => ` (with ${settings})`,
  foldsBesideTest: (file: string) =>
    `${file} has test images of its own (data.test), and with folds each image of data.train is a test image once. To cross-validate on data.train alone and leave the others aside, name under experiment a file of two lines: extends: ${file} and data: { test: null }`,
  noSuchClass: (figure: string, labels: readonly string[]) =>
    `there is no class for ${quote(figure)}; the classes are ${labels.map(quote).join(", ")}`,
  figureOfTwo: (figure: string, classes: number) =>
    `${figure} is of the positive class of two, but there are ${classes} classes; recall.CLASS is that of one class`,
  halvingNeedsHistory: (figure: string, known: readonly string[]) =>
    `search: halving compares trials while they train, by what history.csv has of each epoch: ${known.join(", ")}. ${figure} is among it where the experiment has train: { earlyStopping: { monitor: ${figure} } }`,
  halvingNeedsMonitor: (figure: string, known: readonly string[]) =>
    `search: halving compares trials while they train, by what history.csv has of each epoch: ${known.join(", ")}; ${figure} is not among it`,
  noRungs: (first: number, epochs: number) =>
    `the first rung is after ${count(first, "epoch")}, and a trial has ${epochs}: no trial would be ended early`,

  // The folder
  isNoSweep: (name: string) => `${name} is no sweep.`,
  sweepNotFound: (name: string) =>
    `There is no sweep ${quote(name)} in runs/. exp list shows the sweeps.`,
  sweepGoesOn: (name: string) => `${name} is still running.`,
  sweepGoesOnAt: (name: string, host: string) => `${name} is still running on ${host}.`,
  sweepFinished: (name: string, isGrid: boolean) =>
    `${name} is finished.${isGrid ? "" : ` exp sweep ${name} --resume --trials NUMBER tries more settings.`}`,
  trialsFewer: (name: string, given: number, known: number) =>
    `${name} has ${count(known, "trial")} already: --trials ${given} would be fewer.`,
  gridIsWhole: () =>
    "A grid has all of its trials: --trials goes with random, sobol, tpe and halving.",
  sweepChanged: (name: string, file: string, changes: readonly string[]) =>
    `${file} is no longer what ${name} began with:\n${changes.map((line) => `  ${line}`).join("\n")}\nTo go on with what it was: exp sweep ${name} --resume. To begin a new one: exp sweep ${file}`,
  textChanged: (file: string) => `${file} has another text`,
  trialsAreOthers: (name: string, trial: number) =>
    `${name}: trial ${trial} in trials.jsonl is not the one that this sweep has: the list was changed, or is of another version.`,
  trialDamaged: (name: string, reason: string) =>
    `${reason}\nWithout the folder ${name} it is done again: remove that, then exp sweep --resume.`,
  waitsForTrial: (name: string) =>
    `${name} is still running, of a sweep that was killed; waiting for its end`,

  // Trials
  imageIsAnother: (kind: string, file: string) => `image ${quote(file)} ${kind}`,
  imagesChanged: (trial: string, changes: readonly string[], all: number) =>
    `The images are no longer those of ${trial}:\n${[...changes, ...(all > changes.length ? [`and ${all - changes.length} more`] : [])].map((line) => `  ${line}`).join("\n")}`,
  trialStops: (sweep: string, folder: string, reason: string) =>
    `${sweep}/${folder} cannot go on, and with it the sweep:\n${reason}\nOnce that is fixed: exp sweep ${sweep} --resume`,
  diedTwice: (reason: string) => `its process ended without a word, twice: ${reason}`,
  processEnded: (code: number | null, signal: string | null, last: string) =>
    `${signal === null ? `exit code ${code}` : signal}${signal === "SIGKILL" ? ", as when memory runs out" : ""}${last === "" ? "" : `: ${last}`}`,
  interrupted: (name: string) => `Stopped. To go on from here: exp sweep ${name} --resume`,
  left: (name: string) =>
    `Left. The trials go on in Slurm's queue: exp sweep status ${name} shows them, exp sweep ${name} --resume waits for the rest and sums up.`,
  leftInQueue: () => "left to Slurm's queue",
  ownInWinner: (folder: string, kept: readonly string[]) =>
    `Another setting is the best now, and ${folder} holds files that are not Lamina's: ${kept.map(quote).join(", ")}. Move them, then exp sweep --resume.`,
  noWinner: () => "No setting has an objective: every one of them has a trial that failed.",
};
