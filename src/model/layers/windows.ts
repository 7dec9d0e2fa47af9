import type { Padding, Pair } from "../shape.ts";
import { messages } from "../messages.ts";
import { ShapeError } from "./definition.ts";
import type { Shape } from "../shape.ts";

/** How a kernel goes over an image. */
interface Sliding {
  kernelSize: Pair;
  strides: Pair;
  padding: Padding;
  /** Distance between the places that the kernel looks at. */
  dilationRate: Pair;
}

/** Height, width and channels of an image-like input. @throws ShapeError after flatten */
export function imageShape(kind: string, input: Shape): readonly [number, number, number] {
  if (input.length === 3) return input;
  throw new ShapeError(messages.needsImage(kind, input));
}

/**
 * Height and width after sliding a kernel over an image:
 * valid: floor((size - reach) / stride) + 1; same: ceil(size / stride).
 * @throws ShapeError when the kernel reaches over the image
 */
export function slide(
  kind: string,
  input: readonly [number, number, number],
  sliding: Sliding,
): [height: number, width: number] {
  const { strides, padding } = sliding;
  if (isDilated(sliding) && (strides[0] > 1 || strides[1] > 1))
    throw new ShapeError(messages.dilatedStrides(kind));
  if (padding === "same") {
    return [Math.ceil(input[0] / strides[0]), Math.ceil(input[1] / strides[1])];
  }
  const window = reachOf(sliding);
  if (window[0] > input[0] || window[1] > input[1]) {
    throw new ShapeError(messages.windowTooLarge(kind, window, input));
  }
  return [
    Math.floor((input[0] - window[0]) / strides[0]) + 1,
    Math.floor((input[1] - window[1]) / strides[1]) + 1,
  ];
}

export function isDilated({ dilationRate }: Pick<Sliding, "dilationRate">): boolean {
  return dilationRate[0] > 1 || dilationRate[1] > 1;
}

/** Rows and columns from the first place that a kernel looks at to the last. */
export function reachOf({
  kernelSize,
  dilationRate,
}: Pick<Sliding, "kernelSize" | "dilationRate">): Pair {
  return [(kernelSize[0] - 1) * dilationRate[0] + 1, (kernelSize[1] - 1) * dilationRate[1] + 1];
}

/** Settings whose one stride is that of rows and columns. */
export function bothWays<Settings extends { strides: number }>(
  settings: Settings,
): Omit<Settings, "strides"> & { strides: Pair } {
  return { ...settings, strides: [settings.strides, settings.strides] };
}
