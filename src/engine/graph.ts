import type { Pointer } from "bun:ffi";
import type { TFEOpAttr } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import { AttrType } from "./attributes.ts";
import type { TensorType } from "./tensor.ts";
import { made, type CApi } from "./c-api.ts";
import { EngineError } from "./errors.ts";

/** A tensor inside a graph: which output of which operation. */
export interface GraphTensor {
  operation: Pointer;
  index: number;
}

/** Operations whose first input is a list of tensors, and how many inputs follow the list. */
const inputsAfterList: Readonly<Record<string, number>> = { AddN: 0, Pack: 0, ConcatV2: 1 };

/** A TensorFlow graph under construction. It is made into a function and then no longer needed. */
export class Graph {
  private readonly graph: Pointer;
  private operationCount = 0;

  /** @param device where each operation is placed; null leaves that to TensorFlow */
  constructor(
    private readonly api: CApi,
    private readonly device: string | null = null,
  ) {
    this.graph = made(api.TF_NewGraph());
  }

  /** An argument of the function. */
  input({ shape, dtype }: TensorType): GraphTensor {
    const operation = this.add(
      "Placeholder",
      [],
      [],
      [
        { name: "dtype", type: AttrType.type, value: dtype },
        { name: "shape", type: AttrType.shape, value: shape },
      ],
    );
    return { operation, index: 0 };
  }

  /** @param tensor a TF_Tensor, copied */
  constant(tensor: Pointer, dtype: number): GraphTensor {
    const description = this.begin("Const");
    this.api.TF_SetAttrType(description, this.api.name("dtype"), dtype);
    this.api.TF_SetAttrTensor(description, this.api.name("value"), tensor, this.api.status);
    this.api.check("Const");
    return { operation: this.finish(description, "Const"), index: 0 };
  }

  /** @param after operations that must have run before this one */
  add(name: string, inputs: GraphTensor[], after: Pointer[], attributes: TFEOpAttr[]): Pointer {
    const { api } = this;
    const description = this.begin(name);
    const listLength = name in inputsAfterList ? inputs.length - inputsAfterList[name]! : 0;
    if (listLength > 0) {
      api.TF_AddInputList(description, outputArray(inputs.slice(0, listLength)), listLength);
    }
    for (const { operation, index } of inputs.slice(listLength))
      api.TF_AddInput(description, operation, index);
    for (const operation of after) api.TF_AddControlInput(description, operation);
    for (const attribute of attributes) this.setAttribute(description, name, attribute);
    return this.finish(description, name);
  }

  /**
   * The same tensor, whose operation is fused with none that takes it. LeakyRelu fused with an addition (_FusedConv2D,
   * _FusedMatMul) has a slope of 0.2 whatever was asked for: TensorFlow 2.21 does not hand it on there.
   * @param type of the tensor, as the attribute T
   */
  apart(tensor: GraphTensor, type: TFEOpAttr): GraphTensor {
    return { operation: this.add("Identity", [tensor], [], [type]), index: 0 };
  }

  /** Makes the graph a TF_Function that takes `inputs`, gives `outputs` and always runs `effects`. */
  toFunction(
    name: string,
    inputs: GraphTensor[],
    outputs: GraphTensor[],
    effects: Pointer[],
  ): Pointer {
    const { api } = this;
    const result = api.TF_GraphToFunctionWithControlOutputs(
      this.graph,
      api.name(name),
      0,
      -1,
      null,
      inputs.length,
      outputArray(inputs),
      outputs.length,
      outputArray(outputs),
      null,
      effects.length,
      BigUint64Array.from(effects, BigInt),
      null,
      null,
      null,
      api.status,
    );
    api.check("making a function");
    return made(result);
  }

  dispose(): void {
    this.api.TF_DeleteGraph(this.graph);
  }

  private begin(name: string): Pointer {
    const label = Buffer.from(`n${this.operationCount++}\0`);
    const description = made(this.api.TF_NewOperation(this.graph, this.api.name(name), label));
    // An argument is where its tensor is.
    if (this.device !== null && name !== "Placeholder")
      this.api.TF_SetDevice(description, this.api.name(this.device));
    return description;
  }

  private finish(description: Pointer, name: string): Pointer {
    const operation = this.api.TF_FinishOperation(description, this.api.status);
    this.api.check(name);
    return made(operation);
  }

  private setAttribute(
    description: Pointer,
    operation: string,
    { name, type, value }: TFEOpAttr,
  ): void {
    const { api } = this;
    const key = api.name(name);
    switch (type) {
      case AttrType.string: {
        const text = Buffer.from(String(value));
        api.TF_SetAttrString(description, key, text, text.length);
        return;
      }
      case AttrType.int:
        if (Array.isArray(value)) {
          api.TF_SetAttrIntList(description, key, BigInt64Array.from(value, BigInt), value.length);
        } else {
          api.TF_SetAttrInt(description, key, Number(value));
        }
        return;
      case AttrType.float:
        api.TF_SetAttrFloat(description, key, Number(value));
        return;
      case AttrType.bool:
        api.TF_SetAttrBool(description, key, value ? 1 : 0);
        return;
      case AttrType.type:
        api.TF_SetAttrType(description, key, Number(value));
        return;
      case AttrType.shape: {
        const shape = value as number[];
        api.TF_SetAttrShape(description, key, BigInt64Array.from(shape, BigInt), shape.length);
        return;
      }
      default:
        throw new EngineError(
          `${operation}: attribute ${name} is of a kind (${type}) that is not known`,
        );
    }
  }
}

/** TF_Output[]: 8 bytes of pointer, 4 of index, 4 of padding each. */
function outputArray(tensors: GraphTensor[]): Uint8Array {
  const bytes = new Uint8Array(tensors.length * 16);
  const view = new DataView(bytes.buffer);
  tensors.forEach(({ operation, index }, position) => {
    view.setBigUint64(position * 16, BigInt(operation), true);
    view.setInt32(position * 16 + 8, index, true);
  });
  return bytes;
}
