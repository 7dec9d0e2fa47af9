import type * as tf from "@tensorflow/tfjs";
import type { Interpolation } from "../../engine/resize-images.ts";
import type { Pair } from "../shape.ts";
import type { BuildContext } from "./definition.ts";
import { ownLayer } from "./own-layer.ts";
import { imageShape } from "./windows.ts";

/** tfjs's Resizing takes the corners of the images for the middles of their pixels. This one is Keras's. */
export function resizingLayer(
  size: Pair,
  interpolation: Interpolation,
  context: BuildContext,
): tf.layers.Layer {
  return ownLayer(context, {
    output: [...size, imageShape("resize", context.input)[2]],
    run: (images) => context.kernels.resizeImages(images, size, interpolation),
  });
}

/**
 * The same of layers that plain tfjs has. Each row of the result is a mixture of rows that come in, and each column one
 * of columns: two matrices, which are dense layers along the last dimension.
 */
export function savedResizing(
  size: Pair,
  interpolation: Interpolation,
  { tf: tfjs, kernels, name, input }: BuildContext,
): tf.layers.Layer {
  const [height, width] = imageShape("resize", input);
  const mixture = (from: number, to: number) => {
    // What becomes of images that have a 1 in one of their places.
    const images = tfjs.reshape(tfjs.eye(from), [from, from, 1, 1]);
    return tfjs.reshape(kernels.resizeImages(images, [to, 1], interpolation), [from, to]);
  };
  const along = (side: string, from: number, to: number) =>
    tfjs.layers.dense({
      name: `${name}_${side}`,
      units: to,
      useBias: false,
      trainable: false,
      weights: [mixture(from, to)],
    });
  const permute = (label: string, dims: number[]) =>
    tfjs.layers.permute({ name: `${name}_${label}`, dims });
  return tfjs.sequential({
    name,
    layers: [
      tfjs.layers.inputLayer({ inputShape: [...input], name: `${name}_input` }),
      permute("rows", [3, 2, 1]),
      along("height", height, size[0]),
      permute("columns", [1, 3, 2]),
      along("width", width, size[1]),
      permute("channels", [2, 3, 1]),
    ],
  });
}
