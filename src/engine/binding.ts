import { ptr, read, toArrayBuffer, type Pointer } from "bun:ffi";
import type {
  TFEOpAttr,
  TFJSBinding,
} from "@tensorflow/tfjs-node/dist/tfjs_binding";
import type { CApi } from "./c-api.ts";
import { EngineError } from "./errors.ts";

/** Numbers of TF_DataType (tensorflow/c/tf_datatype.h) that tfjs and Lamina use. */
export const DataType = {
  float32: 1,
  int32: 3,
  uint8: 4,
  string: 7,
  complex64: 8,
  int64: 9,
  bool: 10,
  resource: 20,
} as const;

/** Numbers of TF_AttrType (tensorflow/c/tf_attrtype.h). */
export const AttrType = {
  string: 0,
  int: 1,
  float: 2,
  bool: 3,
  type: 4,
  shape: 5,
} as const;

const bytesPerElement: Record<number, number> = {
  [DataType.float32]: 4,
  [DataType.int32]: 4,
  [DataType.uint8]: 1,
  [DataType.complex64]: 8,
  [DataType.int64]: 8,
  [DataType.bool]: 1,
};

export interface TensorMetadata {
  id: number;
  shape: number[];
  dtype: number;
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

  constructor(
    private readonly api: CApi,
    private readonly context: Pointer,
  ) {
    this.TF_Version = String(api.TF_Version());
  }

  /** Copies `values` into a new tensor. */
  createTensor(shape: number[], dtype: number, values: unknown): number {
    const { api } = this;
    const size = bytesPerElement[dtype];
    if (size === undefined)
      throw new EngineError(
        `tensors of TensorFlow type ${dtype} cannot be made`,
      );
    const source = bytesOf(values, dtype);
    const byteLength = shape.reduce(
      (product, length) => product * length,
      size,
    );
    if (source.byteLength !== byteLength) {
      throw new EngineError(
        `a tensor [${shape.join(", ")}] takes ${byteLength} bytes, not ${source.byteLength}`,
      );
    }
    const dimensions = BigInt64Array.from(shape, BigInt);
    const tensor = api.TF_AllocateTensor(
      dtype,
      shape.length > 0 ? ptr(dimensions) : null,
      shape.length,
      byteLength,
    );
    if (!tensor)
      throw new EngineError(`no memory for a tensor [${shape.join(", ")}]`);
    if (byteLength > 0) {
      new Uint8Array(
        toArrayBuffer(api.TF_TensorData(tensor)!, 0, byteLength),
      ).set(source);
    }
    const handle = api.TFE_NewTensorHandle(tensor, api.status);
    api.TF_DeleteTensor(tensor);
    api.check("making a tensor");
    return this.adopt(handle!);
  }

  deleteTensor(id: number): void {
    const handle = this.handles.get(id);
    if (handle === undefined)
      throw new EngineError(`tensor ${id} is already deleted`);
    this.handles.delete(id);
    this.api.TFE_DeleteTensorHandle(handle);
  }

  /** Waits for a tensor and copies its values out. */
  tensorDataSync(id: number): Float32Array | Int32Array | Uint8Array {
    const { api } = this;
    const handle = this.handle(id);
    const tensor = api.TFE_TensorHandleResolve(handle, api.status);
    api.check("reading a tensor");
    const byteLength = api.TF_TensorByteSize(tensor!);
    const bytes =
      byteLength > 0
        ? toArrayBuffer(api.TF_TensorData(tensor!)!, 0, byteLength).slice(0)
        : new ArrayBuffer(0);
    api.TF_DeleteTensor(tensor!);
    const dtype = api.TFE_TensorHandleDataType(handle);
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
        throw new EngineError(
          `tensors of TensorFlow type ${dtype} cannot be read`,
        );
    }
  }

  executeOp(
    name: string,
    attributes: TFEOpAttr[],
    inputIds: number[],
    outputCount: number,
  ): TensorMetadata[] {
    const { api } = this;
    const op = api.TFE_NewOp(this.context, api.name(name), api.status)!;
    api.check(name);
    try {
      for (const attribute of attributes)
        this.setAttribute(op, name, attribute);
      for (const id of inputIds) {
        api.TFE_OpAddInput(op, this.handle(id), api.status);
        api.check(name);
      }
      const outputs = new BigUint64Array(outputCount);
      const count = new Int32Array([outputCount]);
      api.TFE_Execute(op, outputs, count, api.status);
      api.check(name);
      return Array.from({ length: count[0]! }, (_, index) =>
        this.describe(read.ptr(ptr(outputs), index * 8) as Pointer),
      );
    } finally {
      api.TFE_DeleteOp(op);
    }
  }

  getNumOfTensors(): number {
    return this.handles.size;
  }

  isUsingGpuDevice(): boolean {
    return false;
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
    if (handle === undefined)
      throw new EngineError(`tensor ${id} is already deleted`);
    return handle;
  }

  private adopt(handle: Pointer): number {
    const id = this.nextId++;
    this.handles.set(id, handle);
    return id;
  }

  private describe(handle: Pointer): TensorMetadata {
    const { api } = this;
    const rank = api.TFE_TensorHandleNumDims(handle, api.status);
    const shape = Array.from({ length: rank }, (_, index) =>
      api.TFE_TensorHandleDim(handle, index, api.status),
    );
    api.check("reading a shape");
    return {
      id: this.adopt(handle),
      shape,
      dtype: api.TFE_TensorHandleDataType(handle),
    };
  }

  private setAttribute(
    op: Pointer,
    opName: string,
    { name, type, value }: TFEOpAttr,
  ): void {
    const { api } = this;
    const key = api.name(name);
    switch (type) {
      case AttrType.string: {
        const text = Buffer.from(String(value));
        api.TFE_OpSetAttrString(
          op,
          key,
          text.length > 0 ? text : null,
          text.length,
        );
        return;
      }
      case AttrType.int:
        if (Array.isArray(value)) {
          api.TFE_OpSetAttrIntList(
            op,
            key,
            BigInt64Array.from(value, BigInt),
            value.length,
          );
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
        api.TFE_OpSetAttrShape(
          op,
          key,
          shape.length > 0 ? dimensions : null,
          shape.length,
          api.status,
        );
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

function nativeArray(
  values: ArrayLike<number>,
  dtype: number,
): ArrayBufferView {
  switch (dtype) {
    case DataType.float32:
    case DataType.complex64:
      return values instanceof Float32Array
        ? values
        : Float32Array.from(values);
    case DataType.int32:
    case DataType.int64: // tfjs gives an int64 as two int32 halves, the low one first.
      return values instanceof Int32Array ? values : Int32Array.from(values);
    default:
      return values instanceof Uint8Array ? values : Uint8Array.from(values);
  }
}
