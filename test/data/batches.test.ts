import { expect, test } from "bun:test";
import * as fc from "fast-check";
import { batches, cutBatch } from "../../src/data/batches.ts";
import type { DecodedSplit } from "../../src/data/dataset.ts";
import { openRows } from "../../src/data/rows.ts";

/** Images of 2 x 1 x 3 values, each filled with its position. */
function split(length: number): DecodedSplit {
  return {
    files: Array.from({ length }, (_, index) => `${index}`),
    labels: Int32Array.from({ length }, (_, index) => index + 1000),
    rows: openRows({
      kind: "memory",
      pixels: Uint8Array.from({ length: length * 6 }, (_, index) => Math.floor(index / 6)),
      size: 6,
    }),
    length,
    shape: [2, 1, 3],
    depth: 8,
  };
}

test("every image comes once, in the order asked for, the last batch being what is left", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 1, max: 50 }),
      fc.boolean(),
      async (length, size, reverse) => {
        const order = Uint32Array.from({ length }, (_, index) =>
          reverse ? length - 1 - index : index,
        );
        const seen: number[] = [];
        const lengths: number[] = [];
        for await (const batch of reverse
          ? batches(split(length), size, order)
          : batches(split(length), size)) {
          lengths.push(batch.length);
          expect(batch.images).toHaveLength(batch.length * 6);
          for (let index = 0; index < batch.length; index++) {
            const image = batch.images.subarray(index * 6, (index + 1) * 6);
            expect(image).toEqual(new Uint8Array(6).fill(batch.labels[index]! - 1000));
            seen.push(batch.labels[index]! - 1000);
          }
        }
        expect(seen).toEqual([...order]);
        expect(lengths.slice(0, -1).every((count) => count === size)).toBe(true);
        expect(lengths).toHaveLength(Math.ceil(length / size));
      },
    ),
  );
});

test("a part of the images can be asked for", async () => {
  const { value: batch } = await batches(split(10), 4, Uint32Array.of(7, 2)).next();
  expect(batch!.length).toBe(2);
  expect([...batch!.labels]).toEqual([1007, 1002]);
});

test("a batch is cut into parts of nearly equal length that hold it all", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 9 }),
      (length, count) => {
        const labels = Int32Array.from({ length }, (_, index) => index);
        const images = Uint8Array.from({ length: 3 * length }, (_, index) => index);
        const parts = cutBatch({ images, labels, length }, count);
        expect(parts).toHaveLength(Math.min(count, length));
        expect(parts.flatMap((part) => [...part.labels])).toEqual([...labels]);
        expect(parts.flatMap((part) => [...part.images])).toEqual([...images]);
        const lengths = parts.map((part) => part.length);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(2);
      },
    ),
  );
});
