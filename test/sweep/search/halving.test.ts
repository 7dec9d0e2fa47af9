import { expect, test } from "bun:test";
import { isPromoted } from "../../../src/sweep/search/halving.ts";
import { golden } from "./golden.ts";

test("who goes on is whom Optuna lets go on", () => {
  for (const { eta, values, promoted } of golden.halving)
    expect(values.map((own, index) => isPromoted(eta, own, values.slice(0, index)))).toEqual(
      promoted,
    );
});

test("a trial without a figure ends, and others do not count it", () => {
  expect(isPromoted(2, null, [3])).toBe(false);
  expect(isPromoted(2, Number.NaN, [])).toBe(false);
  expect(isPromoted(2, 5, [null, Number.NaN])).toBe(true);
  expect(isPromoted(2, 5, [null, 4])).toBe(false);
});
