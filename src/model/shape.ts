/** Size of what flows between two layers, without the batch: [height, width, channels] or [units]. */
export type Shape = readonly [number, number, number] | readonly [number];

export type Padding = "valid" | "same";
export type Pair = readonly [number, number];

/** TensorFlow numbers the elements of a tensor with 32 bits in many of its operations. */
export const MOST_ELEMENTS = 2 ** 31 - 1;
