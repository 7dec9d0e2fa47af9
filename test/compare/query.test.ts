import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  filterRows,
  findKey,
  readCondition,
  shortNames,
  sortRows,
  varyingKeys,
} from "../../src/compare/query.ts";
import { flatten, type Plain } from "../../src/compare/settings.ts";
import { messages } from "../../src/compare/messages.ts";

const row = (values: Record<string, Plain>) => ({ values: new Map(Object.entries(values)) });
const rows = [
  row({ run: "a/v2", accuracy: 0.8, "train.epochs": 10, rate: 0.1, words: ["b", "10"] }),
  row({ run: "a/v10", accuracy: 0.9, "train.epochs": 10, rate: "auto" }),
  row({ run: "a/v9", "train.epochs": 20, validation: null }),
];
const names = (found: typeof rows) => found.map(({ values }) => values.get("run"));

describe("conditions", () => {
  test.each([
    ["accuracy>0.8", ["a/v10"]],
    ["accuracy >= 0.8", ["a/v2", "a/v10"]],
    ["accuracy<0.85", ["a/v2"]],
    ["train.epochs=10", ["a/v2", "a/v10"]],
    ["train.epochs==10.0", ["a/v2", "a/v10"]],
    ["accuracy!=0.8", ["a/v10", "a/v9"]],
    ["run=a/v9", ["a/v9"]],
    ["run<a/v2", ["a/v10"]],
    ["validation=null", ["a/v9"]],
    ["nothing=1", []],
    // One of several words, or all of them as they are printed.
    ["words=b", ["a/v2"]],
    ["words=[b, 10]", ["a/v2"]],
    ["words=1", []],
    ["words!=b", ["a/v10", "a/v9"]],
  ])("%s", (text, expected) => {
    expect(names(filterRows(rows, [readCondition(text)]))).toEqual(expected);
  });

  test("all have to be true", () => {
    const conditions = ["accuracy>0.5", "train.epochs=10", "run!=a/v2"].map(readCondition);
    expect(names(filterRows(rows, conditions))).toEqual(["a/v10"]);
  });

  test.each(["", "accuracy", ">3", "=", "a ! b"])("%j is none", (text) => {
    expect(() => readCondition(text)).toThrow(messages.badCondition(text));
  });

  test("a number is not more than a word", () => {
    expect(() => filterRows(rows, [readCondition("accuracy>high")])).toThrow(
      messages.notComparable("accuracy", 0.8, "high"),
    );
  });
});

describe("findKey", () => {
  const keys = new Set(["accuracy", "train.epochs", "model.layers[0].conv.filters", "a.x", "b.x"]);

  test.each([
    ["accuracy", "accuracy"],
    ["epochs", "train.epochs"],
    ["model.layers[0].conv.filters", "model.layers[0].conv.filters"],
    ["model.layers.0.conv.filters", "model.layers[0].conv.filters"],
    ["conv.filters", "model.layers[0].conv.filters"],
  ])("%s is %s", (given, found) => {
    expect(findKey(given, keys)).toBe(found);
  });

  test("names what a short name may be, and what a wrong one is near to", () => {
    expect(() => findKey("x", keys)).toThrow(messages.ambiguousColumn("x", ["a.x", "b.x"]));
    expect(() => findKey("epoch", keys)).toThrow(messages.unknownColumn("epoch", "train.epochs"));
    const withAreas = new Set(["accuracyInterval.low", "accuracy", "positive.auc"]);
    expect(() => findKey("acc", withAreas)).toThrow(messages.unknownColumn("acc", "accuracy"));
    expect(() => findKey("zzzzzz", keys)).toThrow(messages.unknownColumn("zzzzzz", undefined));
  });
});

describe("sortRows", () => {
  test("numbers by size, names with their numbers, what is missing last either way round", () => {
    expect(names(sortRows(rows, "accuracy", { reverse: false }))).toEqual([
      "a/v2",
      "a/v10",
      "a/v9",
    ]);
    expect(names(sortRows(rows, "accuracy", { reverse: true }))).toEqual(["a/v10", "a/v2", "a/v9"]);
    expect(names(sortRows(rows, "run", { reverse: false }))).toEqual(["a/v2", "a/v9", "a/v10"]);
  });
});

test("varyingKeys names what differs between the rows of a group, the most telling first", () => {
  const same = { a: 1 };
  const group = ({ values }: { values: ReadonlyMap<string, unknown> }) => values.get("g") as string;
  const mixed = [
    row({ ...same, g: "x", b: 1, d: 1, only: null }),
    row({ ...same, g: "x", b: 2, d: 2, only: null }),
    row({ ...same, g: "x", b: 2, d: 3 }),
    row({ ...same, g: "y", b: 5, d: 9, e: 1 }),
  ];
  expect(varyingKeys(mixed, group)).toEqual(["d", "b"]);
  expect(varyingKeys([...mixed, row({ g: "y", b: 5, d: 9 })], group)).toEqual(["d", "a", "b", "e"]);
  expect(varyingKeys([row(same)], group)).toEqual([]);
  expect(varyingKeys([], group)).toEqual([]);
});

test("shortNames cuts as far as no two become equal", () => {
  const keys = ["train.epochs", "a.size", "b.size", "size", "model.layers[3].dropout.rate"];
  expect([...shortNames(keys).values()]).toEqual([
    "epochs",
    "a.size",
    "b.size",
    "size",
    "dropout.rate",
  ]);
});

test("short names find their keys again", () => {
  const name = fc.stringMatching(/^[a-z]{1,2}(?:\.[a-z]{1,2}){0,3}$/);
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1 }), (keys) => {
      for (const [key, short] of shortNames(keys)) expect(findKey(short, new Set(keys))).toBe(key);
    }),
  );
});

test("flatten gives each value by its path", () => {
  expect(flatten({ a: { b: 1, c: [3, 3], d: {} }, e: [{ f: null }, { g: "x" }] })).toEqual(
    new Map<string, Plain>([
      ["a.b", 1],
      ["a.c", [3, 3]],
      ["e[0].f", null],
      ["e[1].g", "x"],
    ]),
  );
});
