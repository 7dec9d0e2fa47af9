import { list } from "../wording.ts";

/** What Lamina says about training, so that a test can name it and a reader can weigh it. */
export const messages = {
  // Training and the run
  lossNotFinite: (
    loss: number,
    at: { epoch: number; step: number; learningRate: number; files: readonly string[] },
  ) =>
    `The loss became ${loss} in epoch ${at.epoch}, step ${at.step}, with a learning rate of ${at.learningRate} and the images ${list(at.files)}. ${causeOf(at.learningRate, at.epoch === 1 && at.step === 1)}`,
  heldOutNotFinite: (loss: number, split: string, epoch: number, learningRate: number) =>
    `The ${split} loss became ${loss} after epoch ${epoch}, with a learning rate of ${learningRate}. ${causeOf(learningRate, false)}`,
};

/** Below it no weight of float32 moves far enough for a loss to be lost. */
const TINY_RATE = 1e-8;

/** @param isFirst whether no weight had been changed yet */
function causeOf(learningRate: number, isFirst: boolean): string {
  return isFirst || learningRate < TINY_RATE
    ? `It is not the learning rate, ${isFirst ? "as no weight had been changed yet" : "which is tiny"}: look at data.preprocess, the l2 of layers, train.classWeights, and the optimizer's epsilon and weightDecay.`
    : "The learning rate is probably too large: try a tenth of it.";
}
