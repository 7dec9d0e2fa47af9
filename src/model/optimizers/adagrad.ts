import { attribute, floats } from "../../engine/attributes.ts";
import { unlocked, type Rule, type SettingsOf } from "./rule.ts";

/**
 * Duchi, Hazan and Singer 2011, https://jmlr.org/papers/v12/duchi11a.html: a += g²; w -= rate g / √(a + ε).
 * TensorFlow's operation has no ε under the root: it is added to what a begins with, which comes to the same.
 */
export function adagrad({ initialAccumulator, epsilon }: SettingsOf<"adagrad">): Rule {
  return {
    slots: [{ name: "accumulator", initial: initialAccumulator + epsilon }],
    scalars: (_step, learningRate) => [learningRate],
    apply: (weight, [accumulator], gradient, [stepSize]) =>
      weight.apply(
        "ResourceApplyAdagrad",
        [floats, unlocked, attribute.bool("update_slots", true)],
        [accumulator!.handle, stepSize!, gradient],
      ),
  };
}
