import { elementsOf } from "../model/shape.ts";
import type { NamedArray, Values } from "../train/values.ts";
import { Unreadable } from "../weights/errors.ts";
import { readTfjs } from "../weights/tfjs.ts";
import { messages } from "./messages.ts";

/** model/ of a run is not what the run's experiment makes. */
export class ModelFault extends Error {
  override name = "ModelFault";
}

/**
 * The weights of a network in tfjs's layers format, by their names: `conv_1/kernel`.
 * @param path of model.json
 * @throws ModelFault where it or the file of the weights is damaged
 */
export async function readSavedWeights(path: string): Promise<Values> {
  try {
    const { weights } = await readTfjs(path);
    return new Map(
      weights.map(({ layer, name, shape, values }) => [
        [...layer, name].join("/"),
        { shape, values },
      ]),
    );
  } catch (error) {
    if (error instanceof Unreadable) throw new ModelFault(error.message);
    throw error;
  }
}

/** @throws ModelFault where there are no such weights of that shape */
export type TakeWeight = (name: string, shape: readonly number[]) => NamedArray;

/** Takes weights out of a saved network, by their names there. */
export function takeFrom(saved: Values): TakeWeight {
  return (name, shape) => {
    const found = saved.get(name);
    if (!found) throw new ModelFault(messages.weightMissing(name));
    if (!Bun.deepEquals([...found.shape], [...shape]))
      throw new ModelFault(messages.weightMisshapen(name, found.shape, shape));
    return found;
  };
}

/** The array with its axes in another order, as numpy.transpose has it. */
export function transposed({ shape, values }: NamedArray, axes: readonly number[]): NamedArray {
  const stepOf = shape.map((_, axis) => elementsOf(shape.slice(axis + 1)));
  const order = axes.map((axis) => ({ size: shape[axis]!, step: stepOf[axis]! }));
  const output = new Float32Array(values.length);
  let position = 0;
  const fill = (depth: number, from: number) => {
    const axis = order[depth];
    if (!axis) output[position++] = values[from]!;
    else for (let index = 0; index < axis.size; index++) fill(depth + 1, from + index * axis.step);
  };
  fill(0, 0);
  return { shape: order.map(({ size }) => size), values: output };
}

/** A part of an array, as slicing in numpy has it: every `step`th place of each axis from `start` on, `size` of them. */
export function sliced(
  { shape, values }: NamedArray,
  parts: readonly { start?: number; size: number; step?: number }[],
): NamedArray {
  const stepOf = shape.map((_, axis) => elementsOf(shape.slice(axis + 1)));
  const size = parts.map((part) => part.size);
  const output = new Float32Array(elementsOf(size));
  let position = 0;
  const fill = (depth: number, from: number) => {
    const part = parts[depth];
    if (!part) output[position++] = values[from]!;
    else
      for (let index = 0; index < part.size; index++)
        fill(depth + 1, from + ((part.start ?? 0) + index * (part.step ?? 1)) * stepOf[depth]!);
  };
  fill(0, 0);
  return { shape: size, values: output };
}

/** The same values in another shape. */
export function reshaped({ values }: NamedArray, shape: readonly number[]): NamedArray {
  return { shape, values };
}
