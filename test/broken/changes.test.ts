import { expect, test } from "bun:test";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { changedCaches } from "./changes/caches.ts";
import { changedExperiments } from "./changes/experiments.ts";
import { changedOldRuns, changedRuns } from "./changes/runs.ts";

const folder = useTemporaryFolder();
const seed = 7;

/** As test/bench/soak-changes.ts does it in thousands of places. */
test.each([
  ["a cache", changedCaches, 20],
  ["a run", changedRuns, 40],
  ["a run of before there were seals", changedOldRuns, 40],
  ["an experiment", changedExperiments, 100],
])("%s that was changed at random is never believed", async (_, changed, count) => {
  const { believed, changes, refused, told } = await changed(folder.path, count, seed);
  expect(believed).toEqual([]);
  expect(changes).toBe(count);
  expect(refused + told).toBeGreaterThan(0);
});
