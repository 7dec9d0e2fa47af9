import { expect, test } from "bun:test";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { metrics } from "../../src/evaluate/metrics.ts";
import { jsonText } from "../../src/json-text.ts";
import { files } from "../../src/layout.ts";
import { metricsText } from "../../src/run/text.ts";
import { comparingSink, Divergence } from "../../src/stages/compare-sink.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { exampleRun } from "../fixtures/run.ts";

const folder = useTemporaryFolder();

test("figures of an earlier version, with all their digits, are the same; others are not", async () => {
  const run = exampleRun();
  const figures = metrics({
    split: "test",
    classes: run.data.classes,
    predictions: run.predictions,
    groupOf: new Map(),
    weights: run.metrics.weights,
    settings: { positiveClass: null, sensitivity: null, specificity: null, resamples: 20 },
    seed: 7,
  });
  const now = metricsText(figures);
  const compare = async (known: string) => {
    await writeFile(join(folder.path, files.metrics), known);
    const sink = comparingSink(folder.path);
    await sink.write(files.metrics, now);
    return sink.same;
  };
  expect(jsonText(figures)).not.toBe(now);
  expect(await compare(now)).toEqual([files.metrics]);
  expect(await compare(jsonText(figures))).toEqual([files.metrics]);
  const other = { ...figures, loss: figures.loss * (1 + 1e-7) };
  await expect(compare(jsonText(other))).rejects.toThrow(Divergence);
  await expect(compare("{")).rejects.toThrow(Divergence);
});
