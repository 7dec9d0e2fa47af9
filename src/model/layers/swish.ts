import type { ResolvedLayers } from "./definition.ts";
import { activation, asActivation } from "./shape-keeping.ts";

/** x sigmoid(x), any shape. */
export const swish = activation<ResolvedLayers["swish"]>({
  build: asActivation("swish"),
  run: (input, _settings, { tf }) => tf.mul(input, tf.sigmoid(input)),
});
