import type { Pointer } from "bun:ffi";
import * as tf from "@tensorflow/tfjs";
import { NodeJSKernelBackend } from "@tensorflow/tfjs-node/dist/nodejs_kernel_backend";
import type { Backend } from "./backend.ts";
import { Binding } from "./binding.ts";
import { made, openCApi, type CApi } from "./c-api.ts";
import { registerKernels } from "./kernels.ts";
import { registerNativeGradients } from "./gradients.ts";
import { prepareProcess, withQuietStandardError } from "./process.ts";

export interface EngineSettings {
  libraryPath: string;
  /** Threads in all: operations that can run side by side do. */
  threads: number;
  /** Threads that one operation may take. */
  threadsPerOperation: number;
  oneDnn: boolean;
}

/** TensorFlow, started: tfjs runs on it from here on. */
export interface Engine {
  tf: typeof tf;
  binding: Binding;
  backend: Backend;
  version: string;
  settings: EngineSettings;
}

/**
 * Opens TensorFlow and makes it tfjs's backend. tfjs has one backend for the whole process, so this is called once.
 * @throws EngineError when the library cannot be used
 */
export async function startEngine(settings: EngineSettings): Promise<Engine> {
  prepareProcess(settings);
  const binding = await withQuietStandardError(async () => {
    const api = openCApi(settings.libraryPath);
    return new Binding(api, newContext(api, settings));
  });
  const kernelBackend = new NodeJSKernelBackend(binding, "lamina");
  const backend = kernelBackend as unknown as Backend;
  await import("@tensorflow/tfjs-node/dist/register_all_kernels");
  registerKernels(backend);
  registerNativeGradients(backend);
  tf.env().set("PROD", true);
  tf.registerBackend("tensorflow", () => kernelBackend);
  await tf.setBackend("tensorflow");
  return { tf, binding, backend, version: binding.TF_Version, settings };
}

function newContext(api: CApi, settings: EngineSettings): Pointer {
  const options = made(api.TFE_NewContextOptions());
  const config = threadConfig(settings);
  api.TFE_ContextOptionsSetConfig(options, config, config.length, api.status);
  api.check("setting the number of threads");
  const context = api.TFE_NewContext(options, api.status);
  api.TFE_DeleteContextOptions(options);
  api.check("starting TensorFlow");
  return made(context);
}

/** tensorflow.ConfigProto { intra_op_parallelism_threads (2), inter_op_parallelism_threads (5) } in protobuf's bytes. */
function threadConfig({ threads, threadsPerOperation }: EngineSettings): Uint8Array {
  return Uint8Array.from([
    (2 << 3) | 0,
    ...varint(threadsPerOperation),
    (5 << 3) | 0,
    ...varint(threads),
  ]);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}
