import { type RateRange, rangeSchedule, Trials } from "./lr-range.ts";
import { Stepper, type StepperContext } from "./stepper.ts";
import type { StepResult } from "./step.ts";
import type { Turn } from "./turns.ts";

export interface RangeTestContext extends StepperContext {
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
  const { range, onTrial, signal } = context;
  const stepper = new Stepper(context);
  const schedule = rangeSchedule(range);
  const queue = stepper.queue();
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
    const order = stepper.order(epoch);
    const batches = Math.ceil(order.length / context.experiment.data.batchSize);
    let batchNumber = 0;
    for await (const batch of stepper.batches(epoch, order)) {
      batchNumber += 1;
      const turn = stepper.turns.at(epoch, batchNumber, schedule);
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
    stepper.close();
  }
  return trials;
}
