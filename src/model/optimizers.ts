import type * as tf from "@tensorflow/tfjs";
import type { Engine } from "../engine/engine.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";

export type OptimizerSettings = ResolvedExperiment["train"]["optimizer"];

/** Moves weights along their gradients. Its whole state is in `state` and the number of the step. */
export interface Optimizer {
  learningRate: number;
  /** Everything that is carried from step to step, in a fixed order. */
  state: tf.Variable[];
  /** What multiplies the update in step 1, 2, 3 …: handed to `update`, so that nothing in it changes by itself. */
  stepSize(step: number): number;
  /** @param stepSize float32 scalar @param gradients one a weight, in the order of the weights */
  update(gradients: tf.Tensor[], stepSize: tf.Scalar): void;
}

/** The formulas are Keras's, so that results can be compared. */
export function buildOptimizer(
  { tf }: Engine,
  settings: OptimizerSettings,
  weights: tf.Variable[],
): Optimizer {
  const zeros = () =>
    weights.map((weight) => tf.variable(tf.zerosLike(weight), false));
  if (settings.adam) return adam(tf, settings.adam, weights, zeros(), zeros());
  const velocities = (momentum: number) => (momentum > 0 ? zeros() : []);
  if (settings.rmsprop) {
    return rmsprop(
      tf,
      settings.rmsprop,
      weights,
      zeros(),
      velocities(settings.rmsprop.momentum),
    );
  }
  return sgd(tf, settings.sgd!, weights, velocities(settings.sgd!.momentum));
}

type Tf = Engine["tf"];

/** m += (1 - β1)(g - m); v += (1 - β2)(g² - v); w -= α m / (√v + ε), α = rate √(1 - β2^t) / (1 - β1^t). */
function adam(
  tf: Tf,
  {
    learningRate,
    beta1,
    beta2,
    epsilon,
  }: NonNullable<OptimizerSettings["adam"]>,
  weights: tf.Variable[],
  means: tf.Variable[],
  squares: tf.Variable[],
): Optimizer {
  return {
    learningRate,
    state: [...means, ...squares],
    stepSize: (step) =>
      (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step),
    update: (gradients, stepSize) =>
      gradients.forEach((gradient, index) => {
        const [weight, mean, square] = [
          weights[index]!,
          means[index]!,
          squares[index]!,
        ];
        mean.assign(tf.add(mean, tf.mul(tf.sub(gradient, mean), 1 - beta1)));
        square.assign(
          tf.add(
            square,
            tf.mul(tf.sub(tf.square(gradient), square), 1 - beta2),
          ),
        );
        const change = tf.div(
          tf.mul(mean, stepSize),
          tf.add(tf.sqrt(square), epsilon),
        );
        weight.assign(tf.sub(weight, change));
      }),
  };
}

/** Without momentum w -= rate g. With it v = μ v - rate g, then w += v, or w += μ v - rate g for Nesterov. */
function sgd(
  tf: Tf,
  { learningRate, momentum, nesterov }: NonNullable<OptimizerSettings["sgd"]>,
  weights: tf.Variable[],
  velocities: tf.Variable[],
): Optimizer {
  return {
    learningRate,
    state: velocities,
    stepSize: () => learningRate,
    update: (gradients, stepSize) =>
      gradients.forEach((gradient, index) => {
        const weight = weights[index]!;
        const velocity = velocities[index];
        const step = tf.mul(gradient, stepSize);
        if (!velocity) {
          weight.assign(tf.sub(weight, step));
          return;
        }
        velocity.assign(tf.sub(tf.mul(velocity, momentum), step));
        const change = nesterov
          ? tf.sub(tf.mul(velocity, momentum), step)
          : velocity;
        weight.assign(tf.add(weight, change));
      }),
  };
}

/** v += (1 - ρ)(g² - v); s = rate g / √(v + ε); with momentum u = μ u + s and w -= u, otherwise w -= s. */
function rmsprop(
  tf: Tf,
  {
    learningRate,
    rho,
    momentum,
    epsilon,
  }: NonNullable<OptimizerSettings["rmsprop"]>,
  weights: tf.Variable[],
  squares: tf.Variable[],
  velocities: tf.Variable[],
): Optimizer {
  return {
    learningRate,
    state: [...squares, ...velocities],
    stepSize: () => learningRate,
    update: (gradients, stepSize) =>
      gradients.forEach((gradient, index) => {
        const [weight, square] = [weights[index]!, squares[index]!];
        const velocity = velocities[index];
        square.assign(
          tf.add(square, tf.mul(tf.sub(tf.square(gradient), square), 1 - rho)),
        );
        const step = tf.div(
          tf.mul(gradient, stepSize),
          tf.sqrt(tf.add(square, epsilon)),
        );
        if (!velocity) {
          weight.assign(tf.sub(weight, step));
          return;
        }
        velocity.assign(tf.add(tf.mul(velocity, momentum), step));
        weight.assign(tf.sub(weight, velocity));
      }),
  };
}
