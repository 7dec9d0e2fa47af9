import { afterAll, afterEach, beforeAll, describe, expect, test } from "bun:test";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RunError, UsageError } from "../../src/errors.ts";
import { messages } from "../../src/run/messages.ts";
import { findRun, latestVersion, runName } from "../../src/run/find.ts";
import { files, type Metrics, type Run } from "../../src/layout.ts";
import { jsonText } from "../../src/json-text.ts";
import { manifestText } from "../../src/run/manifest-text.ts";
import { readRun } from "../../src/run/read.ts";
import { sealsOf } from "../../src/run/seals.ts";
import { historyText, predictionsText } from "../../src/run/text.ts";
import { resolvedText } from "../../src/spec/resolve.ts";
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

test("the figures of a run that did not note its epoch are worked out", async () => {
  const read = (await readWith(
    files.metrics,
    edited((record) => ({
      ...record,
      weights: { use: "last", epoch: null },
      kappa: null,
      topAccuracy: [],
    })),
  )) as Run;
  expect(read.metrics).toEqual({ ...run.metrics, weights: { use: "last", epoch: null } });
});

/** A JSON file with its record changed. */
function edited(change: (record: Metrics) => object) {
  return (text: string) => `${JSON.stringify(change(JSON.parse(text) as Metrics))}\n`;
}

test("records that have lost the number of their format are what they were", async () => {
  for (const name of [files.metrics, files.data]) {
    const unnumbered = (text: string) => text.replace('"formatVersion": 2', '"formatVersion": 1');
    expect(await readWith(name, unnumbered)).toEqual(run);
  }
});

describe("a run whose figures do not follow from its predictions", () => {
  const { metrics, predictions, history } = run;
  const { accuracy, classes, intervals, loss, macro } = metrics;
  const turned = { low: 2, high: 1 };
  const near = Number((loss * (1 + 1e-8)).toPrecision(10));
  const ofDog = (scores: object) =>
    classes.map((one, index) => (index === 1 ? { ...one, ...scores } : one));
  const off = (name: string, stored: unknown, now: unknown) =>
    messages.figureDiffers(name, stored, now);

  test.each<[on: string, change: object]>([
    [off("accuracy", 7, accuracy), { accuracy: 7 }],
    [off("loss", near, loss), { loss: near }],
    [`macro.${off("auc", null, macro.auc)}`, { macro: { ...macro, auc: null } }],
    [
      `classes.dög.${off("recall", 0.99, classes[1]!.recall)}`,
      { classes: ofDog({ recall: 0.99 }) },
    ],
    [`classes.dög.${off("support", 4, 5)}`, { classes: ofDog({ support: 4 }) }],
    ["topAccuracy", { topAccuracy: [] }],
    [off("resampled", "groups", "images"), { resampled: "groups" }],
    ["intervals.loss", { intervals: { ...intervals, loss: turned } }],
    ["intervals.kappa", { intervals: { kappa: { low: -2, high: 0 } } }],
    ["accuracyInterval", { accuracyInterval: { low: 0.5, high: 1.1 } }],
    ["classes.dög.intervals.f1", { classes: ofDog({ intervals: { f1: turned } }) }],
  ])("is refused by its name: %s", async (on, change) => {
    const reading = readWith(
      files.metrics,
      edited((record) => ({ ...record, ...change })),
    );
    const told = messages.filesDisagree(folder, files.predictions, files.metrics, on);
    await expect(reading).rejects.toThrow(new RunError(told));
  });

  const { split: _, ...matrix } = run.confusionMatrix;
  const [first, second] = predictions as [(typeof predictions)[0], (typeof predictions)[0]];
  const predicted = (changed: typeof predictions) => () =>
    predictionsText(run.data.classes, changed);
  test.each<[first: string, second: string, on: string, name: string, change: () => string]>([
    [
      files.metrics,
      files.confusionMatrix,
      "what split was evaluated",
      files.confusionMatrix,
      () => jsonText({ ...matrix, split: "validation" }),
    ],
    [
      files.predictions,
      files.confusionMatrix,
      "the counts",
      files.confusionMatrix,
      () => jsonText({ ...run.confusionMatrix, counts: matrix.counts.toReversed() }),
    ],
    [
      files.data,
      files.predictions,
      "the images that were evaluated",
      files.predictions,
      predicted(predictions.with(0, { ...first, file: "else.png" })),
    ],
    [
      files.data,
      files.predictions,
      "the images that were evaluated",
      files.predictions,
      predicted(predictions.with(0, { ...first, actual: "dög" })),
    ],
    [
      files.data,
      files.predictions,
      "the images that were evaluated",
      files.predictions,
      predicted(predictions.with(1, first)),
    ],
    [
      files.predictions,
      files.predictions,
      `what was predicted of ${second.file}`,
      files.predictions,
      predicted(predictions.with(1, { ...second, probabilities: [0.4, 0.3, 0.1] })),
    ],
    [
      files.predictions,
      files.predictions,
      `what was predicted of ${first.file}`,
      files.predictions,
      predicted(
        predictions.with(0, {
          ...first,
          predicted: run.data.classes.find((name) => name !== first.predicted)!,
        }),
      ),
    ],
    [
      files.history,
      files.metrics,
      "the epochs",
      files.history,
      () => historyText({ ...history, epochs: history.epochs.slice(0, -1) }),
    ],
    [
      files.history,
      files.resolved,
      "the epochs",
      files.resolved,
      () => resolvedText({ ...run.resolved, train: { ...run.resolved.train, epochs: 11 } }),
    ],
  ])("%s and %s disagree on %s", async (one, other, on, name, change) => {
    const told = messages.filesDisagree(folder, one, other, on);
    await expect(readWith(name, change)).rejects.toThrow(new RunError(told));
  });
});

describe("a finished run whose files are not what they were", () => {
  async function finish(): Promise<void> {
    const text = manifestText({ status: "completed", files: await sealsOf(folder) });
    await writeFile(join(folder, files.manifest), text);
  }
  afterEach(() => rm(join(folder, files.manifest), { force: true }));

  test("is refused by their names, whatever they say", async () => {
    await finish();
    expect(await readRun(folder)).toEqual(run);
    for (const [name, before, after] of [
      [files.experiment, "seed: 7", "seed: 8"],
      [files.request, "baseline.yaml", "other.yaml"],
      [files.resolved, '"rate": 0.5', '"rate": 0.4'],
      [files.data, '"data/train/.DS_Store"', ""],
      [files.history, "1,0.", "1,1."],
      [files.metrics, '"epoch": 10', '"epoch": 9'],
      [files.predictions, "0001.png", "000.png"],
      [files.confusionMatrix, "{\n", "{ \n"],
    ] as const) {
      const told = messages.changedSince(join(folder, name));
      const change = (text: string) => {
        expect(text).toContain(before);
        return text.replace(before, after);
      };
      await expect(readWith(name, change)).rejects.toThrow(new RunError(told));
    }
    await rm(join(folder, files.request));
    await expect(readRun(folder)).rejects.toThrow(
      new RunError(messages.runFileMissing(join(folder, files.request))),
    );
    await writeFile(join(folder, files.request), jsonText(run.request!));
    const turned = (text: string) => text.replace('"completed"', '"failed"');
    await expect(readWith(files.manifest, turned)).rejects.toThrow(
      new RunError(messages.manifestChanged(join(folder, files.manifest))),
    );
  });

  test("is read all the same where git has made other line ends", async () => {
    await finish();
    const names = [...Object.keys(runTexts(run)), files.manifest];
    const turn = async (from: string, to: string) => {
      for (const name of names) {
        const text = await readFile(join(folder, name), "utf8");
        await writeFile(join(folder, name), text.replaceAll(from, to));
      }
    };
    await turn("\n", "\r\n");
    try {
      const { experimentText, ...read } = await readRun(folder);
      expect(experimentText).toContain("\r\n");
      expect({ ...read, experimentText: run.experimentText }).toEqual(run);
    } finally {
      await turn("\r\n", "\n");
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
