import { fitBase, type FittedBase } from "../base.ts";
import type { CheckedExperiment } from "../check.ts";
import { batches } from "../data/batches.ts";
import { readImages, type Dataset } from "../data/read.ts";
import { fitStatistics, type Statistics } from "../data/statistics.ts";
import type { Engine } from "../engine/engine.ts";
import type { OpenLibrary } from "../engine/library.ts";
import { RunError } from "../errors.ts";
import { buildPredictor, type Predictor } from "../evaluate/predict.ts";
import type { BaseRecord } from "../layout.ts";
import { messages } from "./messages.ts";
import { allLayers } from "../model/joints.ts";
import { inputShape } from "../model/describe.ts";
import { giveWeights } from "../model/base-weights.ts";
import { throughFrozen } from "./frozen.ts";
import { planSteps, type Execution, shardCount } from "../model/plan.ts";
import { buildNetwork, type Network } from "../model/network.ts";
import { splitRows } from "../model/shapes.ts";
import { buildPreparation } from "../model/preparation.ts";
import { recipeOf } from "../train/recipe.ts";
import { profileStep } from "../train/profile.ts";
import type { Effects } from "./effects.ts";

/** All that is there before the first step. */
export interface Prepared {
  checked: CheckedExperiment;
  dataset: Dataset;
  /** How long the images took, and how many had to be decoded. */
  reading: { seconds: number; decoded: number };
  engine: Engine;
  execution: Execution;
  /** Of the training images, for their preparation. */
  statistics: Statistics;
  network: Network;
  /** What is trained and predicts; the network itself, or what is behind its frozen layers. */
  learner: Learner;
  /** The weights of model.base, for the manifest; null where there is none. */
  base: BaseRecord | null;
}

/** A network with the images that it takes. */
export interface Learner {
  network: Network;
  dataset: Dataset;
  predictor: Predictor;
}

/**
 * Prepares an experiment, does some work with it, and closes what was opened.
 * @throws RunError where nothing can be learned from the images
 */
export async function withPrepared<Result>(
  checked: CheckedExperiment,
  effects: Effects,
  work: (prepared: Prepared) => Promise<Result>,
): Promise<Result> {
  const prepared = await prepare(checked, effects);
  try {
    return await work(prepared);
  } finally {
    await prepared.dataset.close();
  }
}

/** Reads the images and builds the network. @throws RunError where nothing can be learned from the images */
async function prepare(checked: CheckedExperiment, effects: Effects): Promise<Prepared> {
  const { resolved } = checked.experiment;
  const { reporter, nowMs } = effects;
  const threads = resolved.engine.threads ?? effects.defaultThreads;
  const shards = shardCount(resolved, threads);
  const options = {
    threads,
    threadsPerOperation: shards > 1 ? 1 : threads,
    oneDnn: resolved.engine.oneDnn,
  };
  let library: OpenLibrary | null = null;
  const fromMs = nowMs();
  const dataset = await readImages(checked.source, resolved.data, {
    onProgress: reporter.imagesRead,
    onCompared: reporter.imagesCompared,
    signal: effects.signal,
    openLibrary: async () => (library = await effects.openLibrary(options)),
    cache: { ...effects.cache, now: effects.now, warn: reporter.warning },
  });
  const reading = { seconds: (nowMs() - fromMs) / 1000, decoded: dataset.decoded };
  try {
    reporter.dataset(dataset);
    for (const warning of [...checked.source.warnings, ...checked.warnings, ...dataset.warnings])
      reporter.warning(warning);
    if (dataset.fault !== null) throw new RunError(dataset.fault);
    const engine = await effects.startEngine(options, library);
    return {
      checked,
      dataset,
      reading,
      engine,
      ...(await build(checked, dataset, engine, shards, effects)),
    };
  } catch (error) {
    await dataset.close();
    throw error;
  }
}

async function build(
  checked: CheckedExperiment,
  dataset: Dataset,
  engine: Engine,
  shards: number,
  effects: Effects,
): Promise<Pick<Prepared, "execution" | "statistics" | "network" | "learner" | "base">> {
  const { resolved } = checked.experiment;
  const { reporter, profile, nowMs } = effects;
  const { batchSize, preprocess } = resolved.data;
  const statistics = await fitStatistics(engine, dataset.splits.train!, preprocess);
  const settings = {
    layers: allLayers(resolved.model),
    inputShape: inputShape(resolved.data),
    classes: dataset.classes.length,
    seed: resolved.seed,
    preparation: buildPreparation(engine, preprocess, statistics),
  };
  const base = checked.base ?? (await fetchBase(checked, effects));
  const asGiven = () => {
    const built = buildNetwork(engine, settings);
    if (base) giveWeights(engine.tf, built, base.weights);
    return built;
  };
  const network = asGiven();
  const recording = {
    recorded: resolved.engine.recorded,
    onRefused: (reason: string) => reporter.warning(messages.notRecorded(reason)),
  };
  const sent = await throughFrozen(checked, { engine, network, dataset, base }, recording, effects);
  const frozen = sent && "behind" in sent ? sent : null;
  const train = (frozen?.dataset ?? dataset).splits.train!;
  const rows = frozen?.rows ?? checked.layers;
  const plan = planSteps(resolved, {
    shards,
    rows,
    imageBytes: train.rows.size,
    steps: resolved.train.epochs * Math.ceil(train.length / batchSize),
  });
  if (profile) {
    const batch = (await batches(train, batchSize).next()).value!;
    const { optimizer } = resolved.train;
    reporter.profile(
      profileStep({
        engine,
        network: frozen ? frozen.behind(asGiven()) : asGiven(),
        rows,
        optimizer,
        recipe: recipeOf(resolved.train, dataset.classes, train.labels),
        batch,
        plan,
        nowMs,
      }),
    );
  }
  const execution = { ...plan, ...recording };
  const learns = frozen ? frozen.behind(network) : network;
  const learner = {
    network: learns,
    dataset: frozen?.dataset ?? dataset,
    predictor: buildPredictor(engine, learns, execution),
  };
  const record = base && { ...base.record, ...sent?.told };
  return { execution, statistics, network, learner, base: record };
}

/** The weights of a base that were not on this machine when the experiment was checked. */
async function fetchBase(
  { experiment: { resolved }, layers }: CheckedExperiment,
  { readPretrained }: Effects,
): Promise<FittedBase | null> {
  const { base } = resolved.model;
  if (!base?.trunk) return null;
  const [rows] = splitRows(layers, base.trunk.length);
  return fitBase(base, rows, await readPretrained(base.from), base.from);
}
