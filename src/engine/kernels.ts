import * as tf from "@tensorflow/tfjs";
import type { Backend } from "./backend.ts";
import { attribute, DataType } from "./binding.ts";

/** Operations of TensorFlow that tfjs does not know, as tfjs kernels of the "tensorflow" backend. */
export function registerKernels(backend: Backend): void {
  tf.registerKernel({
    kernelName: "StatelessRandomUniform",
    backendName: "tensorflow",
    kernelFunc: ({ inputs, attrs }) => {
      const { shape } = attrs as unknown as { shape: number[] };
      const shapeTensor = tf.tensor1d(shape, "int32");
      const random = backend.executeSingleOutput(
        "StatelessRandomUniform",
        [
          attribute.type("dtype", DataType.float32),
          attribute.type("T", DataType.int32),
          attribute.type("Tseed", DataType.int32),
        ],
        [shapeTensor, inputs["seed"] as tf.Tensor],
      );
      shapeTensor.dispose();
      return random;
    },
  });

  tf.registerKernel({
    kernelName: "SparseSoftmaxCrossEntropyWithLogits",
    backendName: "tensorflow",
    kernelFunc: ({ inputs }) =>
      backend.executeMultipleOutputs(
        "SparseSoftmaxCrossEntropyWithLogits",
        [attribute.type("T", DataType.float32), attribute.type("Tlabels", DataType.int32)],
        [inputs["logits"] as tf.Tensor, inputs["labels"] as tf.Tensor],
        2,
      ),
  });
  tf.registerGradient({
    kernelName: "SparseSoftmaxCrossEntropyWithLogits",
    outputsToSave: [false, true],
    gradFunc: (gradients, saved) => ({
      logits: () => tf.mul(tf.expandDims((gradients as tf.Tensor[])[0]!, 1), saved[0]!),
      labels: () => {
        throw new Error("class numbers have no gradient");
      },
    }),
  });
}

/**
 * Random numbers from 0 up to 1 that follow from the seed alone (Philox 4x32-10).
 * @param seed int32 [2]
 */
export function statelessRandomUniform(shape: number[], seed: tf.Tensor1D): tf.Tensor {
  return tf.engine().runKernel("StatelessRandomUniform", { seed }, { shape }) as tf.Tensor;
}

/**
 * Cross-entropy of each image, in nats, straight from the scores.
 * @param logits float32 [batch, classes]
 * @param labels int32 [batch], class numbers
 * @returns float32 [batch]
 */
export function sparseSoftmaxCrossEntropy(logits: tf.Tensor2D, labels: tf.Tensor1D): tf.Tensor1D {
  const outputs: unknown = tf
    .engine()
    .runKernel("SparseSoftmaxCrossEntropyWithLogits", { logits, labels });
  return (outputs as [tf.Tensor1D, tf.Tensor2D])[0];
}

/**
 * Puts an image batch into TensorFlow as it is, a byte a value: a quarter of what float32 would take.
 * tfjs has no uint8; only `scaleBytes` can take the result.
 */
export function bytesTensor(backend: Backend, bytes: Uint8Array, shape: number[]): tf.Tensor4D {
  const id = backend.binding.createTensor(shape, DataType.uint8, bytes);
  return backend.createOutputTensor({ id, shape, dtype: DataType.uint8 }) as tf.Tensor4D;
}

/** @param bytes from `bytesTensor` @returns float32 of the same shape, 0 to 1 */
export function scaleBytes(backend: Backend, bytes: tf.Tensor4D): tf.Tensor4D {
  const attributes = [
    attribute.type("SrcT", DataType.uint8),
    attribute.type("DstT", DataType.float32),
    attribute.bool("Truncate", false),
  ];
  return tf.tidy(() => tf.mul(backend.executeSingleOutput("Cast", attributes, [bytes]), 1 / 255));
}
