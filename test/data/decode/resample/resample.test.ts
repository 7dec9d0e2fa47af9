import { expect, test } from "bun:test";
import fc from "fast-check";
import type { Samples, Size } from "../../../../src/data/decode/samples.ts";
import { resamplePlainly } from "../../../../src/data/decode/resample/plain.ts";
import { VectorResizer } from "../../../../src/data/decode/resample/vectors.ts";
import { triangle } from "../../../../src/data/decode/resample/weights.ts";

const length = fc.oneof(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 300 }));

test("vector instructions give the bits of the plain steps", () => {
  // One for all, as in use: what a call leaves in its memory must not matter to the next.
  const vectors = VectorResizer.open()!;
  fc.assert(
    fc.property(
      fc.record({
        width: length,
        height: length,
        channels: fc.constantFrom(1 as const, 3 as const),
      }),
      length,
      length,
      fc.nat(),
      ({ width, height, channels }, newWidth, newHeight, seed) => {
        let state = seed;
        const pixels = new Uint8Array(width * height * channels).map(() => {
          state = (Math.imul(state, 1103515245) + 12345) | 0;
          // Both ends come often: sums are largest there.
          const value = (state >> 16) & 1023;
          return value > 511 ? 255 : value;
        });
        const across = triangle(width, newWidth);
        const down = triangle(height, newHeight);
        const wide = resamplePlainly(pixels, [height, width, channels], across);
        const expected = resamplePlainly(wide, [1, height, newWidth * channels], down);
        const image = { width, height, channels, pixels };
        const resized = (of: Samples, size: Size) =>
          vectors.resize(of, size, { left: 0, top: 0, ...size });
        expect(resized(image, { width: newWidth, height: newHeight })).toEqual({
          width: newWidth,
          height: newHeight,
          channels,
          pixels: expected,
        });
        expect(resized(image, { width: newWidth, height }).pixels).toEqual(wide);
        expect(resized(image, { width, height: newHeight }).pixels).toEqual(
          resamplePlainly(pixels, [1, height, width * channels], down),
        );
      },
    ),
    { numRuns: 200 },
  );
});

test("the weights of a position add up to 1, and what is behind its neighbours is 0", () => {
  fc.assert(
    fc.property(length, length, (from, size) => {
      const { starts, counts, weights, taps } = triangle(from, size);
      expect(taps % 8).toBe(0);
      for (let place = 0; place < size; place++) {
        const all = weights.subarray(place * taps, (place + 1) * taps);
        const count = counts[place]!;
        expect(count).toBeLessThan(taps);
        expect(starts[place]! + count).toBeLessThanOrEqual(from);
        expect(all.subarray(count).every((weight) => weight === 0)).toBe(true);
        const sum = all.reduce((total, weight) => total + weight, 0);
        expect(Math.abs(sum - 2 ** 22)).toBeLessThanOrEqual(count);
      }
    }),
  );
});
