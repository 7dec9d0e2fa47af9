import { expect, test } from "bun:test";
import fc from "fast-check";
import { equalisePlainly } from "../../../../src/data/decode/clahe/plain.ts";
import { tilesOf } from "../../../../src/data/decode/clahe/tiles.ts";
import { VectorEqualiser } from "../../../../src/data/decode/clahe/vectors.ts";
import type { Pixels } from "../../../../src/pixels.ts";

const WHITE = 65_535;
// One for all, as in use: what a call leaves in its memory must not matter to the next.
const vectors = VectorEqualiser.open()!;

const side = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 90 }));
const count = fc.integer({ min: 1, max: 9 });
const settings = fc.record({
  // So low that each level keeps one pixel, and so high that nothing is clipped.
  clipLimit: fc.constantFrom(0.01, 1, 2, 40, 255),
  tiles: fc.tuple(count, count),
});

test("vector instructions give the bits of the plain steps", () => {
  // Of few levels a tile has many pixels of each, of many hardly two of one; both ends are among them.
  const kinds = fc.constantFrom(1, 16, 255, 4095, WHITE);
  fc.assert(
    fc.property(side, side, settings, kinds, fc.nat(), (height, width, how, kind, seed) => {
      let state = seed;
      const pixels = new Uint16Array(height * width).map(() => {
        state = (Math.imul(state, 1103515245) + 12345) | 0;
        const level = (state >>> 12) & kind;
        return state >>> 29 === 0 ? WHITE - level : level;
      });
      const tiles = tilesOf({ height, width }, how, 16);
      const before = pixels.slice();
      const plain = equalisePlainly(pixels, tiles);
      expect<Pixels>(vectors.equalise(pixels, tiles)).toEqual(plain);
      expect(pixels).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

test("a tile that has more pixels than there are levels: each level is dealt some", () => {
  const pixels = new Uint16Array(300 * 301).fill(700, 0, 80_000);
  const tiles = tilesOf({ height: 300, width: 301 }, { clipLimit: 0.5, tiles: [1, 1] }, 16);
  const plain = equalisePlainly(pixels, tiles);
  expect<Pixels>(vectors.equalise(pixels, tiles)).toEqual(plain);
  // One pixel of either level is not clipped. Of the other 90,298 each level is dealt one, and every second one more.
  const share = (pixelsUpTo: number) => Math.round((pixelsUpTo * 65_535) / 90_300);
  expect(new Set(plain)).toEqual(new Set([share(2 + 701 + 351), share(1 + 1 + 1)]));
});

test("black and white alone: no level beyond the range", () => {
  const pixels = new Uint16Array(64 * 48).map((_, at) => (at % 3 ? WHITE : 0));
  const tiles = tilesOf({ height: 48, width: 64 }, { clipLimit: 255, tiles: [3, 4] }, 16);
  const plain = equalisePlainly(pixels, tiles);
  expect<Pixels>(vectors.equalise(pixels, tiles)).toEqual(plain);
  expect(plain.every((level, at) => (pixels[at] === WHITE) === (level === WHITE))).toBe(true);
});
