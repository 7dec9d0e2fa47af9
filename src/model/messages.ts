import { count } from "../wording.ts";
import type { Shape } from "./shape.ts";

/** What Lamina says about a network, so that a test can name it and a reader can weigh it. */
export const messages = {
  // Layers
  needsImage: (kind: string, input: Shape) =>
    `${kind} needs an image [height, width, channels], but a row of ${input[0]} numbers comes in. Put it before flatten or globalPool.`,
  needsFlatten: (kind: string, input: Shape) =>
    `${kind} needs a row of numbers, but an image ${shape(input)} comes in. Put flatten or globalPool before it.`,
  windowTooLarge: (kind: string, window: readonly [number, number], input: Shape) =>
    `${kind} slides a window of ${window[0]}x${window[1]} over an image of only ${input[0]}x${input[1]}. Make the window smaller, use padding: same, shrink the image less before it, or make data.targetSize larger.`,
  dilatedStrides: (kind: string) =>
    `${kind} with a dilationRate above 1 takes every place: write strides: 1, and shrink the image in a layer of its own.`,
  unevenGroups: (groups: number, channels: number, filters: number) =>
    `conv cuts the channels into ${groups} groups of one size, but ${channels} come in and ${filters} go out. Both have to be multiples of groups.`,
  groupsTooLarge: (elements: number, most: number) =>
    `the model is saved with the kernels of all groups in one, whose ${elements.toLocaleString("en-GB")} numbers are more than a tensor holds, ${most.toLocaleString("en-GB")}. Write depthwiseConv where each channel is a group, or make filters smaller.`,
  nothingLeft: (sides: readonly [number, number, number, number], input: Shape) =>
    `cropping cuts ${sides.join(", ")} off the top, bottom, left and right of an image of only ${input[0]}x${input[1]}: nothing is left.`,
  residualOfOtherSize: (input: Shape, output: Shape) =>
    `residual adds what comes in, ${shape(input)}, to what its layers give, ${shape(output)}, and no strides make one height and width of the other. Write padding: same in its convolutions and pools.`,
  residualOfOtherKind: (input: Shape, output: Shape) =>
    `residual adds what comes in, ${shape(input)}, to what its layers give, ${shape(output)}: put flatten before or behind it.`,
  unlikeBranches: (kind: string, first: Shape, other: Shape) =>
    kind === "concat"
      ? `concat puts images of one height and width together, but its lists of layers give ${shape(first)} and ${shape(other)}.`
      : `${kind} adds outputs of one shape, but its lists of layers give ${shape(first)} and ${shape(other)}.`,
  batchNormOfOneValue: (input: Shape) =>
    `batchNorm normalises each channel over the batch, but with batchSize 1 and an input of ${shape(input)} a channel has a single value: it would always become 0. Set data.batchSize to 2 or more, or remove this layer.`,

  // Networks
  softmaxBeforeEnd: () =>
    "softmax belongs after the last layer, where it is also added by itself; remove it here",
  endsWithoutScores: (last: string) =>
    `the last layer must be dense: { units: classes }, which gives a score for each class, but it is ${last}. ${
      last === "relu" || last === "dropout" || last === "batchNorm"
        ? "Move it before the last dense layer, or add one."
        : `Add ${last === "flatten" || last === "globalPool" ? "" : "flatten and "}dense: { units: classes }.`
    }`,
  wrongUnits: (units: number, classes: number) =>
    `the last layer gives ${count(units, "score")}, but there are ${classes} classes; write units: classes`,
  softmaxOfOne: () =>
    "softmax over a single score is always 1; write units: classes, or leave softmax out and the score goes through a sigmoid",
  tensorTooLarge: (what: string, elements: number, most: number) =>
    `${what} ${elements.toLocaleString("en-GB")} numbers, and one tensor holds at most ${most.toLocaleString("en-GB")}. Make batchSize, targetSize, filters or units smaller, or shrink the image more before this layer.`,
};

function shape(sizes: Shape): string {
  return `[${sizes.join(", ")}]`;
}
