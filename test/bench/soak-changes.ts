/**
 * The cache of decoded images, a run and an experiment changed at random, in so many places each: it is refused, or
 * gives the same figures; never other figures without a word. What is the same is said in test/broken/changes.
 * `bun test/bench/soak-changes.ts [PLACES] [SEED]`
 *
 * Prints what became of them, and exits with 1 where anything was believed.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changedCaches } from "../broken/changes/caches.ts";
import { changedExperiments } from "../broken/changes/experiments.ts";
import { changedOldRuns, changedRuns } from "../broken/changes/runs.ts";

const [places, seed] = [Number(process.argv[2] ?? 5000), Number(process.argv[3] ?? 1)];
const work = mkdtempSync(join(tmpdir(), "lamina-soak-"));
const kinds = {
  caches: changedCaches,
  runs: changedRuns,
  "old runs": changedOldRuns,
  experiments: changedExperiments,
};
try {
  for (const [name, changed] of Object.entries(kinds)) {
    const folder = join(work, name);
    mkdirSync(folder);
    const startedMs = performance.now();
    const { believed, ...found } = await changed(folder, places, seed);
    const seconds = Math.round((performance.now() - startedMs) / 1000);
    const told = { ...found, believed: believed.length, seconds };
    process.stdout.write(`${name}: ${JSON.stringify(told)}\n`);
    for (const one of believed) process.stdout.write(`  ${one}\n`);
    if (believed.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
