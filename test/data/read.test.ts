import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DecodedSplit } from "../../src/data/dataset.ts";
import { readImages } from "../../src/data/read.ts";
import { findImages } from "../../src/data/source/find-images.ts";
import { RunError } from "../../src/errors.ts";
import { messages } from "../../src/data/split/messages.ts";
import type { Data } from "../../src/spec/resolved.ts";
import { plainData } from "../fixtures/data-settings.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "read-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const data: Data = { ...plainData, targetSize: [1, 2] };

/** A picture of two pixels, or any other text. */
function put(file: string, content: string | [number, number]): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(
    join(folder, file),
    typeof content === "string" ? content : `P2 2 1 255 ${content.join(" ")}\n`,
  );
}

async function read(changes: Partial<Data> = {}, options = {}) {
  const settings = { ...data, ...changes };
  const { source, problems } = await findImages(settings, 1, folder);
  expect(problems).toEqual([]);
  return readImages(source, settings, options);
}

async function pixelsOf({ rows }: DecodedSplit): Promise<Uint8Array> {
  const pixels = new Uint8Array(rows.length * rows.size);
  await rows.read(
    Uint32Array.from({ length: rows.length }, (_, index) => index),
    pixels,
  );
  return pixels;
}

async function failure(changes: Partial<Data> = {}): Promise<string> {
  const error = await read(changes).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RunError);
  return (error as RunError).message;
}

describe("readImages", () => {
  test("gives pixels, labels and a record in the order of the files, without the unusable ones", async () => {
    put("train/a/1", [1, 2]);
    put("train/a/2", "no image");
    put("train/a/3", [3, 4]);
    put("train/b/4", "");
    put("train/b/5", [5, 6]);
    put("test/a/6", [7, 8]);
    put("test/b/7", [9, 10]);
    const { classes, splits, record } = await read({ test: "test" });

    expect(classes).toEqual(["a", "b"]);
    expect(splits.train).toMatchObject({
      files: ["train/a/1", "train/a/3", "train/b/5"],
      labels: Int32Array.of(0, 0, 1),
      length: 3,
      shape: [1, 2, 1],
    });
    expect(await pixelsOf(splits.train!)).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6));
    expect(splits.validation).toBeUndefined();
    expect(await pixelsOf(splits.test!)).toEqual(Uint8Array.of(7, 8, 9, 10));
    expect(record.counts).toEqual({ train: { a: 2, b: 1 }, test: { a: 1, b: 1 } });
    expect(record.images[0]).toEqual({
      split: "train",
      label: "a",
      file: "train/a/1",
      sha256: new Bun.CryptoHasher("sha256").update("P2 2 1 255 1 2\n").digest("hex"),
    });
    expect(record.images.map(({ split, label, file }) => `${split} ${label} ${file}`)).toEqual([
      "train a train/a/1",
      "train a train/a/3",
      "train b train/b/5",
      "test a test/a/6",
      "test b test/b/7",
    ]);
    expect(record.excluded.map(({ file, label, reason }) => `${file} ${label} ${reason}`)).toEqual([
      "train/a/2 a not-an-image",
      "train/b/4 b empty",
    ]);
  });

  test("gives the same again", async () => {
    for (let index = 0; index < 60; index++)
      put(`train/${index % 3}/${index}`, index % 7 === 0 ? "x" : [index, index + 1]);
    const [first, second] = [await read(), await read()];
    expect(second.record).toEqual(first.record);
    expect(await pixelsOf(second.splits.train!)).toEqual(await pixelsOf(first.splits.train!));
  });

  test("reports every file once, in order of completion", async () => {
    for (const name of ["a/1", "a/2", "b/3"]) put(`train/${name}`, [1, 2]);
    const seen: string[] = [];
    await read({}, { onProgress: (done: number, total: number) => seen.push(`${done}/${total}`) });
    expect(seen).toEqual(["1/3", "2/3", "3/3"]);
  });

  test("stops when asked", async () => {
    for (let index = 0; index < 100; index++) put(`train/${index % 2}/${index}`, [1, 2]);
    const stop = new AbortController();
    let files = 0;
    const onProgress = () => {
      files++;
      stop.abort(new Error("enough"));
    };
    await expect(read({}, { signal: stop.signal, onProgress })).rejects.toThrow("enough");
    await Bun.sleep(50);
    expect(files).toBe(1);
  });
});

describe("a run without the images it needs fails", () => {
  test("on the first mistake's whole list, when damaged files are not to be left out", async () => {
    for (let index = 0; index < 25; index++) put(`train/a/${index}`, "");
    put("train/a/good", [1, 2]);
    put("train/b/good", [1, 2]);
    const message = await failure({ damaged: "fail" });
    expect(message).toStartWith("25 files cannot be used");
    expect(message).toContain('"train/a/0" empty: ');
    expect(message).toContain("and 5 more");
  });

  test("when no image of a class is left to learn from", async () => {
    put("train/a/1", [1, 2]);
    put("train/b/1", "no image");
    expect(await failure()).toMatch(
      /^No file of class "b" in train can be used:\n {2}"train\/b\/1" not-an-image/,
    );
  });

  test("when a split to judge by is left empty", async () => {
    for (const name of ["train/a/1", "train/b/1"]) put(name, [1, 2]);
    for (const name of ["test/a/1", "test/b/1"]) put(name, "");
    expect(await failure({ test: "test" })).toStartWith("No file in test can be used:");
  });

  test("names in messages cannot steer a terminal", async () => {
    put("train/a/\u001b[31m\u009b31m\u202e", "");
    put("train/a/1", [1, 2]);
    put("train/b/1", [1, 2]);
    const message = await failure({ damaged: "fail" });
    for (const hidden of ["\u001b", "\u009b", "\u202e"]) expect(message).not.toContain(hidden);
  });
});

describe("splits are drawn over what can be used", () => {
  const split = { validation: 0.2, test: 0.2, stratify: true, group: null, folds: null, fold: 1 };
  const splitsOf = async (changes: Partial<Data["split"]> = {}) => {
    const { record, splits } = await read({
      leaks: "ignore",
      split: { ...split, ...changes } as Data["split"],
    });
    for (const [name, { files, labels }] of Object.entries(splits)) {
      const ofSplit = record.images.filter(({ split: of }) => of === name);
      expect(ofSplit.map(({ file }) => file)).toEqual(files);
      expect(ofSplit.map(({ label }) => label)).toEqual([...labels].map((label) => "ab"[label]!));
    }
    return new Map(record.images.map(({ file, split: of }) => [file, of]));
  };
  const putClasses = (groups = "") => {
    for (let index = 0; index < 40; index++)
      put(`train/${"ab"[index % 2]}/${groups && `p${index >> 2}-`}${index}.pgm`, [index, 1]);
  };

  test.each([
    ["fractions", {}],
    ["without stratify", { stratify: false }],
    ["folds", { folds: 5, fold: 2, test: 0 }],
    ["groups", { group: "^p(\\d+)" }],
  ])("files that cannot be used change nothing: %s", async (_, changes) => {
    putClasses("group");
    const before = await splitsOf(changes);
    for (let index = 40; index < 60; index++) put(`train/a/p${index >> 2}-${index}.pgm`, "damaged");
    expect(await splitsOf(changes)).toEqual(before);
  });

  test("the shares are those of usable files, though 8 of 20 of a class are damaged", async () => {
    putClasses();
    for (let index = 0; index < 16; index += 2) put(`train/a/${index}.pgm`, "");
    const counts = Map.groupBy([...(await splitsOf())], ([file, of]) => `${file[0]} ${of}`);
    expect(Object.fromEntries([...counts].map(([key, { length }]) => [key, length]))).toEqual({
      "a train": 7,
      "a validation": 3,
      "a test": 2,
      "b train": 12,
      "b validation": 4,
      "b test": 4,
    });
  });

  test("what is left of a class may be too little", async () => {
    putClasses();
    for (let index = 0; index < 36; index += 2) put(`train/a/${index}.pgm`, "");
    const message = await failure({ split });
    expect(message).toStartWith(
      'The images that can be used are too few to be split:\n  Class "a" has 2 files',
    );
    expect(message).toContain('18 files cannot be used:\n  "train/a/0.pgm" empty');
  });
});

test("a class whose images of a split are all unusable is told, however the split came about", async () => {
  for (const name of ["a/1", "a/2", "b/1", "b/2"]) put(`train/${name}`, [1, 2]);
  put("test/a/1", [3, 4]);
  put("test/b/1", "");
  put("validation/b/1", [5, 6]);
  const { warnings } = await read({ test: "test", validation: "validation" });
  expect(warnings).toEqual([
    messages.classesNotInSplit("validation", ["a"], ["a", "b"]),
    messages.classesNotInSplit("test", ["b"], ["a", "b"]),
  ]);
  for (let index = 0; index < 40; index++) put(`more/a/${index}`, [index, 1]);
  put("more/b/1", [1, 1]);
  const split = { validation: 0, test: 0.1, stratify: false, group: null, folds: null, fold: 1 };
  expect((await read({ train: "more", split })).warnings).toEqual([
    messages.classesNotInSplit("test", ["b"], ["a", "b"]),
  ]);
});

test.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
  "a file without permission is unreadable",
  async () => {
    put("train/a/1", [1, 2]);
    put("train/a/2", [1, 2]);
    put("train/b/1", [1, 2]);
    chmodSync(join(folder, "train/a/2"), 0);
    const { record } = await read();
    expect(record.excluded.map(({ reason }) => reason)).toEqual(["unreadable"]);
  },
);

test("a file that vanished or became a pipe since it was found is left out", async () => {
  for (const name of ["a/1", "a/2", "a/3", "b/1"]) put(`train/${name}`, [1, 2]);
  const { source } = await findImages(data, 1, folder);
  rmSync(join(folder, "train/a/2"));
  rmSync(join(folder, "train/a/3"));
  mkdirSync(join(folder, "train/a/3"));
  const { record } = await readImages(source, data);
  expect(record.excluded.map(({ file, reason }) => `${file} ${reason}`)).toEqual([
    "a/2 unreadable",
    "a/3 not-a-regular-file",
  ]);
});
