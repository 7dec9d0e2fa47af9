import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RunError, UsageError } from "../../src/errors.ts";
import { messages } from "../../src/run/messages.ts";
import { findRun, latestVersion, runName } from "../../src/run/find.ts";
import { files, type Metrics, type Run } from "../../src/layout.ts";
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

describe("a run whose files contradict each other", () => {
  const { data } = run;
  const disagreement = async (name: string, change: (text: string) => string, on: string) => {
    const error = await readWith(name, change).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RunError);
    expect((error as Error).message).toContain(on);
  };
  const matrix = (change: (counts: number[][]) => void) => (text: string) => {
    const record = JSON.parse(text) as { counts: number[][] };
    change(record.counts);
    return `${JSON.stringify(record)}\n`;
  };
  const classes = (first: string, second: string) =>
    messages.filesDisagree(folder, first, second, "the classes");

  test("has a matrix that is not square, of the right classes and the right sum", async () => {
    const told = classes(files.data, files.confusionMatrix);
    await disagreement(
      files.confusionMatrix,
      matrix((counts) => counts.push([0, 0, 0])),
      told,
    );
    await disagreement(
      files.confusionMatrix,
      matrix((counts) => counts[1]!.push(0)),
      told,
    );
  });

  test("has a matrix of other classes, or of the same in another order", async () => {
    const told = classes(files.data, files.confusionMatrix);
    const [first, second] = data.classes.map((name) => JSON.stringify(name)) as [string, string];
    await disagreement(files.confusionMatrix, (text) => text.replace(first, '"else"'), told);
    const turned = (text: string) => text.replace(`${first}, ${second}`, `${second}, ${first}`);
    await disagreement(files.confusionMatrix, turned, told);
  });

  test("predicts a class that there is none of, or has an image of one", async () => {
    const told = classes(files.data, files.predictions);
    const [header, row] = runTexts(run)[files.predictions]!.split("\n") as [string, string];
    expect(header).toStartWith("file,actual,predicted");
    const [file, actual, predicted, ...rest] = row.split(",") as [string, string, string];
    for (const [one, other] of [
      ["else", predicted],
      [actual, "else"],
    ])
      await disagreement(
        files.predictions,
        (text) => text.replace(row, [file, one, other, ...rest].join(",")),
        told,
      );
  });

  test("names no list of images, or one that is elsewhere", async () => {
    const told = messages.wrongRecord(join(folder, files.data), "/list", "must name a list");
    for (const list of [
      undefined,
      "../../secret.csv",
      "../images/../../0a.csv",
      "/images/0a.csv",
    ]) {
      const change = (text: string) => {
        const { images: _, ...record } = JSON.parse(text) as { images: unknown };
        return `${JSON.stringify({ ...record, list })}\n`;
      };
      await disagreement(files.data, change, told);
    }
  });
});

test("the figures of a run that did not note its epoch are worked out, those of others are as they stand", async () => {
  const change = (epoch: number | null) => (text: string) => {
    const record = JSON.parse(text) as Metrics;
    return `${JSON.stringify({ ...record, accuracy: 0.125, weights: { use: "last", epoch } })}\n`;
  };
  const noted = (await readWith(files.metrics, change(3))) as Run;
  expect(noted.metrics).toEqual({
    ...run.metrics,
    accuracy: 0.125,
    weights: { use: "last", epoch: 3 },
  });
  const old = (await readWith(files.metrics, change(null))) as Run;
  expect(old.metrics).toEqual({ ...run.metrics, weights: { use: "last", epoch: null } });
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
    await expect(find("empty")).rejects.toThrow(new UsageError(messages.notARun("../empty")));
    const empty = join(runsDirectory, "empty");
    await expect(findRun(empty, runsDirectory, empty)).rejects.toThrow(
      new UsageError(messages.notARun(empty)),
    );
  });

  test.each(["../other", "..", "two/../../x", "v009/../.."])("refuses %j", async (name) => {
    await expect(find(name)).rejects.toThrow(new UsageError(messages.runLeadsOutside(name)));
  });

  test("passes over what git left of a run, and names it where it is asked for", async () => {
    await mkdir(join(runsDirectory, "left/v001"), { recursive: true });
    await writeFile(join(runsDirectory, "left/v001", files.experiment), "");
    await mkdir(join(runsDirectory, "left/v002/model"), { recursive: true });
    await mkdir(join(runsDirectory, "left/draft/model"), { recursive: true });
    try {
      expect(await find("left")).toBe(join(runsDirectory, "left/v001"));
      await expect(find("left/v002")).rejects.toThrow(
        new UsageError(messages.runIsResidue("../left/v002")),
      );
      const residue = join(runsDirectory, "left/v002");
      await expect(findRun(residue, runsDirectory, residue)).rejects.toThrow(
        new UsageError(messages.runIsResidue(residue)),
      );
      // It has no number, so it is whatever the user says it is.
      expect(await find("left/draft")).toBe(join(runsDirectory, "left/draft"));
    } finally {
      await rm(join(runsDirectory, "left"), { recursive: true });
    }
  });

  test("names the nearest run there is", async () => {
    await expect(find("baselin")).rejects.toThrow('Did you mean "baseline"?');
    await expect(find("baseline/v004")).rejects.toThrow('Did you mean "baseline/v003"?');
  });
});

test("a run is called by its folder among the runs, or by where it is", () => {
  expect(runName("/p/runs/a/v001", "/p/runs", "/p")).toBe("a/v001");
  expect(runName("/p/else/a/v001", "/p/runs", "/p")).toBe("else/a/v001");
  expect(runName("/p/..runs/a", "/p", "/q")).toBe("..runs/a");
  expect(runName("/p", "/p/runs", "/q")).toBe("../p");
});

test("the latest of some names is the highest number, whatever else is there", () => {
  expect(latestVersion(["v999", "v1000", "v010", "notes", "v01"])).toBe("v1000");
  expect(latestVersion(["notes"])).toBeUndefined();
});
