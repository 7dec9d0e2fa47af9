import { dlopen, FFIType } from "bun:ffi";
import { loaderRefusal } from "./loader.ts";

const { ptr, i32, u32 } = FFIType;

/** A GPU that programs may use, as NVIDIA's driver tells of it. */
export interface Gpu {
  /** "NVIDIA H100 80GB HBM3" */
  name: string;
  /** What its machine code is called after: "9.0" */
  computeCapability: string;
  memoryBytes: number;
}

/** NVIDIA's driver. */
export interface Driver {
  /** "580.65.06"; null where it does not say */
  version: string | null;
  /** The newest CUDA that it runs: 12080 for 12.8 */
  cuda: number;
  /** Those that CUDA_VISIBLE_DEVICES lets be seen, in CUDA's order. */
  gpus: Gpu[];
  /** Bytes of the first one's memory that are taken, by whatever program; null where it does not say. */
  usedBytes: () => number | null;
}

/** Names, or paths, of the driver's two libraries: what computes, and what watches over it. */
interface DriverLibraries {
  cuda: string;
  management: string;
}

const driverLibraries: DriverLibraries = {
  cuda: "libcuda.so.1",
  management: "libnvidia-ml.so.1",
};

/** https://docs.nvidia.com/cuda/cuda-driver-api */
const cudaSymbols = {
  cuInit: { args: [u32], returns: i32 },
  cuDriverGetVersion: { args: [ptr], returns: i32 },
  cuDeviceGetCount: { args: [ptr], returns: i32 },
  cuDeviceGet: { args: [ptr, i32], returns: i32 },
  cuDeviceGetName: { args: [ptr, i32, i32], returns: i32 },
  cuDeviceGetAttribute: { args: [ptr, i32, i32], returns: i32 },
  cuDeviceTotalMem_v2: { args: [ptr, i32], returns: i32 },
  cuDeviceGetPCIBusId: { args: [ptr, i32, i32], returns: i32 },
} as const;

/** https://docs.nvidia.com/deploy/nvml-api */
const managementSymbols = {
  nvmlInit_v2: { args: [], returns: i32 },
  nvmlSystemGetDriverVersion: { args: [ptr, u32], returns: i32 },
  nvmlDeviceGetHandleByPciBusId_v2: { args: [ptr, ptr], returns: i32 },
  nvmlDeviceGetMemoryInfo: { args: [ptr, ptr], returns: i32 },
} as const;

/** CUDA_ERROR_NO_DEVICE: the driver is there, and no GPU that may be seen. */
const NO_DEVICE = 100;
/** CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR and _MINOR */
const [MAJOR, MINOR] = [75, 76];
const NAME_BYTES = 256;

/** Asks NVIDIA's driver what is there. @returns why it does not answer, where it does not */
export function askDriver(libraries = driverLibraries): Driver | { refusal: string } {
  const api = open(libraries.cuda, cudaSymbols);
  if ("refusal" in api) return api;
  const begun = api.cuInit(0);
  if (begun !== 0 && begun !== NO_DEVICE) return { refusal: `cuInit: ${begun}` };
  const cuda = integer((into) => api.cuDriverGetVersion(into));
  const count = begun === NO_DEVICE ? 0 : integer((into) => api.cuDeviceGetCount(into));
  const devices = Array.from({ length: count }, (_, ordinal) =>
    integer((into) => api.cuDeviceGet(into, ordinal)),
  );
  const [first] = devices;
  const busId =
    first === undefined ? null : text((into) => api.cuDeviceGetPCIBusId(into, NAME_BYTES, first));
  return {
    cuda,
    gpus: devices.map((device) => ({
      name: text((into) => api.cuDeviceGetName(into, NAME_BYTES, device)) ?? "NVIDIA GPU",
      computeCapability: [MAJOR, MINOR]
        .map((which) => integer((into) => api.cuDeviceGetAttribute(into, which, device)))
        .join("."),
      memoryBytes: long((into) => api.cuDeviceTotalMem_v2(into, device)) ?? 0,
    })),
    ...watch(libraries.management, busId),
  };
}

/** @param busId of the GPU whose memory is watched */
function watch(library: string, busId: string | null): Pick<Driver, "version" | "usedBytes"> {
  const api = open(library, managementSymbols);
  if ("refusal" in api || api.nvmlInit_v2() !== 0) return { version: null, usedBytes: () => null };
  const handle =
    busId === null
      ? null
      : long((into) => api.nvmlDeviceGetHandleByPciBusId_v2(Buffer.from(`${busId}\0`), into));
  return {
    version: text((into) => api.nvmlSystemGetDriverVersion(into, NAME_BYTES)),
    usedBytes() {
      // nvmlMemory_t: total, free, used
      const memory = new BigUint64Array(3);
      const isTold = handle !== null && api.nvmlDeviceGetMemoryInfo(handle as never, memory) === 0;
      return isTold ? Number(memory[2]) : null;
    },
  };
}

function open<Symbols extends Parameters<typeof dlopen>[1]>(library: string, symbols: Symbols) {
  const refusal = loaderRefusal(library);
  if (refusal !== null) return { refusal };
  try {
    return dlopen(library, symbols).symbols;
  } catch (error) {
    return { refusal: (error as Error).message };
  }
}

/** What a function writes into an int; 0 where it fails. */
function integer(call: (into: Int32Array) => number): number {
  const into = new Int32Array(1);
  return call(into) === 0 ? into[0]! : 0;
}

/** The same of 64 bits; null where it fails. */
function long(call: (into: BigUint64Array) => number): number | null {
  const into = new BigUint64Array(1);
  return call(into) === 0 ? Number(into[0]) : null;
}

/** The same of a text. */
function text(call: (into: Uint8Array) => number): string | null {
  const into = Buffer.alloc(NAME_BYTES);
  return call(into) === 0 ? into.toString("utf8", 0, into.indexOf(0)) : null;
}
