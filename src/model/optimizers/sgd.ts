import * as tf from "@tensorflow/tfjs";
import { attribute, floats } from "../../engine/attributes.ts";
import { unlocked, type Rule, type SettingsOf } from "./rule.ts";

/**
 * Sutskever et al. 2013, https://proceedings.mlr.press/v28/sutskever13.html. Without momentum w -= rate g. With it
 * v = μ v - rate g, then w += v, or w += μ v - rate g for Nesterov.
 */
export function sgd({ momentum, nesterov }: SettingsOf<"sgd">): Rule {
  return {
    slots: momentum > 0 ? [{ name: "momentum" }] : [],
    scalars: (_step, learningRate) => [learningRate],
    apply(weight, [velocity], gradient, [stepSize]) {
      if (!velocity) {
        weight.apply("ResourceApplyGradientDescent", [floats, unlocked], [stepSize!, gradient]);
        return;
      }
      weight.apply(
        "ResourceApplyKerasMomentum",
        [floats, unlocked, attribute.bool("use_nesterov", nesterov)],
        [velocity.handle, stepSize!, gradient, tf.scalar(momentum)],
      );
    },
  };
}
