import * as tf from "@tensorflow/tfjs";
import type { TFEOpAttr } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import { attribute, channelsLast, floats } from "./attributes.ts";
import type { Backend } from "./backend.ts";
import { everyNth, isStridedPoint } from "./strided-points.ts";

/** How a kernel goes over an image. Strides are 1 where the dilation rate is not. */
export interface Sliding {
  strides: readonly [height: number, width: number];
  padding: "valid" | "same";
  /** Distance between the places that the kernel looks at. */
  dilationRate: readonly [height: number, width: number];
}

/** @param native whether TensorFlow has grouped convolutions and their gradients: with oneDNN alone */
export function registerGroupedConv(backend: Backend, native: boolean): void {
  type Operation = (tensors: readonly tf.Tensor[], attributes: TFEOpAttr[]) => tf.Tensor;
  const one = (name: string, attributes: TFEOpAttr[], ...inputs: tf.Tensor[]) =>
    backend.executeSingleOutput(name, attributes, inputs);
  const forward: Operation = ([x, filter], attributes) => one("Conv2D", attributes, x!, filter!);
  const ofInput: Operation = ([x, filter, gradient], attributes) =>
    one("Conv2DBackpropInput", attributes, sizes(x!), filter!, gradient!);
  const ofFilter: Operation = ([x, filter, gradient], attributes) =>
    one("Conv2DBackpropFilter", attributes, x!, sizes(filter!), gradient!);
  /** Of images and of kernels the channels that a group gives come last, so that its results do too. */
  const run = (operation: Operation, tensors: readonly tf.Tensor[], attrs: unknown) => {
    const { strides, padding } = attrs as Sliding;
    const attributes = [
      floats,
      attribute.ints("strides", [1, ...strides, 1]),
      attribute.string("padding", padding.toUpperCase()),
      channelsLast,
    ];
    if (native) return operation(tensors, attributes);
    const [x, filter] = tensors;
    const cut = tensors.map((tensor) => parts(tensor, x!.shape[3]! / filter!.shape[2]!));
    const each = cut[0]!.map((_, group) =>
      operation(
        cut.map((groups) => groups[group]!),
        attributes,
      ),
    );
    return tf.concat(each, 3);
  };
  tf.registerKernel({
    kernelName: "GroupedConv2D",
    backendName: "tensorflow",
    kernelFunc: ({ inputs, attrs }) =>
      run(forward, [inputs["x"] as tf.Tensor, inputs["filter"] as tf.Tensor], attrs),
  });
  tf.registerGradient({
    kernelName: "GroupedConv2D",
    inputsToSave: ["x", "filter"],
    gradFunc: (gradient, saved, attrs) => {
      const tensors = [...saved, gradient as tf.Tensor];
      return {
        x: () => run(ofInput, tensors, attrs),
        filter() {
          const { strides } = attrs as unknown as Sliding;
          const [x, filter] = saved;
          if (!isStridedPoint(filter!.shape, strides)) return run(ofFilter, tensors, attrs);
          const seen = [everyNth(backend, x!, strides), ...tensors.slice(1)];
          return run(ofFilter, seen, { ...attrs, strides: [1, 1] });
        },
      };
    },
  });
}

function sizes({ shape }: tf.Tensor): tf.Tensor {
  return tf.tensor1d(shape, "int32");
}

/** The last dimension cut into so many. */
function parts(tensor: tf.Tensor, groups: number): tf.Tensor[] {
  const length = tensor.shape[3]! / groups;
  const shape = [...tensor.shape.slice(0, 3), length];
  return Array.from({ length: groups }, (_, group) =>
    tf.slice(tensor, [0, 0, 0, group * length], shape),
  );
}

/**
 * A convolution, of each group of channels by itself where the kernel takes fewer channels than come in.
 * @param x [batch, height, width, channels] @param filter [height, width, channels / groups, filters]
 */
export function convolve(x: tf.Tensor, filter: tf.Tensor, sliding: Sliding): tf.Tensor {
  return dilated(x, filter, sliding, (image, { strides, padding }) =>
    x.shape[3] === filter.shape[2]
      ? tf.conv2d(image as tf.Tensor4D, filter as tf.Tensor4D, [...strides], padding)
      : tf.engine().runKernel("GroupedConv2D", { x: image, filter }, { strides, padding }),
  );
}

/**
 * A convolution of each channel by itself.
 * @param x [batch, height, width, channels] @param filter [height, width, channels, outputs of a channel]
 */
export function convolveDepthwise(x: tf.Tensor, filter: tf.Tensor, sliding: Sliding): tf.Tensor {
  return dilated(x, filter, sliding, (image, { strides, padding }) =>
    tf.depthwiseConv2d(image as tf.Tensor4D, filter as tf.Tensor4D, [...strides], padding),
  );
}

/**
 * An image cut into as many as the dilation rate has places, each with every so-manyth row and column, goes through a
 * plain convolution: neither tfjs nor TensorFlow without oneDNN has the gradients of a dilated one.
 */
function dilated(
  x: tf.Tensor,
  filter: tf.Tensor,
  sliding: Sliding,
  run: (image: tf.Tensor, sliding: Sliding) => tf.Tensor,
): tf.Tensor {
  const rates = sliding.dilationRate;
  if (rates[0] === 1 && rates[1] === 1) return run(x, sliding);
  const sides = [0, 1].map((axis) => {
    const reach = (filter.shape[axis]! - 1) * rates[axis]!;
    const padding = sliding.padding === "same" ? reach : 0;
    const length = x.shape[axis + 1]! + padding;
    const surplus = Math.ceil(length / rates[axis]!) * rates[axis]! - length;
    const before = Math.floor(padding / 2);
    return { padding: [before, padding - before + surplus], crop: [0, surplus] };
  });
  const cut = tf.spaceToBatchND(
    x,
    [...rates],
    sides.map(({ padding }) => padding),
  );
  const output = run(cut, { strides: [1, 1], padding: "valid", dilationRate: [1, 1] });
  return tf.batchToSpaceND(
    output,
    [...rates],
    sides.map(({ crop }) => crop),
  );
}

/**
 * The largest value of each channel; where several are the largest, they share the gradient, as in Keras.
 * @param images [batch, height, width, channels] @returns [batch, channels]
 */
export function maximumOfImages(images: tf.Tensor): tf.Tensor {
  const maximum = tf.customGrad((input, save) => {
    const x = input as tf.Tensor;
    const largest = tf.max(x, [1, 2], true);
    (save as (tensors: tf.Tensor[]) => void)([x, largest]);
    return {
      value: tf.reshape(largest, [x.shape[0]!, x.shape[3]!]),
      gradFunc: (gradient, saved) => {
        const [values, most] = saved as [tf.Tensor, tf.Tensor];
        const isLargest = tf.cast(tf.equal(values, most), "float32");
        const share = tf.div(tf.reshape(gradient, most.shape), tf.sum(isLargest, [1, 2], true));
        return tf.mul(isLargest, share);
      },
    };
  });
  return maximum(images);
}
