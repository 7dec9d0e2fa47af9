import * as tf from "@tensorflow/tfjs";
import { floats } from "../../engine/attributes.ts";
import { unlocked, type Rule, type SettingsOf } from "./rule.ts";

/**
 * Tieleman and Hinton 2012, lecture 6e of Neural Networks for Machine Learning:
 * v += (1 - ρ)(g² - v); u = μ u + rate g / √(v + ε); w -= u.
 */
export function rmsprop({ rho, momentum, epsilon }: SettingsOf<"rmsprop">): Rule {
  return {
    slots: [{ name: "velocity" }, { name: "momentum" }],
    scalars: (_step, learningRate) => [learningRate],
    apply: (weight, [velocity, update], gradient, [stepSize]) =>
      weight.apply(
        "ResourceApplyRMSProp",
        [floats, unlocked],
        [
          velocity!.handle,
          update!.handle,
          stepSize!,
          tf.scalar(rho),
          tf.scalar(momentum),
          tf.scalar(epsilon),
          gradient,
        ],
      ),
  };
}
