import type { ResolvedLayers } from "./definition.ts";
import { activation } from "./shape-keeping.ts";

/** x where it is positive, a share of it elsewhere; any shape. */
export const leakyRelu = activation<ResolvedLayers["leakyRelu"]>({
  isRising: true,
  build: ({ negativeSlope }, { tf, name }) => tf.layers.leakyReLU({ name, alpha: negativeSlope }),
  run: (input, { negativeSlope }, { tf }) => tf.leakyRelu(input, negativeSlope),
});
