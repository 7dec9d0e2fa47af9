import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RunError, UsageError } from "../../src/errors.ts";
import { messages } from "../../src/messages.ts";
import { findRun } from "../../src/run/find.ts";
import { files } from "../../src/run/layout.ts";
import { readRun } from "../../src/run/read.ts";
import { exampleRun } from "../fixtures/run.ts";
import { runTexts, writeRun } from "../fixtures/run-folder.ts";

const run = exampleRun({ classes: ["=cat", "dög", 'a "b", c'], images: 5 });
let runsDirectory: string;
let folder: string;

beforeAll(async () => {
  runsDirectory = await mkdtemp(join(tmpdir(), "lamina-runs-"));
  folder = await writeRun(run, runsDirectory);
});
afterAll(() => rm(runsDirectory, { recursive: true }));

/** Reads the run with one file changed, and puts the file back. */
async function readWith(name: string, change: (text: string) => string): Promise<unknown> {
  const file = join(folder, name);
  const text = await readFile(file, "utf8");
  await writeFile(file, change(text));
  try {
    return await readRun(folder);
  } finally {
    await writeFile(file, text);
  }
}

/** As a user in the folder `two` would. */
function find(name: string): Promise<string> {
  return findRun(name, runsDirectory, join(runsDirectory, "two"));
}

describe("readRun", () => {
  test("gives the run that was written", async () => {
    expect(await readRun(folder)).toEqual(run);
  });

  test("every file ends with a line feed", () => {
    for (const text of Object.values(runTexts(run))) expect(text).toEndWith("\n");
  });

  test.each([
    files.experiment,
    files.resolved,
    files.data,
    files.history,
    files.metrics,
    files.predictions,
    files.confusionMatrix,
  ])("says that %s is missing", async (name) => {
    const file = join(folder, name);
    const text = await readFile(file);
    await rm(file);
    try {
      await expect(readRun(folder)).rejects.toThrow(new RunError(messages.runFileMissing(file)));
    } finally {
      await writeFile(file, text);
    }
  });

  test.each([
    files.resolved,
    files.data,
    files.history,
    files.metrics,
    files.predictions,
    files.confusionMatrix,
  ])("names %s and a line when its end was lost, wherever that was", async (name) => {
    const { length } = runTexts(run)[name]!;
    for (const share of [0, 0.1, 0.33, 0.5, 0.77, 0.99]) {
      const reading = readWith(name, (text) => text.slice(0, Math.floor(length * share)).trimEnd());
      // Line 1 of an empty file, some other line otherwise.
      await expect(reading).rejects.toThrow(/ends in the middle of line [1-9]/);
      await expect(reading).rejects.toThrow(name);
    }
  });

  test("names the place of a value of the wrong kind", async () => {
    const reading = readWith(files.metrics, (text) =>
      text.replace(/"support": 5/, '"support": "5"'),
    );
    await expect(reading).rejects.toThrow(
      "metrics.json is not such a record at /classes/0/support",
    );
  });

  test("refuses a version of the format that it does not know", async () => {
    const reading = readWith(files.data, (text) =>
      text.replace('"formatVersion": 2', '"formatVersion": 3'),
    );
    await expect(reading).rejects.toThrow(
      messages.wrongFormatVersion(join(folder, files.data), 3, 2),
    );
  });

  test("holds resolved.json against the schema", async () => {
    const reading = readWith(files.resolved, (text) =>
      text.replace('"seed": 7', '"seed": "seven"'),
    );
    await expect(reading).rejects.toThrow("resolved.json is not such a record at seed");
  });

  test("finds files of different runs in one folder", async () => {
    const other = runTexts(exampleRun({ classes: ["=cat", "dog", 'a "b", c'], images: 5 }));
    const fewer = runTexts(exampleRun({ classes: run.data.classes, images: 4 }));
    const mixes = [
      [files.metrics, other, "the classes", files.data],
      [files.predictions, other, "the classes", files.data],
      [files.confusionMatrix, other, "the classes", files.data],
      [files.metrics, fewer, "the number of images", files.predictions],
      [files.confusionMatrix, fewer, "the number of images", files.predictions],
    ] as const;
    for (const [name, texts, on, second] of mixes) {
      const message = messages.filesDisagree(folder, second, name, on);
      await expect(readWith(name, () => texts[name]!)).rejects.toThrow(message);
    }
  });
});

describe("findRun", () => {
  beforeAll(async () => {
    for (const name of ["two/v009", "two/v010", "two/v1000", "two/notes", "two/v01"]) {
      await mkdir(join(runsDirectory, name), { recursive: true });
      await writeFile(join(runsDirectory, name, files.experiment), "");
    }
    await mkdir(join(runsDirectory, "empty"));
  });

  test("finds a run by its name", async () => {
    expect(await find("baseline/v003")).toBe(folder);
  });

  test("finds the latest run of an experiment, by number", async () => {
    expect(await find("two")).toBe(join(runsDirectory, "two/v1000"));
  });

  test("finds a folder by its path", async () => {
    expect(await find(folder)).toBe(folder);
    expect(await find("v009")).toBe(join(runsDirectory, "two/v009"));
  });

  test("a folder with none of a run's files is no run", async () => {
    await expect(find(join(runsDirectory, "empty"))).rejects.toThrow(UsageError);
    await expect(find("empty")).rejects.toThrow("is no run");
  });

  test.each(["../other", "..", "two/../../x", "v009/../.."])("refuses %j", async (name) => {
    await expect(find(name)).rejects.toThrow(new UsageError(messages.runLeadsOutside(name)));
  });

  test("names the nearest run there is", async () => {
    await expect(find("baselin")).rejects.toThrow('Did you mean "baseline"?');
    await expect(find("baseline/v004")).rejects.toThrow('Did you mean "baseline/v003"?');
  });
});
