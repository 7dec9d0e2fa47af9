import * as tf from "@tensorflow/tfjs";
import { floats } from "../engine/attributes.ts";
import type { Engine } from "../engine/engine.ts";
import type { ResourceVariable } from "../engine/resource.ts";
import type { NamedVariable } from "../engine/stored.ts";
import type { NamedWeight } from "../model/network.ts";
import { filled } from "../model/optimizers.ts";
import { unlocked } from "../model/optimizers/rule.ts";

/**
 * Exponential moving averages of the weights, as Keras's `use_ema` has them (Polyak and Juditsky 1992): after the first
 * update they are the weights, after each other one a ← decay a + (1 - decay) w.
 */
export interface Averages {
  /** In the order of the weights. */
  state: readonly NamedVariable<ResourceVariable>[];
  /** How far they go to the weights. @param update its number, from 1 */
  share(update: number): number;
  /** @param share float32, see above */
  update(share: tf.Scalar): void;
  /** Gives the network the averages in place of its weights. */
  load(): void;
  dispose(): void;
}

export function buildAverages(
  { backend }: Engine,
  decay: number,
  weights: readonly NamedVariable<ResourceVariable>[],
  networkWeights: readonly NamedWeight[],
): Averages {
  const state = weights.map(({ name, variable }) => ({
    name: `${name}/average`,
    // From 0 the whole way to a weight ends at its very bits.
    variable: filled(backend, variable.shape, 0),
  }));
  return {
    state,
    share: (update) => (update === 1 ? 1 : 1 - decay),
    update: (share) =>
      state.forEach(({ variable: average }, index) => {
        const behind = tf.sub(average.read(), weights[index]!.variable.read());
        average.apply("ResourceApplyGradientDescent", [floats, unlocked], [share, behind]);
      }),
    load: () =>
      networkWeights.forEach((weight, index) =>
        weight.variable.assign(state[index]!.variable.read()),
      ),
    dispose: () => state.forEach(({ variable }) => variable.dispose()),
  };
}
