import { expect, test } from "bun:test";
import { cases, outcomeOf } from "../fixtures/damaged-experiments.ts";

/** All of them are in test/bench/soak-experiments.ts. */
const EVERY = 41;

test("damaged experiments are refused in the damaged line, or valid", async () => {
  const some = cases().filter((_, index) => index % EVERY === 0);
  expect(some.length).toBeGreaterThan(100);
  const outcomes = [];
  for (const one of some) outcomes.push((await outcomeOf(one)).outcome);
  const refused = outcomes.filter((outcome) => outcome !== "valid");
  const inLine = refused.filter((outcome) => outcome === "told in its line");
  expect(refused.length).toBeGreaterThan(0.8 * some.length);
  expect(inLine.length / refused.length).toBeGreaterThan(0.96);
});
