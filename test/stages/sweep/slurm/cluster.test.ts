import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attemptLines } from "../../../../src/stages/sweep/slurm/held-trial.ts";
import { lastBegin } from "../../../../src/sweep/slurm/attempt-lines.ts";
import { trialFolder } from "../../../../src/sweep/layout.ts";
import { startCluster, whyNoCluster } from "../../../fixtures/slurm-cluster.ts";
import { writeSmallExperiment } from "../../../fixtures/small-experiment.ts";

const TRIALS = 4;
const cluster = await startCluster();
const title = `a sweep on Slurm${cluster === null ? ` (${whyNoCluster() ?? "which does not start here"})` : ""}`;
afterAll(() => cluster?.stop());

describe.skipIf(cluster === null)(title, () => {
  let folder = "";

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "lamina-slurm-"));
    writeSmallExperiment(folder, "{ epochs: 400, checkpoint: { everyEpochs: 5 } }");
    const sweep = (name: string, run: string) =>
      writeFileSync(
        join(folder, "experiments", `${name}.sweep.yaml`),
        `experiment: small.yaml\nvary: { seed: { seeds: ${TRIALS} } }\nrun: ${run}\n`,
      );
    sweep("local", "{ workers: 1 }");
    sweep("cluster", "{ slurm: { partition: cpu, memory: 1G, time: 10 } }");
    sweep("nowhere", "{ slurm: { partition: nowhere } }");
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const start = (...words: string[]) =>
    Bun.spawn([process.execPath, join(import.meta.dir, "../../../../src/exp.ts"), ...words], {
      cwd: folder,
      env: cluster!.environment,
      stdout: "pipe",
      stderr: "pipe",
    });
  const summary = (name: string) =>
    readFileSync(join(folder, "runs", name, "sweep-001/summary.json"), "utf8").replace(
      `"${name}"`,
      '"x"',
    );

  test("comes to the same bytes as on this machine, though a node is lost, and a task is told that its time is over", async () => {
    const local = start("sweep", "local");
    const child = start("sweep", "cluster", "--json");
    const sweep = join(folder, "runs/cluster/sweep-001");
    const running = await someRunning(sweep);
    const lost = running.find(({ node }) => node === "n1") ?? running[0]!;
    const other = running.find(({ node }) => node !== lost.node)!;
    // At once: its task goes on meanwhile, and must not be over by then.
    await cluster!.call("scancel", "--signal=USR1", "--batch", other.task);
    cluster!.kill(lost.node);
    // What slurmctld sees by itself after SlurmdTimeout.
    await cluster!.call("scontrol", "update", `nodename=${lost.node}`, "state=down", "reason=test");
    expect(await child.exited).toBe(0);
    expect(await local.exited).toBe(0);
    expect(summary("cluster")).toBe(summary("local"));
    expect(readdirSync(join(sweep, "trials")).toSorted()).toEqual(
      readdirSync(join(folder, "runs/local/sweep-001/trials")).toSorted(),
    );
    const ends = (trial: number) =>
      attemptLines(sweep, trialFolder(trial)).map((line) => ("end" in line ? line.end : "begun"));
    expect(ends(lost.trial)).toEqual(["begun", "begun", "completed"]);
    expect(ends(other.trial)).toEqual(["begun", "requeued", "begun", "completed"]);
  }, 240_000);

  test("tells in a line what Slurm refuses", async () => {
    const child = start("sweep", "nowhere");
    expect(await child.exited).toBe(1);
    expect(await new Response(child.stderr).text()).toContain(
      "Slurm takes no such job: invalid partition specified: nowhere; Invalid partition name specified",
    );
  }, 120_000);
});

/** Trials on both nodes that have come to a checkpoint. */
async function someRunning(
  sweep: string,
): Promise<{ trial: number; node: string; task: string }[]> {
  for (;;) {
    const running = Array.from({ length: TRIALS }, (_, index) => index + 1).flatMap((trial) => {
      try {
        const begin = lastBegin(attemptLines(sweep, trialFolder(trial)));
        const held = readdirSync(join(sweep, "trials")).find((name) =>
          name.startsWith(`.${trialFolder(trial).split("/")[1]}-001`),
        );
        const states = readdirSync(join(sweep, "trials", held!, "checkpoints"));
        return begin && states.length > 0 ? [{ trial, node: begin.node, task: begin.task }] : [];
      } catch {
        return [];
      }
    });
    if (existsSync(join(sweep, "summary.json"))) throw new Error("the trials were too quick");
    if (new Set(running.map(({ node }) => node)).size === 2) return running;
    await Bun.sleep(100);
  }
}
