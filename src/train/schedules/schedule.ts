/** How the learning rate goes through a training. All numbers are in double precision. */
export interface Schedule {
  /** @param step number of the update, from 1 */
  rateOf(step: number): number;
  /** Told what the held-out images gave after each epoch. */
  after(heldOut: HeldOut): void;
  /** All that `after` has changed, as plain JSON; null where nothing can. */
  save(): unknown;
  load(state: unknown): void;
}

export interface HeldOut {
  /** Mean log loss in nats. */
  loss: number;
}

/** How long a training is. */
export interface Course {
  /** The initial learning rate, of the optimizer's settings. */
  learningRate: number;
  epochs: number;
  /** Updates of the weights in an epoch. */
  stepsPerEpoch: number;
}

/** A schedule that is laid down beforehand: the rate follows from the step alone. */
export function laidDown(rateOf: Schedule["rateOf"]): Schedule {
  return { rateOf, after: () => undefined, save: () => null, load: () => undefined };
}
