import * as tf from "@tensorflow/tfjs";
import { floats } from "../../engine/attributes.ts";
import { unlocked, type Rule, type SettingsOf } from "./rule.ts";

/**
 * Kingma and Ba 2015, section 7.1, https://arxiv.org/abs/1412.6980:
 * m += (1 - β1)(g - m); u = max(β2 u, |g|); w -= α m / (u + ε), α = rate / (1 - β1^t).
 */
export function adamax({ beta1, beta2, epsilon }: SettingsOf<"adamax">): Rule {
  return {
    slots: [{ name: "momentum" }, { name: "norm" }],
    scalars: (step, learningRate) => [learningRate / (1 - beta1 ** step)],
    apply: (weight, [momentum, norm], gradient, [stepSize]) =>
      // α is worked out above in double precision; a power of 0 keeps TensorFlow from doing it again in single.
      weight.apply(
        "ResourceApplyAdaMax",
        [floats, unlocked],
        [
          momentum!.handle,
          norm!.handle,
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
