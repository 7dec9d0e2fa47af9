import type * as tf from "@tensorflow/tfjs";
import type { LayerWeights, Weight, WeightFile } from "../weights/weights.ts";
import type { WeightShape } from "./layers/definition.ts";
import { messages } from "./messages.ts";
import type { Network } from "./network.ts";
import type { LayerRow } from "./shapes.ts";
import { elementsOf } from "./shape.ts";
import { inKerasOrder, torchModule, torchName } from "./torch-weights.ts";
import { leavesOf } from "./units.ts";

/** Values of the weights of each layer, by its name, in tfjs's order. */
export type BaseWeights = ReadonlyMap<string, readonly Float32Array[]>;

/**
 * Finds the weights of layers in a file.
 *
 * @param rows of the layers that are taken over
 * @returns what does not fit, a sentence each, beside what was found
 */
export function fitWeights(
  rows: readonly LayerRow[],
  { format, layers }: Pick<WeightFile, "format" | "layers">,
): { weights: BaseWeights; problems: string[] } {
  const file = new Map(layers.map((layer) => [layer.layer, layer]));
  const find = format === "torch" || format === "safetensors" ? findTorch : findKeras;
  const problems: string[] = [];
  const weights = new Map<string, Float32Array[]>();
  for (const { name, kind, weights: shapes } of rows) {
    if (shapes.length === 0) continue;
    const missing: string[] = [];
    const values = shapes.map((wanted) => {
      const found = find(file, name, wanted, kind);
      if (!found) missing.push(wanted.name);
      else if (!isSameShape(found.shape, wanted.shape))
        problems.push(messages.weightOfOtherShape(name, wanted.name, wanted.shape, found.shape));
      return found?.values ?? new Float32Array(elementsOf(wanted.shape));
    });
    if (missing.length === shapes.length) problems.push(messages.weightsMissing(name));
    else if (missing.length > 0) problems.push(messages.weightMissing(name, missing));
    weights.set(name, kind === "normalization" ? likeImageNet(values) : values);
  }
  return { weights, problems };
}

type Find = (
  file: ReadonlyMap<string, LayerWeights>,
  layer: string,
  wanted: WeightShape,
  kind: LayerRow["kind"],
) => Pick<Weight, "shape" | "values"> | undefined;

/** As Keras and tfjs call weights, of layers inside a layer too: `se/reduce`, or `se_reduce` of keras.applications. */
const findKeras: Find = (file, layer, { name, shape }) => {
  const [own, ...inside] = name.split("/").toReversed() as [string, ...string[]];
  const part = inside.toReversed().join("/");
  const holders = part === "" ? [layer] : [`${layer}/${part}`, `${layer}_${part}`, part];
  // A depthwise kernel is called by either name.
  const names = [own, ...(own === "depthwise_kernel" ? ["kernel"] : [])];
  const found = holders
    .flatMap((holder) => file.get(holder)?.weights ?? [])
    .find((weight) => names.includes(weight.name));
  if (!found && OF_NO_USE.has(own)) return { shape, values: new Float32Array(elementsOf(shape)) };
  return found && { shape: withoutOnes(found.shape, shape), values: found.values };
};

/** Old files have none, and nothing is done with it. */
const OF_NO_USE: ReadonlySet<string> = new Set(["count"]);

const findTorch: Find = (file, layer, { name }, kind) => {
  const found = file
    .get(torchModule(layer))
    ?.weights.find((weight) => weight.name === torchName(name));
  return found && inKerasOrder(found, kind);
};

/** A convolution of 1 × 1 is a dense layer. */
function withoutOnes(shape: readonly number[], wanted: readonly number[]): readonly number[] {
  const ones = shape.length - wanted.length;
  return ones > 0 && shape.slice(0, ones).every((length) => length === 1)
    ? shape.slice(ones)
    : shape;
}

function isSameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

/** ImageNet's standard deviations, in place of variances. */
const DEVIATIONS = [0.229, 0.224, 0.225];

/**
 * keras.applications' EfficientNet has ImageNet's standard deviations where variances belong, and a layer behind that makes
 * up for it, which its file does not tell of.
 */
function likeImageNet([mean, variance, ...others]: readonly Float32Array[]): Float32Array[] {
  const isImageNet = DEVIATIONS.every(
    (value, channel) => Math.abs(variance![channel]! - value) < 1e-6,
  );
  return [mean!, isImageNet ? variance!.map((value) => value ** 2) : variance!, ...others];
}

/** Gives layers of a network their weights. */
export function giveWeights(
  tfjs: typeof tf,
  network: Pick<Network, "units">,
  weights: BaseWeights,
): void {
  for (const { layer } of leavesOf(network.units)) {
    const values = weights.get(layer.name);
    for (const [index, weight] of (values ? layer.weights : []).entries())
      tfjs.tidy(() => {
        const variable = weight.read() as tf.Variable;
        variable.assign(tfjs.tensor(values![index]!, variable.shape, "float32"));
      });
  }
}
