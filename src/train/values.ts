import type { Engine } from "../engine/engine.ts";
import { networkWeights, type Network } from "../model/network.ts";
import type { Trainer } from "./step.ts";

/** Arrays by name. */
export type Values = ReadonlyMap<string, NamedArray>;

export interface NamedArray {
  shape: readonly number[];
  values: Float32Array;
}

/** A copy of every weight of a network as it is, the running averages of batchNorm included. */
export function readWeights(network: Network): Values {
  return new Map(
    networkWeights(network).map(({ name, variable }) => [
      name,
      { shape: variable.shape, values: variable.dataSync<"float32">().slice() },
    ]),
  );
}

/** @param values of a network with the same layers */
export function restoreWeights({ tf }: Engine, network: Network, values: Values): void {
  for (const { name, variable } of networkWeights(network))
    tf.tidy(() => variable.assign(tf.tensor(values.get(name)!.values, variable.shape, "float32")));
}

/** A copy of all that a training carries from step to step. */
export function readValues(trainer: Trainer): Values {
  return new Map(
    trainer.state().map(({ name, variable }) => {
      const tensor = variable.read();
      const values = tensor.dataSync<"float32">().slice();
      tensor.dispose();
      return [name, { shape: variable.shape, values }];
    }),
  );
}

/** @param values of a training with the same layers and the same recipe */
export function restoreValues({ tf }: Engine, trainer: Trainer, values: Values): void {
  for (const { name, variable } of trainer.state())
    tf.tidy(() =>
      variable.assign(tf.tensor(values.get(name)!.values, [...variable.shape], "float32")),
    );
}
