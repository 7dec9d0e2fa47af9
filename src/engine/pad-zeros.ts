import * as tf from "@tensorflow/tfjs";
import { attribute, DataType } from "./attributes.ts";
import type { Backend } from "./backend.ts";

/**
 * Zeros around float32 images have an operation of their own: PadV2 takes what it pads with from the host's memory, where a GPU
 * has to bring it first, in every step.
 */
export function registerPadZeros(backend: Backend): void {
  const { kernelFunc } = tf.getKernel(tf.PadV2, "tensorflow");
  tf.unregisterKernel(tf.PadV2, "tensorflow");
  tf.registerKernel({
    kernelName: tf.PadV2,
    backendName: "tensorflow",
    kernelFunc(call) {
      const x = call.inputs["x"] as tf.Tensor;
      const { paddings, constantValue } = call.attrs as {
        paddings: [before: number, after: number][];
        constantValue: number;
      };
      if (x.dtype !== "float32" || constantValue !== 0) return kernelFunc(call);
      const attributes = [
        attribute.type("T", DataType.float32),
        attribute.type("Tpaddings", DataType.int32),
      ];
      return tf.tidy(() => {
        const counts = tf.tensor2d(paddings, [paddings.length, 2], "int32");
        return backend.executeSingleOutput("Pad", attributes, [x, counts]);
      });
    },
  });
}
