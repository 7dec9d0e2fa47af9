import type { Padding, Pair } from "../shape.ts";
import { messages } from "../messages.ts";
import { ShapeError } from "./definition.ts";
import type { Shape } from "../shape.ts";

/** Height, width and channels of an image-like input. @throws ShapeError after flatten */
export function imageShape(kind: string, input: Shape): readonly [number, number, number] {
  if (input.length === 3) return input;
  throw new ShapeError(messages.needsImage(kind, input));
}

/**
 * Height and width after sliding a window over an image:
 * valid: floor((size - window) / stride) + 1; same: ceil(size / stride).
 * @throws ShapeError when the window is larger than the image
 */
export function slide(
  kind: string,
  input: readonly [number, number, number],
  window: Pair,
  strides: Pair,
  padding: Padding,
): [height: number, width: number] {
  if (padding === "same") {
    return [Math.ceil(input[0] / strides[0]), Math.ceil(input[1] / strides[1])];
  }
  if (window[0] > input[0] || window[1] > input[1]) {
    throw new ShapeError(messages.windowTooLarge(kind, window, input));
  }
  return [
    Math.floor((input[0] - window[0]) / strides[0]) + 1,
    Math.floor((input[1] - window[1]) / strides[1]) + 1,
  ];
}
