import * as tf from "@tensorflow/tfjs";
import type { Backend } from "./backend.ts";
import { fusedBatchNorm, registerFusedBatchNorm } from "./batch-norm.ts";
import { biasReluMaxPool, registerBiasReluMaxPool } from "./bias-relu-max-pool.ts";
import { convolve, convolveDepthwise, maximumOfImages, registerGroupedConv } from "./convolve.ts";
import { attribute, castToFloat, channelsLast, DataType, floats } from "./attributes.ts";
import { crossEntropyInSteps, sparseCrossEntropyInSteps } from "./deterministic.ts";
import { bytesOf, type Depth, depthOf, levelOf, type Pixels } from "../pixels.ts";
import { registerPadZeros } from "./pad-zeros.ts";
import type { Vectors } from "./processor.ts";
import { registerRandomMask } from "./random-mask.ts";
import { registerRandomNormal } from "./random-normal.ts";
import { resizeImages } from "./resize-images.ts";
import { registerStridedPoints } from "./strided-points.ts";

/** How an engine computes. */
interface Numerics {
  oneDnn: boolean;
  /** Of the processor, see processorOf. */
  vectors: Vectors;
  /** What computes, where that is not the CPU. */
  gpu?: { deterministic: boolean };
}

/** Operations of TensorFlow that tfjs does not know, as tfjs kernels of the "tensorflow" backend. */
export function registerKernels(backend: Backend, { oneDnn, vectors, gpu }: Numerics): void {
  const isInSteps = gpu?.deterministic ?? false;
  registerRandomMask(backend);
  registerRandomNormal(backend);
  registerCrossEntropy(backend, isInSteps);
  registerSoftmaxCrossEntropy(backend, isInSteps);
  registerBiasAdd(backend);
  registerMatMul(backend);
  registerBiasReluMaxPool(backend);
  registerFusedBatchNorm(backend, gpu !== undefined || !oneDnn || vectors !== "AVX2");
  registerStridedPoints(backend);
  registerPadZeros(backend);
  registerGroupedConv(backend, oneDnn && process.arch === "x64");
}

function registerCrossEntropy(backend: Backend, isInSteps: boolean): void {
  const attributes = [floats, attribute.type("Tlabels", DataType.int32)];
  tf.registerKernel({
    kernelName: "SparseSoftmaxCrossEntropyWithLogits",
    backendName: "tensorflow",
    kernelFunc: ({ inputs }) => {
      const { logits, labels } = inputs as { logits: tf.Tensor; labels: tf.Tensor };
      if (isInSteps) return sparseCrossEntropyInSteps(logits, labels);
      const name = "SparseSoftmaxCrossEntropyWithLogits";
      return backend.executeMultipleOutputs(name, attributes, [logits, labels], 2);
    },
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

function registerSoftmaxCrossEntropy(backend: Backend, isInSteps: boolean): void {
  const name = "SoftmaxCrossEntropyWithLogits";
  tf.registerKernel({
    kernelName: name,
    backendName: "tensorflow",
    kernelFunc: ({ inputs }) => {
      const { logits, targets } = inputs as { logits: tf.Tensor; targets: tf.Tensor };
      if (isInSteps) return crossEntropyInSteps(logits, targets);
      return backend.executeMultipleOutputs(name, [floats], [logits, targets], 2);
    },
  });
  tf.registerGradient({
    kernelName: name,
    outputsToSave: [false, true],
    gradFunc: (gradients, saved) => ({
      logits: () => tf.mul(tf.expandDims((gradients as tf.Tensor[])[0]!, 1), saved[0]!),
      targets: () => {
        throw new Error("what is wanted has no gradient");
      },
    }),
  });
}

function registerBiasAdd(backend: Backend): void {
  tf.registerKernel({
    kernelName: "BiasAdd",
    backendName: "tensorflow",
    kernelFunc: ({ inputs }) => {
      const { value, bias } = inputs as { value: tf.Tensor; bias: tf.Tensor };
      return backend.executeSingleOutput("BiasAdd", [floats, channelsLast], [value, bias]);
    },
  });
  tf.registerGradient({
    kernelName: "BiasAdd",
    gradFunc: (gradient) => ({
      value: () => gradient as tf.Tensor,
      bias: () =>
        backend.executeSingleOutput("BiasAddGrad", [floats, channelsLast], [gradient as tf.Tensor]),
    }),
  });
}

function registerMatMul(backend: Backend): void {
  const multiply = (a: tf.Tensor, b: tf.Tensor, transposeA: boolean, transposeB: boolean) =>
    backend.executeSingleOutput(
      "MatMul",
      [
        floats,
        attribute.bool("transpose_a", transposeA),
        attribute.bool("transpose_b", transposeB),
      ],
      [a, b],
    );
  tf.registerKernel({
    kernelName: "MatMul",
    backendName: "tensorflow",
    kernelFunc: ({ inputs }) =>
      multiply(inputs["a"] as tf.Tensor, inputs["b"] as tf.Tensor, false, false),
  });
  tf.registerGradient({
    kernelName: "MatMul",
    inputsToSave: ["a", "b"],
    gradFunc: (gradient, saved) => ({
      a: () => multiply(gradient as tf.Tensor, saved[1]!, false, true),
      b: () => multiply(saved[0]!, gradient as tf.Tensor, true, false),
    }),
  });
}

/** @param value [..., channels] @param bias [channels] */
export function biasAdd(value: tf.Tensor, bias: tf.Tensor): tf.Tensor {
  return tf.engine().runKernel("BiasAdd", { value, bias }) as tf.Tensor;
}

/**
 * Puts tensors together along an axis. The gradient of tf.concat is one operation with an output for each of them; where
 * TensorFlow fuses gradients it takes its outputs for one another. Here each gradient is an operation by itself.
 */
export function concatenate(tensors: readonly tf.Tensor[], axis: number): tf.Tensor {
  const lengths = tensors.map(({ shape }) => shape[axis]!);
  const join = tf.customGrad(() => ({
    value: tf.concat([...tensors], axis),
    gradFunc: (gradient) =>
      tensors.map(({ shape }, index) => {
        const start = lengths.slice(0, index).reduce((sum, length) => sum + length, 0);
        return tf.slice(
          gradient,
          shape.map((_, at) => (at === axis ? start : 0)),
          shape,
        );
      }),
  }));
  return join(...tensors);
}

/** @param a [rows, inner] @param b [inner, columns] */
export function matMul(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  return tf.engine().runKernel("MatMul", { a, b }) as tf.Tensor;
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
 * The same where no single class is wanted.
 * @param targets float32 [batch, classes], what each class is wanted to have; each row adds up to 1
 */
export function softmaxCrossEntropy(logits: tf.Tensor2D, targets: tf.Tensor): tf.Tensor1D {
  const outputs: unknown = tf
    .engine()
    .runKernel("SoftmaxCrossEntropyWithLogits", { logits, targets });
  return (outputs as [tf.Tensor1D, tf.Tensor2D])[0];
}

/**
 * Puts an image batch into TensorFlow as it is, in a byte or two a value: a quarter or a half of what float32 would take.
 * tfjs has neither type; only `scalePixels` and `floatsOf` can take the result.
 */
export function pixelsTensor(backend: Backend, pixels: Pixels, shape: number[]): tf.Tensor4D {
  const dtype = depthOf(pixels) === 16 ? DataType.uint16 : DataType.uint8;
  const id = backend.binding.createTensor(shape, dtype, bytesOf(pixels));
  // To tfjs both are whole numbers, and it knows this one.
  return backend.createOutputTensor({ id, shape, dtype: DataType.uint8 }) as tf.Tensor4D;
}

/**
 * @param pixels from `pixelsTensor` @param depth of these
 * @returns float32 of the same shape: levels of 8 bits, with what of 16 lies between them, each times `factor`
 */
export function scalePixels(
  backend: Backend,
  pixels: tf.Tensor4D,
  factor = 1 / 255,
  depth: Depth = 8,
): tf.Tensor4D {
  const attributes = castToFloat(depth === 16 ? DataType.uint16 : DataType.uint8);
  return tf.tidy(() => {
    const values = backend.executeSingleOutput("Cast", attributes, [pixels]);
    // Divided, not times the quotient of the two: a level that was widened is then the same bits again.
    return tf.mul(depth === 16 ? tf.div(values, levelOf(depth)) : values, factor);
  });
}

/** @param bytes of float32 numbers, from `pixelsTensor`, [images, 1, values, 4] @returns float32 [images, 1, values] */
export function floatsOf(backend: Backend, bytes: tf.Tensor4D): tf.Tensor3D {
  const attributes = [
    attribute.type("T", DataType.uint8),
    attribute.type("type", DataType.float32),
  ];
  return backend.executeSingleOutput("Bitcast", attributes, [bytes]) as tf.Tensor3D;
}

/** One pass over the values, and no second tensor of their size. */
export function sumOfSquares(backend: Backend, values: tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.mul(2, backend.executeSingleOutput("L2Loss", [floats], [values])));
}

/** Handed to those that must not load tfjs by themselves. */
export const kernels = {
  biasAdd,
  biasReluMaxPool,
  concatenate,
  convolve,
  convolveDepthwise,
  fusedBatchNorm,
  matMul,
  maximumOfImages,
  resizeImages,
};
export type Kernels = typeof kernels;
