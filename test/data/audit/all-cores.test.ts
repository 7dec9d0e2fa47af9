import { expect, test } from "bun:test";
import { findOnAllCores } from "../../../src/data/audit/all-cores.ts";
import { findNearDuplicates } from "../../../src/data/audit/near-duplicates.ts";
import { stream } from "../../../src/random.ts";

const COUNT = 10_500;

/** Noise, of which every tenth of the last thousand is an earlier one with a few levels changed. */
const pictures = (() => {
  const random = stream(1, "pictures");
  const thumbnails = Uint8Array.from({ length: COUNT * 256 }, () => random.next() & 255);
  for (let copy = COUNT - 1000; copy < COUNT; copy += 10) {
    const original = (copy * 7) % 9000;
    for (let at = 0; at < 256; at++)
      thumbnails[copy * 256 + at] = thumbnails[original * 256 + at]! ^ (at & 3);
  }
  const split = Uint8Array.from({ length: COUNT }, (_, at) => (at >= COUNT - 500 ? 2 : 0));
  const labels = Int32Array.from({ length: COUNT }, (_, at) =>
    at >= COUNT - 1000 && at % 20 === 0 ? 3 : at % 3,
  );
  return { thumbnails, lowestSplit: split, highestSplit: split, labels };
})();

test("many pictures are compared on all cores, and what is found is the same", async () => {
  let last = 0;
  const found = await findOnAllCores(pictures, async (done) => void (last = done));
  expect(found).toEqual(await findNearDuplicates(pictures));
  expect(found).toHaveLength(75);
  expect(found.some(({ isMislabelled }) => isMislabelled)).toBe(true);
  expect(found.some(({ isMislabelled }) => !isMislabelled)).toBe(true);
  expect(last).toBeGreaterThanOrEqual(COUNT - 250);
}, 30_000);

test("whoever is told how far it is can end it", async () => {
  const enough = async () => {
    throw new Error("enough");
  };
  await expect(findOnAllCores(pictures, enough)).rejects.toThrow("enough");
}, 30_000);
