import { expect, test } from "bun:test";
import fc from "fast-check";
import { crc32 } from "../../../src/app/page/crc32.ts";
import { nearest, similarity, toDirection } from "../../../src/app/page/nearest.ts";

test("the similarity is the cosine of the angle, whatever the lengths", () => {
  expect(similarity([3, 0], [0, 5])).toBe(0);
  expect(similarity([1, 2], [10, 20])).toBeCloseTo(1, 12);
  expect(similarity([1, 2], [-1, -2])).toBeCloseTo(-1, 12);
  expect(similarity([1, 0], [1, 1])).toBeCloseTo(Math.SQRT1_2, 12);
  expect(similarity([0, 0], [1, 1])).toBe(0);
});

test("a direction of 8 bits is hardly another", () => {
  const values = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), {
    minLength: 20,
    maxLength: 20,
  });
  fc.assert(
    fc.property(values, (features) => {
      fc.pre(features.some((value) => Math.abs(value) > 0.1));
      expect(similarity(toDirection(features), features)).toBeGreaterThan(0.999);
    }),
  );
  expect([...toDirection([0, 0])]).toEqual([0, 0]);
});

test("the most similar comes first, of equals the first", () => {
  const found = nearest(
    [1, 0],
    [
      [0, 1],
      [2, 0],
      [1, 1],
      [5, 0],
    ],
  );
  expect(found.map(({ place }) => place)).toEqual([1, 3, 2, 0]);
});

test("the checksum is Bun's", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => expect(crc32(bytes)).toBe(Bun.hash.crc32(bytes))),
  );
});
