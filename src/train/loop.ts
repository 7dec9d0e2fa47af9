import { openFeed, type Feed } from "../data/feed/feed.ts";
import type { Dataset } from "../data/read.ts";
import type { Engine } from "../engine/engine.ts";
import { RunError } from "../errors.ts";
import { accuracy, meanLogLoss } from "../evaluate/probabilities.ts";
import type { Predictor } from "../evaluate/predict.ts";
import { messages } from "../messages.ts";
import type { Execution } from "../model/execution.ts";
import { trainedWeights, type Network } from "../model/network.ts";
import { buildOptimizer } from "../model/optimizers.ts";
import { nonZeroSeed, permutation, stream } from "../random.ts";
import type { EpochRecord, History } from "../run/layout.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { StepQueue } from "./step-queue.ts";
import { buildTrainer, type StepResult, type Trainer } from "./step.ts";

export interface TrainingContext {
  engine: Engine;
  network: Network;
  predictor: Predictor;
  execution: Execution;
  dataset: Dataset;
  experiment: ResolvedExperiment;
  /** The split that is looked at after each epoch. */
  heldOut: History["heldOut"];
  onStep: (progress: StepProgress) => void;
  /** Told after each epoch how long its training steps took, and how much of it they waited for images. */
  onTimed: (waitedMs: number, totalMs: number) => void;
  nowMs: () => number;
  signal: AbortSignal;
}

export interface StepProgress {
  epoch: number;
  /** Steps done in this epoch, and how many it has. */
  step: number;
  steps: number;
  /** Means over the epoch so far. */
  loss: number;
  accuracy: number;
}

/** It takes less to read a result that is there, and more to wait for one. */
const AT_ONCE_MS = 0.2;

/**
 * Trains the network, an epoch at a time. The order of the images is drawn anew for each epoch from the
 * experiment's seed.
 * @throws RunError when the loss is no longer a number
 * @throws Interrupted between two calls into TensorFlow
 */
export async function* train(context: TrainingContext): AsyncGenerator<EpochRecord> {
  const { engine, network, predictor, execution, dataset, experiment, heldOut } = context;
  const { epochs, optimizer: settings } = experiment.train;
  const optimizer = buildOptimizer(engine, settings, trainedWeights(network));
  const trainer = buildTrainer(engine, network, optimizer, {
    randomKey: nonZeroSeed(experiment.seed, "step"),
    execution,
  });
  const watched = dataset.splits[heldOut]!;
  const feed = openFeed(dataset.splits.train!, experiment);
  try {
    let step = 0;
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const running = await trainEpoch(context, feed, trainer, epoch, step);
      step += running.steps;
      engine.tf.tidy(() => optimizer.load());
      const probabilities = await predictor.predict(watched, experiment.data.batchSize);
      const heldOutLoss = meanLogLoss(probabilities, watched.labels);
      requireFinite(heldOutLoss, epoch, running.steps);
      yield {
        epoch,
        trainLoss: running.loss,
        trainAccuracy: running.accuracy,
        heldOutLoss,
        heldOutAccuracy: accuracy(probabilities, watched.labels),
        learningRate: optimizer.learningRate,
      };
    }
  } finally {
    feed.close();
    // A step that nobody waits for any more may still be under way.
    engine.binding.settle();
    optimizer.dispose();
  }
}

async function trainEpoch(
  { dataset, experiment, execution, onStep, onTimed, nowMs, signal }: TrainingContext,
  feed: Feed,
  trainer: Trainer,
  epoch: number,
  stepsBefore: number,
): Promise<StepProgress> {
  const split = dataset.splits.train!;
  const { seed } = experiment;
  const { batchSize } = experiment.data;
  const order = permutation(split.length, stream(seed, "shuffle", epoch));
  const progress = {
    epoch,
    step: 0,
    steps: Math.ceil(split.length / batchSize),
    loss: 0,
    accuracy: 0,
  };
  let images = 0;
  let lossSum = 0;
  let correct = 0;
  let waitedMs = 0;
  const finish = (result: StepResult) => {
    progress.step += 1;
    requireFinite(result.loss, epoch, progress.step);
    images += result.images;
    lossSum += result.loss * result.images;
    correct += result.correct;
    progress.loss = lossSum / images;
    progress.accuracy = correct / images;
    onStep(progress);
  };
  const startedMs = nowMs();
  let askedMs = startedMs;
  let fedMs = 0;
  let begun = 0;
  const queue = new StepQueue(trainer, execution.stepsACall);
  for await (const batch of feed.epoch(epoch, order)) {
    fedMs += nowMs() - askedMs;
    if (signal.aborted) throw signal.reason;
    begun += 1;
    const results = queue.add(batch, stepsBefore + begun, begun === progress.steps);
    if (results) {
      const begunMs = nowMs();
      results().forEach(finish);
      // Results that were there at once: TensorFlow had nothing to do while these batches were made ready.
      if (nowMs() - begunMs < AT_ONCE_MS) waitedMs += fedMs;
      fedMs = 0;
      await new Promise(setImmediate);
    }
    askedMs = nowMs();
  }
  queue.drain().forEach(finish);
  onTimed(waitedMs, nowMs() - startedMs);
  return progress;
}

function requireFinite(loss: number, epoch: number, step: number): void {
  if (!Number.isFinite(loss)) throw new RunError(messages.lossNotFinite(loss, epoch, step));
}
