import { append } from "../../arrays.ts";
import { readFileSync } from "node:fs";
import { elementsOf } from "../../model/shape.ts";
import { INPUT, OUTPUT } from "../model.ts";
import type { Answer, Question } from "./check.ts";

/** As much of onnxruntime-node and onnxruntime-web as is needed: they have one interface. */
interface Runtime {
  env: { versions: { common: string }; wasm: { numThreads?: number } };
  InferenceSession: { create(model: Uint8Array): Promise<Session> };
  Tensor: new (type: "uint8", data: Uint8Array, dims: number[]) => unknown;
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
for (const { model, images, shape, batch } of JSON.parse(questions) as Question[]) {
  const session = await runtime.InferenceSession.create(readFileSync(model));
  const pixels = readFileSync(images);
  const size = elementsOf(shape);
  const probabilities: number[] = [];
  for (let at = 0; at < pixels.length; at += batch * size) {
    const part = new Uint8Array(pixels.subarray(at, at + batch * size));
    const tensor = new runtime.Tensor("uint8", part, [part.length / size, ...shape]);
    const { [OUTPUT]: output } = await session.run({ [INPUT]: tensor });
    append(probabilities, output!.data);
  }
  answers.push({ version: runtime.env.versions.common, probabilities });
}
process.stdout.write(JSON.stringify(answers));
