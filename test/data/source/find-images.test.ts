import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { findImages } from "../../../src/data/source/find-images.ts";
import { messages as sourceMessages } from "../../../src/data/source/messages.ts";
import { messages } from "../../../src/data/split/messages.ts";
import { plainData } from "../../fixtures/data-settings.ts";
import { useImageTree } from "../../fixtures/image-tree.ts";

const tree = useImageTree();
const { put, find, complaints } = tree;

function putClass(name: string, count: number): void {
  put(...Array.from({ length: count }, (_, index) => `train/${name}/${index}.png`));
}

function counts(files: { split: string; label: number }[]) {
  return Object.fromEntries(
    Map.groupBy(files, (file) => `${file.split} ${file.label}`)
      .entries()
      .map(([key, group]) => [key, group.length]),
  );
}

test("paths outside the experiment's folder", async () => {
  put("data/a/1", "data/b/1");
  const { source } = await findImages(
    { ...plainData, train: "../data" },
    1,
    join(tree.path, "experiments"),
  );
  expect(source.files.map(({ file }) => file)).toEqual(["a/1", "b/1"]);
});

test("one folder for two splits", async () => {
  put("train/a/1", "train/b/1");
  expect(await complaints({ test: "./train/" })).toEqual([
    ["data.test", sourceMessages.sameFolder("test", "train")],
  ]);
});

test("every mistake is named at once", async () => {
  put("train/a/1");
  expect((await complaints({ validation: "no", test: "neither" })).map(([path]) => path)).toEqual([
    "data.train",
    "data.validation",
    "data.test",
  ]);
});

const split = { validation: 0.2, test: 0.1, stratify: true, group: null, folds: null, fold: 1 };

async function filesOfFirstClass() {
  const { source } = await find({ split });
  return source.files.filter(({ label }) => label === 0);
}

describe("groups that keep nothing together are told", () => {
  const grouped = { ...split, group: "^p(\\d+)" };
  const found = async () => (await find({ split: grouped })).source.warnings;

  test("each image a group of its own", async () => {
    put(...Array.from({ length: 20 }, (_, index) => `train/${index % 2}/p${10 + index}.png`));
    expect(await found()).toEqual([sourceMessages.groupsOfOne(["10", "11"], 20)]);
  });

  test("one group with nearly all images", async () => {
    put(...Array.from({ length: 40 }, (_, index) => `train/${index % 2}/p1_${index}.png`));
    put("train/0/p2.png", "train/0/p3.png", "train/1/p4.png", "train/1/p5.png");
    expect(await found()).toEqual([sourceMessages.groupOfNearlyAll("1", 40, 44)]);
  });

  test("and no others", async () => {
    put(...Array.from({ length: 40 }, (_, index) => `train/${index % 2}/p${index >> 2}_${index}`));
    expect(await found()).toEqual([]);
  });
});

describe("splits taken out of train", () => {
  test("keep the share of each class", async () => {
    putClass("a", 30);
    putClass("b", 10);
    const { source, problems } = await find({ split });
    expect(problems).toEqual([]);
    expect(counts(source.files)).toEqual({
      "train 0": 21,
      "validation 0": 6,
      "test 0": 3,
      "train 1": 7,
      "validation 1": 2,
      "test 1": 1,
    });
  });

  test("stay as they are when another class grows", async () => {
    putClass("a", 30);
    putClass("b", 10);
    const before = await filesOfFirstClass();
    putClass("b", 25);
    expect(await filesOfFirstClass()).toEqual(before);
  });

  test("without stratify only the sum is kept", async () => {
    putClass("a", 30);
    putClass("b", 10);
    const { source } = await find({ split: { ...split, stratify: false } });
    expect(source.files.filter((file) => file.split === "test")).toHaveLength(4);
    expect(source.files.filter((file) => file.split === "validation")).toHaveLength(8);
  });

  test("need enough images of each class", async () => {
    putClass("a", 30);
    putClass("b", 2);
    expect(await complaints({ split })).toEqual([
      ["data.split", messages.tooFewToSplit("b", 2, 3)],
    ]);
  });

  test("into no more folds than a class has images, or groups", async () => {
    putClass("a", 10);
    putClass("b", 8);
    const folds = (count: number, more: object = {}) =>
      complaints({ split: { ...split, validation: 0, test: 0, folds: count, ...more } });
    expect(await folds(10)).toEqual([]);
    expect(await folds(11)).toEqual([
      ["data.split.folds", messages.tooManyFolds(11, 10, "image", true)],
    ]);
    expect(await folds(18, { stratify: false })).toEqual([]);
    expect(await folds(9, { group: "^(.)" })).toEqual([]);
    expect((await folds(11, { group: "^(.)" }))[0]).toEqual([
      "data.split.folds",
      messages.tooManyFolds(11, 10, "group", true),
    ]);
  });

  test("cannot take everything, nor what a folder gives", async () => {
    putClass("a", 5);
    putClass("b", 5);
    put("test/a/1", "test/b/1");
    expect(
      await complaints({
        split: { ...split, validation: 0.5, test: 0.5 },
      }),
    ).toEqual([["data.split", messages.splitLeavesNothing(0.5, 0.5)]]);
    expect(await complaints({ split, test: "test" })).toEqual([
      ["data.split.test", messages.splitGivenTwice("test")],
    ]);
  });
});

test("listing loads no decoder", () => {
  const program = `
    const { findImages } = await import(${JSON.stringify(join(import.meta.dir, "../../../src/data/source/find-images.ts"))});
    console.log(typeof findImages, Object.keys(require.cache).some((path) => path.includes("node_modules")));`;
  const { stdout } = Bun.spawnSync([process.execPath, "-e", program]);
  expect(stdout.toString().trim()).toBe("function false");
});
