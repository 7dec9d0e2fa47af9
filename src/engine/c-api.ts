import { CString, dlopen, FFIType, type Pointer } from "bun:ffi";
import { messages } from "./messages.ts";
import { EngineError } from "./errors.ts";

const { ptr, i32, i64_fast, u64_fast, f32, u8, cstring, void: nothing } = FFIType;

/** The functions of TensorFlow's C API that Lamina calls. Its header tensorflow/c/c_api.h documents each. */
const symbols = {
  TF_Version: { args: [], returns: cstring },
  TF_NewStatus: { args: [], returns: ptr },
  TF_GetCode: { args: [ptr], returns: i32 },
  TF_Message: { args: [ptr], returns: ptr },

  TF_AllocateTensor: { args: [i32, ptr, i32, u64_fast], returns: ptr },
  TF_DeleteTensor: { args: [ptr], returns: nothing },
  TF_TensorData: { args: [ptr], returns: ptr },
  TF_TensorByteSize: { args: [ptr], returns: u64_fast },
  TF_StringInit: { args: [ptr], returns: nothing },
  TF_StringAssignView: { args: [ptr, ptr, u64_fast], returns: nothing },

  TFE_NewContextOptions: { args: [], returns: ptr },
  TFE_ContextOptionsSetConfig: {
    args: [ptr, ptr, u64_fast, ptr],
    returns: nothing,
  },
  TFE_DeleteContextOptions: { args: [ptr], returns: nothing },
  TFE_NewContext: { args: [ptr, ptr], returns: ptr },

  TFE_ContextListDevices: { args: [ptr, ptr], returns: ptr },
  TF_DeviceListCount: { args: [ptr], returns: i32 },
  TF_DeviceListName: { args: [ptr, i32, ptr], returns: cstring },
  TF_DeviceListType: { args: [ptr, i32, ptr], returns: cstring },
  TF_DeleteDeviceList: { args: [ptr], returns: nothing },

  TFE_NewExecutor: { args: [u8, u8, i32], returns: ptr },
  TFE_ExecutorWaitForAllPendingNodes: { args: [ptr, ptr], returns: nothing },
  TFE_ExecutorClearError: { args: [ptr], returns: nothing },
  TFE_ContextSetExecutorForThread: { args: [ptr, ptr], returns: nothing },

  TFE_NewTensorHandle: { args: [ptr, ptr], returns: ptr },
  TFE_DeleteTensorHandle: { args: [ptr], returns: nothing },
  TFE_TensorHandleDataType: { args: [ptr], returns: i32 },
  TFE_TensorHandleNumDims: { args: [ptr, ptr], returns: i32 },
  TFE_TensorHandleDim: { args: [ptr, i32, ptr], returns: i64_fast },
  TFE_TensorHandleResolve: { args: [ptr, ptr], returns: ptr },

  TFE_NewOp: { args: [ptr, ptr, ptr], returns: ptr },
  TFE_DeleteOp: { args: [ptr], returns: nothing },
  TFE_OpSetDevice: { args: [ptr, ptr, ptr], returns: nothing },
  TFE_OpAddInput: { args: [ptr, ptr, ptr], returns: nothing },
  TFE_OpSetAttrString: { args: [ptr, ptr, ptr, u64_fast], returns: nothing },
  TFE_OpSetAttrInt: { args: [ptr, ptr, i64_fast], returns: nothing },
  TFE_OpSetAttrFloat: { args: [ptr, ptr, f32], returns: nothing },
  TFE_OpSetAttrBool: { args: [ptr, ptr, u8], returns: nothing },
  TFE_OpSetAttrType: { args: [ptr, ptr, i32], returns: nothing },
  TFE_OpSetAttrShape: { args: [ptr, ptr, ptr, i32, ptr], returns: nothing },
  TFE_OpSetAttrIntList: { args: [ptr, ptr, ptr, i32], returns: nothing },
  TFE_Execute: { args: [ptr, ptr, ptr, ptr], returns: nothing },

  TF_NewGraph: { args: [], returns: ptr },
  TF_DeleteGraph: { args: [ptr], returns: nothing },
  TF_NewOperation: { args: [ptr, ptr, ptr], returns: ptr },
  TF_SetDevice: { args: [ptr, ptr], returns: nothing },
  TF_FinishOperation: { args: [ptr, ptr], returns: ptr },
  // A TF_Output by value is 16 bytes, which both x86-64 and arm64 pass as two registers: operation, index.
  TF_AddInput: { args: [ptr, ptr, i32], returns: nothing },
  TF_AddInputList: { args: [ptr, ptr, i32], returns: nothing },
  TF_AddControlInput: { args: [ptr, ptr], returns: nothing },
  TF_SetAttrString: { args: [ptr, ptr, ptr, u64_fast], returns: nothing },
  TF_SetAttrInt: { args: [ptr, ptr, i64_fast], returns: nothing },
  TF_SetAttrFloat: { args: [ptr, ptr, f32], returns: nothing },
  TF_SetAttrBool: { args: [ptr, ptr, u8], returns: nothing },
  TF_SetAttrType: { args: [ptr, ptr, i32], returns: nothing },
  TF_SetAttrShape: { args: [ptr, ptr, ptr, i32], returns: nothing },
  TF_SetAttrIntList: { args: [ptr, ptr, ptr, i32], returns: nothing },
  TF_SetAttrTensor: { args: [ptr, ptr, ptr, ptr], returns: nothing },
  TF_GraphToFunctionWithControlOutputs: {
    args: [ptr, ptr, u8, i32, ptr, i32, ptr, i32, ptr, ptr, i32, ptr, ptr, ptr, ptr, ptr],
    returns: ptr,
  },
  TF_DeleteFunction: { args: [ptr], returns: nothing },
  TFE_ContextAddFunction: { args: [ptr, ptr, ptr], returns: nothing },
  TFE_ContextRemoveFunction: { args: [ptr, ptr, ptr], returns: nothing },
  TFE_ContextClearCaches: { args: [ptr], returns: nothing },
} as const;

/** The one type that crosses the boundary without a size: a NUL-terminated UTF-8 string. */
export type NativeString = Uint8Array;

export type CApi = ReturnType<typeof openCApi>;

/**
 * Opens a TensorFlow library.
 * @throws EngineError when the file is no TensorFlow library or lacks one of the functions
 */
export function openCApi(libraryPath: string) {
  const library = load(libraryPath);
  const api = library.symbols;
  const status = api.TF_NewStatus()!;
  const strings = new Map<string, NativeString>();

  return {
    ...api,
    status,

    /** The NUL-terminated form of a short name that comes back often: an op's or an attribute's. */
    name(text: string): NativeString {
      let native = strings.get(text);
      if (!native) {
        native = Buffer.from(`${text}\0`);
        strings.set(text, native);
      }
      return native;
    },

    /** @throws EngineError with TensorFlow's own words when the last call failed */
    check(action: string): void {
      if (api.TF_GetCode(status) !== 0) {
        throw new EngineError(`${action}: ${new CString(api.TF_Message(status)!)}`);
      }
    },
  };
}

function load(libraryPath: string) {
  try {
    return dlopen(libraryPath, symbols);
  } catch (error) {
    throw new EngineError(messages.notALibrary(libraryPath, (error as Error).message));
  }
}

/** What a function that makes something has returned. @throws EngineError when it made nothing */
export function made(result: Pointer | bigint | null): Pointer {
  if (!result) throw new EngineError(messages.outOfMemory());
  return Number(result) as Pointer;
}
