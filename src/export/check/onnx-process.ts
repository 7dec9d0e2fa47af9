import { append } from "../../arrays.ts";
import { readFileSync } from "node:fs";
import { type Pixels, pixelsIn } from "../../pixels.ts";
import { elementsOf } from "../../model/shape.ts";
import { INPUT, OUTPUT } from "../model.ts";
import type { Answer, Question } from "./check.ts";

/** As much of onnxruntime-node and onnxruntime-web as is needed: they have one interface. */
interface Runtime {
  env: { versions: { common: string }; wasm: { numThreads?: number } };
  InferenceSession: { create(model: Uint8Array): Promise<Session> };
  Tensor: new (type: Question["pixels"], data: Pixels, dims: number[]) => unknown;
}
interface Session {
  run(inputs: Record<string, unknown>): Promise<Record<string, { data: Float32Array }>>;
}

/** Runs images through models, in a process of its own: the runtime is native code, and not Lamina's. */
const [entry, questions] = process.argv.slice(2) as [string, string];
const loaded = (await import(entry)) as Runtime & { default?: Runtime };
const runtime = loaded.default ?? loaded;
runtime.env.wasm.numThreads = 1;
const answers: Answer[] = [];
for (const { model, images, pixels: type, shape, batch } of JSON.parse(questions) as Question[]) {
  const session = await runtime.InferenceSession.create(readFileSync(model));
  const pixels = pixelsIn(new Uint8Array(readFileSync(images)), type === "uint16" ? 16 : 8);
  const size = elementsOf(shape);
  const probabilities: number[] = [];
  for (let at = 0; at < pixels.length; at += batch * size) {
    const part = pixels.slice(at, at + batch * size);
    const tensor = new runtime.Tensor(type, part, [part.length / size, ...shape]);
    const { [OUTPUT]: output } = await session.run({ [INPUT]: tensor });
    append(probabilities, output!.data);
  }
  answers.push({ version: runtime.env.versions.common, probabilities });
}
process.stdout.write(JSON.stringify(answers));
