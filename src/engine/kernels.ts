import * as tf from "@tensorflow/tfjs";
import {
  createTensorsTypeOpAttr,
  type NodeJSKernelBackend,
} from "@tensorflow/tfjs-node/dist/nodejs_kernel_backend";
import { DataType } from "./binding.ts";

const typeAttribute = (name: string, value: number) => ({
  name,
  type: TYPE,
  value,
});
const TYPE = 4;

/** Operations of TensorFlow that tfjs does not know, as tfjs kernels of the "tensorflow" backend. */
export function registerKernels(backend: NodeJSKernelBackend): void {
  tf.registerKernel({
    kernelName: "StatelessRandomUniform",
    backendName: "tensorflow",
    kernelFunc: ({ inputs, attrs }) => {
      const { shape } = attrs as unknown as { shape: number[] };
      const shapeTensor = tf.tensor1d(shape, "int32");
      const random = backend.executeSingleOutput(
        "StatelessRandomUniform",
        [
          typeAttribute("dtype", DataType.float32),
          typeAttribute("T", DataType.int32),
          typeAttribute("Tseed", DataType.int32),
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
        [
          createTensorsTypeOpAttr("T", "float32"),
          typeAttribute("Tlabels", DataType.int32),
        ],
        [inputs["logits"] as tf.Tensor, inputs["labels"] as tf.Tensor],
        2,
      ),
  });
  tf.registerGradient({
    kernelName: "SparseSoftmaxCrossEntropyWithLogits",
    outputsToSave: [false, true],
    gradFunc: (gradients, saved) => ({
      logits: () =>
        tf.mul(tf.expandDims((gradients as tf.Tensor[])[0]!, 1), saved[0]!),
      labels: () => tf.zeros([1], "int32"),
    }),
  });
}

/**
 * Random numbers from 0 up to 1 that follow from the seed alone (Philox 4x32-10).
 * @param seed int32 [2]
 */
export function statelessRandomUniform(
  shape: number[],
  seed: tf.Tensor1D,
): tf.Tensor {
  return tf
    .engine()
    .runKernel("StatelessRandomUniform", { seed }, { shape }) as tf.Tensor;
}

/**
 * Cross-entropy of each image, in nats, straight from the scores.
 * @param logits float32 [batch, classes]
 * @param labels int32 [batch], class numbers
 * @returns float32 [batch]
 */
export function sparseSoftmaxCrossEntropy(
  logits: tf.Tensor2D,
  labels: tf.Tensor1D,
): tf.Tensor1D {
  const [loss] = tf
    .engine()
    .runKernel("SparseSoftmaxCrossEntropyWithLogits", {
      logits,
      labels,
    }) as unknown as [tf.Tensor1D, tf.Tensor2D];
  return loss;
}

/**
 * Puts an image batch into TensorFlow as bytes, a quarter of float32's size.
 * @param bytes 0 to 255
 * @returns float32 of the same shape, 0 to 1
 */
export function imagesFromBytes(
  backend: NodeJSKernelBackend,
  bytes: Uint8Array,
  shape: [number, number, number, number],
): tf.Tensor4D {
  const id = backend.binding.createTensor(shape, DataType.uint8, bytes);
  const attributes = [
    typeAttribute("SrcT", DataType.uint8),
    typeAttribute("DstT", DataType.float32),
    { name: "Truncate", type: 3, value: false },
  ];
  const [cast] = backend.binding.executeOp("Cast", attributes, [id], 1);
  backend.binding.deleteTensor(id);
  const values = backend.createOutputTensor(cast!) as tf.Tensor4D;
  const images = tf.mul(values, 1 / 255) as tf.Tensor4D;
  values.dispose();
  return images;
}
