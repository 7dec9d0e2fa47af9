import * as tf from "@tensorflow/tfjs";
import type { Backend } from "./backend.ts";
import { floats } from "./attributes.ts";

/**
 * Replaces gradients that tfjs builds from several general operations by TensorFlow's own single ones.
 * relu: tfjs multiplies by step(x), two passes over a new array; ReluGrad is one.
 */
export function registerNativeGradients(backend: Backend): void {
  tf.unregisterGradient("Relu");
  tf.registerGradient({
    kernelName: "Relu",
    outputsToSave: [true],
    gradFunc: (gradient, saved) => ({
      x: () =>
        backend.executeSingleOutput("ReluGrad", [floats], [gradient as tf.Tensor, saved[0]!]),
    }),
  });
}
