import { adam } from "./adam.ts";
import type { Rule, SettingsOf } from "./rule.ts";

/**
 * Loshchilov and Hutter 2019, https://arxiv.org/abs/1711.05101: Adam, by whose side the weights decay. As in Keras the
 * decay goes with the learning rate and takes in every trained weight, biases too.
 */
export function adamW(settings: SettingsOf<"adamW">): Rule {
  return adam(settings);
}
