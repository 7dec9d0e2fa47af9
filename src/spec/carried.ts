import { carriedInData } from "./carried-data.ts";
import { carriedInModel } from "./carried-model.ts";
import { carriedInTrain } from "./carried-train.ts";
import { always, type CarriedNames, isMeant, onGpu } from "./carried-words.ts";
import type { Path } from "./locate.ts";

const named = "runs are named after the experiment's file: leave it out";
const inherits = "write extends: FILE.yaml, and below it what is different here";
const isSweep = "it is of a sweep, which exp sweep FILE runs";
const isRemark = "write it as a comment, or with exp note RUN once the run is there";

/** What people write who come from Keras, PyTorch, Ludwig or Ultralytics, and what to write here. */
const carried: CarriedNames = {
  ...carriedInData,
  ...carriedInModel,
  ...carriedInTrain,
  experiment: {
    augmentation: "write it under data: data.augment",
    author: isRemark,
    backend: always("there is one, TensorFlow"),
    base: inherits,
    batchsize: "write data.batchSize",
    comment: isRemark,
    config: "write its keys here, at the beginning of a line",
    cuda: onGpu,
    dataset: isMeant("data"),
    defaults: inherits,
    description: isRemark,
    device: onGpu,
    env: isMeant("environment"),
    epochs: "write train.epochs",
    experiment:
      "write its keys here, at the beginning of a line; a sweep, which names experiments, is run by exp sweep FILE",
    experimentname: named,
    extend: inherits,
    gpu: onGpu,
    gpus: onGpu,
    hyperopt: "write a sweep, which exp sweep FILE runs: schema/sweep.md",
    hyperparameters: "write train: { epochs, optimizer, … }",
    hyperparams: "write train: { epochs, optimizer, … }",
    import: inherits,
    imports: inherits,
    include: inherits,
    inherit: inherits,
    inherits,
    inputfeatures: "the images are data.train; layers are model.layers",
    logdir: "runs go to runs/NAME, where NAME is the file's",
    logger: always("every figure is written into the run's folder"),
    logging: always("every figure is written into the run's folder"),
    name: named,
    names: always("the classes are the folders of data.train, or the labels of its table"),
    nc: always("the number of classes follows from data.train"),
    network: isMeant("model"),
    notes: isRemark,
    optimizer: "write train: { optimizer: … }",
    outdir: "runs go to runs/NAME, where NAME is the file's",
    outputdir: "runs go to runs/NAME, where NAME is the file's",
    outputfeatures: "the classes are the folders of data.train, or the labels of its table",
    objective: isSweep,
    params: "write train: { epochs, optimizer, … }",
    parent: inherits,
    path: "write data.train",
    preprocessing: "write data: { targetSize, colour, preprocess }",
    project: named,
    randomstate: isMeant("seed"),
    runname: named,
    run: isSweep,
    savedir: "runs go to runs/NAME, where NAME is the file's",
    search: isSweep,
    sweep: "write a sweep, which exp sweep FILE runs: schema/sweep.md",
    tags: "write exp tag RUN WORD once the run is there",
    task: always("images are sorted into classes"),
    tensorboard: always("every figure is written into the run's folder, and drawn"),
    title: named,
    train: isMeant("train"),
    trainer: isMeant("train"),
    training: isMeant("train"),
    trials: isSweep,
    val: "write data.validation",
    variables: isMeant("environment"),
    vars: isMeant("environment"),
    vary: isSweep,
    version: always("it is noted in each run"),
    wandb: always("every figure is written into the run's folder"),
  },
  evaluate: {
    averaging: always("figures are means over the classes, and each class has its own"),
    bestmodel: "write weights: best",
    bootstrap: isMeant("resamples"),
    metrics: always("every figure is worked out"),
    plots: isMeant("charts"),
    poslabel: isMeant("positiveClass"),
    savepredictions: always("predictions.csv has them"),
    threshold:
      "write sensitivity: 0.95, or specificity: 0.95: the threshold that reaches it is chosen on the validation images and judged on the test images",
    topk: always("it is among the figures where there are many classes"),
  },
};

/**
 * What to do about a name that another tool has at such a place.
 * @param path of what the name stands in
 */
export function carriedOver(path: Path, name: string): string | undefined {
  return inPlace(carried, placeOf(path), name);
}

/** The sections whose names people write elsewhere. */
const sections = ["data", "model", "train", "evaluate"] as const;

/** The same for a name that stands in the wrong section. */
export function carriedElsewhere(
  path: Path,
  name: string,
): { section: string; hint: string } | undefined {
  return sections
    .filter((section) => section !== placeOf(path))
    .flatMap((section) => {
      const hint = inPlace(carried, section, name);
      return hint === undefined ? [] : [{ section, hint }];
    })[0];
}

/** What to do about a name that another tool has in a place of a table. */
export function inPlace(table: CarriedNames, place: string, name: string): string | undefined {
  const own = table[place];
  const plain = plainName(name);
  return own !== undefined && Object.hasOwn(own, plain) ? own[plain] : undefined;
}

/** Without case, - and _. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, "");
}

function placeOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "experiment";
  if (typeof last === "number") return "layer";
  if (path.at(-2) === "optimizer") return "optimizerSettings";
  return last;
}
