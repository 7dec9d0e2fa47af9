import type { NamedArray } from "../../train/values.ts";
import { Float, message, type Field } from "./protobuf.ts";

/** Numbers of onnx.proto, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */
export const elementTypes = { float: 1, uint8: 2, uint16: 4, int64: 7 } as const;
const attributeTypes = { float: 1, int: 2, string: 3, ints: 7 } as const;

/** Of an operation: a whole number, several, a text; a number with a point as `Float`. */
export type Attributes = Readonly<Record<string, number | readonly number[] | string | Float>>;

/** What goes in or comes out of a model. */
export interface Port {
  name: string;
  type: keyof typeof elementTypes;
  /** Without the batch. */
  shape: readonly number[];
  description: string;
}

/** A graph of ONNX while it grows. A value goes by its name. */
export class OnnxGraph {
  readonly #nodes: Uint8Array[] = [];
  readonly #initializers: Uint8Array[] = [];
  readonly #counts = new Map<string, number>();

  /**
   * Adds an operation.
   * @param layer whose it is: a viewer shows the name
   * @returns the name of its one output: `output`, otherwise its own
   */
  node(
    layer: string,
    type: string,
    inputs: readonly string[],
    attributes: Attributes = {},
    output?: string,
  ): string {
    const name = this.#unique(`${layer}/${type}`);
    this.#nodes.push(
      message(
        ...inputs.map((input): Field => [1, input]),
        [2, output ?? name],
        [3, name],
        [4, type],
        ...Object.entries(attributes).map((one): Field => [5, attributeOf(...one)]),
      ),
    );
    return output ?? name;
  }

  /** Adds numbers. @returns the name of the value */
  floats(name: string, { shape, values }: NamedArray): string {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    return this.#initializer(name, "float", shape, bytes);
  }

  integers(name: string, values: readonly number[]): string {
    const bytes = new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer);
    return this.#initializer(name, "int64", [values.length], bytes);
  }

  #initializer(
    wanted: string,
    type: keyof typeof elementTypes,
    shape: readonly number[],
    bytes: Uint8Array,
  ): string {
    const name = this.#unique(wanted);
    this.#initializers.push(
      message(
        ...shape.map((size): Field => [1, size]),
        [2, elementTypes[type]],
        [8, name],
        [9, bytes],
      ),
    );
    return name;
  }

  #unique(name: string): string {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return count === 1 ? name : `${name}_${count}`;
  }

  /** GraphProto. */
  encode(name: string, input: Port, output: Port): Uint8Array {
    return message(
      ...this.#nodes.map((node): Field => [1, node]),
      [2, name],
      ...this.#initializers.map((initializer): Field => [5, initializer]),
      [11, portOf(input)],
      [12, portOf(output)],
    );
  }
}

function attributeOf(name: string, value: Attributes[string]): Uint8Array {
  if (value instanceof Float) return message([1, name], [2, value], [20, attributeTypes.float]);
  if (typeof value === "number") return message([1, name], [3, value], [20, attributeTypes.int]);
  if (typeof value === "string") return message([1, name], [4, value], [20, attributeTypes.string]);
  const integers = value.map((one): Field => [8, one]);
  return message([1, name], ...integers, [20, attributeTypes.ints]);
}

function portOf({ name, type, shape, description }: Port): Uint8Array {
  const sizes = [message([2, "N"]), ...shape.map((size) => message([1, size]))];
  const tensor = message(
    [1, elementTypes[type]],
    [2, message(...sizes.map((size): Field => [1, size]))],
  );
  return message([1, name], [2, message([1, tensor])], [3, description]);
}
