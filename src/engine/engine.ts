import * as tf from "@tensorflow/tfjs";
import type { Backend } from "./backend.ts";
import { Binding } from "./binding.ts";
import { registerKernels } from "./kernels.ts";
import { registerNativeGradients } from "./gradients.ts";
import type { EngineSettings, OpenLibrary } from "./library.ts";
import { processorOf, type Vectors } from "./processor.ts";
import { registerResizeGradients } from "./resize-images.ts";
import { NodeJSKernelBackend } from "./tfjs-node.js";

/** TensorFlow, started: tfjs runs on it from here on. */
export interface Engine {
  tf: typeof tf;
  binding: Binding;
  backend: Backend;
  version: string;
  /** What the processor computes with. */
  vectors: Vectors;
  /** Whether it has instructions for bfloat16; null where that is not told. */
  bfloat16: boolean | null;
  settings: EngineSettings;
  /** See OpenLibrary. */
  deviceMemory: () => number | null;
}

/** Makes TensorFlow tfjs's backend. tfjs has one backend for the whole process, so this is called once. */
export async function startEngine(library: OpenLibrary): Promise<Engine> {
  const { api, context, device, deviceMemory, settings } = library;
  const binding = new Binding(api, context, device);
  const kernelBackend = new NodeJSKernelBackend(binding, "lamina");
  const backend = kernelBackend as unknown as Backend;
  const { vectors, bfloat16 } = processorOf(process.env);
  registerKernels(backend, { ...settings, vectors });
  registerNativeGradients(backend);
  registerResizeGradients(backend, settings.gpu?.deterministic ?? false);
  tf.env().set("PROD", true);
  tf.registerBackend("tensorflow", () => kernelBackend);
  await tf.setBackend("tensorflow");
  const version = binding.TF_Version;
  return { tf, binding, backend, version, vectors, bfloat16, settings, deviceMemory };
}
