import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { arrayJobs, indexRanges } from "../../../src/sweep/slurm/arrays.ts";
import {
  attemptFolder,
  attemptName,
  compareAttempts,
  readAttemptFolder,
} from "../../../src/sweep/slurm/attempts.ts";
import { readLines, vainAttempts } from "../../../src/sweep/slurm/attempt-lines.ts";
import {
  ordersFile,
  readRungFile,
  rungFiles,
  scriptFile,
  submissionOf,
} from "../../../src/sweep/slurm/files.ts";
import { batchScript, readOffset, type ScriptContext } from "../../../src/sweep/slurm/script.ts";

const usual: ScriptContext = {
  name: "lr/sweep-001",
  slurm: {
    partition: "cpu",
    cpus: 2,
    memory: "4G",
    time: "01:00:00",
    array: 50,
    options: ["--account=lab"],
  },
  cpus: 2,
  job: { offset: 0, indexes: [1, 2, 3, 7] },
  after: null,
  submission: 1,
  bun: "/home/me/bin/bun",
  task: "/home/me/lamina/src/cli/slurm-task.ts",
  environment: {},
};

describe("the batch script", () => {
  test("has every setting in a line that sbatch reads", () => {
    expect(batchScript(usual)).toBe(`#!/bin/bash
#SBATCH --job-name=lr/sweep-001
#SBATCH --array=1-3,7%50
#SBATCH --partition=cpu
#SBATCH --nodes=1
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=01:00:00
#SBATCH --requeue
#SBATCH --signal=B:USR1@120
#SBATCH --open-mode=append
#SBATCH --output=slurm/logs/%A_%a.log
#SBATCH --account=lab

# A task is a trial: its number is that of the task.
# Written by exp sweep, which submits it from the folder of the sweep.
exec /home/me/bin/bun /home/me/lamina/src/cli/slurm-task.ts "$PWD" 1 $((SLURM_ARRAY_TASK_ID + 0))
`);
  });

  test("leaves out what the cluster decides", () => {
    const slurm = {
      partition: null,
      cpus: null,
      memory: null,
      time: null,
      array: null,
      options: [],
    };
    const text = batchScript({ ...usual, slurm, cpus: 1 });
    for (const name of ["partition", "mem", "time", "dependency"])
      expect(text).not.toContain(`--${name}`);
    expect(text).toContain("#SBATCH --array=1-3,7\n");
  });

  test("a shell reads its words as they are, whatever is in them", async () => {
    const odd = '/tmp/it\'s a "folder" $HOME `x` \\ 100%';
    const text = batchScript({
      ...usual,
      bun: "/bin/echo",
      task: odd,
      environment: { LAMINA_CACHE: odd },
      job: { offset: 2002, indexes: [5] },
    });
    const child = Bun.spawn(["bash", "-c", `${text.replace("exec /bin/echo", 'printf "%s|"')}`], {
      env: { ...process.env, SLURM_ARRAY_TASK_ID: "5" },
      cwd: "/tmp",
    });
    expect(await new Response(child.stdout).text()).toBe(`${odd}|/tmp|1|2007|`);
    expect(text).toContain("export LAMINA_CACHE='");
    expect(readOffset(text)).toBe(2002);
  });

  test("waits for the job before it where no more than so many trials may run", () => {
    expect(batchScript({ ...usual, after: "17" })).toContain("#SBATCH --dependency=afterany:17\n");
  });
});

describe("array jobs", () => {
  test("have the numbers of trials as indexes as far as the cluster allows", () => {
    expect(arrayJobs([3, 1, 2], 1001)).toEqual([{ offset: 0, indexes: [1, 2, 3] }]);
    expect(arrayJobs([999, 1000, 1001, 2500], 1001)).toEqual([
      { offset: 0, indexes: [999, 1000] },
      { offset: 1001, indexes: [0] },
      { offset: 2002, indexes: [498] },
    ]);
  });

  test("hold each trial once, below the largest index", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(5000), { maxLength: 60 }),
        fc.integer({ min: 2, max: 2000 }),
        (trials, most) => {
          const jobs = arrayJobs(trials, most);
          expect(jobs.flatMap(({ indexes }) => indexes).every((index) => index < most)).toBe(true);
          expect(
            jobs.flatMap(({ offset, indexes }) => indexes.map((index) => index + offset)),
          ).toEqual(trials.toSorted((a, b) => a - b));
        },
      ),
    );
  });

  test("are written as ranges", () => {
    expect(indexRanges([1, 2, 3, 5, 7, 8])).toBe("1-3,5,7-8");
    expect(indexRanges([4])).toBe("4");
    expect(indexRanges([])).toBe("");
  });
});

describe("attempts", () => {
  test("are names of folders, in the order in which they take over", () => {
    const attempt = { submission: 2, restart: 1 };
    expect(attemptName(attempt)).toBe("002.001");
    expect(attemptFolder("trials/0012", attempt)).toBe("trials/.0012-002.001");
    expect(attemptFolder("winner", attempt)).toBe(".winner-002.001");
    expect(readAttemptFolder(".0012-002.001")).toEqual({ trial: "0012", attempt });
    expect(readAttemptFolder(".winner-002.001")).toEqual({ trial: "winner", attempt });
    for (const name of ["0012", ".0012", ".git", ".0012-2.1", "0012-002.001"])
      expect(readAttemptFolder(name)).toBeNull();
    expect(compareAttempts(attempt, { submission: 2, restart: 0 })).toBeGreaterThan(0);
    expect(compareAttempts(attempt, { submission: 3, restart: 0 })).toBeLessThan(0);
    expect(compareAttempts({ submission: 1, restart: 1200 }, attempt)).toBeLessThan(0);
  });

  test("that end no further than they began are counted", () => {
    const line = (attempt: string, more: object) =>
      `${JSON.stringify({ attempt, at: "", ...more })}\n`;
    const begin = (attempt: string, checkpoint: string | null) =>
      line(attempt, { task: "1_1", node: "n1", checkpoint });
    const end = (attempt: string, checkpoint: string | null) =>
      line(attempt, { end: "requeued", checkpoint });
    const first = begin("001.000", null) + end("001.000", null);
    expect(vainAttempts(readLines(first))).toBe(1);
    expect(vainAttempts(readLines(first + begin("001.001", null) + end("001.001", null)))).toBe(2);
    expect(vainAttempts(readLines(first + begin("001.001", null) + end("001.001", "a")))).toBe(0);
    // Nothing is said of one that was killed, and a torn line is none.
    expect(vainAttempts(readLines(`${first}${begin("001.001", null)}{"attempt":"001`))).toBe(1);
  });
});

test("files of a sweep on Slurm are found again by their names", () => {
  expect(submissionOf(`/home/runs/lr/sweep-001/${scriptFile(12)}`)).toBe(12);
  expect(submissionOf("/home/slurm/run.sh")).toBeNull();
  expect(ordersFile(12)).toBe("slurm/012.json");
  const { question, answer } = rungFiles("trials/0012", 3);
  const named = (path: string) => readRungFile(path.split("/").at(-1)!);
  expect(named(question)).toEqual({ trial: "0012", epoch: 3, isAnswer: false });
  expect(named(answer)).toEqual({ trial: "0012", epoch: 3, isAnswer: true });
  expect(readRungFile(".0012-3.json.1.part")).toBeNull();
});
