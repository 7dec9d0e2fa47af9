import { expect, test } from "bun:test";
import { messages } from "../../src/sweep/messages.ts";
import { readmeText } from "../../src/sweep/readme.ts";
import { comparisons, figure, signed, spreadNote } from "../../src/sweep/words.ts";
import { exampleSweep } from "../fixtures/sweep.ts";

test("what is rounded to none has no sign", () => {
  expect([0.018, -0.0035, -2e-17, 4e-5, 0].map(signed)).toEqual([
    "+0.0180",
    "−0.0035",
    "0.0000",
    "0.0000",
    "0.0000",
  ]);
  expect([-2e-17, -0.0035, 1, null].map(figure)).toEqual(["0.0000", "−0.0035", "1.0000", "–"]);
});

test("± is explained where it stands", () => {
  const { summary: seeds } = exampleSweep({ settings: 2, keys: 1, seeds: 3, objective: false });
  expect(spreadNote(seeds)).toEqual([messages.spread()]);
  expect(readmeText(seeds, "lr/sweep-001")).toContain(messages.spread());
  expect(spreadNote(exampleSweep({ settings: 2, keys: 1 }).summary)).toEqual([]);
});

test("comparisons over seeds say what they are not, those over folds need not", () => {
  const options = { settings: 2, keys: 1, objective: false };
  const { summary: seeds } = exampleSweep({ ...options, seeds: 5 });
  expect(comparisons(seeds)).toEqual([
    expect.stringContaining("paired t-test over 5 seeds"),
    messages.ofSeeds("test"),
  ]);
  expect(comparisons(exampleSweep({ ...options, folds: 5 }).summary)).toHaveLength(1);
  expect(comparisons(exampleSweep(options).summary)).toEqual([]);
});
