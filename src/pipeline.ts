import type { CheckedExperiment } from "./check.ts";
import { drawCharts } from "./charts/draw.ts";
import { drawnTexts, lettersWithoutFont } from "./charts/fonts.ts";
import { TEMPLATE_ENDING } from "./charts/template.ts";
import { reportSheet } from "./data/augment/preview.ts";
import { batches } from "./data/batches.ts";
import type { CacheSettings } from "./data/cache/pixel-cache.ts";
import { readImages, type Dataset } from "./data/read.ts";
import { fitStatistics } from "./data/statistics.ts";
import type { Engine } from "./engine/engine.ts";
import type { EngineOptions, OpenLibrary } from "./engine/library.ts";
import { Interrupted, RunError } from "./errors.ts";
import { confusionMatrix, largest } from "./evaluate/confusion.ts";
import { groupsOf } from "./evaluate/groups.ts";
import { metrics } from "./evaluate/metrics.ts";
import { makePictures } from "./evaluate/pictures.ts";
import { buildPredictor, type Predictor } from "./evaluate/predict.ts";
import { messages } from "./messages.ts";
import { inputShape } from "./model/describe.ts";
import { chooseSchedule, shardCount } from "./model/execution.ts";
import { buildNetwork } from "./model/network.ts";
import { buildPreparation } from "./model/preparation.ts";
import { modelFiles, preprocessingOf } from "./model/save.ts";
import { SEAL_FILE } from "./run/belongings.ts";
import {
  createRunFolder,
  removeRunFolder,
  writeList,
  writeRunFile,
  type RunFolder,
} from "./run/folder.ts";
import { requestOf } from "./run/kept.ts";
import {
  files,
  type EpochRecord,
  type History,
  type PredictionRecord,
  type Run,
} from "./run/layout.ts";
import { looseManifest } from "./run/loose-manifest.ts";
import { openManifest } from "./run/manifest.ts";
import { readPictures } from "./run/pictures.ts";
import { readRun } from "./run/read.ts";
import { sealsOf, textSeal } from "./run/seals.ts";
import { dataTexts, historyText, jsonText, predictionsText, parsePredictions } from "./run/text.ts";
import { resolvedText } from "./spec/resolve.ts";
import { chooseWeights } from "./train/chosen-weights.ts";
import { profileStep, type StepProfile } from "./train/profile.ts";
import { train, type StepProgress } from "./train/loop.ts";

/** The world as a run sees it: everything that is not in the experiment comes in here. */
export interface Effects {
  runsDirectory: string;
  /** Absolute path of the folder that the command was called in. */
  directory: string;
  now: () => Date;
  signal: AbortSignal;
  /** A name for a run that no other has. */
  newId: () => string;
  /** What the user typed, for the manifest. */
  command: readonly string[];
  /** Opens TensorFlow, or gives null where it is not on this machine yet. */
  openLibrary: (options: EngineOptions) => Promise<OpenLibrary | null>;
  /** @param open null where TensorFlow is not open yet */
  startEngine: (options: EngineOptions, open: OpenLibrary | null) => Promise<Engine>;
  /** Threads of TensorFlow where the experiment does not say. */
  defaultThreads: number;
  /** Milliseconds since some moment, which no one sets. */
  nowMs: () => number;
  /** Where decoded images are kept from run to run, and how many bytes they may take. */
  cache: Pick<CacheSettings, "folder" | "mostBytes">;
  /** Measure a training step first, on a network of its own. */
  profile: boolean;
  reporter: Reporter;
}

export interface FinishedRun {
  folder: RunFolder;
  run: Run;
}

/** What a run tells while it goes on. */
export interface Reporter {
  imagesRead(done: number, total: number): void;
  /** In search of leaks. */
  imagesCompared(done: number, total: number): void;
  dataset(dataset: Dataset): void;
  started(run: string): void;
  profile(profile: StepProfile): void;
  /** Something that the user should know and that does not stop the run. */
  warning(text: string): void;
  step(progress: StepProgress, epochs: number): void;
  epoch(record: EpochRecord, history: History, epochs: number): void;
  /** For the intervals of figures. */
  resampled(done: number, total: number): void;
}

/**
 * An experiment from its images to a finished run folder.
 *
 *   YAML ─▶ spec ─▶ data ─▶ model ─▶ train ─▶ evaluate ─▶ run ─▶ charts
 *
 * @throws RunError @throws Interrupted: the folder's manifest then says "failed" or "interrupted"
 */
export async function runExperiment(
  checked: CheckedExperiment,
  effects: Effects,
): Promise<FinishedRun> {
  const { experiment, source, templates } = checked;
  const { resolved } = experiment;
  const { reporter, signal, now, nowMs } = effects;

  const readingFromMs = nowMs();
  const threads = resolved.engine.threads ?? effects.defaultThreads;
  const shards = shardCount(resolved, threads);
  const engineOptions = {
    threads,
    threadsPerOperation: shards > 1 ? 1 : threads,
    oneDnn: resolved.engine.oneDnn,
  };
  let library: OpenLibrary | null = null;
  const dataset = await readImages(source, resolved.data, {
    onProgress: reporter.imagesRead,
    onCompared: reporter.imagesCompared,
    signal,
    openLibrary: async () => (library = await effects.openLibrary(engineOptions)),
    cache: { ...effects.cache, now, warn: reporter.warning },
  });
  const reading = { seconds: (nowMs() - readingFromMs) / 1000, decoded: dataset.decoded };
  reporter.dataset(dataset);
  for (const warning of [...source.warnings, ...checked.warnings, ...dataset.warnings])
    reporter.warning(warning);
  if (dataset.fault !== null) {
    await dataset.close();
    throw new RunError(dataset.fault);
  }

  const engine = await effects.startEngine(engineOptions, library);
  const { batchSize, preprocess } = resolved.data;
  const { length, rows } = dataset.splits.train!;
  const schedule = chooseSchedule(resolved, {
    shards,
    rows: checked.layers,
    imageBytes: rows.size,
    steps: resolved.train.epochs * Math.ceil(length / batchSize),
  });
  const statistics = await fitStatistics(engine, dataset.splits.train!, preprocess);
  const networkSettings = {
    layers: resolved.model.layers,
    inputShape: inputShape(resolved.data),
    classes: dataset.classes.length,
    seed: resolved.seed,
    preparation: buildPreparation(engine, preprocess, statistics),
  };
  if (effects.profile) {
    const batch = await batches(dataset.splits.train!, batchSize).next();
    const profile = profileStep({
      engine,
      network: buildNetwork(engine, networkSettings),
      layers: resolved.model.layers,
      rows: checked.layers,
      optimizer: resolved.train.optimizer,
      batch: batch.value!,
      schedule,
      nowMs,
    });
    reporter.profile(profile);
  }
  const network = buildNetwork(engine, networkSettings);
  const execution = {
    ...schedule,
    recorded: resolved.engine.recorded,
    onRefused: (reason: string) => reporter.warning(messages.notRecorded(reason)),
  };
  const predictor = buildPredictor(engine, network, execution);

  const folder = await createRunFolder(effects.runsDirectory, experiment.name);
  const manifest = await openManifest(folder, {
    experiment,
    engine,
    shards,
    command: effects.command,
    now,
    newId: effects.newId,
    reading,
  }).catch(async (error: unknown) => {
    await removeRunFolder(folder);
    throw error;
  });
  reporter.started(folder.name);
  try {
    const write = (name: string, content: string | Uint8Array) =>
      writeRunFile(folder.path, name, content);
    await write(files.experiment, experiment.text);
    await write(files.request, jsonText(requestOf(experiment, effects.directory)));
    await write(files.resolved, resolvedText(resolved));
    const { data, list } = dataTexts(dataset.record);
    await writeList(folder.path, list);
    await write(files.data, data);
    for (const { name, text } of templates)
      await write(`${files.templates}/${name}${TEMPLATE_ENDING}`, text);

    const history: History = {
      heldOut: dataset.splits.validation ? "validation" : "test",
      epochs: [],
    };
    const onStep = (progress: StepProgress) => reporter.step(progress, resolved.train.epochs);
    const context = {
      engine,
      network,
      predictor,
      execution,
      dataset,
      experiment: resolved,
      heldOut: history.heldOut,
      onStep,
      onTimed: manifest.waited,
      nowMs,
      signal,
    };
    const chosen = chooseWeights(engine, network, resolved.evaluate.weights);
    // The disk is not waited for: it takes an epoch's row while the next epoch trains.
    let written = Promise.resolve();
    for await (const record of train(context)) {
      history.epochs.push(record);
      chosen.offer(record);
      await written;
      written = write(files.history, historyText(history));
      // What goes wrong is thrown where it is awaited.
      written.catch(() => undefined);
      reporter.epoch(record, history, resolved.train.epochs);
    }
    await written;
    manifest.trained(history.epochs.length, dataset.splits.train!.length);

    const weights = chosen.restore();
    const split = dataset.splits.test ? "test" : "validation";
    const { text, predictions } = await evaluate(
      predictor,
      dataset,
      split,
      resolved.data.batchSize,
    );
    await write(files.predictions, text);
    const figures = metrics({
      split,
      classes: dataset.classes,
      predictions,
      groupOf: groupsOf(dataset.record),
      weights,
      settings: resolved.evaluate,
      seed: resolved.seed,
      onResampled: reporter.resampled,
    });
    await write(files.metrics, jsonText(figures));
    await write(
      files.confusionMatrix,
      jsonText(confusionMatrix(split, dataset.classes, predictions)),
    );

    const pictures = await makePictures({
      engine,
      network,
      classes: dataset.classes,
      split: dataset.splits[split]!,
      predictions,
      count: resolved.evaluate.pictures,
      augmentation: await reportSheet(dataset.splits.train!, dataset.classes, resolved),
    });
    for (const [name, content] of pictures) await write(`${files.pictures}/${name}`, content);
    const seals = await sealsOf(folder.path);
    const seal = textSeal(seals);
    if (pictures.size > 0) await write(`${files.pictures}/${SEAL_FILE}`, `${seal}\n`);

    const preprocessing = preprocessingOf(dataset.classes, resolved.data, statistics);
    for (const [name, content] of await modelFiles(network, preprocessing, statistics)) {
      await write(`${files.model}/${name}`, content);
    }
    await write(`${files.model}/${SEAL_FILE}`, `${seal}\n`);

    // From its text, as `exp charts` will draw it again.
    const run = await readRun(folder.path);
    const drawn = await drawCharts(run, {
      pictures: await readPictures(folder.path),
      templates,
      seal,
      manifest: looseManifest(folder.path),
    });
    for (const [name, content] of drawn) await write(name, content);
    const boxes = await lettersWithoutFont(drawnTexts(drawn));
    if (boxes.length > 0) reporter.warning(messages.lettersWithoutFont(boxes));
    await manifest.close("completed", { files: seals });
    return { folder, run };
  } catch (error) {
    const isInterrupted = error instanceof Interrupted;
    const ending = isInterrupted
      ? new Interrupted(messages.interrupted(folder.name), error.signal)
      : (error as Error);
    const status = isInterrupted ? "interrupted" : "failed";
    const reason = isInterrupted ? new Error(messages.stoppedBy(error.signal)) : ending;
    // What went wrong first is what the user needs to know.
    await manifest.close(status, { error: reason }).catch(() => undefined);
    throw ending;
  } finally {
    await dataset.close();
  }
}

/** The predictions as their file tells them, so that every figure can be had again from the file. */
async function evaluate(
  predictor: Predictor,
  dataset: Dataset,
  split: "validation" | "test",
  batchSize: number,
): Promise<{ text: string; predictions: PredictionRecord[] }> {
  const { classes } = dataset;
  const images = dataset.splits[split]!;
  const rows = await predictor.predict(images, batchSize);
  const records = rows.map((probabilities, index) => ({
    file: images.files[index]!,
    actual: classes[images.labels[index]!]!,
    predicted: classes[largest(probabilities)]!,
    probabilities,
  }));
  const text = predictionsText(classes, records);
  return { text, predictions: parsePredictions(text).predictions };
}
