import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { append } from "../../arrays.ts";
import { pixelsIn } from "../../pixels.ts";
import { elementsOf } from "../../model/shape.ts";
import { INPUT } from "../model.ts";
import type { Answer, Question } from "./check.ts";

/** model.json, as Lamina writes it. */
type GraphModel = Omit<tf.io.ModelJSON, "weightsManifest"> & {
  weightsManifest: [{ paths: [string]; weights: tf.io.WeightsManifestEntry[] }];
};

/** Runs images through graph models, in a process of its own: tfjs computes in this thread, and takes its time. */
const [questions] = process.argv.slice(2) as [string];
await tf.setBackend("cpu");
const answers: Answer[] = [];
for (const { model: path, images, pixels: type, shape, batch } of JSON.parse(
  questions,
) as Question[]) {
  const { weightsManifest, ...topology } = JSON.parse(readFileSync(path, "utf8")) as GraphModel;
  const { paths, weights: weightSpecs } = weightsManifest[0];
  const bytes = new Uint8Array(readFileSync(join(dirname(path), paths[0])));
  const saved = { ...topology, weightSpecs, weightData: bytes.buffer };
  const model = await tf.loadGraphModel(tf.io.fromMemory(saved));
  const pixels = pixelsIn(new Uint8Array(readFileSync(images)), type === "uint16" ? 16 : 8);
  const size = elementsOf(shape);
  const probabilities: number[] = [];
  for (let at = 0; at < pixels.length; at += batch * size) {
    const part = Int32Array.from(pixels.subarray(at, at + batch * size));
    tf.tidy(() => {
      const input = tf.tensor(part, [part.length / size, ...shape], "int32");
      append(probabilities, (model.predict({ [INPUT]: input }) as tf.Tensor).dataSync());
    });
  }
  answers.push({ version: tf.version_core, probabilities });
}
process.stdout.write(JSON.stringify(answers));
