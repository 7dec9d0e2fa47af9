import { expect, test } from "bun:test";
import type { StepProfile } from "../../src/train/profile.ts";
import { profileTable } from "../../src/cli/profile-table.ts";

const operation = (name: string, milliseconds: number) => ({
  name,
  shapes: [[16, 8, 8, 1], []],
  calls: 2,
  milliseconds,
});
const profile: StepProfile = {
  batchSize: 32,
  plan: { shards: 2, blocks: [1, 4], stepsPerCall: 4 },
  stepMs: 5,
  operations: [operation("Conv2DBackpropFilter", 4), operation("MatMul", 1), operation("Relu", 2)],
  flops: 2e8,
  matmulFlopsPerSecond: 80e9,
  precision: "float32",
};

test("a profile tells the plan of the step and each operation", () => {
  const [first, , conv] = profileTable(profile).split("\n");
  expect(first).toBe(
    "a training step of 32 images, in 2 parts side by side, convolutions and pools in blocks of 1, 4, 4 steps per call",
  );
  expect(conv).toMatch(/^Conv2DBackpropFilter +16×8×8×1 1 +2 +4\.00 +57\.1 %$/);
  expect(
    profileTable({ ...profile, plan: { shards: 1, blocks: [], stepsPerCall: 1 } }),
  ).toStartWith("a training step of 32 images, in one part\n");
});

test("and what the step is bound by", () => {
  expect(profileTable(profile)).toContain(
    "of that time convolutions and products are 50 %, other operations 20 %, the start of operations and waiting for one another 30 %\n",
  );
  expect(profileTable({ ...profile, stepMs: 3 })).toContain(
    "products are 83 %, other operations 33 %: more than all of it",
  );
  expect(profileTable(profile)).toContain("40.0 GFLOP/s, 50 % of this machine's 80.0");
});

test("a step in bfloat16 is not measured by its operations in float32", () => {
  const table = profileTable({ ...profile, precision: "mixed_bfloat16" });
  expect(table).toContain("operation by operation, in float32");
  expect(table).toContain("recorded, in mixed_bfloat16, as it is trained: 5.00 ms");
  expect(table).not.toContain("of that time convolutions");
});
