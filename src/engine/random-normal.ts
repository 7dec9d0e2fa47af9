import * as tf from "@tensorflow/tfjs";
import type { Backend } from "./backend.ts";
import { attribute, DataType } from "./attributes.ts";

export function registerRandomNormal(backend: Backend): void {
  const { float32, int32 } = DataType;
  const attributes = [
    attribute.type("dtype", float32),
    attribute.type("T", int32),
    attribute.type("Tseed", int32),
  ];
  tf.registerKernel({
    kernelName: "StatelessRandomNormal",
    backendName: "tensorflow",
    kernelFunc: ({ inputs, attrs }) => {
      const { shape } = attrs as { shape: number[] };
      const lengths = tf.tensor1d(shape, "int32");
      const seed = inputs["seed"] as tf.Tensor;
      const values = backend.executeSingleOutput("StatelessRandomNormal", attributes, [
        lengths,
        seed,
      ]);
      lengths.dispose();
      return values;
    },
  });
}

/**
 * Numbers of mean 0 and standard deviation 1 that follow from the seed alone (Philox 4x32-10, Box-Muller).
 * @param seed int32 [2] @returns float32
 */
export function statelessRandomNormal(shape: number[], seed: tf.Tensor1D): tf.Tensor {
  return tf.engine().runKernel("StatelessRandomNormal", { seed }, { shape }) as tf.Tensor;
}
