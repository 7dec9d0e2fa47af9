import { inPlace, plainName } from "../carried.ts";
import { always, type CarriedNames, isMeant } from "../carried-words.ts";
import { inOneLine } from "../describe.ts";
import type { Language } from "../language.ts";
import type { Path } from "../locate.ts";
import { isMapping } from "../resolve.ts";
import { experimentSchema, sweepSchema } from "../schema.ts";

const aList = "write the list itself: KEY: [16, 32]";
const aRange =
  "write KEY: { uniform: [LEAST, MOST] }, log in place of uniform for rates, integer for whole numbers";
const direction = "the direction is the key: write objective: { maximise: auc }";
const asOption = (option: string) => `write options: [--${option}]`;
const besideSearch = (example: string) =>
  `${example.split(":")[0]} stands beside search, not in it: write ${example} at the beginning of a line`;
const early = "write search: halving, which ends hopeless trials early";

/** What people write in sweeps who come from W&B, Optuna, Hydra, Keras Tuner, Ray or DVC, and what to write here. */
const carried: CarriedNames = {
  sweep: {
    command: always("exp sweep FILE runs it"),
    count: isMeant("trials"),
    crossvalidation: "write vary: { fold: { folds: 5 } }",
    cv: "write vary: { fold: { folds: 5 } }",
    direction,
    earlystopping: early,
    earlyterminate: early,
    executionspertrial: "write vary: { seed: { seeds: 3 } }",
    experiments: isMeant("experiment"),
    fold: "write vary: { fold: { folds: 5 } }",
    folds: "write vary: { fold: { folds: 5 } }",
    foreach: isMeant("vary"),
    goal: direction,
    grid: "write search: grid, and its lists under vary",
    gridsearch: "write search: grid, and its lists under vary",
    hyperparameters: isMeant("vary"),
    jobs: "write run: { workers: 2 }",
    launcher: "write run: { workers: 2 }",
    matrix: isMeant("vary"),
    maxepochs: "write it in the experiment: train.epochs",
    maxevals: isMeant("trials"),
    maxtrials: isMeant("trials"),
    method: isMeant("search"),
    metric: isMeant("objective"),
    monitor: isMeant("objective"),
    name: always("a sweep is named after its file"),
    njobs: "write run: { workers: 2 }",
    ntrials: isMeant("trials"),
    numsamples: isMeant("trials"),
    numtrials: isMeant("trials"),
    optimize: isMeant("objective"),
    parameters: isMeant("vary"),
    params: isMeant("vary"),
    program: isMeant("experiment"),
    project: always("a sweep is named after its file"),
    pruner: early,
    resources: "write run: { workers: 2, threads: 1 }",
    runcap: isMeant("trials"),
    sampler: isMeant("search"),
    scheduler: early,
    searchspace: isMeant("vary"),
    seed: "write vary: { seed: { seeds: 5 } } for the runs' own seeds, search: { random: { seed: 2 } } for what is drawn",
    seeds: "write vary: { seed: { seeds: 5 } }",
    space: isMeant("vary"),
    study: always("a sweep is named after its file"),
    sweeper: isMeant("search"),
    strategy: isMeant("search"),
    threads: "write run: { threads: 1 }",
    tuner: isMeant("search"),
    workers: "write run: { workers: 2 }",
  },
  search: {
    asha: isMeant("halving"),
    bayes: isMeant("tpe"),
    bayesian: isMeant("tpe"),
    bayesianoptimization: isMeant("tpe"),
    cmaes: isMeant("tpe"),
    gp: isMeant("tpe"),
    hyperband: isMeant("halving"),
    hyperopt: isMeant("tpe"),
    maxtrials: besideSearch("trials: 40"),
    median: isMeant("halving"),
    ntrials: besideSearch("trials: 40"),
    objective: besideSearch("objective: { maximise: auc }"),
    optuna: isMeant("tpe"),
    qmc: isMeant("sobol"),
    randomsearch: isMeant("random"),
    gridsearch: isMeant("grid"),
    successivehalving: isMeant("halving"),
    trials: besideSearch("trials: 40"),
  },
  searchSettings: {
    bracket: always("there is one bracket"),
    graceperiod: isMeant("minEpochs"),
    maxresource: always("it is train.epochs of the experiment"),
    maxt: always("it is train.epochs of the experiment"),
    maxtrials: besideSearch("trials: 40"),
    miniter: isMeant("minEpochs"),
    minresource: isMeant("minEpochs"),
    nstartuptrials: isMeant("startup"),
    ntrials: besideSearch("trials: 40"),
    objective: besideSearch("objective: { maximise: auc }"),
    reductionfactor: isMeant("eta"),
    s: always("there is one bracket"),
    trials: besideSearch("trials: 40"),
  },
  range: {
    choice: aList,
    choices: aList,
    distribution: aRange,
    folds: "write fold: { folds: 5 }",
    high: aRange,
    int: isMeant("integer"),
    interval: aRange,
    low: aRange,
    logint: "write { integer: [LEAST, MOST], log: true }",
    loguniform: isMeant("log"),
    loguniformvalues: isMeant("log"),
    max: aRange,
    maxvalue: aRange,
    min: aRange,
    minvalue: aRange,
    q: "write a list of the values",
    quantize: "write a list of the values",
    quniform: "write a list of the values",
    randint: isMeant("integer"),
    range: aRange,
    sampling: aRange,
    seeds: "write seed: { seeds: 5 }",
    step: "write a list of the values",
    type: aRange,
    value: "write a list of one value: KEY: [0.1]",
    values: aList,
  },
  objective: {
    direction,
    figure: direction,
    goal: direction,
    max: isMeant("maximise"),
    maximize: isMeant("maximise"),
    metric: direction,
    min: isMeant("minimise"),
    minimize: isMeant("minimise"),
    mode: direction,
    monitor: direction,
    name: direction,
    target: direction,
  },
  run: {
    cpus: isMeant("threads"),
    jobs: isMeant("workers"),
    maxconcurrent: isMeant("workers"),
    njobs: isMeant("workers"),
    parallel: isMeant("workers"),
    processes: isMeant("workers"),
    sbatch: isMeant("slurm"),
    submitit: isMeant("slurm"),
  },
  slurm: {
    account: asOption("account=NAME"),
    arrayparallelism: isMeant("array"),
    constraint: asOption("constraint=NAME"),
    cpuspertask: isMeant("cpus"),
    exclude: asOption("exclude=NODES"),
    gpus: asOption("gpus=1"),
    gpuspernode: asOption("gpus=1"),
    gres: asOption("gres=gpu:1"),
    maxnumtimeout: always("a trial goes on after its time limit as often as it gets further"),
    mem: isMeant("memory"),
    memgb: isMeant("memory"),
    nodelist: asOption("nodelist=NODES"),
    nodes: always("a trial takes one node"),
    ntasks: always("a trial is one task"),
    qos: asOption("qos=NAME"),
    queue: isMeant("partition"),
    reservation: asOption("reservation=NAME"),
    taskspernode: always("a trial is one task"),
    threads: isMeant("cpus"),
    timelimit: isMeant("time"),
    timeoutmin: isMeant("time"),
    walltime: isMeant("time"),
    workers: isMeant("array"),
  },
  seed: {
    count: isMeant("seeds"),
    n: isMeant("seeds"),
    values: "write the list itself: seed: [1, 2, 3]",
  },
  fold: {
    k: isMeant("folds"),
    nfolds: isMeant("folds"),
    nrepeats: isMeant("repeats"),
    nsplits: isMeant("folds"),
    splits: isMeant("folds"),
  },
};

function placeOf(path: Path): string {
  const [first, second] = path;
  if (first === undefined) return "sweep";
  if (first === "search") return path.length === 1 ? "search" : "searchSettings";
  if (first === "run") return second === "slurm" ? "slurm" : "run";
  if (first !== "vary") return String(first);
  if (second === undefined) return "vary";
  return second === "seed" || second === "fold" ? second : "range";
}

/** Keys of an experiment, which are varied under their whole names. */
function ofExperiment(path: Path, name: string): string | undefined {
  if (path.length > 0 || !Object.hasOwn(experimentSchema.properties ?? {}, name)) return undefined;
  return "it is of an experiment: name that one under experiment:, and write what differs under vary:";
}

/** What `seeds: 5` or `fold: 3` was meant to be; undefined of other keys, and where the value tells nothing. */
export function repetitionMeant(key: string, value: unknown): string | undefined {
  const [, name] = /^(seed|fold)s?$/i.exec(key) ?? [];
  if (name === undefined) return undefined;
  const one = Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
  if (typeof one === "number") return `${name.toLowerCase()}: { ${name.toLowerCase()}s: ${one} }`;
  return Array.isArray(value) && name === "seed" ? `seed: ${inOneLine(value)}` : undefined;
}

/** A single value where a list belongs. */
function carriedValue(path: Path, value: unknown): string | undefined {
  const [first, key] = path;
  if (first !== "vary" || path.length !== 2) return undefined;
  const repetition = repetitionMeant(String(key), value);
  if (repetition !== undefined) return `write ${repetition}`;
  return isMapping(value) || value === null ? undefined : `write [${inOneLine(value)}]`;
}

export const sweeps: Language = {
  noun: "sweep",
  schema: sweepSchema,
  carriedOver: (path, name) =>
    inPlace(carried, placeOf(path), plainName(name)) ?? ofExperiment(path, name),
  carriedElsewhere: () => undefined,
  carriedValue,
};
