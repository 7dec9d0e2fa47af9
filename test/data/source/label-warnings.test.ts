import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { labelWarnings, spelling, withMeant } from "../../../src/data/source/label-warnings.ts";
import { messages } from "../../../src/data/source/messages.ts";

const warningsOf = (classes: readonly string[], images = 10) =>
  labelWarnings(
    classes,
    classes.map(() => images),
  );

describe("one class in several spellings", () => {
  test.each([
    ["Benign", "benign"],
    ["straße ", "STRASSE".replace("SS", "ß")],
    ["left  eye", "left_eye"],
    ["left-eye", "Left eye"],
    ["ﬁbrosis", "fibrosis"],
    ["7", "07"],
    ["7", "7.0"],
    ["1e3", "1000"],
    ["-0", "0"],
    ["１", "1"],
  ])("%j and %j", (one, other) => {
    expect(spelling(one)).toBe(spelling(other));
    const counted = [one, other].map((label) => ({ label, images: 10 }));
    expect(warningsOf([one, "x", other])).toEqual([messages.spellings([counted])]);
    expect(withMeant([other, "y"], [one, "x"])).toEqual([
      { label: other, meant: one },
      { label: "y", meant: undefined },
    ]);
  });

  test.each([
    ["a", "b"],
    ["1", "10"],
    ["v1", "v1.0"],
    ["C", "C+"],
    ["résumé", "resume"],
  ])("but not %j and %j", (one, other) => {
    expect(warningsOf([one, other])).toEqual([]);
  });

  test("a label is a spelling of itself, whatever surrounds it", () => {
    fc.assert(
      fc.property(fc.string(), (label) => {
        expect(spelling(` ${label}\t`)).toBe(spelling(label));
      }),
    );
  });
});

const many = (of: (index: number) => string) => Array.from({ length: 30 }, (_, at) => of(at));
const sentences = [
  "The left upper lobe shows an opacity of unknown origin, follow up in six weeks",
];

describe("labels that are no classes, a sentence for all", () => {
  test.each([
    ["quantities", many((at) => String(at * 0.5)), 10],
    ["quantities", many(String), 1],
    ["names of images", many((at) => `scan ${at}`), 1],
    ["lists", ["cat", "dog", "cat|dog", "dog|fish", "fish|cat"], 10],
    ["lists", ["a, b", "b, c", "a, c"], 10],
    ["sentences", [...sentences, `${sentences[0]} again`, "none"], 10],
  ] as const)("%s", (kind, classes, images) => {
    expect(warningsOf(classes, images)).toEqual([messages.labelsAre(kind, classes)]);
  });

  test.each([
    ["digits", many(String), 10],
    ["few quantities", ["0.5", "1.5"], 1],
    ["names", many((at) => `species ${at}`), 10],
    ["a word with a plus", ["HER2+", "HER2-", "C, other"], 10],
    ["two words that are one class", ["salt & pepper", "salt", "sugar"], 10],
  ] as const)("but not %s", (_, classes, images) => {
    expect(warningsOf(classes, images)).toEqual([]);
  });
});
