/** Size of what flows between two layers, without the batch: [height, width, channels] or [units]. */
export type Shape = readonly [number, number, number] | readonly [number];

export type Padding = "valid" | "same";
export type Pair = readonly [number, number];
