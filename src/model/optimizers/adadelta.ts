import * as tf from "@tensorflow/tfjs";
import { floats } from "../../engine/attributes.ts";
import { unlocked, type Rule, type SettingsOf } from "./rule.ts";

/**
 * Zeiler 2012, https://arxiv.org/abs/1212.5701: a = ρ a + (1 - ρ) g²; u = g √(d + ε) / √(a + ε);
 * d = ρ d + (1 - ρ) u²; w -= rate u.
 */
export function adadelta({ rho, epsilon }: SettingsOf<"adadelta">): Rule {
  return {
    slots: [{ name: "accumulated_grad" }, { name: "accumulated_delta_var" }],
    scalars: (_step, learningRate) => [learningRate],
    apply: (weight, [squares, updates], gradient, [stepSize]) =>
      weight.apply(
        "ResourceApplyAdadelta",
        [floats, unlocked],
        [squares!.handle, updates!.handle, stepSize!, tf.scalar(rho), tf.scalar(epsilon), gradient],
      ),
  };
}
