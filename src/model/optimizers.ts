import * as tf from "@tensorflow/tfjs";
import type { Backend } from "../engine/backend.ts";
import { attribute, floats } from "../engine/attributes.ts";
import type { Engine } from "../engine/engine.ts";
import { ResourceVariable } from "../engine/resource.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";

export type OptimizerSettings = ResolvedExperiment["train"]["optimizer"];

/** Moves weights along their gradients. Its whole state is in `state` and the number of the step. */
export interface Optimizer {
  learningRate: number;
  /** Everything that is carried from step to step beside the weights, in a fixed order. */
  state: ResourceVariable[];
  /** How far step 1, 2, 3 … goes: handed to `update`, so that nothing in it changes by itself. */
  stepSize(step: number): number;
  /**
   * Moves the weights, as TensorFlow keeps them; the network's own are behind until `load`.
   * @param stepSize float32 scalar @param gradients one a weight, in the order of the weights
   */
  update(gradients: tf.Tensor[], stepSize: tf.Scalar): void;
  /** Gives the network the weights as they are now. */
  load(): void;
  dispose(): void;
}

/** An update of one weight in TensorFlow's own terms. */
interface Rule {
  /** How many values beside each weight the rule carries along. */
  slots: number;
  stepSize(step: number): number;
  apply(
    weight: ResourceVariable,
    slots: ResourceVariable[],
    gradient: tf.Tensor,
    stepSize: tf.Scalar,
  ): void;
}

/** The formulas are Keras's, so that results can be compared. */
export function buildOptimizer(
  { backend }: Engine,
  settings: OptimizerSettings,
  weights: tf.Variable[],
): Optimizer {
  const rule = settings.adam
    ? adam(settings.adam)
    : settings.rmsprop
      ? rmsprop(settings.rmsprop)
      : sgd(settings.sgd!);
  const values = weights.map((weight) => new ResourceVariable(backend, weight));
  const slots = weights.map((weight) =>
    Array.from({ length: rule.slots }, () => newSlot(backend, weight)),
  );
  const { learningRate } = (settings.adam ?? settings.rmsprop ?? settings.sgd)!;
  return {
    learningRate,
    state: slots.flat(),
    stepSize: rule.stepSize,
    update: (gradients, stepSize) =>
      values.forEach((value, index) =>
        rule.apply(value, slots[index]!, gradients[index]!, stepSize),
      ),
    load: () => weights.forEach((weight, index) => weight.assign(values[index]!.read())),
    dispose: () => [...values, ...slots.flat()].forEach((variable) => variable.dispose()),
  };
}

function newSlot(backend: Backend, weight: tf.Variable): ResourceVariable {
  const zeros = tf.zerosLike(weight);
  const slot = new ResourceVariable(backend, zeros);
  zeros.dispose();
  return slot;
}

const unlocked = attribute.bool("use_locking", false);

/** m += (1 - β1)(g - m); v += (1 - β2)(g² - v); w -= α m / (√v + ε), α = rate √(1 - β2^t) / (1 - β1^t). */
function adam({
  learningRate,
  beta1,
  beta2,
  epsilon,
}: NonNullable<OptimizerSettings["adam"]>): Rule {
  return {
    slots: 2,
    stepSize: (step) => (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step),
    apply: (weight, [mean, square], gradient, stepSize) =>
      // α is worked out above in double precision; powers of 0 keep TensorFlow from doing it again in single.
      weight.apply(
        "ResourceApplyAdam",
        [floats, unlocked, attribute.bool("use_nesterov", false)],
        [
          mean!.handle(),
          square!.handle(),
          tf.scalar(0),
          tf.scalar(0),
          stepSize,
          tf.scalar(beta1),
          tf.scalar(beta2),
          tf.scalar(epsilon),
          gradient,
        ],
      ),
  };
}

/** Without momentum w -= rate g. With it v = μ v - rate g, then w += v, or w += μ v - rate g for Nesterov. */
function sgd({ learningRate, momentum, nesterov }: NonNullable<OptimizerSettings["sgd"]>): Rule {
  return {
    slots: momentum > 0 ? 1 : 0,
    stepSize: () => learningRate,
    apply(weight, [velocity], gradient, stepSize) {
      if (!velocity) {
        weight.apply("ResourceApplyGradientDescent", [floats, unlocked], [stepSize, gradient]);
        return;
      }
      weight.apply(
        "ResourceApplyKerasMomentum",
        [floats, unlocked, attribute.bool("use_nesterov", nesterov)],
        [velocity.handle(), stepSize, gradient, tf.scalar(momentum)],
      );
    },
  };
}

/** v += (1 - ρ)(g² - v); u = μ u + rate g / √(v + ε); w -= u. */
function rmsprop({
  learningRate,
  rho,
  momentum,
  epsilon,
}: NonNullable<OptimizerSettings["rmsprop"]>): Rule {
  return {
    slots: 2,
    stepSize: () => learningRate,
    apply: (weight, [square, velocity], gradient, stepSize) =>
      weight.apply(
        "ResourceApplyRMSProp",
        [floats, unlocked],
        [
          square!.handle(),
          velocity!.handle(),
          stepSize,
          tf.scalar(rho),
          tf.scalar(momentum),
          tf.scalar(epsilon),
          gradient,
        ],
      ),
  };
}
