import { describe, expect, test } from "bun:test";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RunError } from "../../../../src/errors.ts";
import { manifestText } from "../../../../src/run/manifest-text.ts";
import { writeRunFile } from "../../../../src/run/write-files.ts";
import type { TrialEnd, TrialEvents, TrialOrder } from "../../../../src/stages/sweep/place.ts";
import type { SlurmClient } from "../../../../src/stages/sweep/slurm/client.ts";
import { HeldTrial } from "../../../../src/stages/sweep/slurm/held-trial.ts";
import { askAtRung } from "../../../../src/stages/sweep/slurm/rung-files.ts";
import { SlurmPlace } from "../../../../src/stages/sweep/slurm/slurm-place.ts";
import { trialFolder } from "../../../../src/sweep/layout.ts";
import type { QueuedTask } from "../../../../src/sweep/slurm/queue.ts";
import { useTemporaryFolder } from "../../../fixtures/folder.ts";

const folder = useTemporaryFolder();
const NOW = new Date("2026-12-01T12:00:00Z");

/** A Slurm that does nothing by itself. */
class FakeSlurm implements SlurmClient {
  submitted: string[] = [];
  tasks: QueuedTask[] = [];
  complaint: string | null = null;
  refusal: string | null = null;
  told = new Map<string, Pick<QueuedTask, "state" | "node" | "reason">>();
  size = 1001;

  expect() {}
  async submit(_: string, script: string) {
    if (this.refusal !== null) throw new RunError(this.refusal);
    this.submitted.push(script);
    return String(this.submitted.length);
  }
  async queue() {
    return this.complaint === null ? this.tasks : { complaint: this.complaint };
  }
  async accounts() {
    return this.told;
  }
  async maxArraySize() {
    return this.size;
  }
  async requeue() {
    return null;
  }
}

function task(trial: number, state: string, more: Partial<QueuedTask> = {}): QueuedTask {
  const id = `1_${trial}`;
  return { id, submission: 1, index: trial, state, node: "", reason: "", ...more };
}

function place(client: FakeSlurm) {
  const warnings: string[] = [];
  const jobs: number[][] = [];
  const made = new SlurmPlace({
    sweep: folder.path,
    name: "lr/sweep-001",
    slurm: { partition: null, cpus: null, memory: null, time: null, array: null, options: [] },
    cpus: 1,
    threads: 1,
    script: "/task.ts",
    environment: {},
    client,
    directory: folder.path,
    now: () => NOW,
    warning: (text) => warnings.push(text),
    submitted: (_, trials) => jobs.push([...trials]),
    pace: { gather: 20, look: 10, ask: 10, late: 30 },
  });
  return { made, warnings, jobs };
}

function order(number: number, rungs: TrialOrder["rungs"] = null): TrialOrder {
  return {
    sweep: folder.path,
    name: "lr/sweep-001",
    number,
    folder: number === 0 ? "winner" : trialFolder(number),
    experiment: "experiments/1",
    overrides: [],
    reference: null,
    rungs,
    isDrawn: false,
    command: ["sweep"],
  };
}

const events: TrialEvents = {
  prepared: () => undefined,
  epoch: () => undefined,
  warning: () => undefined,
  rung: () => Promise.resolve(true),
};

/** What a task does, without a cluster. */
function attempt(trial: number, submission = 1) {
  const held = HeldTrial.claim(folder.path, trialFolder(trial), { submission, restart: 0 })!;
  const name = `00${submission}.000`;
  const about = { attempt: name, at: NOW.toISOString(), checkpoint: null };
  held.note({ ...about, task: `${submission}_${trial}`, node: "n1" });
  return {
    held,
    end(status: string, more = {}) {
      writeFileSync(join(held.path, "manifest.json"), manifestText({ status, ...more }));
      const end = status === "completed" ? "completed" : "failed";
      held.note({ ...about, end, reason: "it broke", failure: null });
      held.publish();
    },
  };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await Bun.sleep(5);
}

describe("trials on Slurm", () => {
  test("are submitted together, and end as their folders say", async () => {
    const client = new FakeSlurm();
    const { made, jobs } = place(client);
    const ends = [1, 2, 3].map((number) => made.start(order(number), events));
    await until(() => jobs.length > 0);
    expect(jobs).toEqual([[1, 2, 3]]);
    client.tasks = [1, 2, 3].map((number) => task(number, "RUNNING"));
    attempt(1).end("completed");
    attempt(2).end("failed");
    attempt(3).end("failed", { failure: "diverged" });
    expect(await Promise.all(ends)).toEqual([
      { kind: "completed" },
      {
        kind: "failed",
        failure: null,
        reason: "it broke\nIt ran on n1: slurm/logs/1_2.log",
      },
      {
        kind: "failed",
        failure: "diverged",
        reason: "it broke\nIt ran on n1: slurm/logs/1_3.log",
      },
    ]);
    await made.close();
  });

  test("that are in the queue already are found again, and not submitted twice", async () => {
    const client = new FakeSlurm();
    const first = place(client);
    void first.made.start(order(1), events);
    await until(() => first.jobs.length > 0);
    client.tasks = [task(1, "PENDING")];
    const left = first.made.start(order(2), events);
    await first.made.close();
    expect(await left).toEqual({ kind: "interrupted" });

    const second = place(client);
    const ends = [1, 2].map((number) => second.made.start(order(number), events));
    await until(() => second.jobs.length > 0);
    expect(second.jobs).toEqual([[2]]);
    attempt(1).end("completed");
    attempt(2, 2).end("completed");
    expect(await Promise.all(ends)).toEqual([{ kind: "completed" }, { kind: "completed" }]);
    await second.made.close();
  });

  test("are not submitted while Slurm does not say what is in its queue", async () => {
    const client = new FakeSlurm();
    const first = place(client);
    void first.made.start(order(2), events);
    await until(() => first.jobs.length > 0);
    await first.made.close();
    client.complaint = "Unable to contact slurm controller (connect failure)";
    const { made, jobs, warnings } = place(client);
    const end = made.start(order(1), events);
    await until(() => warnings.length > 0);
    expect(warnings[0]).toContain("Unable to contact slurm controller");
    expect(jobs).toEqual([]);
    client.complaint = null;
    await until(() => jobs.length > 0);
    attempt(1).end("completed");
    expect(await end).toEqual({ kind: "completed" });
  });

  test("are let go of at once, even while Slurm is asked", async () => {
    const client = new FakeSlurm();
    const { made } = place(client);
    client.maxArraySize = () => new Promise((resolve) => setTimeout(() => resolve(1001), 100));
    const end = made.start(order(1), events);
    await Bun.sleep(50);
    made.stop();
    expect(await end).toEqual({ kind: "interrupted" });
    expect(await made.start(order(2), events)).toEqual({ kind: "interrupted" });
    await made.close();
  });

  test("end all of them where Slurm refuses, and no script is left", async () => {
    const client = new FakeSlurm();
    client.refusal = "Invalid partition name specified";
    const { made } = place(client);
    const ends = await Promise.allSettled([1, 2].map((one) => made.start(order(one), events)));
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(readdirSync(join(folder.path, "slurm")).toSorted()).toEqual(["logs"]);
  });

  test("of more than an array may hold are several jobs", async () => {
    const client = new FakeSlurm();
    client.size = 3;
    const { made, jobs } = place(client);
    for (const number of [1, 2, 3, 7]) void made.start(order(number), events);
    await until(() => jobs.length === 3);
    expect(jobs).toEqual([[1, 2], [3], [7]]);
    await made.close();
  });
});

describe("a trial whose task is gone", () => {
  /** @param state that its task ended with; null where Slurm has forgotten it */
  async function gone(
    state: string | null,
    prepare: (held: HeldTrial) => Promise<void> | void = () => undefined,
  ): Promise<{ end: TrialEnd | null; client: FakeSlurm }> {
    const client = new FakeSlurm();
    const { made, jobs } = place(client);
    const end = made.start(order(1), events);
    await until(() => jobs.length > 0);
    client.tasks = [task(1, "RUNNING", { node: "n1" })];
    const { held } = attempt(1);
    await prepare(held);
    await Bun.sleep(40);
    client.tasks = state === null ? [] : [task(1, state, { node: "n1" })];
    const ended = await Promise.race([end, until(() => client.submitted.length > 1)]);
    await made.close();
    return { end: ended ?? null, client };
  }

  test("has died, and its folder has its own name again", async () => {
    const { end } = await gone("OUT_OF_MEMORY");
    expect(end).toEqual({
      kind: "died",
      reason:
        "it took more memory than run.slurm.memory gives (OUT_OF_MEMORY on n1); slurm/logs/1_1.log",
    });
    expect(readdirSync(join(folder.path, "trials"))).toEqual(["0001"]);
  });

  test("tells the last line of what it has said", async () => {
    const { end } = await gone("FAILED", () =>
      writeRunFile(folder.path, "slurm/logs/1_1.log", "one\nbun: command not found\n"),
    );
    expect(end).toMatchObject({
      reason:
        "its task ended without a word (FAILED on n1); slurm/logs/1_1.log: bun: command not found",
    });
  });

  test("that was never begun stops the sweep: all tasks will end so", async () => {
    const client = new FakeSlurm();
    const { made, jobs } = place(client);
    const end = made.start(order(1), events);
    await until(() => jobs.length > 0);
    await writeRunFile(folder.path, "slurm/logs/1_1.log", "line 19: /opt/bun: No such file\n");
    client.tasks = [task(1, "FAILED", { node: "n1" })];
    expect(await end).toEqual({
      kind: "failed",
      failure: null,
      reason:
        "its task ended without a word (FAILED on n1); slurm/logs/1_1.log: line 19: /opt/bun: No such file",
    });
    await made.close();
  });

  test("is submitted again where it has got further", async () => {
    const { end, client } = await gone("TIMEOUT", (held) =>
      writeRunFile(held.path, "checkpoints/000001-0123456789abcdef.safetensors", ""),
    );
    expect(end).toBeNull();
    expect(client.submitted).toEqual(["slurm/001.sh", "slurm/002.sh"]);
    expect(existsSync(join(folder.path, "trials/.0001-001.000"))).toBe(true);
  });

  test("is submitted again where its node was lost, but not for ever", async () => {
    const client = new FakeSlurm();
    const { made, jobs } = place(client);
    const end = made.start(order(1), events);
    for (let submission = 1; submission <= 6; submission++) {
      await until(() => jobs.length === submission);
      attempt(1, submission);
      client.tasks = [task(1, "NODE_FAIL", { submission, id: `${submission}_1`, node: "n1" })];
    }
    expect(await end).toEqual({
      kind: "died",
      reason: "its node was lost (NODE_FAIL on n1); slurm/logs/6_1.log",
    });
    await made.close();
  });

  test("that somebody cancelled is not tried again", async () => {
    const { end } = await gone("CANCELLED");
    expect(end).toMatchObject({
      kind: "failed",
      failure: null,
      reason: "its task 1_1 was cancelled",
    });
  });

  test("is looked up in the accounts where squeue has forgotten it", async () => {
    const client = new FakeSlurm();
    const { made, jobs } = place(client);
    const end = made.start(order(1), events);
    await until(() => jobs.length > 0);
    client.tasks = [task(1, "RUNNING", { node: "n1" })];
    client.told.set("1_1", { state: "OUT_OF_MEMORY", node: "n1", reason: "" });
    attempt(1);
    await Bun.sleep(40);
    client.tasks = [];
    expect(await end).toMatchObject({
      reason: expect.stringContaining("(OUT_OF_MEMORY on n1)"),
    });
    await made.close();
  });
});

test("a task that waits in vain is told of once, with what to do", async () => {
  const client = new FakeSlurm();
  const { made, jobs, warnings } = place(client);
  for (const number of [1, 2]) void made.start(order(number), events);
  await until(() => jobs.length > 0);
  client.tasks = [1, 2].map((one) => task(one, "PENDING", { reason: "PartitionTimeLimit" }));
  await until(() => warnings.length > 0);
  await Bun.sleep(40);
  expect(warnings.length).toBe(1);
  expect(warnings[0]).toContain("(PartitionTimeLimit): run.slurm.time is more than it allows");
  await made.close();
});

test("a task asks at a rung, and is answered by whoever waits for it, now or later", async () => {
  const client = new FakeSlurm();
  const rungs = { epochs: [1], figure: "loss" };
  const first = place(client);
  const asked: unknown[] = [];
  const never: TrialEvents = {
    ...events,
    rung: (...question) => (asked.push(question), new Promise(() => undefined)),
  };
  void first.made.start(order(1, rungs), never);
  await until(() => first.jobs.length > 0);
  client.tasks = [task(1, "RUNNING")];
  const { signal } = new AbortController();
  const answer = askAtRung(folder.path, trialFolder(1), 1, -Infinity, signal);
  await until(() => asked.length > 0);
  await first.made.close();
  const second = place(client);
  const answering = { ...events, rung: () => Promise.resolve(false) };
  void second.made.start(order(1, rungs), answering);
  expect(await answer).toBe(false);
  expect(asked).toEqual([[1, -Infinity]]);
  await second.made.close();
});
