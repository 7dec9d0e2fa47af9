import * as tf from "@tensorflow/tfjs";
import {
  createTensorsTypeOpAttr,
  type NodeJSKernelBackend,
} from "@tensorflow/tfjs-node/dist/nodejs_kernel_backend";

/**
 * Replaces gradients that tfjs builds from several general operations by TensorFlow's own single ones.
 * relu: tfjs multiplies by step(x), two passes over a new array; ReluGrad is one.
 */
export function registerNativeGradients(backend: NodeJSKernelBackend): void {
  tf.unregisterGradient("Relu");
  tf.registerGradient({
    kernelName: "Relu",
    outputsToSave: [true],
    gradFunc: (gradient, saved) => ({
      x: () =>
        backend.executeSingleOutput(
          "ReluGrad",
          [createTensorsTypeOpAttr("T", "float32")],
          [gradient as tf.Tensor, saved[0]!],
        ),
    }),
  });
}
