import { environmentChanges } from "../compare/environment.ts";
import { targetOf } from "../data/target.ts";
import type { Target } from "../data/decode/verdict.ts";
import type { Engine } from "../engine/engine.ts";
import type { OpenLibrary } from "../engine/library.ts";
import { RunError, UsageError } from "../errors.ts";
import { predictorThrough } from "../evaluate/features.ts";
import { buildPredictor, type Predictor } from "../evaluate/predict.ts";
import { files, type Manifest } from "../layout.ts";
import { inputShape } from "../model/describe.ts";
import { allLayers, frozenLength } from "../model/joints.ts";
import type { Network } from "../model/network.ts";
import type { Execution } from "../model/plan.ts";
import { loadWeights } from "../model/save.ts";
import { elementsOf } from "../model/shape.ts";
import { inferShapes, outputOf, splitRows } from "../model/shapes.ts";
import type { RunFolder } from "../run/folder.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { describeMachine } from "../run/manifest.ts";
import { parseResolved } from "../run/records.ts";
import { folderSource, readRecord, withSeals } from "../run/source.ts";
import { readStoredModel, type StoredModel } from "../run/stored-model.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import type { Effects } from "./effects.ts";
import { messages } from "./messages.ts";
import { engineFor, networkOf, planOf, recordingOf } from "./prepare.ts";

/** A finished run, as far as it is needed to predict with it. */
export interface RunModel {
  folder: RunFolder;
  manifest: Partial<Manifest>;
  resolved: ResolvedExperiment;
  stored: StoredModel;
  /** What becomes of each image before the network prepares it. */
  target: Target;
}

/** The same with TensorFlow. */
export interface OpenModel extends RunModel {
  engine: Engine;
  /** null where it had to be fetched. */
  library: OpenLibrary | null;
  network: Network;
  execution: Execution;
  predictor: Predictor;
  /** In what this machine is another than the run's, so that bits may differ: sentences. */
  changes: string[];
}

/**
 * What a run's folder tells of its model. Nothing beside the folder is asked: neither its experiment nor its images.
 * @throws UsageError where the run is not finished @throws RunError where its text or its model is missing or damaged
 */
export async function readModel(folder: RunFolder): Promise<RunModel> {
  const source = await withSeals(folderSource(folder.path));
  const manifest = looseManifest(folder.path);
  if (manifest?.status !== "completed") throw new UsageError(messages.notFinished(folder.name));
  const resolved = await readRecord(source, files.resolved, parseResolved);
  const stored = readStoredModel(folder.path, resolved, manifest);
  return { folder, manifest, resolved, stored, target: targetOf(resolved.data) };
}

/**
 * Builds the network of a run as training built it, on as many threads, and gives it the weights that were judged: the
 * same images in the same order then have the same probabilities, to the last bit.
 */
export async function openModel(
  model: RunModel,
  { reporter, openLibrary, startEngine, defaultThreads, findGpu }: Effects,
): Promise<OpenModel> {
  const { manifest, resolved, stored } = model;
  const { deterministic, tf32 } = resolved.engine;
  // Where the run's GPU is not, the CPU does as well, and `changes` tells.
  const found = manifest.engine?.device === "gpu" ? findGpu().gpu : null;
  const gpu = found && { ...found, deterministic, tf32 };
  const { options, shards } = engineFor(resolved, defaultThreads, gpu);
  const shape = inputShape(resolved.data);
  const { rows, problems } = inferShapes(allLayers(resolved.model), shape, {
    classes: stored.classes.length,
    batchSize: resolved.data.batchSize,
  });
  if (problems.length > 0) throw new RunError(problems[0]!.message);
  const library = await openLibrary(options);
  const engine = await startEngine(options, library);
  const frozen = manifest.base?.features ? frozenLength(resolved.model) : 0;
  const [first, others] = splitRows(rows, frozen);
  const taken = frozen > 0 ? outputOf(first) : shape;
  const imageBytes = elementsOf(taken) * (frozen > 0 ? 4 : resolved.data.depth / 8);
  const plan = planOf(engine, resolved, shards, { rows: others, imageBytes, steps: 1 });
  const network = networkOf(engine, resolved, stored.classes.length, stored.statistics);
  loadWeights(engine, network, stored.weights);
  const recording = recordingOf(resolved, reporter.warning);
  const execution = { ...plan, ...recording };
  const predictor =
    frozen > 0
      ? predictorThrough({ engine, network, end: frozen, shape: taken, recording }, execution)
      : buildPredictor(engine, network, execution);
  return {
    ...model,
    engine,
    library,
    network,
    execution,
    predictor,
    changes: environmentChanges(manifest, describeMachine(engine, plan)),
  };
}
