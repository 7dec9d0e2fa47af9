import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { looseManifest } from "../../../../src/run/loose-manifest.ts";
import { attemptLines } from "../../../../src/stages/sweep/slurm/held-trial.ts";
import { slurmTask, type TaskWorld } from "../../../../src/stages/sweep/slurm/task.ts";
import { trialFolder } from "../../../../src/sweep/layout.ts";
import { expIn } from "../../../fixtures/command-here.ts";
import { effectsIn } from "../../../fixtures/effects.ts";
import { holdOutput } from "../../../fixtures/outputs.ts";
import { writeSmallExperiment } from "../../../fixtures/small-experiment.ts";

/** A Slurm that takes every job and runs none. */
const commands = {
  sbatch: "echo 7",
  squeue: ":",
  scontrol: "echo 'MaxArraySize = 1001'",
};

let folder = "";
let sweep = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lamina-slurm-"));
  mkdirSync(join(folder, "bin"));
  for (const [name, script] of Object.entries(commands)) {
    writeFileSync(join(folder, "bin", name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, "bin", name), 0o755);
  }
  writeSmallExperiment(folder, "{ epochs: 3 }");
  writeFileSync(
    join(folder, "experiments/left.sweep.yaml"),
    "experiment: small.yaml\nvary: { seed: { seeds: 4 } }\nrun: { slurm: {} }\n",
  );
  sweep = join(folder, "runs/left/sweep-001");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exp = (...words: string[]) =>
  expIn({ PATH: `${join(folder, "bin")}:${process.env["PATH"]}` }, folder, ...words);

/** @param notice when Slurm says that the time limit is near: before the first step, or never */
function world(
  said: string[],
  { notice = false, refusal = null as string | null } = {},
): TaskWorld {
  return {
    effects: ({ signal, threads, command: typed }) => ({
      ...effectsIn(folder),
      signal,
      defaultThreads: threads,
      cores: threads,
      command: typed,
    }),
    onNotice(tell) {
      if (notice) tell();
      return () => undefined;
    },
    requeue: () => Promise.resolve(refusal),
    say: (text) => said.push(text),
    now: () => new Date("2026-12-01T12:00:00Z"),
  };
}

const call = (number: number, restart = 0) => ({
  sweep,
  attempt: { submission: 1, restart },
  number,
  task: `7_${number}`,
  node: "n1",
});
const ends = (number: number) =>
  attemptLines(sweep, trialFolder(number)).map((line) => ("end" in line ? line.end : "begun"));

describe("a sweep that is left to Slurm", () => {
  test("is submitted whole, and can be looked at and gone on with", async () => {
    const { exitCode, output } = await exp("sweep", "left", "--submit");
    expect(output).toContain("Left. The trials go on in Slurm's queue");
    expect(exitCode).toBe(0);
    expect(readdirSync(join(sweep, "trials")).toSorted()).toEqual(
      [1, 2, 3, 4].map((trial) => `.000${trial}-000.000`),
    );
    expect(existsSync(join(sweep, "slurm/001.sh"))).toBe(true);
    const words = ["sweep", "status", "left", "--json"];
    const status = await exp(...words);
    expect(holdOutput(words, status.output)).toBe("sweep-status");
    expect(JSON.parse(status.output)).toMatchObject({
      sweep: "left/sweep-001",
      total: 4,
      counts: { interrupted: 4 },
      trials: [
        { number: 1, state: "interrupted", reason: "it has no task in Slurm's queue" },
        {},
        {},
        {},
      ],
    });
  });

  test("is refused where its trials have to wait for one another, or where there is no Slurm", async () => {
    writeFileSync(
      join(folder, "experiments/tpe.sweep.yaml"),
      "experiment: small.yaml\nvary: { train.optimizer.adam.learningRate: { log: [0.001, 0.1] } }\nsearch: tpe\ntrials: 4\nobjective: { minimise: loss }\nrun: { slurm: {} }\n",
    );
    const searched = await exp("sweep", "tpe", "--submit");
    expect(searched.complaint).toContain("search: tpe chooses its trials by the results of others");
    expect(searched.exitCode).toBe(2);
    rmSync(join(folder, "bin/sbatch"));
    const absent = await expIn({ PATH: join(folder, "bin") }, folder, "sweep", "left");
    expect(absent.complaint).toContain("there is no sbatch here");
    expect(absent.exitCode).toBe(2);
    expect(readdirSync(join(folder, "runs"))).toEqual(["left"]);
  });
});

describe("a task", () => {
  test("does its trial, and a second one finds nothing to do", async () => {
    const said: string[] = [];
    expect(await slurmTask(call(1), world(said))).toBe(0);
    expect(looseManifest(join(sweep, "trials/0001"))).toMatchObject({
      status: "completed",
      run: "left/sweep-001/trials/0001",
    });
    expect(ends(1)).toEqual(["begun", "completed"]);
    expect(await slurmTask(call(1, 1), world(said))).toBe(0);
    expect(said).toEqual(["0001 has ended, or a later task has it: there is nothing to do here."]);
  });

  test("keeps its state when its time is nearly over, and is queued again", async () => {
    const said: string[] = [];
    expect(await slurmTask(call(2), world(said, { notice: true }))).toBe(0);
    expect(ends(2)).toEqual(["begun", "requeued"]);
    expect(said).toEqual([
      "The time limit is near: 0002 has kept its state, and its task is queued again.",
    ]);
    expect(await slurmTask(call(2, 1), world(said))).toBe(0);
    expect(ends(2)).toEqual(["begun", "requeued", "begun", "completed"]);
  });

  test("that cannot be queued again says so", async () => {
    const said: string[] = [];
    await slurmTask(call(3), world(said, { notice: true, refusal: "Access/permission denied" }));
    expect(said.at(-1)).toContain("(Access/permission denied)");
  });

  test("gives up where two in a row got no further before their time limit", async () => {
    const said: string[] = [];
    await slurmTask(call(4), world(said, { notice: true }));
    expect(await slurmTask(call(4, 1), world(said, { notice: true }))).toBe(1);
    expect(said.at(-1)).toContain("give run.slurm.time more");
    expect(ends(4)).toEqual(["begun", "requeued", "begun", "requeued", "failed"]);
  });
});

test("a sweep on Slurm tells how each trial stands and why, goes on without a cluster, and is removed whole", async () => {
  const { output } = await exp("sweep", "status");
  expect(output).toContain("left/sweep-001: 4 trials, 2 completed, 2 interrupted\n");
  expect(output).toMatch(/\n {4}2 +completed +3\/3 +n1 +7_2 +2 +4\n/);
  expect(output).toContain("trial 4 interrupted: two tasks in a row have met their time limit");
  expect(output).toContain("It stands still: exp sweep left/sweep-001 --resume goes on.");
  const here = await exp("sweep", "left/sweep-001", "--resume", "--workers", "1");
  expect(here.exitCode).toBe(0);
  expect(readdirSync(join(sweep, "trials")).filter((name) => name.startsWith("."))).toEqual([]);
  expect((await exp("sweep", "status", "left")).output).toContain(
    "4 trials, 4 completed\nIt is finished",
  );
  const removed = await exp("rm", "left/sweep-001", "--force");
  expect(removed.complaint).toBe("");
  expect(existsSync(sweep)).toBe(false);
});
