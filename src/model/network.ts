import type * as tf from "@tensorflow/tfjs";
import type { Engine } from "../engine/engine.ts";
import { concatenate, floatsOf, kernels } from "../engine/kernels.ts";
import { statelessRandomMask } from "../engine/random-mask.ts";
import { statelessRandomNormal } from "../engine/random-normal.ts";
import { nonZeroSeed } from "../random.ts";
import type { ResolvedLayer } from "../spec/resolved.ts";
import { cropUnseen, splitByImage, type Arranged, type Instruction } from "./instructions.ts";
import { scaling, type Preparation } from "./preparation.ts";
import { elementsOf, type Shape } from "./shape.ts";
import { kindOf } from "./layers.ts";
import type { Penalty } from "./layers/definition.ts";
import {
  instructionsOf,
  leavesOf,
  savedUnits,
  through,
  UnitBuilder,
  type Leaf,
  type Unit,
} from "./units.ts";

/** A network that TensorFlow can train. */
export interface Network {
  /** From prepared images [batch, height, width, channels], or from features, to probabilities. */
  model: tf.LayersModel;
  /** The same of layers that plain tfjs has, with the weights as they are now. It shares the others with `model`. */
  saved: () => SavedNetwork;
  /** The layers up to the scores, as they stand side by side and behind one another. */
  units: readonly Unit[];
  /** The same layers up to the scores before softmax (or sigmoid): the values of `model`, in a cheaper order. */
  instructions: Arranged;
  /** sigmoid: one score for two classes, the probability of the second. */
  output: "softmax" | "sigmoid";
  classes: number;
  /** Of an image as `preparation` takes it. */
  inputShape: readonly [number, number, number];
  /** int32 [2]: where this step's random numbers come from. */
  stepSeed: tf.Variable;
  /** By name the weights that add to what training makes small. */
  penalties: ReadonlyMap<string, Penalty>;
  /** From an image's pixels to what the first layer takes. */
  preparation: Preparation;
}

/** A network of layers that plain tfjs has. */
export interface SavedNetwork {
  model: tf.LayersModel;
  /** Gives the network the weights that `model` was given. */
  adopt: () => void;
  dispose: () => void;
}

export interface NetworkSettings {
  layers: readonly ResolvedLayer[];
  /** [height, width, channels] */
  inputShape: readonly [number, number, number];
  classes: number;
  seed: number;
  /** Levels from 0 to 1 by default. */
  preparation?: Preparation;
}

/** Builds the layers in order, names them (`conv_1`), and closes them with softmax or sigmoid. */
export function buildNetwork(engine: Engine, settings: NetworkSettings): Network {
  const { tf } = engine;
  const { inputShape, classes, seed, preparation = scaling(engine, 1 / 255) } = settings;
  const stepSeed = tf.tidy(() => tf.variable(tf.tensor1d([0, 0], "int32"), false));
  const stack = settings.layers.filter((layer) => kindOf(layer) !== "softmax");
  const seedAt = (position: number) =>
    tf.add(stepSeed, tf.tensor1d([position, 0], "int32")) as tf.Tensor1D;
  const builder = new UnitBuilder({
    tf,
    kernels,
    classes,
    initialWeightsSeed: (position) => nonZeroSeed(seed, "initialWeights", position),
    stepMask: (position) => (shape, rate) => statelessRandomMask(shape, seedAt(position), rate),
    stepNoise: (position) => (shape) => statelessRandomNormal(shape, seedAt(position)),
  });
  const { units, output: scores } = builder.stack(stack, inputShape);
  const output = scores.at(-1) === 1 ? "sigmoid" : "softmax";
  const model = asModel(tf, units, inputShape, output);
  const [height, width] = inputShape;
  const instructions = splitByImage(cropUnseen(instructionsOf(units, kernels), [height, width]));
  const penalties = new Map(
    leavesOf(units).flatMap(({ layer, penalty }) =>
      penalty && penalty.l1 + penalty.l2 > 0
        ? layer.trainableWeights
            .filter(({ originalName }) => originalName.endsWith("kernel"))
            .map(({ originalName }) => [originalName, penalty] as const)
        : [],
    ),
  );
  const network: Omit<Network, "saved"> = {
    model,
    units,
    instructions,
    output,
    classes,
    inputShape,
    stepSeed,
    penalties,
    preparation,
  };
  return { ...network, saved: () => asSaved(tf, network) };
}

/** The units as a model of tfjs: a plain stack where it is one. */
function asModel(
  { layers, sequential, input, model: functional }: typeof tf,
  units: readonly Unit[],
  inputShape: Shape,
  output: Network["output"],
): tf.LayersModel {
  const probabilities = layers.activation({ activation: output, name: output });
  if (units.every((unit) => "layer" in unit)) {
    const model = sequential({ name: "network" });
    model.add(layers.inputLayer({ inputShape: [...inputShape], name: "images" }));
    for (const { layer } of units) model.add(layer);
    model.add(probabilities);
    return model;
  }
  const images = input({ shape: [...inputShape], name: "images" });
  const outputs = probabilities.apply(through(units, images)) as tf.SymbolicTensor;
  return functional({ inputs: images, outputs, name: "network" });
}

/**
 * What is behind the first layers of a network, as a network of features, which shares its weights.
 * @param end how many layers are left out @param shape of what the last of them gives
 */
export function networkBehind(
  { tf, backend }: Engine,
  network: Network,
  end: number,
  shape: Shape,
): Network {
  const units = network.units.slice(end);
  const instructions = instructionsOf(units, kernels);
  return {
    ...network,
    model: asModel(tf, units, shape, network.output),
    units,
    instructions: splitByImage(
      shape.length === 3 ? cropUnseen(instructions, [shape[0], shape[1]]) : instructions,
    ),
    // float32 numbers as they lie in memory.
    inputShape: [1, elementsOf(shape), 4],
    preparation: {
      variables: [],
      apply: (bytes) => tf.reshape(floatsOf(backend, bytes), [bytes.shape[0], ...shape]),
    },
  };
}

/**
 * What the first layers of a network give, of images as they come.
 * @param pixels uint8 or uint16 [batch, height, width, channels] @returns float32 [batch, ...shape]
 */
export function throughFirst({ units, preparation }: Network, end: number): FirstLayers {
  const instructions = instructionsOf(units.slice(0, end), kernels);
  return (pixels) =>
    instructions.reduce<tf.Tensor>(
      (value, instruction) => instruction.run(value, false),
      preparation.apply(pixels),
    );
}
export type FirstLayers = (pixels: tf.Tensor4D) => tf.Tensor;

/** `model` itself where plain tfjs has all of its layers. */
function asSaved(
  tfjs: typeof tf,
  { model, units, inputShape, output }: Omit<Network, "saved">,
): SavedNetwork {
  let own: { built: Leaf; layer: tf.layers.Layer }[] = [];
  let saved = model;
  tfjs.tidy(() => {
    const built = leavesOf(units);
    const all = savedUnits(units);
    own = leavesOf(all).flatMap(({ layer }, index) =>
      built[index]!.layer === layer ? [] : [{ built: built[index]!, layer }],
    );
    if (own.length > 0) saved = asModel(tfjs, all, inputShape, output);
  });
  return {
    model: saved,
    adopt: () =>
      tfjs.tidy(() => {
        for (const { built, layer } of own)
          built.layer.setWeights(built.restored(layer.getWeights()));
      }),
    dispose: () => own.flatMap(({ layer }) => layer.weights).forEach((weight) => weight.dispose()),
  };
}

/** All that a pass through the network reads and that is no input of it: what a recording has to be told. */
export function variablesOf(network: Network): tf.Variable[] {
  return [...allWeights(network), ...network.preparation.variables];
}

/**
 * The scores of a batch, before softmax or sigmoid.
 * @param blocks the batch in one or more pieces, float32 [images, height, width, channels], prepared: as long as that
 * can be, each goes through the network by itself
 * @param lengths images of a block at most, behind each pool; see Plan
 * @returns float32 [batch, classes], or [batch, 1] for sigmoid
 */
export function forward(
  { instructions: { segments, batch } }: Network,
  blocks: readonly tf.Tensor[],
  training: boolean,
  lengths: readonly number[] = [],
): tf.Tensor2D {
  const run = (instructions: readonly Instruction[], input: tf.Tensor) =>
    instructions.reduce((value, instruction) => instruction.run(value, training), input);
  const outputs = segments.reduce<readonly tf.Tensor[]>(
    (pieces, segment, index) =>
      gather(pieces, lengths[index] ?? 0).map((piece) => run(segment, piece)),
    blocks,
  );
  return run(batch, join(outputs)) as tf.Tensor2D;
}

/** Neighbours put together, to `length` images at most. */
function gather(pieces: readonly tf.Tensor[], length: number): tf.Tensor[] {
  const rows: tf.Tensor[][] = [];
  let images = Infinity;
  for (const piece of pieces) {
    const more = piece.shape[0]!;
    if (images + more > length) {
      rows.push([]);
      images = 0;
    }
    rows.at(-1)!.push(piece);
    images += more;
  }
  return rows.map(join);
}

function join(pieces: readonly tf.Tensor[]): tf.Tensor {
  return pieces.length === 1 ? pieces[0]! : concatenate(pieces, 0);
}

/** Every weight, the running averages of batchNorm included, in the order of the layers. */
export function allWeights({ model }: Network): tf.Variable[] {
  return model.weights.map((weight) => weight.read() as tf.Variable);
}

/** A weight of the network by a name that does not depend on which other networks there are: "conv_1/kernel". */
export interface NamedWeight {
  name: string;
  variable: tf.Variable;
}

/** The weights that training moves along a gradient, in the order of the layers. */
export function trainedWeights({ model }: Network): NamedWeight[] {
  return model.trainableWeights.map(named);
}

/** Every weight by its name, in no order that matters. */
export function networkWeights(network: Network): NamedWeight[] {
  return [...trainedWeights(network), ...followingWeights(network)];
}

/** The others, in the order of the layers: running averages of batchNorm, and what is not trainable. */
export function followingWeights({ model }: Network): NamedWeight[] {
  return model.nonTrainableWeights.map(named);
}

function named(weight: tf.LayerVariable): NamedWeight {
  return { name: weight.originalName, variable: weight.read() as tf.Variable };
}
