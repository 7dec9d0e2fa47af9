import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readme } from "../../src/charts/readme.ts";
import { cautions } from "../../src/evaluate/cautions.ts";
import { files } from "../../src/layout.ts";
import { isReadmeOurs, README_MARK } from "../../src/run/readme.ts";
import { contentsOf } from "../../src/run/remove.ts";
import { drawRun } from "../../src/stages/draw-run.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeRun } from "../fixtures/run-folder.ts";
import { exampleRun } from "../fixtures/run.ts";
import { repeat, runOf } from "../fixtures/run-of.ts";

const folder = useTemporaryFolder();

test("tells the accuracy, what it cannot tell, every chart, and leads to files that are there", async () => {
  const run = exampleRun();
  const path = await writeRun(run, folder.path);
  const { drawn } = await drawRun(path, []);
  const text = drawn.get(files.readme) as string;
  expect(text).toStartWith(`${README_MARK}\n\n# baseline: test accuracy 0.900\n`);
  expect(text).toContain("95 % interval 0.826 to 0.945, on 100 images.");
  const links = [...text.matchAll(/(!?)\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)/g)];
  const pictures = links.flatMap(([, isPicture, , target]) => (isPicture === "!" ? target! : []));
  expect(pictures).toEqual([...drawn.keys()].filter((name) => name.endsWith(".svg")));
  for (const [, isPicture, words, target] of links) {
    if (isPicture === "!") expect(words).toMatch(/\d/);
    // A fixture has no manifest.
    else if (target !== files.manifest) expect(existsSync(join(path, target!))).toBe(true);
  }
  const few = runOf(repeat(3, "a", "b"));
  expect(cautions(few).length).toBeGreaterThan(1);
  expect(readme(few, []).match(/^> /gm)).toHaveLength(cautions(few).length);
});

test("names are no Markdown", () => {
  const name = "](http://192.0.2.1) <img src=x> @someone `code` | *b*\n# c";
  const run = { ...exampleRun({ classes: [name, "b"] }), name };
  const text = readme(run, [{ name: "roc", description: `Area of ${name}` }]);
  expect(text).toContain("![Area of \\](http");
  expect(text).not.toMatch(/[^\\](?:<img|\](?:\(http)|`code|\| \*)|@someone|^# c/m);
});

test("one of the user's own stays as it is, drawn again or removed", async () => {
  const path = await writeRun(exampleRun(), folder.path);
  const file = join(path, files.readme);
  const states = () => [isReadmeOurs(path), contentsOf(path).own.includes(files.readme)];
  await writeFile(file, "# My notes\n");
  expect(states()).toEqual([false, false]);
  expect((await drawRun(path, [])).drawn.has(files.readme)).toBe(false);
  await writeFile(file, readme(exampleRun(), []));
  expect(states()).toEqual([true, true]);
  await rm(file);
  expect(states()).toEqual([true, false]);
  await symlink(join(path, files.experiment), file);
  expect(states()).toEqual([false, false]);
  await rm(file);
  await mkdir(file);
  expect(states()).toEqual([false, false]);
});
