import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Side } from "../../src/compare/side.ts";
import type { Manifest, Run } from "../../src/layout.ts";
import { parseManifest } from "../../src/run/records.ts";
import { exampleRun, type RunOptions } from "../fixtures/run.ts";

/** A run, whose images are known. */
export type RunSide = Side & Pick<Run, "data">;

/** A finished run to compare with another; every call gives the same one, to be changed at will. */
export function exampleSide(options: RunOptions = {}): RunSide {
  const { metrics, predictions, ...run } = exampleRun({ images: 10, epochs: 3, ...options });
  // As experiments have it in the tests; the history is only shorter.
  run.resolved.train.epochs = 10;
  return {
    ...structuredClone(run),
    label: "baseline/v001",
    manifest: exampleManifest(),
    remarks: { notes: [], tags: [] },
    results: structuredClone({ metrics, predictions }),
  };
}

export function exampleManifest(): Manifest {
  const file = join(import.meta.dir, "../fixtures/runs/small/v001/manifest.json");
  return parseManifest(readFileSync(file, "utf8"), file);
}

/** The answer for one test image, turned into another. */
export function answer(side: RunSide, index: number, predicted: string): void {
  const { classes } = side.data;
  const probabilities = classes.map((name) =>
    name === predicted ? 0.9 : 0.1 / (classes.length - 1),
  );
  const prediction = side.results!.predictions[index]!;
  Object.assign(prediction, { predicted, probabilities });
}
