import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { modelCard } from "../../src/charts/model-card.ts";
import { modelNames } from "../../src/model/save.ts";
import { cautions } from "../../src/evaluate/cautions.ts";
import { files, MODEL_CARD } from "../../src/layout.ts";
import { SEAL_FILE } from "../../src/run/belongings.ts";
import { README_MARK } from "../../src/run/readme.ts";
import { contentsOf } from "../../src/run/remove.ts";
import { sealsOf, textSeal } from "../../src/run/seals.ts";
import { drawRun } from "../../src/stages/draw-run.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeRun } from "../fixtures/run-folder.ts";
import { exampleRun } from "../fixtures/run.ts";
import { repeat, runOf } from "../fixtures/run-of.ts";

const folder = useTemporaryFolder();
const seal = "0".repeat(64);

test("tells the figures with their intervals, the images, the recipe and what it is not for", () => {
  const run = exampleRun();
  const text = modelCard(run, seal);
  expect(text).toStartWith(`${README_MARK}\n\n# Model card: baseline\n`);
  expect(text).toContain(
    "On 100 test images it is right in 90.0 % (95 % interval 82.6 % to 94.5 %)",
  );
  expect(text).toContain("| Accuracy | 0.900 | 0.826 to 0.945 |");
  expect(text).toContain("not a medical device");
  expect(text).toContain(`Seed ${run.resolved.seed}.`);
  expect(text).toContain("exp export baseline --to onnx\n");
  expect(text.trimEnd()).toEndWith(`\`${seal}\``);
  const few = runOf(repeat(3, "a", "b"));
  expect(modelCard(few, seal).match(/^> /gm)).toHaveLength(cautions(few).length);
});

test("names the classes that are taken for one another, the groups, and the surest mistakes", () => {
  const run = runOf(
    [
      ...repeat(6, "a", "b"),
      ...repeat(1, "a", "c"),
      ...repeat(3, "a", "a"),
      ...repeat(2, "c", "b"),
      ...repeat(8, "b", "b"),
    ],
    ["a", "b", "c"],
  );
  run.data.images = run.predictions.map(({ file, actual }, index) => ({
    split: "test",
    label: actual,
    file,
    sha256: seal,
    group: index < 5 ? "patient 1" : `other ${index}`,
  }));
  const text = modelCard(run, seal);
  const failures = text.slice(text.indexOf("## Where it fails"), text.indexOf("## How to use"));
  expect(failures).toContain("  - a taken for b: 6 of 10 (60.0 %)\n  - c taken for b: 2 of 2");
  expect(failures).toContain(
    "Of these classes least is found:\n  - c: 0.0 % of 2 images\n  - a: 30.0 %",
  );
  expect(failures).toContain("Groups with most mistakes:\n  - patient 1: 5 of 5\n");
  expect(failures).toMatch(/surest where it was wrong:\n {2}- .*: b at \d/);
  const right = modelCard(runOf([...repeat(3, "a", "a"), ...repeat(3, "b", "b")]), seal);
  expect(right).toContain("makes no mistake on the 6");
});

test("names are no Markdown, and no command", () => {
  const name = "](http://192.0.2.1) <img src=x> @someone ```\n# c | d";
  const run = { ...exampleRun({ classes: [name, "b"] }), name: "`; rm -r ~ `" };
  const text = modelCard(run, seal);
  expect(text).not.toMatch(/[^\\](?:<img|\](?:\(http)|\| d)|@someone|^# c/m);
  expect(text).toContain("exp export RUN --to onnx\n");
  expect(text.match(/^```/gm)).toHaveLength(4);
});

test("is drawn where the model is, with the report, and never over the user's own", async () => {
  const run = exampleRun();
  run.resolved.evaluate.charts = ["loss"];
  const path = await writeRun(run, folder.path);
  const drawn = async () => (await drawRun(path, [])).drawn;
  expect((await drawn()).has(MODEL_CARD)).toBe(false);
  await mkdir(join(path, files.model));
  // A folder of the user's.
  expect((await drawn()).has(MODEL_CARD)).toBe(false);
  await writeFile(join(path, files.model, modelNames.topology), "{}");
  const own = textSeal(await sealsOf(path));
  await writeFile(join(path, files.model, SEAL_FILE), `${own}\n`);
  const card = (await drawn()).get(MODEL_CARD) as string;
  expect(card).toBe(modelCard(run, own));
  await writeFile(join(path, MODEL_CARD), card);
  expect(contentsOf(path).own).toContain(MODEL_CARD);
  expect((await drawn()).get(MODEL_CARD)).toBe(card);
  // Of another run's model it would tell what is not true.
  await writeFile(join(path, files.model, SEAL_FILE), `${seal}\n`);
  expect((await drawn()).has(MODEL_CARD)).toBe(false);
  await rm(join(path, files.model, SEAL_FILE));
  await writeFile(join(path, MODEL_CARD), "# My words\n");
  expect((await drawn()).has(MODEL_CARD)).toBe(false);
  expect(contentsOf(path).others).toContain(MODEL_CARD);
  expect(
    existsSync(join(path, MODEL_CARD)) && (await readFile(join(path, MODEL_CARD), "utf8")),
  ).toBe("# My words\n");
});
