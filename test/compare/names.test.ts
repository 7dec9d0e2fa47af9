import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { keysOf, parseName, printName, splitNames } from "../../src/compare/names.ts";
import { findKey, readCondition, shortNames } from "../../src/compare/query.ts";
import { compareFigures } from "../../src/compare/results.ts";
import { figuresOf, intervalKeys } from "../../src/compare/settings.ts";
import { exampleMetrics, exampleRun } from "../fixtures/run.ts";

const hostile = [
  "a.b[0]",
  "a, b",
  "a\nb",
  "a\r\nb",
  "a\u2028b",
  "a=b",
  "x>0.5",
  '"quoted"',
  'a"]["b',
  "back\\slash",
  "__proto__",
  "constructor",
  "12",
  "",
  " ",
  " padded ",
  "left eye",
  "🐈 名前",
  "\u001b[31m",
  "groups",
  "intervals.low",
  "normalInterval",
];
const key = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary" }));
const name = fc.array(fc.oneof(key, fc.nat({ max: 99 })), { minLength: 1, maxLength: 4 });

test("a name is read back as it was, whatever its keys hold", () => {
  fc.assert(
    fc.property(name, (keys) => {
      expect(keysOf(printName(keys))).toEqual(keys);
      expect(printName(keys)).not.toMatch(/[\n\r\u2028]/);
    }),
  );
});

test("what is plain stays as it is written", () => {
  for (const plain of ["train.optimizer.adam.learningRate", "recall.left eye", "layers.0.conv"])
    expect(printName(plain.split("."))).toBe(plain);
});

test("names between commas", () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1 }), (names) => {
      const texts = names.map(printName);
      expect(splitNames(texts.join(", "))).toEqual(texts);
    }),
  );
});

test("any text is a name or none", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab.[]",\\ 0=') }), (text) => {
      const keys = parseName(text);
      if (keys) expect(parseName(printName(keys))).toEqual(keys);
    }),
  );
});

describe("figures of classes with any names", () => {
  const { predictions } = exampleRun({ classes: ["a", "b", "c"], images: 4 });
  const classes = [...hostile.slice(0, 11), "left eye"];
  const metrics = exampleMetrics(classes, []);
  const figures = new Set(figuresOf(metrics).keys());

  test("are found by their whole name, and by the plain one where that is clear", () => {
    expect(predictions).not.toHaveLength(0);
    for (const label of classes) {
      expect(findKey(printName(["recall", label]), figures)).toBe(printName(["recall", label]));
      expect(findKey(`recall.${label}`, figures)).toBe(printName(["recall", label]));
    }
    expect(findKey("recall.a.b[0]", figures)).toBe('recall["a.b[0]"]');
  });

  test("can be compared in a condition", () => {
    for (const label of classes) {
      const figure = printName(["recall", label]);
      expect(readCondition(`${figure} >= 0.5`)).toEqual({
        key: figure,
        operator: ">=",
        wanted: "0.5",
      });
    }
  });

  test("are shortened to what finds them again", () => {
    for (const [whole, short] of shortNames([...figures]))
      expect(findKey(short, figures)).toBe(whole);
  });

  test("have no interval of another figure", () => {
    for (const figure of figures)
      for (const of of intervalKeys(figure)) expect(keysOf(of)).toBeDefined();
    for (const label of classes)
      expect(
        intervalKeys(printName(["recall", label])).filter((of) => figures.has(`${of}.low`)),
      ).toEqual([]);
  });
});

test("a figure that a run has not shows no interval", () => {
  const [two, three] = [
    ["a", "b"],
    ["a", "b", "c"],
  ].map((classes) => {
    const { predictions } = exampleRun({ classes, images: 9 });
    return exampleMetrics(classes, predictions);
  });
  for (const { a, b, aInterval, bInterval } of compareFigures(two!, three!)) {
    if (a === null) expect(aInterval).toBeNull();
    if (b === null) expect(bInterval).toBeNull();
  }
  const auc = compareFigures(two!, three!).find(({ name: of }) => of === "positive.auc")!;
  expect([auc.b, auc.bInterval]).toEqual([null, null]);
  expect(auc.aInterval).not.toBeNull();
});
