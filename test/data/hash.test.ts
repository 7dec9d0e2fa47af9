import { expect, test } from "bun:test";
import fc from "fast-check";
import { likenessOf } from "../../src/data/hash.ts";

test("likenessOf: 128 bits, the same for the same bytes wherever they lie", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      const likeness = likenessOf(bytes);
      expect(likeness).toMatch(/^[\da-f]{32}$/);
      expect(likenessOf(Uint8Array.of(1, ...bytes, 2).subarray(1, -1))).toBe(likeness);
    }),
  );
});

test("likenessOf: each half tells apart what differs in a single bit", () => {
  const bytes = Uint8Array.from({ length: 600 }, (_, at) => at * 7);
  const found = [likenessOf(bytes)];
  for (let at = 0; at < bytes.length; at++) {
    bytes[at]! ^= 1 << (at & 7);
    found.push(likenessOf(bytes));
    bytes[at]! ^= 1 << (at & 7);
  }
  const halves = found.flatMap((likeness) => [likeness.slice(0, 16), likeness.slice(16)]);
  expect(new Set(halves).size).toBe(2 * found.length);
});
