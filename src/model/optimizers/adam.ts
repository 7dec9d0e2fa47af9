import * as tf from "@tensorflow/tfjs";
import { attribute, floats } from "../../engine/attributes.ts";
import { unlocked, type Rule, type SettingsOf } from "./rule.ts";

/**
 * Kingma and Ba 2015, https://arxiv.org/abs/1412.6980, with ε outside of the correction as in its section 2:
 * m += (1 - β1)(g - m); v += (1 - β2)(g² - v); w -= α m / (√v + ε), α = rate √(1 - β2^t) / (1 - β1^t).
 */
export function adam({
  beta1,
  beta2,
  epsilon,
}: Pick<SettingsOf<"adam">, "beta1" | "beta2" | "epsilon">): Rule {
  return {
    slots: [{ name: "momentum" }, { name: "velocity" }],
    scalars: (step, learningRate) => [
      (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step),
    ],
    apply: (weight, [momentum, velocity], gradient, [stepSize]) =>
      // α is worked out above in double precision; powers of 0 keep TensorFlow from doing it again in single.
      weight.apply(
        "ResourceApplyAdam",
        [floats, unlocked, attribute.bool("use_nesterov", false)],
        [
          momentum!.handle,
          velocity!.handle,
          tf.scalar(0),
          tf.scalar(0),
          stepSize!,
          tf.scalar(beta1),
          tf.scalar(beta2),
          tf.scalar(epsilon),
          gradient,
        ],
      ),
  };
}
