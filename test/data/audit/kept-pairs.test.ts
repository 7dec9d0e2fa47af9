import { expect, test } from "bun:test";
import { join, relative } from "node:path";
import fc from "fast-check";
import { auditFiles, keptNearDuplicates } from "../../../src/data/audit/kept-pairs.ts";
import { withImports } from "../../fixtures/imports.ts";
import type { ComparedPictures } from "../../../src/data/audit/near-duplicates.ts";

const folder = join(import.meta.dir, "../../../src/data/audit");

test("the audit's files are near-duplicates.ts and all that it imports", () => {
  // What is opened, not imported, is named by hand.
  const files = [...withImports(join(folder, "near-duplicates.ts")), join(folder, "kernels.wasm")];
  expect(files.map((file) => relative(folder, file)).toSorted()).toEqual(auditFiles.toSorted());
});

function emptyStore() {
  const kept = new Map<string, string>();
  return {
    kept,
    findAudit: (key: string) => kept.get(key),
    addAudit: (key: string, result: string) => void kept.set(key, result),
  };
}

/** Two pictures, of which the test split has the second, which is the first with some noise. */
const pair = (): ComparedPictures => ({
  thumbnails: Uint8Array.from(
    { length: 512 },
    (_, at) => (((at % 256) * 31) % 200) + (at > 255 ? at % 3 : 0),
  ),
  lowestSplit: Uint8Array.of(0, 2),
  highestSplit: Uint8Array.of(0, 2),
  labels: Int32Array.of(0, 0),
});

test("what was found comes from the store the second time, and is the same", async () => {
  const store = emptyStore();
  const first = await keptNearDuplicates({ store }, pair());
  expect(first).toEqual([
    { query: 1, match: 0, similarity: expect.any(Number), isMislabelled: false },
  ]);
  expect(await keptNearDuplicates({ store }, pair())).toEqual(first);
  expect(await keptNearDuplicates({}, pair())).toEqual(first);
  const [key] = store.kept.keys();
  store.kept.set(key!, "[]");
  expect(await keptNearDuplicates({ store }, pair())).toEqual([]);
});

test("another value anywhere is another audit", async () => {
  const store = emptyStore();
  await keptNearDuplicates({ store }, pair());
  const place = fc
    .constantFrom("thumbnails", "lowestSplit", "highestSplit", "labels")
    .chain((list) =>
      fc.record({ list: fc.constant(list), at: fc.nat(list === "thumbnails" ? 511 : 1) }),
    );
  await fc.assert(
    fc.asyncProperty(place, async ({ list, at }) => {
      const changed = pair();
      changed[list as keyof ComparedPictures][at]! ^= 1;
      const before = store.kept.size;
      await keptNearDuplicates({ store }, changed);
      const isNew = store.kept.size > before;
      store.kept.clear();
      await keptNearDuplicates({ store }, pair());
      expect(isNew).toBe(true);
    }),
    // Each search warms up the kernels of its own.
    { numRuns: 12 },
  );
}, 30_000);

test("whoever is told how far the search is can end it, and nothing is kept then", async () => {
  const store = emptyStore();
  const told: [number, number][] = [];
  const onCompared = async (done: number, total: number) => {
    told.push([done, total]);
    throw new Error("enough");
  };
  await expect(keptNearDuplicates({ store, onCompared }, pair())).rejects.toThrow("enough");
  expect(told).toEqual([[0, 2]]);
  expect(store.kept.size).toBe(0);
});

test("in a single split, of a single class, nothing is looked for", async () => {
  const onCompared = async () => {
    throw new Error("looked for");
  };
  for (const split of [0, 1]) {
    const same = Uint8Array.of(split, split);
    const pictures = { ...pair(), lowestSplit: same, highestSplit: same };
    expect(await keptNearDuplicates({ onCompared }, pictures)).toEqual([]);
  }
});
