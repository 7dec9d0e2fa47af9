import type { NamedArray } from "../train/values.ts";
import { scalar } from "./exporter.ts";
import { LEAST_SPREAD, rescaleOf, type SavedModel } from "./model.ts";

/** The operations of a graph that preparation is made of, by what each format calls them. Values go by their names. */
export interface PreparationGraph {
  /** Adds an operation that has no attributes. */
  op(type: string, ...inputs: string[]): string;
  /** Adds numbers. */
  floats(label: string, array: NamedArray): string;
  integers(label: string, values: readonly number[]): string;
  /** The mean over some axes, each of which stays with a length of 1. */
  meanOver(value: string, axes: readonly number[]): string;
  names: { add: string; divide: string };
}

/**
 * As `buildPreparation` does it.
 * @param pixels the name of float32 [N, height, width, channels], black to white @returns the name of the same shape, prepared
 */
export function prepareIn(
  { op, floats, integers, meanOver, names: { add, divide } }: PreparationGraph,
  model: SavedModel,
  pixels: string,
): string {
  const { input, preprocessing, whitening } = model;
  const { preprocess, mean, std } = preprocessing;
  const row = (label: string, values: readonly number[]) =>
    floats(label, { shape: [values.length], values: Float32Array.from(values) });
  const ofImage = (values: string) => meanOver(values, [1, 2, 3]);
  let value = op("Mul", pixels, floats("rescale", scalar(rescaleOf(model))));
  if (preprocess.samplewiseCenter || preprocess.samplewiseStd)
    value = op("Sub", value, ofImage(value));
  if (preprocess.samplewiseStd) {
    const spread = op("Sqrt", ofImage(op("Mul", value, value)));
    value = op(divide, value, op(add, spread, floats("least_spread", scalar(LEAST_SPREAD))));
  }
  if (mean) value = op("Sub", value, row("mean", mean));
  if (std) {
    const spread = std.map((one) => Math.fround(one) + LEAST_SPREAD);
    value = op(divide, value, row("std", spread));
  }
  if (whitening) {
    const size = Math.sqrt(whitening.length);
    const matrix = { shape: [size, size], values: whitening };
    const rows = op("Reshape", value, integers("rows", [-1, size]));
    const mixed = op("MatMul", rows, floats("whitening", matrix));
    value = op("Reshape", mixed, integers("images", [-1, ...input]));
  }
  return value;
}
