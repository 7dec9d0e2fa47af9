import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { labels, shown } from "../../src/markup/label.ts";
import { shorten, shortenStart } from "../../src/text.ts";

const name = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme", minLength: 15 }),
);

describe("labels", () => {
  test("no two are equal", () => {
    fc.assert(
      fc.property(fc.uniqueArray(name), (names) => {
        expect(new Set(labels(names)).size).toBe(names.length);
      }),
    );
  });

  test("names that differ only where they are cut are numbered", () => {
    const names = ["1", "2", "3"].map((middle) => `aaaaaaaaaaaa${middle}bbbbbbbbbbbb`);
    expect(labels(names, 9)).toEqual(["aaaa…bbbb", "aaaa…bbbb (2)", "aaaa…bbbb (3)"]);
  });

  test("a short name stays as it is", () => {
    expect(labels(["NORMAL", "肺炎"])).toEqual(["NORMAL", "肺炎"]);
  });
});

describe("shorten", () => {
  test.each([
    ["abcdefghij", 10, "abcdefghij"],
    ["abcdefghijk", 10, "abcde…hijk"],
    ["肺炎肺炎肺炎", 8, "肺炎…炎"],
    ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 13, "👩‍👩‍👧‍👦…👩‍👩‍👧‍👦"],
  ])("%s to %i columns", (text, columns, short) => {
    expect(shorten(text, columns)).toBe(short);
  });

  test("is never wider than it may be", () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 3, max: 30 }), (text, columns) => {
        expect(Bun.stringWidth(shorten(text, columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

test("what is escaped is cut off whole", () => {
  const text = shown("\u001b[31m\u202eabc\u0007\u0007\u0007xyz");
  for (let columns = 3; columns < 60; columns++)
    for (const cut of [shorten(text, columns), shortenStart(text, columns)])
      expect(cut.replaceAll(/\\u\{[0-9a-f]+\}/g, "")).not.toMatch(/[\\{}]/);
});

describe("shown", () => {
  test("holds nothing that XML forbids", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        // oxlint-disable-next-line no-control-regex
        expect(shown(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff\u202e]|\p{Cs}/u);
      }),
    );
  });
});
