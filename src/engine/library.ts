import type { Pointer } from "bun:ffi";
import { made, openCApi, type CApi } from "./c-api.ts";
import { sessionConfig } from "./config.ts";
import { listDevices, switchNumerics } from "./device.ts";
import { EngineError } from "./errors.ts";
import type { UsableGpu } from "./gpu.ts";
import { messages } from "./messages.ts";
import type { Precision } from "./mixed-precision.ts";
import { defaultThreads, prepareProcess, withQuietStandardError } from "./process.ts";

export interface EngineSettings {
  libraryPath: string;
  /** Threads in all: operations that can run side by side do. */
  threads: number;
  /** Threads that one operation may take. */
  threadsPerOperation: number;
  oneDnn: boolean;
  /** Of training steps; float32 where nothing is said. */
  precision?: Precision;
  /**
   * Whether XLA compiles training steps: two to eight times slower on a CPU. Of benchmarks, which tell whether a GPU is faster
   * with it; for max pools its gradients are not twice the same bits there.
   */
  jitCompile?: boolean;
  /** What computes, where that is not the CPU. */
  gpu?: ChosenGpu;
}

/** A GPU, and how it computes. */
export interface ChosenGpu extends UsableGpu {
  /** Twice the same bits. */
  deterministic: boolean;
  /** TensorFloat-32: 10 bits of what is multiplied. */
  tf32: boolean;
}

export type EngineOptions = Omit<EngineSettings, "libraryPath">;

/** Where no experiment says anything else: one operation at a time has all threads. */
export function defaultOptions(): EngineOptions {
  const threads = defaultThreads();
  return { threads, threadsPerOperation: threads, oneDnn: true };
}

/** A TensorFlow library that was opened in this process, and where its operations run. */
export interface OpenLibrary {
  api: CApi;
  context: Pointer;
  /** TensorFlow's name of what computes; null where it chooses by itself, having the CPU alone. */
  device: string | null;
  /** Bytes of the GPU's memory that were taken since; null where that is not known, or there is none. */
  deviceMemory: () => number | null;
  settings: EngineSettings;
}

/** What another thread of the process opens the same library by: it can be posted to one. */
export interface LibraryAddress {
  path: string;
  /** The library's TFE_Context. */
  context: Pointer;
}

export function addressOf({ settings, context }: OpenLibrary): LibraryAddress {
  return { path: settings.libraryPath, context };
}

/**
 * Opens TensorFlow. Its first context settles the threads of the whole process, so all that calls it shares one.
 * @throws EngineError when the library cannot be used
 */
export function openLibrary(settings: EngineSettings): Promise<OpenLibrary> {
  prepareProcess(settings);
  const takenBefore = settings.gpu?.usedBytes() ?? null;
  const deviceMemory = () => {
    const taken = settings.gpu?.usedBytes() ?? null;
    // TensorFlow gives none back before the process ends: what is taken is the most that was.
    return taken === null || takenBefore === null ? null : Math.max(0, taken - takenBefore);
  };
  return withQuietStandardError(async () => {
    const api = openCApi(settings.libraryPath);
    if (settings.gpu) switchNumerics(settings.libraryPath, settings.gpu);
    const context = newContext(api, settings);
    return { api, context, device: deviceOf(api, context, settings), deviceMemory, settings };
  });
}

function deviceOf(api: CApi, context: Pointer, { gpu }: EngineSettings): string | null {
  if (!gpu) return null;
  const device = listDevices(api, context).find(({ type }) => type === "GPU");
  if (!device) throw new EngineError(messages.gpuSilent(gpu.name));
  return device.name;
}

function newContext(api: CApi, settings: EngineSettings): Pointer {
  const options = made(api.TFE_NewContextOptions());
  const config = sessionConfig({ ...settings, onGpu: settings.gpu !== undefined });
  api.TFE_ContextOptionsSetConfig(options, config, config.length, api.status);
  api.check("setting threads and devices");
  const context = api.TFE_NewContext(options, api.status);
  api.TFE_DeleteContextOptions(options);
  api.check("starting TensorFlow");
  return made(context);
}
