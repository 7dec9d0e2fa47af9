import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { RunError } from "../../src/errors.ts";
import { messages } from "../../src/run/messages.ts";
import { csvText, guard, parseCsv, unguard } from "../../src/run/csv.ts";

describe("csv", () => {
  test("any rows read back as they were", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", "'", "=") }),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (table) => {
        expect(parseCsv(csvText(table), "a.csv").map(({ cells }) => cells)).toEqual(table);
      }),
    );
  });

  test("only cells that need quotes have them", () => {
    expect(csvText([["a b", 'say "hi"', "a,b", "x\ny", ""]])).toBe(
      'a b,"say ""hi""","a,b","x\ny",\n',
    );
  });

  test("line ends of Windows are read", () => {
    expect(parseCsv("a,b\r\n1,2\r\n", "a.csv").map(({ cells }) => cells)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  test("rows know their line, whatever line feeds stand in cells", () => {
    expect(parseCsv('a\n"x\ny\nz"\nb\n', "a.csv").map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  test.each([
    ["", 1],
    ["a,b", 1],
    ["a,b\n1,", 2],
    ["a,b\n1,2\n3", 3],
    ['a\n"x\ny', 2],
  ])("%j is torn in line %i", (text, line) => {
    expect(() => parseCsv(text, "a.csv")).toThrow(new RunError(messages.torn("a.csv", line)));
  });

  test.each([
    ['a\n"b\n', 2],
    ['a\nb"c\n', 2],
    ['"a"b\n', 1],
  ])("%j has a quote out of place in line %i", (text, line) => {
    expect(() => parseCsv(text, "a.csv")).toThrow(messages.quoteMisplaced("a.csv", line));
  });
});

describe("guard", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"])(
    "%j does not begin a formula",
    (name) => {
      expect(guard(name)).toBe(`'${name}`);
    },
  );

  test("a name that begins nothing stays as it is", () => {
    expect(guard("data/test/a-1.png")).toBe("data/test/a-1.png");
  });

  test("is undone, for names with an apostrophe of their own too", () => {
    const names = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom("'", "=", "a") }),
    );
    fc.assert(fc.property(names, (name) => unguard(guard(name)) === name));
  });
});
