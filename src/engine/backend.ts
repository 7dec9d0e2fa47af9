import type * as tf from "@tensorflow/tfjs";
import type { TFEOpAttr, TFJSBinding } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import type { TensorMetadata } from "./tensor.ts";

/**
 * What Lamina uses of tfjs-node's NodeJSKernelBackend. Two of these methods are private in its types, and the only
 * way to give TensorFlow a tensor of a type that tfjs does not know (uint8, resource).
 */
export interface Backend {
  binding: TFJSBinding;
  createOutputTensor(metadata: TensorMetadata): tf.Tensor;
  getInputTensorIds(tensors: tf.Tensor[]): number[];
  executeSingleOutput(op: string, attributes: TFEOpAttr[], inputs: tf.Tensor[]): tf.Tensor;
  executeMultipleOutputs(
    op: string,
    attributes: TFEOpAttr[],
    inputs: tf.Tensor[],
    outputCount: number,
  ): tf.Tensor[];
}
