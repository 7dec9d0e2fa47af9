import type { CheckedExperiment } from "../check.ts";
import { batches } from "../data/batches.ts";
import { readImages, type Dataset } from "../data/read.ts";
import { fitStatistics, type Statistics } from "../data/statistics.ts";
import type { Engine } from "../engine/engine.ts";
import type { ChosenGpu, EngineOptions, OpenLibrary } from "../engine/library.ts";
import { RunError } from "../errors.ts";
import { buildPredictor, type Predictor } from "../evaluate/predict.ts";
import { messages } from "./messages.ts";
import { inputShape } from "../model/describe.ts";
import {
  type Execution,
  type Plan,
  planGpuSteps,
  planSteps,
  shardCount,
  type Training,
} from "../model/plan.ts";
import { buildNetwork, type Network } from "../model/network.ts";
import { buildPreparation } from "../model/preparation.ts";
import { recipeOf } from "../train/recipe.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { profileStep } from "../train/profile.ts";
import { chooseGpu } from "./choose-gpu.ts";
import { explainGpuShortage } from "./gpu-shortage.ts";
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
  } catch (error) {
    throw explainGpuShortage(error, checked, prepared.engine.settings.gpu);
  } finally {
    await prepared.dataset.close();
  }
}

/** Reads the images and builds the network. @throws RunError where nothing can be learned from the images */
async function prepare(checked: CheckedExperiment, effects: Effects): Promise<Prepared> {
  const { resolved } = checked.experiment;
  const { reporter, nowMs } = effects;
  const gpu = chooseGpu(checked.experiment, effects);
  const { options, shards } = engineFor(resolved, effects.defaultThreads, gpu);
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
    if (gpu) reporter.onGpu(gpu);
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

/** How TensorFlow is started for an experiment. @param defaultThreads where it does not say */
export function engineFor(
  resolved: ResolvedExperiment,
  defaultThreads: number,
  gpu: ChosenGpu | null,
): { options: EngineOptions; shards: number } {
  const threads = resolved.engine.threads ?? defaultThreads;
  const shards = gpu ? 1 : shardCount(resolved, threads);
  const threadsPerOperation = shards > 1 ? 1 : threads;
  const { oneDnn } = resolved.engine;
  return { options: { threads, threadsPerOperation, oneDnn, ...(gpu && { gpu }) }, shards };
}

/** The network of an experiment, with the weights that it begins with. */
export function networkOf(
  engine: Engine,
  { data, model, seed }: ResolvedExperiment,
  classes: number,
  statistics: Statistics,
): Network {
  return buildNetwork(engine, {
    layers: model.layers,
    inputShape: inputShape(data),
    classes,
    seed,
    preparation: buildPreparation(engine, data.preprocess, statistics),
  });
}

/** How steps are cut up on the device that was chosen. */
export function planOf(
  { settings: { gpu } }: Engine,
  resolved: ResolvedExperiment,
  shards: number,
  training: Training,
): Plan {
  return gpu ? planGpuSteps(resolved, training) : planSteps(resolved, { ...training, shards });
}

/** @param warn told where the steps cannot be recorded */
export function executionOf(
  plan: Plan,
  { engine }: ResolvedExperiment,
  warn: (text: string) => void,
): Execution {
  const onRefused = (reason: string) => warn(messages.notRecorded(reason));
  return { ...plan, recorded: engine.recorded, onRefused };
}

async function build(
  { experiment: { resolved }, layers }: CheckedExperiment,
  dataset: Dataset,
  engine: Engine,
  shards: number,
  { reporter, profile, nowMs }: Effects,
): Promise<Pick<Prepared, "execution" | "statistics" | "network" | "predictor">> {
  const { batchSize, preprocess } = resolved.data;
  const train = dataset.splits.train!;
  const plan = planOf(engine, resolved, shards, {
    rows: layers,
    imageBytes: train.rows.size,
    steps: resolved.train.epochs * Math.ceil(train.length / batchSize),
  });
  const statistics = await fitStatistics(engine, train, preprocess);
  const newNetwork = () => networkOf(engine, resolved, dataset.classes.length, statistics);
  if (profile) {
    const batch = (await batches(train, batchSize).next()).value!;
    const network = newNetwork();
    const { optimizer } = resolved.train;
    reporter.profile(
      profileStep({
        engine,
        network,
        rows: layers,
        optimizer,
        recipe: recipeOf(resolved.train, dataset.classes, train.labels),
        batch,
        plan,
        nowMs,
      }),
    );
  }
  const network = newNetwork();
  const execution = executionOf(plan, resolved, reporter.warning);
  return { execution, statistics, network, predictor: buildPredictor(engine, network, execution) };
}
