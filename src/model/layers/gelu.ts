import type { ResolvedLayers } from "./definition.ts";
import { activation, asActivation } from "./shape-keeping.ts";

/** x Φ(x), Φ being the standard normal distribution; any shape. */
export const gelu = activation<ResolvedLayers["gelu"]>({
  build: asActivation("gelu"),
  run: (input, _settings, { tf }) =>
    tf.mul(input, tf.mul(tf.add(tf.erf(tf.mul(input, Math.SQRT1_2)), 1), 0.5)),
});
