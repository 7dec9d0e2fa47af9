/**
 * Many trials on a Slurm of this machine's own, with two nodes, while nodes are lost, come back and time limits are met. It has
 * to come to the bytes of `summary.json` that one worker on this machine comes to.
 * `bun test/bench/soak-slurm.ts trials [TRIALS] | time`
 *
 * trials: every so often a node is ended with all that runs on it, and started again once it is known to be lost; in the
 * middle exp sweep itself is killed, and goes on with --resume. time: two trials meet a time limit of a minute, as often as they
 * need to. Exits with 1 unless all is as it has to be. Needs Debian's slurm-wlm.
 */
import type { Subprocess } from "bun";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attemptLines } from "../../src/stages/sweep/slurm/held-trial.ts";
import { trialFolder } from "../../src/sweep/layout.ts";
import { nodes, startCluster, whyNoCluster } from "../fixtures/slurm-cluster.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

const command = join(import.meta.dir, "../../src/exp.ts");
const [kind = "trials", count = "200"] = process.argv.slice(2);
const trials = kind === "time" ? 2 : Number(count);
const cluster = await startCluster();
if (cluster === null) throw new Error(`no Slurm here: ${whyNoCluster() ?? "it does not start"}`);
const work = mkdtempSync(join(tmpdir(), "lamina-soak-"));
try {
  process.exitCode = (await soak()) ? 0 : 1;
} finally {
  await cluster.stop();
  rmSync(work, { recursive: true, force: true });
}

async function soak(): Promise<boolean> {
  const epochs = kind === "time" ? 4000 : 25;
  writeSmallExperiment(work, `{ epochs: ${epochs}, checkpoint: { everyEpochs: 5 } }`);
  writeSweep("local", "{ workers: 1 }");
  writeSweep(
    "cluster",
    `{ slurm: { partition: cpu, memory: 1G, time: ${kind === "time" ? 1 : 10} } }`,
  );
  const startedMs = performance.now();
  let child = start("cluster");
  const accidents = kind === "time" ? { lost: 0, end: () => undefined } : loseNodes();
  if (kind !== "time") {
    while (finished() < trials / 2) await Bun.sleep(500);
    child.kill("SIGKILL");
    await child.exited;
    child = start("cluster", "--resume");
  }
  const exitCode = await child.exited;
  accidents.end();
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  const localCode = await start("local").exited;
  const lines = Array.from({ length: trials }, (_, index) =>
    attemptLines(sweepOf("cluster"), trialFolder(index + 1)),
  );
  const ends = lines.flat().flatMap((line) => ("end" in line ? [line.end] : []));
  const found = {
    "exit codes": `${exitCode}, ${localCode}`,
    trials,
    seconds,
    "nodes lost": accidents.lost,
    attempts: lines.flat().filter((line) => "task" in line).length,
    "queued again at the time limit": ends.filter((end) => end === "requeued").length,
    "same summary.json": summary("cluster") === summary("local"),
  };
  process.stdout.write(
    Object.entries(found)
      .map(([name, value]) => `${name}: ${value}\n`)
      .join(""),
  );
  const isHard = kind === "time" ? found["queued again at the time limit"] > 0 : accidents.lost > 0;
  return exitCode === 0 && localCode === 0 && isHard && found["same summary.json"];
}

function writeSweep(name: string, run: string): void {
  writeFileSync(
    join(work, `experiments/${name}.sweep.yaml`),
    `experiment: small.yaml\nvary: { train.optimizer.adam.learningRate: [0.001, 0.01], seed: { seeds: ${trials / 2} } }\nobjective: { minimise: loss }\nrun: ${run}\n`,
  );
}

function start(...words: string[]): Subprocess {
  return Bun.spawn([process.execPath, command, "sweep", ...words], {
    cwd: work,
    env: cluster!.environment,
    stdout: "inherit",
    stderr: "inherit",
  });
}

function sweepOf(name: string): string {
  return join(work, "runs", name, "sweep-001");
}

function finished(): number {
  return Array.from({ length: trials }, (_, index) => index + 1).filter((trial) =>
    attemptLines(sweepOf("cluster"), trialFolder(trial)).some((line) => "end" in line),
  ).length;
}

function summary(name: string): string {
  return readFileSync(join(sweepOf(name), "summary.json"), "utf8").replace(`"${name}"`, "");
}

/** Ends one node after the other, each until Slurm has noticed. */
function loseNodes() {
  const over = new AbortController();
  const accidents = { lost: 0, end: () => over.abort() };
  const lose = async () => {
    for (let turn = 0; ; turn++) {
      const node = nodes[turn % nodes.length]!;
      await Bun.sleep(20_000);
      if (over.signal.aborted) return;
      cluster!.kill(node);
      accidents.lost += 1;
      while (!(await isDown(node))) await Bun.sleep(1000);
      cluster!.startNode(node);
    }
  };
  // The cluster is stopped at the end.
  void lose().catch(() => undefined);
  return accidents;
}

async function isDown(node: string): Promise<boolean> {
  const state = await cluster!.call("sinfo", "--noheader", `--nodes=${node}`, "--format=%T");
  return state.startsWith("down");
}
