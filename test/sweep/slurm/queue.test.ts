import { describe, expect, test } from "bun:test";
import {
  readComplaint,
  readSacct,
  readSbatch,
  readSetting,
  readSqueue,
} from "../../../src/sweep/slurm/queue.ts";
import { faultOf, lifeOfTask, remedyOf } from "../../../src/sweep/slurm/states.ts";

// As Slurm 22.05.8 said it.
const squeue = `1|5|COMPLETED|n1|None|/home/me/runs/s/sweep-001/slurm/001.sh
7|0|COMPLETED|n1|None|/home/me/runs/s/sweep-001/slurm/002.sh
8|1|RUNNING|n1|None|/home/me/runs/t/sweep-001/slurm/001.sh
9|1|PENDING||PartitionTimeLimit|/home/me/runs/s/sweep-001/slurm/003.sh
9|2|PENDING||BeginTime|/home/me/runs/s/sweep-001/slurm/003.sh
5|1|FAILED||BadConstraints|/home/me/my runs|100%/slurm/001.sh
12|N/A|RUNNING|n2|None|/home/me/other.sh
`;

describe("squeue", () => {
  test("tells of the tasks of one sweep among all that a user has", () => {
    expect(readSqueue(squeue, "/home/me/runs/s/sweep-001")).toEqual([
      { id: "1_5", submission: 1, index: 5, state: "COMPLETED", node: "n1", reason: "" },
      { id: "7_0", submission: 2, index: 0, state: "COMPLETED", node: "n1", reason: "" },
      {
        id: "9_1",
        submission: 3,
        index: 1,
        state: "PENDING",
        node: "",
        reason: "PartitionTimeLimit",
      },
      { id: "9_2", submission: 3, index: 2, state: "PENDING", node: "", reason: "BeginTime" },
    ]);
    expect(readSqueue(squeue, "/home/me/my runs|100%").map(({ id }) => id)).toEqual(["5_1"]);
    expect(readSqueue(squeue, "/home/me/runs/s/sweep-00")).toEqual([]);
    expect(readSqueue("", "/home")).toEqual([]);
  });
});

test("sacct tells what became of tasks", () => {
  const text = `8_1|TIMEOUT|n1|None
8_2|CANCELLED by 1000|None assigned|None
8_[3-9]|PENDING|None assigned|JobArrayTaskLimit
8_1.batch|CANCELLED|n1|
`;
  expect([...readSacct(text)]).toEqual([
    ["8_1", { state: "TIMEOUT", node: "n1", reason: "" }],
    ["8_2", { state: "CANCELLED", node: "", reason: "" }],
  ]);
});

test.each([
  ["1\n", "1"],
  ["1234;lab\n", "1234"],
  ["a warning of the site\n1234\n", "1234"],
  ["", null],
])("sbatch answers %p with job %p", (text, job) => {
  expect(readSbatch(text)).toBe(job);
});

test("a setting of the cluster is found among its settings", () => {
  const text =
    "Configuration data as of 2026-12-01\nMaxArraySize            = 1001\nMaxJobCount = 5\n";
  expect(readSetting(text, "MaxArraySize")).toBe("1001");
  expect(readSetting(text, "MaxArray")).toBeNull();
});

test.each([
  [
    "sbatch: error: invalid partition specified: nope\nsbatch: error: Batch job submission failed: Invalid partition name specified\n",
    "invalid partition specified: nope; Invalid partition name specified",
  ],
  ["sbatch: error: Invalid --time specification\n", "Invalid --time specification"],
  [
    "sbatch: error: Memory specification can not be satisfied\nsbatch: error: Batch job submission failed: Requested node configuration is not available\n",
    "Memory specification can not be satisfied; Requested node configuration is not available",
  ],
  [
    `sbatch: unrecognized option '--foo'\nTry "sbatch --help" for more information\n`,
    "unrecognized option '--foo'",
  ],
  [
    "sbatch: error: ClusterName needs to be specified\nsbatch: fatal: Unable to process configuration file\n",
    "ClusterName needs to be specified; Unable to process configuration file",
  ],
])("%p is told in a line", (text, line) => {
  expect(readComplaint(text)).toBe(line);
});

test("states and reasons of Slurm's are known for what they come to", () => {
  expect(
    ["PENDING", "REQUEUE_HOLD", "RUNNING", "COMPLETING", "TIMEOUT", "NODE_FAIL"].map(lifeOfTask),
  ).toEqual(["waiting", "waiting", "running", "running", "ended", "ended"]);
  expect(
    ["OUT_OF_MEMORY", "TIMEOUT", "NODE_FAIL", "CANCELLED", "FAILED"].map((state) => faultOf(state)),
  ).toEqual(["memory", "time", "node", "cancelled", "unknown"]);
  expect(faultOf("FAILED", "JobLaunchFailure")).toBe("node");
  expect(
    [
      "Priority",
      "Resources",
      "BeginTime",
      "JobArrayTaskLimit",
      "Dependency",
      "QOSMaxJobsPerUserLimit",
    ].map(remedyOf),
  ).toEqual([null, null, null, null, null, null]);
  expect(
    [
      "PartitionTimeLimit",
      "BadConstraints",
      "JobHeldUser",
      "launch failed requeued held",
      "QOSMaxCpuPerJobLimit",
    ].map(remedyOf),
  ).toEqual(["time", "size", "held", "held", "size"]);
});
