import type { NamedArray } from "../../train/values.ts";
import { elementsOf } from "../../model/shape.ts";

/** Of an operation: a whole number or a list of them, a number with a point as `real`, a text, yes or no. */
export type TfjsAttributes = Readonly<
  Record<
    string,
    number | readonly number[] | string | boolean | { real: number } | { type: DataType }
  >
>;
export type DataType = "DT_FLOAT" | "DT_INT32";

/** Of the file with the weights. */
export interface WeightSpec {
  name: string;
  shape: readonly number[];
  dtype: "float32" | "int32";
}

interface Node {
  name: string;
  op: string;
  input?: string[];
  attr: Record<string, object>;
}

/** A graph of TensorFlow's operations as tfjs reads it, while it grows. A value goes by its name. */
export class TfjsGraph {
  readonly #nodes: Node[] = [];
  readonly #specs: WeightSpec[] = [];
  readonly #values: Uint8Array[] = [];
  readonly #counts = new Map<string, number>();

  /** Adds what goes in. @param shape without the batch */
  placeholder(name: string, type: DataType, shape: readonly number[]): string {
    const sizes = [-1, ...shape];
    const attr = { dtype: { type }, shape: { shape: shapeOf(sizes) } };
    this.#nodes.push({ name: this.#unique(name), op: "Placeholder", attr });
    return name;
  }

  /**
   * Adds an operation.
   * @param layer whose it is
   * @returns the name of its one output: `output`, otherwise its own
   */
  node(
    layer: string,
    op: string,
    input: readonly string[],
    attributes: TfjsAttributes = {},
    output?: string,
  ): string {
    const name = output ?? this.#unique(`${layer}/${op}`);
    const attr = Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key, attributeOf(value)]),
    );
    this.#nodes.push({ name, op, input: [...input], attr });
    return name;
  }

  /** Adds numbers. @returns the name of the value */
  floats(name: string, { shape, values }: NamedArray): string {
    return this.#constant(name, "float32", shape, Float32Array.from(values));
  }

  integers(name: string, values: readonly number[], shape: readonly number[] = [values.length]) {
    return this.#constant(name, "int32", shape, Int32Array.from(values));
  }

  /** Lays values side by side along an axis, -1 for the last. */
  concat(layer: string, values: readonly string[], axis: number, output?: string): string {
    const along = this.integers(`${layer}/axis`, [axis], []);
    return this.node(layer, "ConcatV2", [...values, along], { N: values.length }, output);
  }

  #constant(
    wanted: string,
    dtype: WeightSpec["dtype"],
    shape: readonly number[],
    values: Float32Array | Int32Array,
  ): string {
    const name = this.#unique(wanted);
    const type = dtype === "int32" ? "DT_INT32" : "DT_FLOAT";
    const value = { tensor: { dtype: type, tensorShape: shapeOf(shape) } };
    this.#nodes.push({ name, op: "Const", attr: { dtype: { type }, value } });
    this.#specs.push({ name, shape, dtype });
    if (values.length !== elementsOf(shape)) throw new Error(`${name} is not of its shape`);
    this.#values.push(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    return name;
  }

  #unique(name: string): string {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return count === 1 ? name : `${name}_${count}`;
  }

  /** GraphDef, as protocol buffers are written in JSON. */
  topology(): object {
    return { node: this.#nodes, library: {}, versions: {} };
  }

  /** The constants, as `weights` lists them. */
  weights(): { specs: WeightSpec[]; content: Uint8Array } {
    return { specs: this.#specs, content: Buffer.concat(this.#values) };
  }
}

/** Bytes are base64 in JSON, and whole numbers of 64 bits are texts. */
function attributeOf(value: TfjsAttributes[string]): object {
  if (typeof value === "string") return { s: Buffer.from(value).toString("base64") };
  if (typeof value === "number") return { i: String(value) };
  if (typeof value === "boolean") return { b: value };
  if ("real" in value) return { f: value.real };
  if ("type" in value) return { type: value.type };
  return { list: { i: value.map(String) } };
}

function shapeOf(sizes: readonly number[]): object {
  return { dim: sizes.map((size) => ({ size: String(size) })) };
}

/** What goes in or comes out, in a signature. @param shape without the batch */
export function portOf(name: string, dtype: DataType, shape: readonly number[]): object {
  return { name: `${name}:0`, dtype, tensorShape: shapeOf([-1, ...shape]) };
}
