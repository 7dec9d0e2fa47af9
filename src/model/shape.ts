/** Size of what flows between two layers, without the batch: [height, width, channels] or [units]. */
export type Shape = readonly [number, number, number] | readonly [number];

/** How many values a tensor of a shape has. */
export function elementsOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

export type Padding = "valid" | "same";
export type Pair = readonly [number, number];

/** TensorFlow numbers the elements of a tensor with 32 bits in many of its operations. */
export const MOST_ELEMENTS = 2 ** 31 - 1;
