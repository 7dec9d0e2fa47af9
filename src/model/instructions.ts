import type * as tf from "@tensorflow/tfjs";
import type { PoolWindow } from "../engine/bias-relu-max-pool.ts";
import type { Kernels } from "../engine/kernels.ts";
import type { Padding, Pair } from "./shape.ts";

/** Height and width of what an output is made from, and the steps from one output to the next. */
export interface Window {
  size: Pair;
  strides: Pair;
}

/** One operation of the network's forward pass. */
export type Instruction = Kind & {
  /** Where each output follows from a window of the input, and the input is not padded. */
  window?: Window;
  /** What follows is done to smaller images. */
  isPool?: true;
  run(input: tf.Tensor, training: boolean): tf.Tensor;
};

/** What the rearrangement needs to know of an operation. All but "other" do the same to each image by itself. */
type Kind =
  /** A convolution, an average, or whatever else is done to an image. */
  | { kind: "slide" }
  /** To each place by itself; "rises": to each value, and never gives less for more. */
  | { kind: "each" }
  | { kind: "rises" }
  | { kind: "bias"; bias: () => tf.Variable }
  | { kind: "relu" }
  | { kind: "maxPool"; pool: PoolWindow }
  | { kind: "other" };

/** A layer as tfjs itself runs it. @param byImage whether it does the same to each image by itself */
export function asBuilt(layer: tf.layers.Layer, byImage = false): Instruction[] {
  const run: Instruction["run"] = (input, training) =>
    layer.apply(input, { training }) as tf.Tensor;
  return [{ kind: byImage ? "slide" : "other", run }];
}

/** The window of an operation; none where the input is padded. */
export function unpaddedWindow(padding: Padding, window: Window): { window?: Window } {
  return padding === "valid" ? { window } : {};
}

/** The n-th weight of a layer, as it is now and will be. */
export function weightOf(layer: tf.layers.Layer, index: number): tf.Variable {
  return layer.weights[index]!.read() as tf.Variable;
}

/** Adds a layer's bias. @param index of it among the weights */
export function biasOf(layer: tf.layers.Layer, { biasAdd }: Kernels, index = 1): Instruction {
  const bias = () => weightOf(layer, index);
  return { kind: "bias", bias, run: (input) => biasAdd(input, bias()) };
}

/**
 * Makes one operation of bias, relu and the max-pool after them. Any other max-pool is moved before a bias, relu or
 * the like that it follows: max(x + b) = max(x) + b and max(relu(x)) = relu(max(x)), since none changes an order. The values are
 * the same to the bit, with a quarter of the work after a 2 x 2 pool. The gradients are the same too, but where two
 * different inputs of a window that was moved become equal by rounding in x + b: then the larger of them gets the
 * gradient here, and the first of them without the rearrangement.
 */
export function simplifyPools(
  instructions: readonly Instruction[],
  { biasReluMaxPool }: Pick<Kernels, "biasReluMaxPool">,
): Instruction[] {
  const order: Instruction[] = [];
  for (const instruction of instructions) {
    if (instruction.kind !== "maxPool") {
      order.push(instruction);
      continue;
    }
    const [bias, relu] = order.slice(-2);
    if (bias?.kind === "bias" && relu?.kind === "relu") {
      const { pool, window } = instruction;
      order.splice(-2, 2, {
        kind: "slide",
        ...(window && { window }),
        isPool: true,
        run: (input) => biasReluMaxPool(input, bias.bias(), pool),
      });
      continue;
    }
    let position = order.length;
    while (keepsOrder(order[position - 1])) position--;
    order.splice(position, 0, instruction);
  }
  return order;
}

function keepsOrder(instruction: Instruction | undefined): boolean {
  return ["bias", "relu", "rises"].includes(instruction?.kind ?? "other");
}

/** Operations in the order in which they are run. */
export interface Arranged {
  /** What is done to each image by itself, cut behind each pool. */
  segments: readonly (readonly Instruction[])[];
  /** What is done to the batch. */
  batch: readonly Instruction[];
}

/** The operations from the first on that do the same to each image by itself, and those from there on. */
export function splitByImage(instructions: readonly Instruction[]): Arranged {
  const eachImage = leading(instructions, ({ kind }) => kind !== "other");
  const starts = [0, ...eachImage.flatMap(({ isPool }, index) => (isPool ? [index + 1] : []))];
  return {
    segments: starts.map((start, index) => eachImage.slice(start, starts[index + 1])),
    batch: instructions.slice(eachImage.length),
  };
}

function leading(
  instructions: readonly Instruction[],
  belongs: (instruction: Instruction) => boolean,
): readonly Instruction[] {
  const end = instructions.findIndex((instruction) => !belongs(instruction));
  return end < 0 ? instructions : instructions.slice(0, end);
}

/**
 * Cuts off the lowest rows and rightmost columns of the images that no score follows from, because a later window does
 * not reach them: a 2 x 2 pool of 11 x 11 looks at 10 x 10. The scores and the gradients of all weights are the same.
 * @param size height and width of the images
 */
export function cropUnseen(
  instructions: readonly Instruction[],
  size: Pair,
): readonly Instruction[] {
  const windows = leading(
    instructions,
    ({ kind, window }) => window !== undefined || !["slide", "maxPool", "other"].includes(kind),
  ).flatMap(({ window }) => window ?? []);
  const [height, width] = [0, 1].map((axis) =>
    seenLength(
      size[axis]!,
      windows.map((window) => [window.size[axis]!, window.strides[axis]!]),
    ),
  ) as [number, number];
  if (height === size[0] && width === size[1]) return instructions;
  const crop: Instruction = {
    kind: "slide",
    run: (images) => images.slice([0, 0], [images.shape[0]!, height, width]),
  };
  return [crop, ...instructions];
}

/** How far into a line the windows reach that slide over it and then over each other's results. */
function seenLength(
  length: number,
  [first, ...later]: readonly (readonly [size: number, stride: number])[],
): number {
  if (!first) return length;
  const [size, stride] = first;
  const places = Math.floor((length - size) / stride) + 1;
  return (seenLength(places, later) - 1) * stride + size;
}
