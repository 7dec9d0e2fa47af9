import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { resizePlainly } from "../../../../src/data/decode/resize.ts";
import type { Size } from "../../../../src/data/decode/samples.ts";
import { resamplePlainly } from "../../../../src/data/decode/resample/plain.ts";
import { VectorResizer } from "../../../../src/data/decode/resample/vectors.ts";
import { digitsOf, triangle } from "../../../../src/data/decode/resample/weights.ts";
import { blackPixels, type Depth, type Pixels, whiteOf } from "../../../../src/pixels.ts";
import { cases } from "../../../fixtures/cases.ts";

const length = fc.oneof(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 300 }));

/** Both ends come often: sums are largest there. */
function pixelsOf(depth: Depth, count: number, seed: number): Pixels {
  const white = whiteOf(depth);
  let state = seed;
  return blackPixels(depth, count).map(() => {
    state = (Math.imul(state, 1103515245) + 12345) | 0;
    const kind = (state >>> 28) & 3;
    return kind === 0 ? 0 : kind === 1 ? white : (state >>> 8) & white;
  });
}

describe.each([8, 16] as const)(
  "vector instructions give the bits of the plain steps, of %d bits",
  (depth) => {
    // One for all, as in use: what a call leaves in its memory must not matter to the next.
    const vectors = VectorResizer.open()!;
    const image = fc
      .record({
        width: length,
        height: length,
        channels: fc.constantFrom(1 as const, 3 as const),
        seed: fc.nat(),
      })
      .map(({ seed, ...size }) => ({
        ...size,
        pixels: pixelsOf(depth, size.width * size.height * size.channels, seed),
      }));

    test("one axis and both", () => {
      fc.assert(
        fc.property(image, length, length, (source, newWidth, newHeight) => {
          const { width, height, channels, pixels } = source;
          const across = triangle(width, newWidth);
          const down = triangle(height, newHeight);
          const wide = resamplePlainly(pixels, [height, width, channels], across);
          const expected = resamplePlainly(wide, [1, height, newWidth * channels], down);
          const resized = (size: Size) =>
            vectors.resize(source, size, { left: 0, top: 0, ...size });
          expect(resized({ width: newWidth, height: newHeight })).toEqual({
            width: newWidth,
            height: newHeight,
            channels,
            pixels: expected,
          });
          expect(resized({ width: newWidth, height }).pixels).toEqual(wide);
          expect(resized({ width, height: newHeight }).pixels).toEqual(
            resamplePlainly(pixels, [1, height, width * channels], down),
          );
        }),
        cases(30, 100),
      );
    });

    test("however the image lies, and of a part of it", () => {
      const orientation = fc.constantFrom(...([1, 2, 3, 4, 5, 6, 7, 8] as const));
      const axis = fc
        .tuple(
          length,
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        )
        .map(([size, from, part]) => {
          const first = Math.floor(from * (size - 1));
          return { size, first, count: 1 + Math.floor(part * (size - 1 - first)) };
        });
      fc.assert(
        fc.property(image, orientation, axis, axis, (upright, lies, across, down) => {
          const source = { ...upright, orientation: lies };
          const size = { width: across.size, height: down.size };
          const window = {
            left: across.first,
            top: down.first,
            width: across.count,
            height: down.count,
          };
          expect(vectors.resize(source, size, window)).toEqual(resizePlainly(source, size, window));
        }),
        cases(30, 100),
      );
    });

    // A sum of 16 bits is carried after each 24 products: many of the largest ones, of either sign.
    test.each([
      [1, 20_000, 3],
      [3, 9_001, 2],
    ] as const)(
      "%d channels, thousands of neighbours of the ends of the range",
      (channels, long, short) => {
        const white = whiteOf(depth);
        for (const value of [() => 0, () => white, (at: number) => (at & 1 ? white : 0)]) {
          const pixels = blackPixels(depth, long * short * channels).map((_, at) => value(at));
          for (const [width, height] of [
            [long, short],
            [short, long],
          ] as const) {
            const source = { width, height, channels, pixels };
            const size = { width: 2, height: 2 };
            const window = { left: 0, top: 0, ...size };
            expect(vectors.resize(source, size, window)).toEqual(
              resizePlainly(source, size, window),
            );
          }
        }
      },
    );
  },
);

test("the digits of a share are the share, and as large as the kernels take them", () => {
  fc.assert(
    fc.property(length, length, (from, size) => {
      const weights = triangle(from, size);
      const { digits, errors } = digitsOf(weights);
      const { taps, shares } = weights;
      for (let place = 0; place < size; place++) {
        let sum = 0;
        for (let tap = 0; tap < taps; tap++) {
          const at = 3 * place * taps + tap;
          const [high, middle, low] = [digits[at]!, digits[at + taps]!, digits[at + 2 * taps]!];
          const share = shares[place * taps + tap]! * 2 ** 36;
          expect(high * 2 ** 24 + middle * 2 ** 12 + low).toBe(share);
          expect(high >= 0 && high <= 4096).toBe(true);
          for (const digit of [middle, low]) expect(digit >= -2048 && digit < 2048).toBe(true);
          sum += share;
        }
        expect(errors[place]).toBe(8 * (sum - 2 ** 36));
      }
    }),
    { numRuns: 30 },
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
