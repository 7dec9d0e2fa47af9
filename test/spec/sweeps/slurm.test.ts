import { expect, test } from "bun:test";
import { sweepOf } from "../../../src/spec/sweeps/read-sweep.ts";
import { noticeSeconds, slurmSeconds } from "../../../src/spec/sweeps/slurm.ts";
import { ExperimentError } from "../../../src/spec/diagnostic.ts";

function read(run: string) {
  const text = `experiment: a.yaml\nvary: { seed: { seeds: 2 } }\nrun: ${run}\n`;
  return sweepOf({ name: "a", file: "/a.sweep.yaml", shown: "a.sweep.yaml", text });
}

function complaints(run: string): string[] {
  try {
    read(run);
  } catch (error) {
    if (error instanceof ExperimentError) return error.diagnostics.map(({ message }) => message);
    throw error;
  }
  return [];
}

test("a sweep says how its trials run on Slurm, and everything of it has a default", () => {
  const { slurm } = read(
    "{ slurm: { partition: cpu, cpus: 2, memory: 4G, time: 01:00:00, array: 50, options: [--account=lab, --gres=gpu:1] } }",
  ).resolved.run;
  expect(slurm).toEqual({
    partition: "cpu",
    cpus: 2,
    memory: "4G",
    time: "01:00:00",
    array: 50,
    options: ["--account=lab", "--gres=gpu:1"],
  });
  expect(read("{ slurm: {} }").resolved.run.slurm).toEqual({
    partition: null,
    cpus: null,
    memory: null,
    time: null,
    array: null,
    options: [],
  });
  expect(read("{ slurm: { time: 90 } }").resolved.run.slurm?.time).toBe("90");
});

test.each([
  ["{ workers: 2, slurm: {} }", "array says how many"],
  ["{ threads: 4, slurm: { cpus: 2 } }", "threads is 4 and slurm.cpus is 2"],
  ["{ slurm: { partition: 'a b' } }", "no name of a partition"],
  ["{ slurm: { memory: 4GB } }", "no amount of memory"],
  ["{ slurm: { time: 1h } }", "no time limit"],
  ["{ slurm: { time: 00:00:30 } }", "is too short"],
  ["{ slurm: { options: [--time=5] } }", "write time: 01:00:00"],
  ["{ slurm: { options: [-A lab] } }", "no option of sbatch"],
  ["{ slurm: { options: ['--comment=a b'] } }", "no option of sbatch"],
  ["{ slurm: { options: [--acount=lab] } }", "did you mean --account?"],
  ["{ slurm: { mem: 4G } }", "memory"],
  ["{ slurm: { account: lab } }", "write options: [--account=NAME]"],
  ["{ slurm: { nodes: 2 } }", "a trial takes one node"],
])("%p is told to be wrong: %p", (run, words) => {
  const found = complaints(run);
  expect(found.join("\n")).toContain(words);
  expect(found.length).toBe(1);
});

test.each([
  ["90", 5400],
  ["90:30", 5430],
  ["01:30:00", 5400],
  ["1-0", 86_400],
  ["1-12:30", 131_400],
  ["2-00:00:10", 172_810],
  ["UNLIMITED", Infinity],
  ["0", null],
  ["1:2:3:4", null],
  ["", null],
])("a time limit of %p is %p seconds", (text, seconds) => {
  expect(slurmSeconds(text)).toBe(seconds);
});

test("a task is asked to keep its state two minutes before its time limit, and of a short one a quarter before", () => {
  expect(noticeSeconds(null)).toBe(120);
  expect(noticeSeconds("01:00:00")).toBe(120);
  expect(noticeSeconds("UNLIMITED")).toBe(120);
  expect(noticeSeconds("1")).toBe(15);
});
