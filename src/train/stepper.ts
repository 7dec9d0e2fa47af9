import type { Batch } from "../data/batches.ts";
import { openFeed, type Feed } from "../data/feed/feed.ts";
import type { Dataset } from "../data/dataset.ts";
import type { Engine } from "../engine/engine.ts";
import type { Execution } from "../model/plan.ts";
import { trainedWeights, type Network } from "../model/network.ts";
import { buildOptimizer, type Optimizer } from "../model/optimizers.ts";
import { nonZeroSeed } from "../random.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import type { KeptThreads } from "../thread.ts";
import { epochOrder } from "./order.ts";
import { recipeOf } from "./recipe.ts";
import { StepQueue } from "./step-queue.ts";
import { buildTrainer, type Trainer } from "./step.ts";
import { planTurns, type Turns } from "./turns.ts";

export interface StepperContext {
  engine: Engine;
  /** Its weights move. */
  network: Network;
  execution: Execution;
  dataset: Pick<Dataset, "classes" | "splits">;
  experiment: ResolvedExperiment;
  /** See Effects. */
  cores: number;
  /** See Effects. */
  feedThreads?: KeptThreads;
}

/** What takes the steps that an experiment says, whatever the learning rates: its optimizer, and batches in its order. */
export class Stepper {
  readonly optimizer: Optimizer;
  readonly trainer: Trainer;
  readonly turns: Turns;
  #feed: Feed | null = null;

  constructor(private readonly context: StepperContext) {
    const { engine, network, execution, dataset, experiment } = context;
    const { seed, data, train } = experiment;
    const split = dataset.splits.train!;
    this.optimizer = buildOptimizer(engine, train.optimizer, trainedWeights(network));
    this.trainer = buildTrainer(engine, network, this.optimizer, {
      randomKey: nonZeroSeed(seed, "step"),
      execution,
      recipe: recipeOf(train, dataset.classes, split.labels),
    });
    this.turns = planTurns({
      images: split.length,
      batchSize: data.batchSize,
      accumulate: train.accumulate,
    });
  }

  /** Positions in the training split, drawn anew for each epoch from the experiment's seed. @param epoch from 1 */
  order(epoch: number): Uint32Array {
    const { dataset, experiment } = this.context;
    const { seed, train } = experiment;
    const { labels } = dataset.splits.train!;
    return epochOrder(
      { labels, classes: dataset.classes.length, seed, sampling: train.sampling },
      epoch,
    );
  }

  /** As `Feed` does it: the arrays of a batch are overwritten by the next one. */
  batches(epoch: number, order: Uint32Array, skipped = 0): AsyncGenerator<Batch> {
    const { dataset, experiment, cores, feedThreads: threads } = this.context;
    const settings = { ...experiment, workers: cores, ...(threads && { threads }) };
    this.#feed ??= openFeed(dataset.splits.train!, settings);
    return this.#feed.epoch(epoch, order, skipped);
  }

  queue(): StepQueue {
    return new StepQueue(this.trainer, this.context.execution.stepsPerCall);
  }

  close(): void {
    this.#feed?.close();
    // A step that nobody waits for any more may still be under way.
    this.context.engine.binding.settle();
    this.trainer.dispose();
    this.optimizer.dispose();
  }
}
