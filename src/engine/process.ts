import { dlopen, FFIType, toArrayBuffer, type Pointer } from "bun:ffi";
import { closeSync, openSync } from "node:fs";
import { availableParallelism } from "node:os";

const { ptr, i32 } = FFIType;

/** Settings that native code reads once, before the TensorFlow library loads. */
export interface NativeSettings {
  /** Fused and faster kernels; other bits than without. */
  oneDnn: boolean;
}

/**
 * Prepares this process for TensorFlow. Bun keeps its own copy of the environment, which native code does not
 * see, so variables are set through libc. Call it before the library is opened.
 */
export function prepareProcess({ oneDnn }: NativeSettings): void {
  const libc = openLibc();
  const set = (name: string, value: string) => libc.setenv(nativeText(name), nativeText(value), 1);
  set("TF_ENABLE_ONEDNN_OPTS", oneDnn ? "1" : "0");
  // Otherwise oneDNN's convolution gradients are set up anew in each step: 5 % of a small network's time. The same
  // kernels run, and they keep a few megabytes of scratch space.
  set("TF_MKL_OPTIMIZE_PRIMITIVE_MEMUSE", "0");
  set("TF_CPP_MIN_LOG_LEVEL", "3");
  libc.mallopt?.(MALLOPT.mmapMax, 0);
  libc.mallopt?.(MALLOPT.trimThreshold, KEEP_BYTES);
  libc.mallopt?.(MALLOPT.topPad, TOP_PAD_BYTES);
}

/**
 * Runs `start` while nothing that native code writes to standard error comes through. TensorFlow prints lines
 * about itself before its log level is read; what goes wrong comes back as values.
 */
export async function withQuietStandardError<Result>(
  start: () => Promise<Result>,
): Promise<Result> {
  const libc = openLibc();
  const nowhere = openSync("/dev/null", "w");
  const kept = libc.dup(2);
  libc.dup2(nowhere, 2);
  try {
    return await start();
  } finally {
    libc.dup2(kept, 2);
    closeSync(kept);
    closeSync(nowhere);
  }
}

/**
 * Hides what C libraries say on standard error, and nothing else: libjpeg complains there of each damaged file, without
 * its name.
 * @returns lets them be heard again
 */
export function silenceLibraries(): () => void {
  const { dlsym, fopen } = openLibc();
  const place = dlsym?.(null, nativeText("stderr"));
  const nowhere = fopen?.(nativeText("/dev/null"), nativeText("w"));
  if (!place || !nowhere) return () => undefined;
  const stream = new BigUint64Array(toArrayBuffer(place, 0, 8));
  const kept = stream[0]!;
  stream[0] = BigInt(nowhere);
  return () => {
    stream[0] = kept;
  };
}

function nativeText(text: string): Uint8Array {
  return Buffer.from(`${text}\0`);
}

/** Threads that TensorFlow gets when the experiment does not say. */
export function defaultThreads(): number {
  return availableParallelism();
}

/** Parameter numbers of glibc's mallopt(3). */
const MALLOPT = { trimThreshold: -1, topPad: -2, mmapMax: -4 } as const;

// Without these, every large activation is mapped and unmapped anew in each step, and page faults take half of it.
const KEEP_BYTES = 2 ** 31 - 1;
const TOP_PAD_BYTES = 64 * 2 ** 20;

interface Libc {
  setenv(name: Uint8Array, value: Uint8Array, overwrite: number): number;
  dup(descriptor: number): number;
  dup2(from: number, to: number): number;
  /** What follows is used with glibc only. */
  dlsym?: (library: null, name: Uint8Array) => Pointer | null;
  fopen?: (path: Uint8Array, mode: Uint8Array) => Pointer | null;
  mallopt?: (parameter: number, value: number) => number;
}

function openLibc(): Libc {
  const posix = {
    setenv: { args: [ptr, ptr, i32], returns: i32 },
    dup: { args: [i32], returns: i32 },
    dup2: { args: [i32, i32], returns: i32 },
  } as const;
  if (process.platform === "darwin") {
    return dlopen("libSystem.B.dylib", posix).symbols as unknown as Libc;
  }
  const glibc = {
    dlsym: { args: [ptr, ptr], returns: ptr },
    fopen: { args: [ptr, ptr], returns: ptr },
    mallopt: { args: [i32, i32], returns: i32 },
  } as const;
  return dlopen("libc.so.6", { ...posix, ...glibc }).symbols as unknown as Libc;
}
