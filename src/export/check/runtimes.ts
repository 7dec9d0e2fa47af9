import { join } from "node:path";
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
export function onnxRuntime(environment: NodeJS.ProcessEnv, directory: string): FoundRuntime {
  const wanted = environment[ONNX_VARIABLE];
  const places = wanted
    ? [[wanted, directory] as const]
    : [directory, import.meta.dir].flatMap((folder) =>
        packages.map((name) => [name, folder] as const),
      );
  for (const [name, folder] of places) {
    const entry = resolved(name, folder);
    if (entry === null) continue;
    const script = join(import.meta.dir, "onnx-process.ts");
    const shown = packages.find((one) => entry.includes(one)) ?? "onnxruntime";
    return {
      runtime: { name: shown, command: [process.execPath, script, entry] },
      absent: "",
    };
  }
  return { runtime: null, absent: messages.noOnnxRuntime(ONNX_VARIABLE, wanted) };
}

function resolved(name: string, folder: string): string | null {
  try {
    return Bun.resolveSync(name, folder);
  } catch {
    return null;
  }
}

export function kerasRuntime(environment: NodeJS.ProcessEnv): FoundRuntime {
  const python = environment[KERAS_VARIABLE] || "python3";
  const absent = messages.noKeras(KERAS_VARIABLE, python);
  if (Bun.which(python) === null) return { runtime: null, absent };
  const script = join(import.meta.dir, "run_keras.py");
  return { runtime: { name: "Keras", command: [python, script], absentCode: 3 }, absent };
}
