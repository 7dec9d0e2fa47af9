import { count, list, quote } from "../../wording.ts";

/** What Lamina says about a sweep's file, so that a test can name it and a reader can weigh it. */
export const messages = {
  sweepNotFound: (given: string, known: readonly string[], meant: string | undefined) => {
    const missing = `No sweep ${quote(given)} here or in experiments/.`;
    if (meant !== undefined) return `${missing} Did you mean ${quote(meant)}?`;
    return known.length > 0
      ? `${missing} There are ${list(known, 10)}.`
      : `${missing} A sweep is a file such as experiments/lr.sweep.yaml: schema/sweep.md shows one.`;
  },
  sweepEmpty: () =>
    "the sweep is empty; it needs at least experiment: FILE.yaml, and what differs under vary:",
  notASweepName: (name: string) =>
    `a sweep is named after its file, and ${quote(name)} is no name for a folder: use letters, digits, ".", "_" and "-"`,
  isExperiment: (file: string) =>
    `this is an experiment, which exp ${file} runs once; a sweep is a file of its own that names it: experiment: FILE.yaml, and what differs under vary:`,
  nothingVaries: () =>
    "nothing differs from trial to trial: write a setting with its values under vary:, seed: { seeds: 5 }, or several experiments",
  nothingToSearch: (kind: string) =>
    `${kind} has nothing to draw: seed and fold repeat a setting, and no setting is under vary:; leave search out`,
  rangeInGrid: () =>
    "this is a range, and a grid needs values: write a list, or search: random with a number of trials",
  rangeKinds: (found: readonly string[]) =>
    found.length === 0
      ? "is empty; write { uniform: [LEAST, MOST] }, { log: [LEAST, MOST] } or { integer: [LEAST, MOST] }"
      : `has ${found.join(" and ")}, of which there may be one`,
  logAlone: () =>
    "log: true goes with integer: [LEAST, MOST]; for other numbers write log: [LEAST, MOST]",
  rangeBackwards: (least: number, most: number) =>
    `goes from ${least} to ${most}: the first number has to be the smaller one`,
  logFromZero: (least: number) =>
    `begins at ${least}: a range by the logarithm has to begin above 0`,
  valueTwice: (value: string) => `${value} is here twice`,
  repetitionUnder: (key: string, meant: string) =>
    `no setting of an experiment is called ${quote(key)}: write ${meant}`,
  experimentTwice: (file: string) => `${quote(file)} is here twice`,
  sameSetting: (other: string) => `this is the same setting as ${quote(other)}`,
  trialsMissing: (kind: string) =>
    `search: ${kind} has no end of its own: write how many runs there are, for example trials: 40`,
  trialsOfGrid: (all: number, given: number) =>
    `the grid has ${count(all, "run")}, and all of them are done: leave trials out (it is ${given}), or write search: random`,
  trialsCutSetting: (given: number, each: number, below: number, above: number) =>
    `each setting takes ${count(each, "run")}, one for each seed and fold, and ${given} would cut the last one short: write ${below > 0 ? `${below} or ` : ""}${above}`,
  needsObjective: (kind: string) =>
    `search: ${kind} has to know what is better: write objective: { maximise: auc }, or another figure`,
  halvingRepeats: () =>
    "search: halving ends single trials, so that a mean over seeds or folds would be one of the luckiest: search without seed and fold, and compare the best with seeds afterwards",
  notAFigure: (name: string, known: readonly string[], near: string | undefined) =>
    `there is no figure ${quote(name)}${near === undefined ? `; there are ${known.join(", ")}, and recall.CLASS and the like of one class` : `; did you mean ${quote(near)}?`}`,
  wrongDirection: (name: string, right: string) =>
    `${name} is better when it is ${right === "minimise" ? "smaller" : "larger"}: write { ${right}: ${name} }`,
  objectiveWithFolds: () =>
    "with folds every image is a test image once, so that none is left to judge a winner on: leave objective out to compare settings by cross-validation, or take test images apart and search with seeds",
  seedWithRepeats: () => "each seed cuts the images anew, as repeats does: write one of them",
  ownSplit: () =>
    "with an objective the trials are judged on the validation images: leave this out",
  foldVaried: () => "vary.fold sets this",
  workersWithSlurm: () =>
    "on Slurm, array says how many trials run at once: write run: { slurm: { array: 50 } }",
  threadsWithCpus: (threads: number, cpus: number) =>
    `threads is ${threads} and slurm.cpus is ${cpus}: a trial has as many threads as CPUs, so write one of them`,
  notAPartition: () => "is no name of a partition: write it as sinfo shows it",
  notSlurmMemory: () => "is no amount of memory: write 4G or 500M",
  notSlurmTime: () => "is no time limit: write minutes (90), HH:MM:SS (01:30:00) or DAYS-HH:MM:SS",
  slurmTimeShort: (least: number) =>
    `is too short: a trial needs time to start, and ${count(least, "second")} at least to keep its state before the limit`,
  notAnOption: () => "is no option of sbatch: write --NAME=VALUE, for example --account=lab",
  ownOption: (name: string, instead: string) => `${name} is Lamina's to set: ${instead}`,
  unknownOption: (name: string, near: string | undefined) =>
    `sbatch has no option ${name}${near === undefined ? "" : `; did you mean ${near}?`}`,
};
