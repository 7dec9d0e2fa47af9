import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { FormatName } from "../formats.ts";
import { messages } from "../messages.ts";
import type { Runtime } from "./check.ts";

/** Folder of onnxruntime-node or onnxruntime-web, wherever it is installed. */
const ONNX_VARIABLE = "LAMINA_ONNXRUNTIME";
/** A Python that can import Keras. */
const KERAS_VARIABLE = "LAMINA_KERAS";

/** The faster first. Neither is one of Lamina's own packages: they have 288 and 139 MB. */
const packages = ["onnxruntime-node", "onnxruntime-web"] as const;

/** What to run an exported model with, and what to tell where there is nothing. */
export interface FoundRuntime {
  runtime: Runtime | null;
  absent: string;
}

/** @param directory the user's: what is installed there is found, too */
export function findRuntime(
  format: FormatName,
  environment: NodeJS.ProcessEnv,
  directory: string,
): FoundRuntime {
  if (format === "tfjs") return tfjsRuntime();
  return format === "onnx" ? onnxRuntime(environment, directory) : kerasRuntime(environment);
}

/** One of Lamina's own packages. */
function tfjsRuntime(): FoundRuntime {
  const command = [process.execPath, join(import.meta.dir, "tfjs-process.ts")];
  return { runtime: { name: "TensorFlow.js", command }, absent: "" };
}

export function onnxRuntime(environment: NodeJS.ProcessEnv, directory: string): FoundRuntime {
  const wanted = environment[ONNX_VARIABLE];
  const places = wanted
    ? [resolve(directory, wanted)]
    : [directory, import.meta.dir].flatMap((folder) => packages.flatMap(above(folder)));
  const found = places.find((place) => existsSync(join(place, "package.json")));
  if (found === undefined)
    return { runtime: null, absent: messages.noOnnxRuntime(ONNX_VARIABLE, wanted) };
  const script = join(import.meta.dir, "onnx-process.ts");
  // Without the flag Bun would fetch what it does not find.
  const command = [process.execPath, "--no-install", script, found];
  return { runtime: { name: basename(found), command }, absent: "" };
}

/** Where a package that is asked for in a folder may be: not by Bun's own search, which fetches what is nowhere. */
function above(folder: string): (name: string) => string[] {
  const parent = dirname(folder);
  const higher = parent === folder ? () => [] : above(parent);
  return (name) => [join(folder, "node_modules", name), ...higher(name)];
}

export function kerasRuntime(environment: NodeJS.ProcessEnv): FoundRuntime {
  const python = environment[KERAS_VARIABLE] || "python3";
  const absent = messages.noKeras(KERAS_VARIABLE, python);
  if (Bun.which(python) === null) return { runtime: null, absent };
  const script = join(import.meta.dir, "run_keras.py");
  return { runtime: { name: "Keras", command: [python, script], absentCode: 3 }, absent };
}
