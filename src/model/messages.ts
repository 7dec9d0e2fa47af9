import { count } from "../wording.ts";
import type { Shape } from "./shape.ts";

/** What Lamina says about a network, so that a test can name it and a reader can weigh it. */
export const messages = {
  // Layers
  needsImage: (kind: string, input: Shape) =>
    `${kind} needs an image [height, width, channels], but a row of ${input[0]} numbers comes in. Put it before flatten or globalPool.`,
  needsColours: (kind: string, input: Shape) =>
    `${kind} makes red, green and blue of images of one or three channels, but ${shape(input)} comes in. Put it first.`,
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
  noSuchAxis: (kind: string, axis: number, input: Shape) =>
    `${kind} has sharedAxes with ${axis}, but ${shape(input)} comes in, which has ${input.length === 1 ? "the axis 1 alone" : `the axes 1 to ${input.length}`}.`,
  unequalGroups: (groups: number, channels: number) =>
    `groupNorm cannot make ${count(groups, "group")} of equal size of ${count(channels, "channel")}. Write groups: ${greatestDivisor(channels, groups)}, or another number that divides ${channels}.`,
  nameTwice: (name: string, kind: string) =>
    `another layer is called ${name} too (${kind}); each name may be there once`,
  nameTaken: (name: string) =>
    `${name} is what Lamina calls a part of every network; choose another name`,
  nothingTrained: () =>
    "no layer would be trained: every one that has weights says trainable: false. Remove it from one of them.",
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

  // Weights of a base
  weightsMissing: (layer: string) => `${layer} has no weights in the file`,
  weightMissing: (layer: string, weights: readonly string[]) =>
    `${layer} lacks ${weights.join(" and ")} in the file`,
  weightOfOtherShape: (
    layer: string,
    weight: string,
    wanted: readonly number[],
    found: readonly number[],
  ) =>
    `${layer} has a ${weight} of [${wanted.join(", ")}], but that of the file is [${found.join(", ")}]`,
  /** @param most problems of the first layers */
  weightsUnfit: (file: string, problems: readonly string[], most = 5) =>
    `the weights of ${file} do not fit: ${problems.slice(0, most).join("; ")}${problems.length > most ? `; and ${problems.length - most} more` : ""}`,

  // Networks
  softmaxBeforeEnd: () =>
    "softmax belongs after the last layer, where it is also added by itself; remove it here",
  /** @param isMovable whether the layer may as well stand before the last dense one */
  endsWithoutScores: (last: string, isMovable: boolean) =>
    `the last layer must be dense: { units: classes }, which gives a score for each class, but it is ${last}. ${
      last === "sigmoid"
        ? "Behind dense: { units: 1 } it follows by itself: remove it there, or move it before the last dense layer."
        : isMovable
          ? "Move it before the last dense layer, or add one."
          : `Add ${last === "flatten" || last === "globalPool" ? "" : "flatten and "}dense: { units: classes }.`
    }`,
  wrongUnits: (units: number, classes: number) =>
    `the last layer gives ${count(units, "score")}, but there are ${classes} classes; write units: classes`,
  softmaxOfOne: () =>
    "softmax over a single score is always 1; write units: classes, or leave softmax out and the score goes through a sigmoid",
  linearDense: (first: string, second: string) =>
    `${first} and ${second} have nothing between them but what passes values on: together they can do no more than one dense layer. Put relu between them.`,
  linearNetwork: () =>
    "No layer bends what goes through it: however many layers there are, the network can do no more than a single dense layer. Put relu behind each conv and dense but the last.",
  mostParameters: (name: string, share: number, total: number) =>
    `${name} has ${Math.floor(100 * share)} % of the ${total.toLocaleString("en-GB")} parameters. Another conv and pool before flatten leave fewer, train faster and often learn more from few images.`,
  tensorTooLarge: (what: string, elements: number, most: number) =>
    `${what} ${elements.toLocaleString("en-GB")} numbers, and one tensor holds at most ${most.toLocaleString("en-GB")}. Make batchSize, targetSize, filters or units smaller, or shrink the image more before this layer.`,
};

/** The greatest number up to `most` that divides another one. */
function greatestDivisor(number: number, most: number): number {
  let divisor = Math.min(most, number);
  while (number % divisor !== 0) divisor -= 1;
  return divisor;
}

function shape(sizes: Shape): string {
  return `[${sizes.join(", ")}]`;
}
