import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { looseManifest } from "../../../src/run/loose-manifest.ts";
import { readSweepManifest, trialFolders } from "../../../src/sweep/read.ts";

const root = join(import.meta.dir, "../../..");

interface Measured {
  workers: number;
  trials: number;
  seconds: number;
  /** Of all trials, between the first step and the last. */
  training: number;
}

/**
 * Trials of the baseline with one worker and with one for each core, a thread each: trials an hour, and what a trial takes
 * beside its training. The images are in the cache, as they are from the second trial on.
 */
export async function benchSweep({ json, seeds }: { json: boolean; seeds: number }): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "lamina-bench-"));
  try {
    cpSync(join(root, "experiments"), join(work, "experiments"), { recursive: true });
    const cores = availableParallelism();
    const measured: Measured[] = [];
    measure(work, "warm", 1, 1);
    for (const workers of [1, cores])
      measured.push(measure(work, `w${workers}`, workers, seeds * workers));
    const rows = measured.map(tell);
    const lines = rows.map((row) =>
      Object.entries(row)
        .map(([key, value]) => `${key} ${value}`)
        .join(", "),
    );
    process.stdout.write(json ? `${JSON.stringify(rows)}\n` : `${lines.join("\n")}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function measure(work: string, name: string, workers: number, trials: number): Measured {
  writeFileSync(
    join(work, `experiments/${name}.sweep.yaml`),
    `{ experiment: baseline.yaml, vary: { seed: { seeds: ${trials} } }, run: { workers: ${workers} } }\n`,
  );
  const { exitCode, stderr } = Bun.spawnSync(
    [process.execPath, join(root, "src/exp.ts"), "sweep", name],
    { cwd: work },
  );
  if (exitCode !== 0) throw new Error(stderr.toString());
  const folder = join(work, "runs", name, "sweep-001");
  const seconds = readSweepManifest(folder).seconds!;
  const training = trialFolders(folder).reduce(
    (sum, trial) => sum + (looseManifest(trial)!.training!.seconds ?? 0),
    0,
  );
  return { workers, trials, seconds, training };
}

function tell({ workers, trials, seconds, training }: Measured) {
  return {
    workers,
    trials,
    "trials an hour": Math.round((3600 * trials) / seconds),
    "s a trial beside training": Number(((seconds * workers - training) / trials).toFixed(2)),
  };
}
