import type { TensorMetadata, TensorType } from "./tensor.ts";
import { toArrayBuffer, type Pointer } from "bun:ffi";
import type { TFEOpAttr, TFJSBinding } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import { attribute, AttrType, DataType } from "./attributes.ts";
import { made, type CApi } from "./c-api.ts";
import { fuseNeighbours, fuseNeighboursOnGpu } from "./config.ts";
import { EngineError } from "./errors.ts";
import { Graph, type GraphTensor } from "./graph.ts";
import type { TapeConstant } from "./tensor.ts";

const bytesPerElement: Record<number, number> = {
  [DataType.float32]: 4,
  [DataType.float64]: 8,
  [DataType.int32]: 4,
  [DataType.uint8]: 1,
  [DataType.int16]: 2,
  [DataType.complex64]: 8,
  [DataType.int64]: 8,
  [DataType.bool]: 1,
  [DataType.uint16]: 2,
};

/** What a function takes, gives, and does besides. */
export interface GraphFunction {
  inputs: GraphTensor[];
  outputs: GraphTensor[];
  effects: Pointer[];
}

/**
 * tfjs-node's own interface to TensorFlow, over the C API instead of its compiled addon.
 * Tensors are TFE_TensorHandles, known to tfjs by a number. Every tensor created from JavaScript is a copy:
 * changing the array later changes nothing.
 */
export class Binding implements TFJSBinding {
  readonly TF_FLOAT = DataType.float32;
  readonly TF_INT32 = DataType.int32;
  readonly TF_INT64 = DataType.int64;
  readonly TF_BOOL = DataType.bool;
  readonly TF_COMPLEX64 = DataType.complex64;
  readonly TF_STRING = DataType.string;
  readonly TF_RESOURCE = DataType.resource;
  readonly TF_UINT8 = DataType.uint8;
  readonly TF_ATTR_STRING = AttrType.string;
  readonly TF_ATTR_INT = AttrType.int;
  readonly TF_ATTR_FLOAT = AttrType.float;
  readonly TF_ATTR_BOOL = AttrType.bool;
  readonly TF_ATTR_TYPE = AttrType.type;
  readonly TF_ATTR_SHAPE = AttrType.shape;
  readonly TF_ATTR_RESOURCE = 6;
  readonly TF_Version: string;
  readonly TensorMetadata = class implements TensorMetadata {
    id = 0;
    shape: number[] = [];
    dtype = 0;
  };
  readonly TFEOpAttr = class implements TFEOpAttr {
    name = "";
    type = 0;
    value: TFEOpAttr["value"] = 0;
  };

  private readonly handles = new Map<number, Pointer>();
  private nextId = 1;
  private nextFunction = 1;
  private readonly functions = new Set<string>();
  /** TensorFlow's word for what runs operations: this one before the call returns, */
  private readonly immediate: Pointer;
  /** and this one one after the other while the caller goes on. */
  private readonly queue: Pointer;

  constructor(
    private readonly api: CApi,
    private readonly context: Pointer,
    /** Where every operation and every variable is placed; null leaves that to TensorFlow. */
    private readonly device: string | null = null,
  ) {
    this.TF_Version = String(api.TF_Version());
    this.immediate = made(api.TFE_NewExecutor(0, 1, 0));
    this.queue = made(api.TFE_NewExecutor(1, 1, 0));
  }

  /** Copies `values` into a new tensor. */
  createTensor(shape: number[], dtype: number, values: unknown): number {
    const { api } = this;
    const tensor = this.allocate(shape, dtype, values);
    const handle = api.TFE_NewTensorHandle(tensor, api.status);
    api.TF_DeleteTensor(tensor);
    api.check("making a tensor");
    return this.adopt(made(handle));
  }

  /** A value that a graph holds. */
  constant(graph: Graph, { shape, dtype, values }: TapeConstant): GraphTensor {
    const tensor = this.allocate(shape, dtype, values);
    try {
      return graph.constant(tensor, dtype);
    } finally {
      this.api.TF_DeleteTensor(tensor);
    }
  }

  /**
   * Gives TensorFlow a function of its own, made of a graph.
   * @returns the name under which `executeOp` runs it
   */
  defineFunction(build: (graph: Graph) => GraphFunction): string {
    const { api, context } = this;
    const name = `lamina_${this.nextFunction++}`;
    const graph = new Graph(api, this.device);
    try {
      const { inputs, outputs, effects } = build(graph);
      const definition = graph.toFunction(name, inputs, outputs, effects);
      api.TFE_ContextAddFunction(context, definition, api.status);
      api.TF_DeleteFunction(definition);
      api.check("adding a function");
      this.functions.add(name);
      return name;
    } finally {
      graph.dispose();
    }
  }

  /** Takes the functions back that were defined so far: nobody calls them any more. */
  forgetFunctions(): void {
    const { api, context } = this;
    this.settle();
    for (const name of this.functions) {
      api.TFE_ContextRemoveFunction(context, Buffer.from(`${name}\0`), api.status);
      api.check("removing a function");
    }
    this.functions.clear();
    // What was made ready to run them.
    api.TFE_ContextClearCaches(context);
  }

  /** Shape and type of a tensor. */
  describeTensor(id: number): TensorMetadata {
    return { id, ...this.describe(this.handle(id)) };
  }

  /** @returns a TF_Tensor with a copy of the values */
  private allocate(shape: number[], dtype: number, values: unknown): Pointer {
    const { api } = this;
    const size = bytesPerElement[dtype];
    if (size === undefined)
      throw new EngineError(`tensors of TensorFlow type ${dtype} cannot be made`);
    const source = bytesOf(values, dtype);
    const byteLength = shape.reduce((product, length) => product * length, size);
    if (source.byteLength !== byteLength) {
      throw new EngineError(
        `a tensor [${shape.join(", ")}] takes ${byteLength} bytes, not ${source.byteLength}`,
      );
    }
    const dimensions = BigInt64Array.from(shape, BigInt);
    const tensor = made(api.TF_AllocateTensor(dtype, dimensions, shape.length, byteLength));
    if (byteLength > 0) {
      new Uint8Array(toArrayBuffer(api.TF_TensorData(tensor)!, 0, byteLength)).set(source);
    }
    return tensor;
  }

  deleteTensor(id: number): void {
    const handle = this.handles.get(id);
    if (handle === undefined) throw new EngineError(`tensor ${id} is already deleted`);
    this.handles.delete(id);
    this.api.TFE_DeleteTensorHandle(handle);
  }

  /** Waits for a tensor and copies its values out. */
  tensorDataSync(id: number): Float32Array | Int32Array | Uint8Array {
    const bytes = this.bytes(id);
    const dtype = this.api.TFE_TensorHandleDataType(this.handle(id));
    switch (dtype) {
      case DataType.float32:
      case DataType.complex64:
        return new Float32Array(bytes);
      case DataType.int32:
        return new Int32Array(bytes);
      case DataType.bool:
      case DataType.uint8:
        return new Uint8Array(bytes);
      case DataType.int64:
        return Int32Array.from(new BigInt64Array(bytes), Number);
      default:
        throw new EngineError(`tensors of TensorFlow type ${dtype} cannot be read`);
    }
  }

  /** The same of a float64 tensor, which tfjs does not know. */
  doubles(id: number): Float64Array {
    return new Float64Array(this.bytes(id));
  }

  private bytes(id: number): ArrayBuffer {
    const { api } = this;
    const tensor = api.TFE_TensorHandleResolve(this.handle(id), api.status);
    api.check("reading a tensor");
    const byteLength = Number(api.TF_TensorByteSize(tensor!));
    const bytes =
      byteLength > 0
        ? toArrayBuffer(api.TF_TensorData(tensor!)!, 0, byteLength).slice(0)
        : new ArrayBuffer(0);
    api.TF_DeleteTensor(tensor!);
    return bytes;
  }

  /** Runs an operation, after all that was begun. */
  executeOp(
    name: string,
    attributes: TFEOpAttr[],
    inputIds: number[],
    outputCount: number,
  ): TensorMetadata[] {
    this.settle();
    return this.execute(name, attributes, inputIds, outputCount).map((handle) => ({
      id: this.adopt(handle),
      ...this.describe(handle),
    }));
  }

  /**
   * Has TensorFlow run a function after all that was begun before, and does not wait for it. Whoever reads one of its
   * outputs waits, and is told if it failed.
   * @param outputs what its outputs will be
   */
  begin(
    name: string,
    inputIds: number[],
    outputs: readonly TensorType[],
    jitCompile = false,
  ): TensorMetadata[] {
    const { api, context } = this;
    api.TFE_ContextSetExecutorForThread(context, this.queue);
    try {
      return this.call(name, inputIds, outputs, jitCompile);
    } finally {
      api.TFE_ContextSetExecutorForThread(context, this.immediate);
    }
  }

  /**
   * Runs a function, compiled with XLA, after all that was begun.
   * @throws EngineError where XLA cannot compile it; then nothing has run
   */
  runCompiled(name: string, inputIds: number[], outputs: readonly TensorType[]): TensorMetadata[] {
    this.settle();
    return this.call(name, inputIds, outputs, true);
  }

  private call(
    name: string,
    inputIds: number[],
    outputs: readonly TensorType[],
    jitCompile: boolean,
  ): TensorMetadata[] {
    // As Python's tf.function(jit_compile=True) has it.
    const attributes = jitCompile ? [attribute.bool("_XlaMustCompile", true)] : [];
    const config = this.device === null ? fuseNeighbours : fuseNeighboursOnGpu;
    const handles = this.execute(name, attributes, inputIds, outputs.length, config);
    return handles.map((handle, index) => ({ ...outputs[index]!, id: this.adopt(handle) }));
  }

  /** Waits until all that was begun is done or has failed. */
  settle(): void {
    this.api.TFE_ExecutorWaitForAllPendingNodes(this.queue, this.api.status);
    this.api.TFE_ExecutorClearError(this.queue);
  }

  /** @param config of a function, see config.ts */
  private execute(
    name: string,
    attributes: TFEOpAttr[],
    inputIds: number[],
    outputCount: number,
    config?: Uint8Array,
  ): Pointer[] {
    const { api } = this;
    const created = api.TFE_NewOp(this.context, api.name(name), api.status);
    api.check(name);
    const op = made(created);
    try {
      if (this.device !== null) {
        api.TFE_OpSetDevice(op, api.name(this.device), api.status);
        api.check(name);
      }
      for (const one of attributes) this.setAttribute(op, name, one);
      if (config) api.TFE_OpSetAttrString(op, api.name("config_proto"), config, config.length);
      for (const id of inputIds) {
        api.TFE_OpAddInput(op, this.handle(id), api.status);
        api.check(name);
      }
      const outputs = new BigUint64Array(outputCount);
      const count = new Int32Array([outputCount]);
      api.TFE_Execute(op, outputs, count, api.status);
      api.check(name);
      return Array.from(outputs.subarray(0, count[0]), (handle) => Number(handle) as Pointer);
    } finally {
      api.TFE_DeleteOp(op);
    }
  }

  getNumOfTensors(): number {
    return this.handles.size;
  }

  isUsingGpuDevice(): boolean {
    return this.device !== null;
  }

  getNumOfSavedModels(): number {
    return 0;
  }

  loadSavedModel(): never {
    throw new EngineError("SavedModels are not read");
  }

  deleteSavedModel(): never {
    throw new EngineError("SavedModels are not read");
  }

  runSavedModel(): never {
    throw new EngineError("SavedModels are not read");
  }

  private handle(id: number): Pointer {
    const handle = this.handles.get(id);
    if (handle === undefined) throw new EngineError(`tensor ${id} is already deleted`);
    return handle;
  }

  private adopt(handle: Pointer): number {
    const id = this.nextId++;
    this.handles.set(id, handle);
    return id;
  }

  private describe(handle: Pointer): TensorType {
    const { api } = this;
    const dtype = api.TFE_TensorHandleDataType(handle);
    const rank = api.TFE_TensorHandleNumDims(handle, api.status);
    const shape = Array.from({ length: rank }, (_, index) =>
      Number(api.TFE_TensorHandleDim(handle, index, api.status)),
    );
    api.check("reading a shape");
    return { shape, dtype };
  }

  private setAttribute(op: Pointer, opName: string, { name, type, value }: TFEOpAttr): void {
    const { api } = this;
    const key = api.name(name);
    switch (type) {
      case AttrType.string: {
        const text = Buffer.from(String(value));
        api.TFE_OpSetAttrString(op, key, text, text.length);
        return;
      }
      case AttrType.int:
        if (Array.isArray(value)) {
          api.TFE_OpSetAttrIntList(op, key, BigInt64Array.from(value, BigInt), value.length);
        } else {
          api.TFE_OpSetAttrInt(op, key, Number(value));
        }
        return;
      case AttrType.float:
        api.TFE_OpSetAttrFloat(op, key, Number(value));
        return;
      case AttrType.bool:
        api.TFE_OpSetAttrBool(op, key, value ? 1 : 0);
        return;
      case AttrType.type:
        api.TFE_OpSetAttrType(op, key, Number(value));
        return;
      case AttrType.shape: {
        const shape = value as number[];
        const dimensions = BigInt64Array.from(shape, BigInt);
        api.TFE_OpSetAttrShape(op, key, dimensions, shape.length, api.status);
        api.check(opName);
        return;
      }
      default:
        throw new EngineError(
          `${opName}: attribute ${name} is of a kind (${type}) that is not known`,
        );
    }
  }
}

/** The bytes of a JavaScript array as TensorFlow wants them for a type. */
function bytesOf(values: unknown, dtype: number): Uint8Array {
  const array = nativeArray(values as ArrayLike<number>, dtype);
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function nativeArray(values: ArrayLike<number>, dtype: number): ArrayBufferView {
  switch (dtype) {
    case DataType.float32:
    case DataType.complex64:
      return values instanceof Float32Array ? values : Float32Array.from(values);
    case DataType.float64:
      return values instanceof Float64Array ? values : Float64Array.from(values);
    case DataType.int16:
      return values instanceof Int16Array ? values : Int16Array.from(values);
    case DataType.int32:
    case DataType.int64: // tfjs gives an int64 as two int32 halves, the low one first.
      return values instanceof Int32Array ? values : Int32Array.from(values);
    default:
      return values instanceof Uint8Array ? values : Uint8Array.from(values);
  }
}
