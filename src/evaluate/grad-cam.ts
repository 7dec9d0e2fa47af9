import type * as tf from "@tensorflow/tfjs";
import type { Engine } from "../engine/engine.ts";
import { bytesTensor } from "../engine/kernels.ts";
import type { Network } from "../model/network.ts";

/** Where in an image a class was seen. */
export interface HeatMap {
  height: number;
  width: number;
  /** [height, width], from 0 to 1 at its strongest place; all 0 where nothing speaks for the class. */
  values: Float32Array;
}

/**
 * Grad-CAM (Selvaraju et al., 2017): the maps that the last convolution gives out, each weighted by the mean gradient
 * of the class's score by it, added up, and what speaks against the class left out. A batchNorm and relu right behind
 * the convolution belong to it, as an activation does in Keras.
 *
 * @param bytes one image, [height, width, channels], as the network reads it
 * @param label number of the class
 * @returns null where the network has no convolution
 */
export function gradCam(
  engine: Engine,
  network: Network,
  bytes: Uint8Array,
  label: number,
): HeatMap | null {
  const { tf: tfjs, backend } = engine;
  const layers = network.model.layers.filter((layer) => layer.getClassName() !== "InputLayer");
  const end = endOfLastConvolution(layers);
  if (end === 0) return null;
  return tfjs.tidy(() => {
    const through = (part: readonly tf.layers.Layer[], input: tf.Tensor) =>
      part.reduce((value, layer) => layer.apply(value, { training: false }) as tf.Tensor, input);
    const image = network.preparation.apply(
      bytesTensor(backend, bytes, [1, ...network.inputShape]),
    );
    const maps = through(layers.slice(0, end), image) as tf.Tensor4D;
    const score = (features: tf.Tensor) => {
      const scores = through(layers.slice(end, -1), features);
      if (network.output === "sigmoid") return tfjs.mul(tfjs.sum(scores), label === 1 ? 1 : -1);
      return tfjs.sum(tfjs.gather(scores, tfjs.tensor1d([label], "int32"), 1));
    };
    const gradient = tfjs.grad(score)(maps);
    const importance = tfjs.mean(gradient, [1, 2], true);
    const map = tfjs.relu(tfjs.sum(tfjs.mul(maps, importance), -1));
    const [, height, width] = map.shape as [number, number, number];
    const values = map.dataSync<"float32">().slice();
    const most = values.reduce((largest, value) => Math.max(largest, value), 0);
    return { height, width, values: most > 0 ? values.map((value) => value / most) : values };
  });
}

/** Position after the last convolution and what belongs to it; 0 where there is none. */
function endOfLastConvolution(layers: readonly tf.layers.Layer[]): number {
  let end = layers.findLastIndex((layer) => layer.getClassName().includes("Conv")) + 1;
  // It ends before the last layer of all, which makes probabilities of the scores.
  while (end > 0 && isPointwise(layers[end]!)) end++;
  return end;
}

function isPointwise(layer: tf.layers.Layer): boolean {
  return ["BatchNormalization", "ReLU"].includes(layer.getClassName());
}
