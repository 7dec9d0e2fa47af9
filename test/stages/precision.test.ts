import { beforeAll, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkExperiment } from "../../src/check.ts";
import { methodTexts } from "../../src/charts/report/method.ts";
import { listNamed } from "../../src/data/source/named.ts";
import { runExperiment } from "../../src/pipeline.ts";
import { probabilityText } from "../../src/run/text.ts";
import { messages as specMessages } from "../../src/spec/messages.ts";
import { messages } from "../../src/stages/messages.ts";
import { openModel, readModel } from "../../src/stages/open-model.ts";
import { predictFiles } from "../../src/stages/predict.ts";
import { effectsIn } from "../fixtures/effects.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

beforeAll(async () => {
  await testEngine();
}, FETCH_MS);

const folder = useTemporaryFolder();

const LAYERS =
  "model.layers=[{conv: {filters: 4, kernelSize: 3}}, relu, flatten, {dense: {units: classes}}]";

/** @param bfloat16 whether the processor has it */
async function run(precision: string, bfloat16: boolean | null, layers = [LAYERS]) {
  const warnings: string[] = [];
  const effects = effectsIn(folder.path, warnings);
  const checked = await checkExperiment({
    file: "small.yaml",
    overrides: [`engine.precision=${precision}`, ...layers],
    directory: folder.path,
  });
  const made = await runExperiment(checked, {
    ...effects,
    async startEngine({ precision: asked = "float32" }) {
      const engine = await testEngine();
      return { ...engine, bfloat16, settings: { ...engine.settings, precision: asked } };
    },
  });
  const history = readFileSync(join(made.folder.path, "history.csv"), "utf8");
  return { ...made, warnings, history };
}

test("mixed_bfloat16 trains otherwise, twice to the same bits, and what is judged is float32", async () => {
  writeSmallExperiment(folder.path, "{ epochs: 3 }");
  const mixed = await run("mixed_bfloat16", true);
  expect((await run("mixed_bfloat16", true)).history).toBe(mixed.history);
  expect((await run("float32", true)).history).not.toBe(mixed.history);
  expect(methodTexts(mixed.run)[1]).toContain("in bfloat16 (mixed precision)");

  // A model that is opened again computes in float32.
  const effects = effectsIn(folder.path);
  const model = await openModel(await readModel({ name: "run", path: mixed.folder.path }), effects);
  const files = await listNamed(["experiments/data/test"], model.resolved.data, folder.path);
  const rows = new Map<string, string[]>();
  for await (const batch of predictFiles(model, files, effects))
    for (const one of batch)
      if ("probabilities" in one)
        rows.set(one.file.absolutePath, one.probabilities.map(probabilityText));
  expect(rows.size).toBe(mixed.run.predictions.length);
  for (const { file, probabilities } of mixed.run.predictions)
    expect(rows.get(join(folder.path, "experiments/data", file))).toEqual(
      probabilities.map(probabilityText),
    );
});

test("a run says where the processor has no bfloat16", async () => {
  writeSmallExperiment(folder.path, "{ epochs: 1 }");
  const slow = messages.bfloat16Slow();
  expect((await run("mixed_bfloat16", false)).warnings).toContain(slow);
  expect((await run("mixed_bfloat16", true)).warnings).not.toContain(slow);
  expect((await run("mixed_bfloat16", null)).warnings).not.toContain(slow);
  expect((await run("float32", false)).warnings).not.toContain(slow);
});

test("a network without convolutions is told that nothing changes", async () => {
  writeSmallExperiment(folder.path, "{ epochs: 2 }");
  const mixed = await run("mixed_bfloat16", true, []);
  expect(mixed.warnings).toContain(specMessages.nothingMixed());
  expect((await run("float32", true, [])).history).toBe(mixed.history);
  expect((await run("mixed_bfloat16", true)).warnings).not.toContain(specMessages.nothingMixed());
});
