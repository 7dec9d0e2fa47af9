import { elementsOf } from "../model/shape.ts";
import type { NamedArray, Values } from "../train/values.ts";
import { messages } from "./messages.ts";

/** model/ of a run is not what the run's experiment makes. */
export class ModelFault extends Error {
  override name = "ModelFault";
}

interface WeightSpec {
  name: string;
  shape: number[];
  dtype: "float32";
}

/**
 * The weights of a network in tfjs's layers format, by their names: `conv_1/kernel`.
 * @param bin weights.bin, float32 values, little-endian, in the order of the manifest
 * @throws ModelFault where the files are damaged
 */
export function parseWeights(modelJson: string, bin: Uint8Array): Values {
  const specs = specsOf(modelJson);
  const expected = specs.reduce((bytes, { shape }) => bytes + 4 * elementsOf(shape), 0);
  if (bin.length !== expected) throw new ModelFault(messages.weightsCut(bin.length, expected));
  // A copy, which begins where a Float32Array may.
  const { buffer } = new Uint8Array(bin);
  let position = 0;
  return new Map(
    specs.map(({ name, shape }) => {
      const values = new Float32Array(buffer, position, elementsOf(shape));
      position += values.byteLength;
      return [name, { shape, values }];
    }),
  );
}

function specsOf(modelJson: string): WeightSpec[] {
  let groups: unknown;
  try {
    groups = (JSON.parse(modelJson) as { weightsManifest?: unknown } | null)?.weightsManifest;
  } catch {
    throw new ModelFault(messages.notAModel());
  }
  const [group, ...more] = Array.isArray(groups) ? (groups as { weights?: unknown }[]) : [];
  const specs = Array.isArray(group?.weights) ? (group.weights as unknown[]) : [];
  if (more.length > 0 || specs.length === 0 || !specs.every(isSpec))
    throw new ModelFault(messages.notAModel());
  return specs;
}

function isSpec(spec: unknown): spec is WeightSpec {
  const { name, shape, dtype } = (spec ?? {}) as Partial<Record<keyof WeightSpec, unknown>>;
  const isShape =
    Array.isArray(shape) && shape.every((size) => Number.isSafeInteger(size) && size >= 0);
  return typeof name === "string" && dtype === "float32" && isShape;
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
