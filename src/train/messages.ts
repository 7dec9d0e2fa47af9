import { list } from "../wording.ts";

/** What Lamina says about training, so that a test can name it and a reader can weigh it. */
export const messages = {
  // Training and the run
  lossNotFinite: (
    loss: number,
    at: { epoch: number; step: number; learningRate: number; files: readonly string[] },
  ) =>
    `The loss became ${loss} in epoch ${at.epoch}, step ${at.step}, with a learning rate of ${at.learningRate} and the images ${list(at.files)}. The learning rate is probably too large: try a tenth of it.`,
  heldOutNotFinite: (loss: number, split: string, epoch: number, learningRate: number) =>
    `The ${split} loss became ${loss} after epoch ${epoch}, with a learning rate of ${learningRate}. The learning rate is probably too large: try a tenth of it.`,
};
