/** [height, width, channels] of an image whose values, 0 to 255, lie one row after another; channels is 1 or 3. */
export type Shape = readonly [height: number, width: number, channels: number];
