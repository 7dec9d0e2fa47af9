import { Diverged } from "../errors.ts";
import { extraMonitor, monitored } from "../evaluate/monitor.ts";
import { accuracy, meanLogLoss } from "../evaluate/probabilities.ts";
import type { Predictor } from "../evaluate/predict.ts";
import { messages } from "./messages.ts";
import type { EpochRecord, History } from "../layout.ts";
import { buildSchedule } from "./schedule.ts";
import type { Schedule } from "./schedules/schedule.ts";
import type { StepResult } from "./step.ts";
import { Stepper, type StepperContext } from "./stepper.ts";
import { readValues, restoreValues, type Values } from "./values.ts";

export interface TrainingContext extends StepperContext {
  predictor: Predictor;
  /** The split that is looked at after each epoch. */
  heldOut: History["heldOut"];
  onStep: (progress: StepProgress) => void;
  /** Told after each epoch how long its training steps took, and how much of it they waited for images. */
  onTimed: (waitedMs: number, totalMs: number) => void;
  nowMs: () => number;
  /** Asked between steps whether to stand still, so that the state of the training can be looked at. */
  pauses: () => boolean;
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

/** Where a training stands, between two steps. All numbers are kept to the last bit, so that sums go on as they began. */
export interface Position {
  /** Epochs that are finished. */
  epoch: number;
  /** What the steps of the next epoch have come to that are done already; null where it has not begun. */
  begun: EpochSums | null;
  /** What the schedule of the learning rate carries on. */
  schedule: unknown;
}

export interface EpochSums {
  steps: number;
  images: number;
  /** Of the images' losses. */
  loss: number;
  correct: number;
}

/** All that a training goes on from, to the same bits. */
export interface TrainingState {
  position: Position;
  /** Every weight, and whatever the optimizer carries from step to step. */
  values: Values;
}

/** "pause": between two steps, where it was asked to stand still. */
export type TrainingEvent = { kind: "epoch"; record: EpochRecord } | { kind: "pause" };

/** It takes less to read a result that is there, and more to wait for one. */
const AT_ONCE_MS = 0.2;

/** The training of a network, from its beginning or from a state that an equal one was in. */
export class Training {
  readonly #stepper: Stepper;
  readonly #schedule: Schedule;
  #epoch = 0;
  #begun: EpochSums | null = null;

  constructor(
    private readonly context: TrainingContext,
    from: TrainingState | null = null,
  ) {
    const { optimizer, turns } = (this.#stepper = new Stepper(context));
    const { schedule, epochs } = context.experiment.train;
    this.#schedule = buildSchedule(schedule, {
      learningRate: optimizer.learningRate,
      epochs,
      stepsPerEpoch: turns.updatesPerEpoch,
    });
    if (from) {
      this.#epoch = from.position.epoch;
      this.#begun = from.position.begun;
      this.#schedule.load(from.position.schedule);
      restoreValues(context.engine, this.#stepper.trainer, from.values);
      this.#stepper.trainer.load();
    }
  }

  /**
   * Trains to the end, an epoch at a time. The order of the images is drawn anew for each epoch from the experiment's
   * seed.
   * @throws Diverged when the loss is no longer a number
   */
  async *run(): AsyncGenerator<TrainingEvent> {
    const { predictor, dataset, experiment, heldOut } = this.context;
    const { epochs, earlyStopping } = experiment.train;
    const watched = dataset.splits[heldOut]!;
    while (this.#epoch < epochs) {
      const epoch = this.#epoch + 1;
      const sums = yield* this.#trainEpoch(epoch);
      this.#stepper.trainer.load();
      const probabilities = await predictor.predict(watched, experiment.data.batchSize);
      const heldOutLoss = meanLogLoss(probabilities, watched.labels);
      const { learningRate } = this.#stepper.turns.at(epoch, sums.steps, this.#schedule);
      if (!Number.isFinite(heldOutLoss))
        throw new Diverged(messages.heldOutNotFinite(heldOutLoss, heldOut, epoch, learningRate));
      this.#schedule.after({ loss: heldOutLoss });
      this.#epoch = epoch;
      this.#begun = null;
      const monitor = extraMonitor(earlyStopping?.monitor);
      const figure = monitored(monitor, probabilities, watched.labels);
      yield {
        kind: "epoch",
        record: {
          epoch,
          trainLoss: sums.loss / sums.images,
          trainAccuracy: sums.correct / sums.images,
          heldOutLoss,
          heldOutAccuracy: accuracy(probabilities, watched.labels),
          ...(figure !== undefined && { monitored: figure }),
          learningRate,
        },
      };
    }
  }

  /** As it is now. Only where `run` stands still: at an event, or before and after. */
  state(): TrainingState {
    return {
      position: { epoch: this.#epoch, begun: this.#begun, schedule: this.#schedule.save() },
      values: readValues(this.#stepper.trainer),
    };
  }

  close(): void {
    this.#stepper.close();
  }

  async *#trainEpoch(epoch: number): AsyncGenerator<TrainingEvent, EpochSums> {
    const { dataset, experiment, onStep, onTimed, nowMs, pauses } = this.context;
    const { files } = dataset.splits.train!;
    const { batchSize } = experiment.data;
    const order = this.#stepper.order(epoch);
    const steps = Math.ceil(order.length / batchSize);
    const turnOf = (batch: number) => this.#stepper.turns.at(epoch, batch, this.#schedule);
    const sums = { ...(this.#begun ?? { steps: 0, images: 0, loss: 0, correct: 0 }) };
    const finish = (result: StepResult) => {
      const step = sums.steps + 1;
      if (!Number.isFinite(result.loss)) {
        const batch = order.subarray((step - 1) * batchSize, step * batchSize);
        throw new Diverged(
          messages.lossNotFinite(result.loss, {
            epoch,
            step,
            learningRate: turnOf(step).learningRate,
            files: Array.from(batch, (image) => files[image]!),
          }),
        );
      }
      sums.steps = step;
      sums.images += result.images;
      sums.loss += result.loss * result.images;
      sums.correct += result.correct;
      const { images, loss, correct } = sums;
      onStep({ epoch, step, steps, loss: loss / images, accuracy: correct / images });
    };
    const startedMs = nowMs();
    let waitedMs = 0;
    let askedMs = startedMs;
    let fedMs = 0;
    let begun = sums.steps;
    const queue = this.#stepper.queue();
    for await (const batch of this.#stepper.batches(epoch, order, begun)) {
      fedMs += nowMs() - askedMs;
      begun += 1;
      const results = queue.add(batch, turnOf(begun), begun === steps);
      if (results) {
        const begunMs = nowMs();
        results().forEach(finish);
        // Results that were there at once: TensorFlow had nothing to do while these batches were made ready.
        if (nowMs() - begunMs < AT_ONCE_MS) waitedMs += fedMs;
        fedMs = 0;
        await new Promise(setImmediate);
        if (pauses()) {
          queue.drain().forEach(finish);
          this.#begun = { ...sums };
          yield { kind: "pause" };
        }
      }
      askedMs = nowMs();
    }
    queue.drain().forEach(finish);
    onTimed(waitedMs, nowMs() - startedMs);
    return sums;
  }
}
