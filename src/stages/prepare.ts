import { fitBase, type FittedBase } from "../base.ts";
import type { CheckedExperiment } from "../check.ts";
import { batches } from "../data/batches.ts";
import type { Dataset } from "../data/dataset.ts";
import { readImages } from "../data/read.ts";
import { fitStatistics, type Statistics } from "../data/statistics.ts";
import type { Engine } from "../engine/engine.ts";
import type { RecordingSettings } from "../engine/recording.ts";
import type { ChosenGpu, EngineOptions, OpenLibrary } from "../engine/library.ts";
import { RunError } from "../errors.ts";
import { buildPredictor, type Predictor } from "../evaluate/predict.ts";
import type { BaseRecord } from "../layout.ts";
import { messages } from "./messages.ts";
import { allLayers } from "../model/joints.ts";
import { inputShape } from "../model/describe.ts";
import { giveWeights } from "../model/base-weights.ts";
import { throughFrozen } from "./frozen.ts";
import {
  type Execution,
  type Plan,
  planGpuSteps,
  planSteps,
  shardCount,
  type Training,
} from "../model/plan.ts";
import { buildNetwork, type Network } from "../model/network.ts";
import { splitRows } from "../model/shapes.ts";
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
    else if (resolved.engine.precision === "mixed_bfloat16" && engine.bfloat16 === false)
      reporter.warning(messages.bfloat16Slow());
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
  const { oneDnn, precision } = resolved.engine;
  const options = { threads, threadsPerOperation, oneDnn, precision, ...(gpu && { gpu }) };
  return { options, shards };
}

/** The network of an experiment, with the weights that it begins with. */
export function networkOf(
  engine: Engine,
  { data, model, seed }: ResolvedExperiment,
  classes: number,
  statistics: Statistics,
): Network {
  return buildNetwork(engine, {
    layers: allLayers(model),
    inputShape: inputShape(data),
    classes,
    seed,
    preparation: buildPreparation(engine, data.preprocess, statistics, data.depth),
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
export function recordingOf(
  { engine }: ResolvedExperiment,
  warn: (text: string) => void,
): RecordingSettings {
  const isMixed = engine.precision === "mixed_bfloat16";
  const onRefused = (reason: string) => warn(messages.notRecorded(reason, isMixed));
  return { recorded: engine.recorded, onRefused };
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
  const base = checked.base ?? (await fetchBase(checked, effects));
  const asGiven = () => {
    const built = networkOf(engine, resolved, dataset.classes.length, statistics);
    if (base) giveWeights(engine.tf, built, base.weights);
    return built;
  };
  const network = asGiven();
  const recording = recordingOf(resolved, reporter.warning);
  const sent = await throughFrozen(checked, { engine, network, dataset, base }, recording, effects);
  const frozen = sent && "behind" in sent ? sent : null;
  const train = (frozen?.dataset ?? dataset).splits.train!;
  const rows = frozen?.rows ?? checked.layers;
  const plan = planOf(engine, resolved, shards, {
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
