/** The weights of a network as a file has them, whatever its format. */
export interface WeightFile {
  format: WeightFormat;
  layers: LayerWeights[];
  /** SHA-256, hex, of the file; of several, of their contents one after the other, the description first. */
  sha256: string;
  /** Of all files together. */
  bytes: number;
}

/**
 * keras: `.keras` of Keras 3. keras-h5: `.h5` of Keras 2 and 3, a model or its weights. keras-weights-h5: `.weights.h5` of
 * Keras 3. tfjs: a layers model. lamina: a run. torch: a state_dict that PyTorch saved. safetensors: any dictionary of tensors.
 */
export type WeightFormat =
  "keras" | "keras-h5" | "keras-weights-h5" | "tfjs" | "lamina" | "torch" | "safetensors";

export interface LayerWeights {
  /**
   * The layer's own name, such as "Conv1", of a layer of a model inside the model too. Where several layers of a file have one
   * name, the names of the models around them stand before it: "encoder/conv"; a layer inside one of Lamina's own is
   * "squeezeExcite_1/reduce". Of torch and safetensors the module's path:
   * "features.0.0".
   */
  layer: string;
  weights: Weight[];
}

export interface Weight {
  /**
   * As Keras 3 calls it: kernel, bias, gamma, beta, moving_mean, moving_variance, alpha; of a separable convolution
   * depthwise_kernel and pointwise_kernel. The kernel of a depthwise convolution, which Keras 2 and tfjs call depthwise_kernel,
   * is "kernel". A `.weights.h5` numbers its weights: where a normalization has only one of the two, it is "gamma or beta",
   * and weights of kinds of layers that are not known are "0", "1" … Of torch and safetensors as it stands there: weight, bias, running_mean.
   */
  name: string;
  /** As it is stored: of Keras and tfjs [height, width, in, out], of torch [out, in, height, width]. */
  shape: readonly number[];
  values: Float32Array;
}

/** A weight and where it is: the names of the models around its layer, and the layer's own. */
export interface PlacedWeight extends Weight {
  layer: readonly string[];
}

/** Of PyTorch: how many batches it saw, which nothing depends on. */
const COUNTER = "num_batches_tracked";

/** @param name as PyTorch has it: the module's path and the weight's own name, with dots between them */
export function placedByDots(name: string, array: Pick<Weight, "shape" | "values">): PlacedWeight {
  const parts = name.split(".");
  const layer = parts.length > 1 ? [parts.slice(0, -1).join(".")] : parts;
  return { layer, name: parts.at(-1)!, ...array };
}

/** Weights, each under the name of its layer, in the order in which they come. */
export function byLayer(placed: readonly PlacedWeight[]): LayerWeights[] {
  const paths = new Map(placed.map(({ layer }) => [layer.join("/"), layer]));
  const times = new Map<string, number>();
  for (const path of paths.values()) times.set(path.at(-1)!, (times.get(path.at(-1)!) ?? 0) + 1);
  const layers = new Map<string, Weight[]>();
  for (const { layer, ...weight } of placed) {
    if (weight.name === COUNTER) continue;
    const path = layer.join("/");
    layers.set(path, [...(layers.get(path) ?? []), weight]);
  }
  return Array.from(layers, ([path, weights]) => {
    const own = paths.get(path)!.at(-1)!;
    return { layer: times.get(own)! > 1 ? path : own, weights: weights.map(renamed(weights)) };
  });
}

function renamed(all: readonly Weight[]): (weight: Weight) => Weight {
  const isSeparable = all.some(({ name }) => name === "pointwise_kernel");
  return (weight) =>
    weight.name === "depthwise_kernel" && !isSeparable ? { ...weight, name: "kernel" } : weight;
}
