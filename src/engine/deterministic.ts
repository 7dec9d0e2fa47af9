import * as tf from "@tensorflow/tfjs";

/**
 * What TensorFlow's deterministic mode refuses to compute on a GPU, out of operations that it does not refuse. Everything
 * else that a training takes (the gradients of biases, of pools, of bilinear resizing and of convolutions) it computes in a
 * deterministic way by itself.
 */

/**
 * SoftmaxCrossEntropyWithLogits, as Python's TensorFlow replaces it in this mode.
 * @param logits float32 [batch, classes] @param targets of the same shape; each row adds up to 1
 * @returns the cross-entropy of each image [batch], and its gradient by the logits
 */
export function crossEntropyInSteps(logits: tf.Tensor, targets: tf.Tensor): tf.Tensor[] {
  return tf.tidy(() => {
    const logs = tf.logSoftmax(logits);
    return [tf.neg(tf.sum(tf.mul(targets, logs), 1)), tf.sub(tf.exp(logs), targets)];
  });
}

/** SparseSoftmaxCrossEntropyWithLogits. @param labels int32 [batch], class numbers */
export function sparseCrossEntropyInSteps(logits: tf.Tensor, labels: tf.Tensor): tf.Tensor[] {
  return tf.tidy(() => {
    const targets = tf.oneHot(labels, logits.shape[1]!, 1, 0, "float32");
    return crossEntropyInSteps(logits, targets);
  });
}

/** How resizing to the nearest pixel finds it. */
export interface Nearest {
  alignCorners: boolean;
  halfPixelCenters: boolean;
}

/**
 * ResizeNearestNeighborGrad: each pixel of the image gets the gradients of all that were made from it, added up by a matrix
 * product along each axis.
 * @param gradient [batch, height, width, channels] of what was resized @param size height and width of the image
 */
export function nearestGradientInSteps(
  gradient: tf.Tensor,
  size: readonly [height: number, width: number],
  nearest: Nearest,
): tf.Tensor {
  return tf.tidy(() => {
    const [batch, height, width, channels] = gradient.shape as [number, number, number, number];
    const rows = chosen(size[0], height, nearest);
    const columns = chosen(size[1], width, nearest);
    const byRow = tf.reshape(gradient, [batch, height, width * channels]);
    const summed = tf.reshape(tf.matMul(rows, byRow), [batch * size[0], width, channels]);
    return tf.reshape(tf.matMul(columns, summed), [batch, ...size, channels]);
  });
}

/** float32 [1, from, to]: ones where a place of a line of length `to` is made from one of a line of length `from`. */
function chosen(from: number, to: number, nearest: Nearest): tf.Tensor3D {
  const ones = new Float32Array(from * to);
  for (let place = 0; place < to; place++)
    ones[nearestPlace(place, from, to, nearest) * to + place] = 1;
  return tf.tensor3d(ones, [1, from, to]);
}

/** As TensorFlow has it, in 32 bits: resize_nearest_neighbor_op.cc. */
function nearestPlace(
  place: number,
  from: number,
  to: number,
  { alignCorners, halfPixelCenters }: Nearest,
): number {
  const { fround } = Math;
  const scale = alignCorners && to > 1 ? fround((from - 1) / (to - 1)) : fround(from / to);
  const at = fround(fround(halfPixelCenters ? place + 0.5 : place) * scale);
  const nearest = alignCorners ? Math.floor(at + 0.5) : Math.floor(at);
  return Math.max(0, Math.min(nearest, from - 1));
}
