import { expect, test } from "bun:test";
import fc from "fast-check";
import { bytesOf, narrowed, pixelsIn, toDepth } from "../src/pixels.ts";

const levels = Uint8Array.from({ length: 256 }, (_, level) => level);

test("each of 256 levels has its own of 65536, from black to white, and comes back", () => {
  const wide = toDepth(levels, 16);
  expect([wide[0], wide[1], wide[255]]).toEqual([0, 257, 65_535]);
  expect(narrowed(wide)).toEqual(levels);
  expect(toDepth(levels, 8)).toBe(levels);
  expect(toDepth(wide, 16)).toBe(wide);
});

test("what lies between two levels becomes the nearer one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 65_535 }), (value) => {
      const [level] = narrowed(Uint16Array.of(value));
      expect(Math.abs(level! * 257 - value)).toBeLessThanOrEqual(128);
    }),
  );
});

test("pixels and their bytes are one memory", () => {
  const bytes = bytesOf(Uint16Array.of(1, 258));
  expect([...bytes]).toEqual([1, 0, 2, 1]);
  const pixels = pixelsIn(bytes, 16);
  bytes[0] = 7;
  expect([...pixels]).toEqual([7, 258]);
  expect(pixelsIn(bytes, 8)).toBe(bytes);
});
