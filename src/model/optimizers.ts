import * as tf from "@tensorflow/tfjs";
import type { Backend } from "../engine/backend.ts";
import type { Engine } from "../engine/engine.ts";
import { ResourceVariable } from "../engine/resource.ts";
import type { NamedVariable } from "../engine/stored.ts";
import type { NamedWeight } from "./network.ts";
import { adadelta } from "./optimizers/adadelta.ts";
import { adagrad } from "./optimizers/adagrad.ts";
import { adam } from "./optimizers/adam.ts";
import { adamW } from "./optimizers/adam-w.ts";
import { adamax } from "./optimizers/adamax.ts";
import { lion } from "./optimizers/lion.ts";
import { nadam } from "./optimizers/nadam.ts";
import { rmsprop } from "./optimizers/rmsprop.ts";
import type { OptimizerSettings, Rule, SettingsOf } from "./optimizers/rule.ts";
import { sgd } from "./optimizers/sgd.ts";

export type { OptimizerSettings } from "./optimizers/rule.ts";

/** Moves weights along their gradients. All that it carries from step to step is in `weights` and `state`. */
export interface Optimizer {
  /** The initial one, of the settings. */
  learningRate: number;
  /** The weights as TensorFlow keeps them; the network's own are behind until `load`. */
  weights: readonly NamedVariable<ResourceVariable>[];
  /** What is carried beside the weights, in a fixed order. */
  state: readonly NamedVariable<ResourceVariable>[];
  /**
   * What is another number at each step, and as many numbers at every step: handed to `update`, so that nothing in it
   * changes by itself.
   * @param step from 1
   */
  scalars(step: number, learningRate: number): number[];
  /** @param gradients one a weight, in the order of the weights @param scalars float32, see above */
  update(gradients: readonly tf.Tensor[], scalars: readonly tf.Scalar[]): void;
  /** Gives the network the weights as they are now. */
  load(): void;
  dispose(): void;
}

/** Exhaustive: an optimizer in the schema without a rule here is a type error. */
const rules: { [Name in keyof Required<OptimizerSettings>]: (settings: SettingsOf<Name>) => Rule } =
  { adadelta, adagrad, adam, adamW, adamax, lion, nadam, rmsprop, sgd };

export function buildOptimizer(
  { backend }: Engine,
  settings: OptimizerSettings,
  networkWeights: readonly NamedWeight[],
): Optimizer {
  const name = Object.keys(settings)[0] as keyof OptimizerSettings;
  const own = settings[name]!;
  // The table pairs each name with its own settings; TypeScript cannot follow that through a variable name.
  const rule = (rules[name] as (settings: object) => Rule)(own);
  const { weightDecay } = own;
  const weights = networkWeights.map((weight) => ({
    name: weight.name,
    variable: new ResourceVariable(backend, weight.variable),
  }));
  const slots = networkWeights.map((weight) =>
    rule.slots.map((slot) => ({
      name: `${weight.name}/${slot.name}`,
      variable: filled(backend, weight.variable.shape, slot.initial ?? 0),
    })),
  );
  return {
    learningRate: own.learningRate,
    weights,
    state: slots.flat(),
    scalars: (step, learningRate) => [
      ...(weightDecay > 0 ? [learningRate * weightDecay] : []),
      ...rule.scalars(step, learningRate),
    ],
    update: (gradients, scalars) => {
      const [decay, ownScalars] =
        weightDecay > 0 ? [scalars[0]!, scalars.slice(1)] : [null, scalars];
      weights.forEach(({ variable }, index) => {
        if (decay) variable.subtract(tf.mul(variable.read(), decay));
        const ownSlots = slots[index]!.map((slot) => slot.variable);
        rule.apply(variable, ownSlots, gradients[index]!, ownScalars);
      });
    },
    load: () =>
      networkWeights.forEach((weight, index) =>
        weight.variable.assign(weights[index]!.variable.read()),
      ),
    dispose: () => [...weights, ...slots.flat()].forEach(({ variable }) => variable.dispose()),
  };
}

/** A variable with the same number everywhere. */
export function filled(
  backend: Backend,
  shape: readonly number[],
  value: number,
): ResourceVariable {
  const size = shape.reduce((product, length) => product * length, 1);
  const values = tf.tensor(new Float32Array(size).fill(value), [...shape]);
  const variable = new ResourceVariable(backend, values);
  values.dispose();
  return variable;
}
