import * as tf from "@tensorflow/tfjs";
import type { TFEOpAttr } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import type { Backend } from "./backend.ts";
import { attribute, channelsLast, floats } from "./attributes.ts";

export function registerBiasReluMaxPool(backend: Backend): void {
  const one = (op: string, attributes: TFEOpAttr[], ...inputs: tf.Tensor[]) =>
    backend.executeSingleOutput(op, [floats, ...attributes], inputs);
  const poolAttributes = (attrs: unknown) => {
    const { size, strides, padding } = attrs as PoolWindow;
    return [
      attribute.ints("ksize", [1, ...size, 1]),
      attribute.ints("strides", [1, ...strides, 1]),
      attribute.string("padding", padding.toUpperCase()),
      channelsLast,
    ];
  };
  tf.registerKernel({
    kernelName: "BiasReluMaxPool",
    backendName: "tensorflow",
    kernelFunc: ({ inputs, attrs }) => {
      const { value, bias } = inputs as { value: tf.Tensor; bias: tf.Tensor };
      const sum = one("BiasAdd", [channelsLast], value, bias);
      const activated = one("Relu", [], sum);
      sum.dispose();
      return [one("MaxPool", poolAttributes(attrs), activated), activated];
    },
  });
  tf.registerGradient({
    kernelName: "BiasReluMaxPool",
    outputsToSave: [true, true],
    gradFunc: (gradients, [pooled, activated], attrs) => {
      const gradient = one("ReluGrad", [], (gradients as tf.Tensor[])[0]!, pooled!);
      return {
        value: () => one("MaxPoolGrad", poolAttributes(attrs), activated!, pooled!, gradient),
        bias: () => one("BiasAddGrad", [channelsLast], gradient),
      };
    },
  });
}

/** The windows of a pool. */
export interface PoolWindow {
  size: readonly [height: number, width: number];
  strides: readonly [height: number, width: number];
  padding: "valid" | "same";
}

/**
 * maxPool(relu(value + bias)). TensorFlow adds and cuts off inside the convolution that `value` comes from.
 * A window's largest value is over 0 where its maximum is, so the gradient goes through relu and to the bias in the
 * size of the result: the same numbers as one operation after the other gives, the bias's but for the order of its sum.
 * @param value [batch, height, width, channels] @param bias [channels]
 */
export function biasReluMaxPool(
  value: tf.Tensor,
  bias: tf.Tensor,
  { size, strides, padding }: PoolWindow,
): tf.Tensor {
  const attributes = { size: [...size], strides: [...strides], padding };
  const outputs: unknown = tf.engine().runKernel("BiasReluMaxPool", { value, bias }, attributes);
  return (outputs as tf.Tensor[])[0]!;
}
