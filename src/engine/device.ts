import { dlopen, FFIType, type Pointer } from "bun:ffi";
import { made, type CApi } from "./c-api.ts";
import { EngineError } from "./errors.ts";
import { messages } from "./messages.ts";

/** What TensorFlow computes on. */
export interface Device {
  /** "/job:localhost/replica:0/task:0/device:GPU:0" */
  name: string;
  /** "CPU", "GPU" */
  type: string;
}

/** The devices of a TFE_Context. */
export function listDevices(api: CApi, context: Pointer): Device[] {
  const list = made(api.TFE_ContextListDevices(context, api.status));
  try {
    return Array.from({ length: api.TF_DeviceListCount(list) }, (_, index) => ({
      name: String(api.TF_DeviceListName(list, index, api.status)),
      type: String(api.TF_DeviceListType(list, index, api.status)),
    }));
  } finally {
    api.TF_DeleteDeviceList(list);
  }
}

/** Names of TensorFlow's C++ functions, which its C API lacks: Python's tf.config.experimental calls the same. */
const switches = {
  /** tsl::EnableOpDeterminism(bool) */
  determinism: "_ZN3tsl19EnableOpDeterminismEb",
  /** tsl::enable_tensor_float_32_execution(bool) */
  tf32: "_ZN3tsl32enable_tensor_float_32_executionEb",
} as const;

/**
 * Says how a GPU is to compute, for the whole process.
 * @throws EngineError where the library is too old for it
 */
export function switchNumerics(
  libraryPath: string,
  { deterministic, tf32 }: { deterministic: boolean; tf32: boolean },
): void {
  const of = { args: [FFIType.bool], returns: FFIType.void } as const;
  try {
    const { symbols } = dlopen(libraryPath, { [switches.determinism]: of, [switches.tf32]: of });
    symbols[switches.determinism]!(deterministic);
    symbols[switches.tf32]!(tf32);
  } catch (error) {
    throw new EngineError(messages.numericsNotSet(libraryPath, (error as Error).message));
  }
}
