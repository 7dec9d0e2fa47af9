import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { WeightsError } from "../../src/weights/errors.ts";
import { readWeights } from "../../src/weights/read.ts";
import type { WeightFile } from "../../src/weights/weights.ts";
import { writeGoldenFiles } from "../fixtures/golden-files.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { cases } from "../fixtures/cases.ts";

const folder = useTemporaryFolder();

const place = fc.noBias(fc.integer({ min: 0, max: 9999 })).map((share) => share / 10_000);
/** Where a file is cut off, and which of its bytes become others: places as shares of its length. */
interface Damage {
  end: number;
  bytes: readonly (readonly [number, number])[];
}
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ end: place, bytes: fc.constant([]) }),
  fc.record({
    end: fc.constant(1),
    bytes: fc.array(fc.tuple(place, fc.noBias(fc.nat(255))), { minLength: 1, maxLength: 6 }),
  }),
);

function damaged(whole: Buffer, { end, bytes }: Damage): Buffer {
  const copy = Buffer.from(whole.subarray(0, Math.floor(end * whole.length)));
  for (const [at, byte] of bytes) copy[Math.floor(at * copy.length)] = byte;
  return copy;
}

/** @returns null where the file is refused, with one line that names it */
async function readOrRefuse(path: string): Promise<WeightFile["layers"] | null> {
  try {
    return (await readWeights(path)).layers;
  } catch (error) {
    expect(error).toBeInstanceOf(WeightsError);
    expect((error as Error).message).toStartWith(path);
    expect((error as Error).message).not.toContain("\n");
    return null;
  }
}

function expectWhole(layers: WeightFile["layers"]): void {
  for (const { weights } of layers)
    for (const { shape, values } of weights)
      expect(values.length).toBe(shape.reduce((product, size) => product * size, 1));
}

describe("damaged files are refused, or what is read has as many values as its shape", () => {
  test.each([
    ["state.pth", 300],
    ["old.pth", 300],
    ["checkpoint.pt", 150],
    ["views.pth", 150],
    ["state.safetensors", 300],
  ])("%s", async (name, numRuns) => {
    writeGoldenFiles("weights-torch", folder.path);
    const whole = readFileSync(join(folder.path, name));
    const { layers } = await readWeights(join(folder.path, name));
    // A zip archive has sums of its contents, the others none.
    const isZip = whole.subarray(0, 2).toString() === "PK";
    const path = join(folder.path, "damaged");
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        writeFileSync(path, damaged(whole, how));
        const read = await readOrRefuse(path);
        if (read && isZip) expect(read).toEqual(layers);
        else if (read) expectWhole(read);
      }),
      { numRuns },
    );
  });

  test("model.json, and the numbers beside it", async () => {
    const description = Buffer.from(
      JSON.stringify({
        weightsManifest: [
          { paths: ["w"], weights: [{ name: "a/kernel", shape: [2, 2], dtype: "float32" }] },
        ],
      }),
    );
    const numbers = Buffer.alloc(16, 1);
    mkdirSync(join(folder.path, "m"));
    const path = join(folder.path, "m", "model.json");
    await fc.assert(
      fc.asyncProperty(damage, damage, async (how, other) => {
        writeFileSync(path, damaged(description, how));
        writeFileSync(join(folder.path, "m", "w"), damaged(numbers, other));
        const read = await readOrRefuse(path);
        if (read) expectWhole(read);
      }),
      cases(100, 300),
    );
  });

  // Each is read by a process of its own.
  test.each(["weights.h5", "model.weights.h5", "unnamed.keras"])("%s", async (name) => {
    writeGoldenFiles("weights-keras", folder.path);
    const whole = readFileSync(join(folder.path, name));
    const hows = fc.sample(damage, 2);
    await Promise.all(
      hows.map(async (how, index) => {
        const path = join(folder.path, `${index}-${name}`);
        writeFileSync(path, damaged(whole, how));
        const read = await readOrRefuse(path);
        if (read) expectWhole(read);
      }),
    );
  });
});
