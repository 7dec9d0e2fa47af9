import * as tf from "@tensorflow/tfjs";
import type { TFEOpAttr } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import type { Backend } from "./backend.ts";
import { attribute, floats } from "./attributes.ts";

/** A gradient that TensorFlow has as one operation, of what the kernel gave and the gradient by that. */
interface NativeGradient {
  kernel: string;
  operation: string;
  /** Which of the two comes first. */
  first: "gradient" | "output";
  attributes?: (attrs: tf.NamedAttrMap) => TFEOpAttr[];
}

const native: readonly NativeGradient[] = [
  { kernel: "Relu", operation: "ReluGrad", first: "gradient" },
  { kernel: "Relu6", operation: "Relu6Grad", first: "gradient" },
  { kernel: "Selu", operation: "SeluGrad", first: "gradient" },
  { kernel: "Sigmoid", operation: "SigmoidGrad", first: "output" },
  { kernel: "Tanh", operation: "TanhGrad", first: "output" },
  {
    // It asks for the input, whose sign is the output's as long as alpha is not negative.
    kernel: "LeakyRelu",
    operation: "LeakyReluGrad",
    first: "gradient",
    attributes: ({ alpha }) => [attribute.float("alpha", alpha as number)],
  },
];

/**
 * Replaces gradients that tfjs builds from several general operations by TensorFlow's own single ones.
 * relu: tfjs multiplies by step(x), two passes over a new array; ReluGrad is one. None needs the input, so that TensorFlow
 * can fuse the activation with the convolution before it.
 */
export function registerNativeGradients(backend: Backend): void {
  for (const { kernel, operation, first, attributes } of native) {
    tf.unregisterGradient(kernel);
    tf.registerGradient({
      kernelName: kernel,
      outputsToSave: [true],
      gradFunc: (gradient, [output], attrs) => {
        const inputs = [gradient as tf.Tensor, output!];
        return {
          x: () =>
            backend.executeSingleOutput(
              operation,
              [floats, ...(attributes?.(attrs) ?? [])],
              first === "gradient" ? inputs : inputs.toReversed(),
            ),
        };
      },
    });
  }
}
