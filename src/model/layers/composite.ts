import type * as tf from "@tensorflow/tfjs";
import type { BuildContext } from "./definition.ts";

/**
 * A layer that tfjs does not have, made of ones that it has, as a model within the model: so any tfjs reads what is saved.
 * Inner layers are called by the layer's own name and theirs, "squeezeExcite_1/reduce", which no other layer can be.
 */
export function composite(
  { tf, name, input }: BuildContext,
  body: (image: tf.SymbolicTensor) => tf.SymbolicTensor,
): tf.LayersModel {
  const image = tf.input({ shape: [...input], name: `${name}/input` });
  return tf.model({ inputs: image, outputs: body(image), name });
}

/** `value` through layers one behind the other. */
export function throughLayers(
  value: tf.SymbolicTensor,
  ...layers: readonly tf.layers.Layer[]
): tf.SymbolicTensor {
  return layers.reduce((output, layer) => layer.apply(output) as tf.SymbolicTensor, value);
}
