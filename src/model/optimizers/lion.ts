import * as tf from "@tensorflow/tfjs";
import type { Rule, SettingsOf } from "./rule.ts";

/** Chen et al. 2023, https://arxiv.org/abs/2302.06675: w -= rate sign(β1 m + (1 - β1) g); m = β2 m + (1 - β2) g. */
export function lion({ beta1, beta2 }: SettingsOf<"lion">): Rule {
  return {
    slots: [{ name: "momentum" }],
    scalars: (_step, learningRate) => [learningRate],
    apply(weight, [momentum], gradient, [stepSize]) {
      const before = momentum!.read();
      const mixed = (share: number) => tf.add(tf.mul(before, share), tf.mul(gradient, 1 - share));
      weight.subtract(tf.mul(stepSize!, tf.sign(mixed(beta1))));
      momentum!.assign(mixed(beta2));
    },
  };
}
