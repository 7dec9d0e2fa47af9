import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { looseManifest } from "../../../src/run/loose-manifest.ts";
import { median } from "../table.ts";
import { readSweepManifest, trialFolders } from "../../../src/sweep/read.ts";

const root = join(import.meta.dir, "../../..");

interface Measured {
  what: string;
  workers: number;
  trials: number;
  seconds: number;
  /** Of all trials, between the first step and the last. */
  training: number;
}

/**
 * Trials of the baseline with one worker, with one that is held to one core, and with one for each core, a thread of
 * TensorFlow each: trials an hour, and what a trial takes beside its training. A worker alone has other cores for what goes
 * on beside that thread; to one that is held to its core, those that share a machine can be compared. The images are in the
 * cache, as they are from the second trial on.
 */
export async function benchSweep({
  json,
  seeds,
  rounds,
}: {
  json: boolean;
  /** Trials of each worker. */
  seeds: number;
  /** Of all cases in turn; medians are told. */
  rounds: number;
}): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "lamina-bench-"));
  try {
    cpSync(join(root, "experiments"), join(work, "experiments"), { recursive: true });
    const cores = availableParallelism();
    measure(work, { what: "warm", workers: 1, trials: 1 }, 0);
    const cases = [
      { what: "alone", workers: 1, trials: seeds },
      ...(Bun.which("taskset") ? [{ what: "held", workers: 1, trials: seeds }] : []),
      { what: "all", workers: cores, trials: seeds * cores },
    ];
    const measured = Array.from({ length: rounds }, (_, round) =>
      cases.map((one) => measure(work, one, round)),
    );
    const rows = cases.map((_, index) => tell(measured.map((round) => round[index]!)));
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

function measure(
  work: string,
  { what, workers, trials }: Pick<Measured, "what" | "workers" | "trials">,
  round: number,
): Measured {
  const name = `${what}-${round}`;
  writeFileSync(
    join(work, `experiments/${name}.sweep.yaml`),
    `{ experiment: baseline.yaml, vary: { seed: { seeds: ${trials} } }, run: { workers: ${workers} } }\n`,
  );
  const { exitCode, stderr } = Bun.spawnSync(
    [
      ...(what === "held" ? ["taskset", "--cpu-list", "0"] : []),
      process.execPath,
      join(root, "src/exp.ts"),
      "sweep",
      name,
    ],
    { cwd: work },
  );
  if (exitCode !== 0) throw new Error(stderr.toString());
  const folder = join(work, "runs", name, "sweep-001");
  const seconds = readSweepManifest(folder).seconds!;
  const training = trialFolders(folder).reduce(
    (sum, trial) => sum + (looseManifest(trial)!.training!.seconds ?? 0),
    0,
  );
  return { what, workers, trials, seconds, training };
}

/** @param rounds of one case */
function tell(rounds: readonly Measured[]) {
  const { what, workers, trials } = rounds[0]!;
  const perHour = median(rounds.map(({ seconds }) => (3600 * trials) / seconds));
  const beside = median(
    rounds.map(({ seconds, training }) => (seconds * workers - training) / trials),
  );
  return {
    what,
    workers,
    trials,
    "trials an hour": Math.round(perHour),
    "s a trial beside training": Number(beside.toFixed(2)),
  };
}
