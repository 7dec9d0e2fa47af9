import type { Schedule } from "./schedules/schedule.ts";

/** Where a batch is in the training. */
export interface Turn {
  /** Number of the batch since the start of training, from 1: its random numbers follow from it. */
  step: number;
  /** Number of the update that its gradients go into, from 1. */
  update: number;
  learningRate: number;
  /**
   * How many images the update is made of, this batch's included; null where it is not made yet, because batches that
   * follow go into it as well.
   */
  images: number | null;
}

/** The batches of a training in their order. */
export interface Turns {
  updatesPerEpoch: number;
  /** @param epoch from 1 @param batch in the epoch, from 1 */
  at(epoch: number, batch: number, schedule: Schedule): Turn;
}

/** @param images of an epoch @param accumulate batches per update, as long as the epoch has so many left */
export function planTurns({
  images,
  batchSize,
  accumulate,
}: {
  images: number;
  batchSize: number;
  accumulate: number;
}): Turns {
  const batches = Math.ceil(images / batchSize);
  const updatesPerEpoch = Math.ceil(batches / accumulate);
  return {
    updatesPerEpoch,
    at(epoch, batch, schedule) {
      const group = Math.ceil(batch / accumulate);
      const update = (epoch - 1) * updatesPerEpoch + group;
      const isLast = batch === batches || batch === group * accumulate;
      const before = (group - 1) * accumulate * batchSize;
      return {
        step: (epoch - 1) * batches + batch,
        update,
        learningRate: schedule.rateOf(update),
        images: isLast ? Math.min(images, batch * batchSize) - before : null,
      };
    },
  };
}
