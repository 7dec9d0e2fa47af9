import { openFeed } from "../data/feed/feed.ts";
import type { Dataset } from "../data/read.ts";
import type { Engine } from "../engine/engine.ts";
import type { Execution } from "../model/plan.ts";
import { trainedWeights, type Network } from "../model/network.ts";
import { buildOptimizer } from "../model/optimizers.ts";
import { nonZeroSeed } from "../random.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { type RateRange, rangeSchedule, Trials } from "./lr-range.ts";
import { epochOrder } from "./order.ts";
import { recipeOf } from "./recipe.ts";
import { StepQueue } from "./step-queue.ts";
import { buildTrainer, type StepResult } from "./step.ts";
import { planTurns, type Turn } from "./turns.ts";

export interface RangeTestContext {
  engine: Engine;
  /** Its weights move. */
  network: Network;
  execution: Execution;
  dataset: Pick<Dataset, "classes" | "splits">;
  experiment: ResolvedExperiment;
  range: RateRange;
  /** Told after each update. */
  onTrial: (trials: Trials) => void;
  signal: AbortSignal;
}

/**
 * Trains as the experiment does, with the same steps on the same batches, but with the rates of a range: through as many
 * epochs as these take, until the loss diverges. No held-out image is looked at, and `train.schedule` has no part.
 * @throws whatever the signal is aborted with
 */
export async function testRange(context: RangeTestContext): Promise<Trials> {
  const { engine, network, execution, dataset, experiment, range, onTrial, signal } = context;
  const { seed, data, train } = experiment;
  const split = dataset.splits.train!;
  const optimizer = buildOptimizer(engine, train.optimizer, trainedWeights(network));
  const trainer = buildTrainer(engine, network, optimizer, {
    randomKey: nonZeroSeed(seed, "step"),
    execution,
    recipe: recipeOf(train, dataset.classes, split.labels),
  });
  const turns = planTurns({
    images: split.length,
    batchSize: data.batchSize,
    accumulate: train.accumulate,
  });
  const batches = Math.ceil(split.length / data.batchSize);
  const schedule = rangeSchedule(range);
  const feed = openFeed(split, experiment);
  const queue = new StepQueue(trainer, execution.stepsPerCall);
  const trials = new Trials(range);
  const begun: Turn[] = [];
  let images = 0;
  let loss = 0;
  const finish = (result: StepResult) => {
    const { learningRate, images: ofUpdate } = begun.shift()!;
    images += result.images;
    loss += result.loss * result.images;
    if (ofUpdate === null) return;
    // Steps that were under way when the test ended have no part in it.
    if (trials.end === null) {
      trials.add(learningRate, loss / images);
      onTrial(trials);
    }
    images = loss = 0;
  };
  const trainEpoch = async (epoch: number) => {
    const order = epochOrder(
      { labels: split.labels, classes: dataset.classes.length, seed, sampling: train.sampling },
      epoch,
    );
    let batchNumber = 0;
    for await (const batch of feed.epoch(epoch, order)) {
      batchNumber += 1;
      const turn = turns.at(epoch, batchNumber, schedule);
      const isLast = turn.update === range.updates && turn.images !== null;
      begun.push(turn);
      const results = queue.add(batch, turn, isLast || batchNumber === batches);
      if (results) {
        results().forEach(finish);
        // A signal has its turn.
        await new Promise(setImmediate);
        signal.throwIfAborted();
      }
      if (isLast) queue.drain().forEach(finish);
      if (trials.end !== null) return;
    }
  };
  try {
    for (let epoch = 1; trials.end === null; epoch++) await trainEpoch(epoch);
  } finally {
    feed.close();
    // A step that nobody waits for any more may still be under way.
    engine.binding.settle();
    trainer.dispose();
    optimizer.dispose();
  }
  return trials;
}
