import type { Shape } from "../shape.ts";
import type { ResolvedLayer } from "../../spec/resolved.ts";
import type * as tf from "@tensorflow/tfjs";
import type { Kernels } from "../../engine/kernels.ts";
import type { Instruction } from "../instructions.ts";

/** Settings of each kind of layer that holds no others, by the schema. */
export type ResolvedLayers = {
  [Kind in LayerKind]: NonNullable<ResolvedLayer[Kind]>;
};
export type LayerKind = Exclude<keyof ResolvedLayer, "residual" | "add" | "concat">;

/** What a layer needs to know beyond its own settings. */
export interface LayerContext {
  /** Number of classes of the experiment. */
  classes: number;
}

/** What a layer needs to be built for TensorFlow. */
export interface BuildContext extends LayerContext {
  tf: typeof tf;
  /** Operations of TensorFlow that tfjs does not know. */
  kernels: Kernels;
  /** Name of the layer, unique in the network: `conv_1`. */
  name: string;
  /** Shape of what comes in. */
  input: Shape;
  /** Seed for the initial weights, never 0. */
  initialWeightsSeed: number;
  /**
   * Zeros at random, a share of `rate`, and ones, for this layer in this step: others at the next step, repeatable by the
   * run's seed.
   */
  stepMask: (shape: number[], rate: number) => tf.Tensor;
  /** Numbers of mean 0 and standard deviation 1, drawn as stepMask is. */
  stepNoise: (shape: number[]) => tf.Tensor;
}

/** l1 Σ|w| + l2 Σw² over each kernel. */
export interface Penalty {
  l1: number;
  l2: number;
}

/** A weight of a layer. */
export interface WeightShape {
  /** `kernel`; of one inside a layer that is made of several `reduce/kernel`. */
  name: string;
  shape: readonly number[];
  /** It is not trained along a gradient: a running average, or a figure of the images. */
  isFixed?: true;
}

/** Everything Lamina knows about one kind of layer. */
export interface LayerDefinition<Settings> {
  /** Does the same to each image by itself, so that a batch may go through it in pieces. */
  byImage?: true;
  /** Gives maps of what it found where in the image. */
  isConvolution?: true;
  /** What it is for, of a layer that gives what comes in in the same shape. */
  role?: "activation" | "normalisation" | "noise";
  /**
   * @param input shape of what comes in
   * @throws ShapeError when such an input cannot pass
   */
  outputShape(settings: Settings, input: Shape, context: LayerContext): Shape;
  /** Its weights by Keras's names, in tfjs's order; none where it is absent. */
  weights?(settings: Settings, input: Shape, context: LayerContext): WeightShape[];
  /** Multiplications with an addition of an image, in its kernels alone: what is done value by value counts nothing. */
  multiplyAdds(settings: Settings, input: Shape, context: LayerContext): number;
  /** What tfjs runs. Whether it is trained is seen to where it is called. */
  build(settings: Settings, context: BuildContext): tf.layers.Layer;
  /**
   * The same as a layer that plain tfjs has, with the weights of the built one, where that one is Lamina's own.
   * @param layer the built one
   */
  saved?(settings: Settings, layer: tf.layers.Layer, context: BuildContext): tf.layers.Layer;
  /**
   * The weights of the built layer, from those of what `saved` gives: there where these are not the same ones.
   * @param saved in the order of that layer
   */
  restored?(settings: Settings, saved: tf.Tensor[], context: BuildContext): tf.Tensor[];
  /** What its kernels add to what training makes small. */
  penalty?(settings: Settings): Penalty;
  /** The built layer as operations, of the same values as tfjs's own but cheaper; tfjs's own where it is absent. */
  instructions?(settings: Settings, layer: tf.layers.Layer, context: BuildContext): Instruction[];
}

/** A layer that its input cannot pass through. The message says why and what would fit. */
export class ShapeError extends Error {
  override name = "ShapeError";
}
