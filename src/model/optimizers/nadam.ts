import * as tf from "@tensorflow/tfjs";
import type { Rule, SettingsOf } from "./rule.ts";

/**
 * Dozat 2015, https://cs229.stanford.edu/proj2015/054_report.pdf, with the paper's schedule of the momentum,
 * u(t) = β1 (1 - 0.96^t / 2), and U(t) the product of all up to t:
 * m += (1 - β1)(g - m); v += (1 - β2)(g² - v);
 * w -= rate (u(t+1) m / (1 - U(t+1)) + (1 - u(t)) g / (1 - U(t))) / (√(v / (1 - β2^t)) + ε).
 */
export function nadam({ beta1, beta2, epsilon }: SettingsOf<"nadam">): Rule {
  const momentumAt = (step: number) => beta1 * (1 - 0.5 * 0.96 ** step);
  return {
    slots: [{ name: "momentum" }, { name: "velocity" }],
    scalars: (step, learningRate) => {
      const product = productUpTo(step, momentumAt);
      const next = momentumAt(step + 1);
      return [
        (learningRate * next) / (1 - product * next),
        (learningRate * (1 - momentumAt(step))) / (1 - product),
        1 / Math.sqrt(1 - beta2 ** step),
      ];
    },
    apply(weight, [momentum, velocity], gradient, [ofMomentum, ofGradient, ofRoot]) {
      const follow = (before: tf.Tensor, value: tf.Tensor, decay: number) =>
        tf.add(before, tf.mul(tf.sub(value, before), 1 - decay));
      const m = follow(momentum!.read(), gradient, beta1);
      const v = follow(velocity!.read(), tf.square(gradient), beta2);
      momentum!.assign(m);
      velocity!.assign(v);
      const step = tf.add(tf.mul(ofMomentum!, m), tf.mul(ofGradient!, gradient));
      weight.subtract(tf.div(step, tf.add(tf.mul(ofRoot!, tf.sqrt(v)), epsilon)));
    },
  };
}

/** Below this a product no longer changes 1 less it. */
const NOTHING = 2 ** -60;

function productUpTo(step: number, factor: (step: number) => number): number {
  let product = 1;
  for (let at = 1; at <= step && product > NOTHING; at++) product *= factor(at);
  return product;
}
