import * as tf from "@tensorflow/tfjs";
import { attribute, DataType, floats } from "./attributes.ts";
import type { Backend } from "./backend.ts";

type Pair = readonly [height: number, width: number];

/**
 * oneDNN's gradient of a 1 x 1 kernel with strides writes over memory that is not its own (TensorFlow 2.21, seen for few
 * images of few channels). The rows and columns that such a kernel looks at are all that its gradient follows from: they
 * are taken first, and the strides are 1 then.
 */
export function registerStridedPoints(backend: Backend): void {
  const name = "Conv2DBackpropFilter";
  const { kernelFunc } = tf.getKernel(name, "tensorflow");
  tf.unregisterKernel(name, "tensorflow");
  tf.registerKernel({
    kernelName: name,
    backendName: "tensorflow",
    kernelFunc(call) {
      const { inputs, attrs } = call;
      const { strides, filterShape } = attrs as { strides: number | Pair; filterShape: number[] };
      const pair: Pair = typeof strides === "number" ? [strides, strides] : strides;
      if (!isStridedPoint(filterShape, pair)) return kernelFunc(call);
      const x = everyNth(backend, inputs["x"] as tf.Tensor, pair);
      return kernelFunc({ ...call, inputs: { ...inputs, x }, attrs: { ...attrs, strides: 1 } });
    },
  });
}

export function isStridedPoint([height, width]: readonly number[], strides: Pair): boolean {
  return height === 1 && width === 1 && (strides[0] > 1 || strides[1] > 1);
}

/** Every so-manyth row and column, from the first. @param x [batch, height, width, channels] */
export function everyNth(backend: Backend, x: tf.Tensor, strides: Pair): tf.Tensor {
  const masks = ["begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask"];
  const attributes = [
    floats,
    attribute.type("Index", DataType.int32),
    ...masks.map((mask) => attribute.int(mask, 0)),
  ];
  const places = [[0, 0, 0, 0], x.shape, [1, ...strides, 1]].map((values) =>
    tf.tensor1d(values, "int32"),
  );
  return backend.executeSingleOutput("StridedSlice", attributes, [x, ...places]);
}
