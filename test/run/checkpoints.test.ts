import { expect, test } from "bun:test";
import fc from "fast-check";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  damagedCheckpoints,
  hasCheckpoint,
  readCheckpoint,
  writeCheckpoint,
} from "../../src/run/checkpoints.ts";
import { encodeSafetensors } from "../../src/run/safetensors.ts";
import { readSafetensors } from "../../src/weights/safetensors.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

const anyArrays = fc
  .dictionary(
    fc.string({ minLength: 1 }).filter((name) => name !== "__metadata__" && name !== "__proto__"),
    fc.float32Array({ maxLength: 20 }),
  )
  .map(
    (arrays) =>
      new Map(
        Object.entries(arrays).map(([name, values]) => [name, { shape: [values.length], values }]),
      ),
  );

test("arrays come back from a file to the bit, from memory that begins anywhere", () => {
  fc.assert(
    fc.property(
      anyArrays,
      fc.dictionary(fc.string(), fc.string()),
      fc.nat(7),
      (arrays, metadata, shift) => {
        const bytes = encodeSafetensors(arrays, metadata);
        const elsewhere = Buffer.alloc(bytes.length + shift);
        elsewhere.set(bytes, shift);
        const read = readSafetensors(elsewhere.subarray(shift));
        expect(read.metadata).toEqual({ ...metadata });
        expect([...read.arrays.keys()].toSorted()).toEqual([...arrays.keys()].toSorted());
        for (const [name, { shape, values }] of arrays) {
          const found = read.arrays.get(name)!;
          expect(found.shape).toEqual(shape);
          expect(Buffer.from(found.values.buffer)).toEqual(
            Buffer.from(values.buffer, values.byteOffset, values.byteLength),
          );
        }
      },
    ),
  );
});

test("a file is laid out as safetensors has it", () => {
  const bytes = encodeSafetensors(
    new Map([["a", { shape: [2, 1], values: Float32Array.of(1, -2) }]]),
    { b: "c" },
  );
  const length = Number(Buffer.from(bytes).readBigUInt64LE(0));
  expect(length % 8).toBe(0);
  expect(JSON.parse(Buffer.from(bytes.subarray(8, 8 + length)).toString())).toEqual({
    __metadata__: { b: "c" },
    a: { dtype: "F32", shape: [2, 1], data_offsets: [0, 8] },
  });
  expect(Buffer.from(bytes.subarray(8 + length)).readFloatLE(4)).toBe(-2);
});

const checkpoint = (value: number) => ({
  description: { value },
  arrays: new Map([["w", { shape: [3], values: Float32Array.of(value, 2, 3) }]]),
});
const names = () => readdirSync(join(folder.path, "checkpoints")).toSorted();

test("the last are kept, and the newest whole one is read", async () => {
  expect(hasCheckpoint(folder.path)).toBeFalse();
  expect(readCheckpoint(folder.path)).toEqual({ found: null, damaged: [] });
  for (const value of [1, 2, 3, 4]) {
    await writeCheckpoint(folder.path, checkpoint(value), 2);
    expect(readCheckpoint(folder.path).found!.description).toEqual({ value });
  }
  expect(names()).toHaveLength(2);
  expect(hasCheckpoint(folder.path)).toBeTrue();
  const [older, newer] = names();
  const path = join(folder.path, "checkpoints", newer!);
  const whole = readFileSync(path);
  for (const bit of [0, 63, 8 * whole.length - 1]) {
    const damaged = Buffer.from(whole);
    damaged[bit >> 3]! ^= 1 << (bit & 7);
    writeFileSync(path, damaged);
    expect(damagedCheckpoints(folder.path)).toEqual([newer!]);
    const { found, damaged: told } = readCheckpoint(folder.path);
    expect(told).toEqual([newer!]);
    expect(found!.description).toEqual({ value: 3 });
    expect(found!.arrays.get("w")!.values).toEqual(Float32Array.of(3, 2, 3));
  }
  writeFileSync(path, whole.subarray(0, 20));
  expect(readCheckpoint(folder.path).damaged).toEqual([newer!]);
  rmSync(join(folder.path, "checkpoints", older!));
  expect(readCheckpoint(folder.path)).toEqual({ found: null, damaged: [newer!] });
});

test("the next number follows from what is there, and as many as are asked for stay", async () => {
  for (const value of [1, 2, 3, 4, 5]) await writeCheckpoint(folder.path, checkpoint(value), 3);
  expect(names().map((name) => name.slice(0, 6))).toEqual(["000003", "000004", "000005"]);
  await writeCheckpoint(folder.path, checkpoint(6), 1);
  expect(names().map((name) => name.slice(0, 6))).toEqual(["000006"]);
});

test("a number that is too large to be counted on is counted on", async () => {
  mkdirSync(join(folder.path, "checkpoints"));
  const byHand = `${"9".repeat(30)}-${"0".repeat(16)}.safetensors`;
  writeFileSync(join(folder.path, "checkpoints", byHand), "");
  await writeCheckpoint(folder.path, checkpoint(7), 2);
  expect(readCheckpoint(folder.path)).toMatchObject({
    found: { description: { value: 7 } },
    damaged: [],
  });
});
