import { expect, test } from "bun:test";
import fc from "fast-check";
import { codeOf, CodeIndex, Frequencies } from "../../../src/data/audit/codes.ts";
import { symmetries, turned, undone } from "../../../src/data/audit/symmetry.ts";

/** Without the even ones that fast-check likes: signs of frequencies that are 0 follow from rounding. */
const picture = fc.noBias(fc.uint8Array({ minLength: 256, maxLength: 256 }));
const symmetry = fc.constantFrom(...symmetries);

const frequencies = (pixels: Uint8Array) => new Frequencies().of(pixels, 0);

test("a symmetry is undone", () => {
  fc.assert(
    fc.property(picture, symmetry, (pixels, way) => {
      expect(turned(turned(pixels, 0, way), 0, undone(way))).toEqual(pixels);
    }),
  );
});

test("the eight symmetries are a quarter's turns and their mirror images", () => {
  const pixels = Uint8Array.from({ length: 256 }, (_, at) => at);
  const turn = (square: Uint8Array) =>
    square.map((_, at) => square[(at % 16) * 16 + 15 - (at >> 4)]!);
  const found = symmetries.map((way) => turned(pixels, 0, way).join());
  const expected = [pixels, pixels.map((_, at) => pixels[at ^ 15]!)].flatMap((start) => {
    const ways = [start];
    while (ways.length < 4) ways.push(turn(ways.at(-1)!));
    return ways.map((way) => way.join());
  });
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test("frequencies are those of the cosine transform", () => {
  fc.assert(
    fc.property(picture, (pixels) => {
      const found = frequencies(pixels);
      const cosine = (frequency: number, place: number) =>
        Math.cos((Math.PI * (place + 0.5) * frequency) / 16);
      for (let v = 0; v < 8; v++)
        for (let u = 0; u < 8; u++)
          expect(found[v * 8 + u]).toBeCloseTo(
            pixels.reduce(
              (sum, value, at) => sum + value * cosine(v, at >> 4) * cosine(u, at & 15),
              0,
            ),
            6,
          );
    }),
    { numRuns: 10 },
  );
});

test("the code of a picture that was turned follows from its frequencies", () => {
  fc.assert(
    fc.property(picture, picture, symmetry, (pixels, other, way) => {
      const common = frequencies(other);
      expect(codeOf(frequencies(pixels), way, common, 0.37)).toEqual(
        codeOf(frequencies(turned(pixels, 0, way)), 0, common, 0.37),
      );
    }),
  );
});

test("every code that differs in 11 bits at most is found, and none that differs in more", () => {
  const half = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
  const flips = fc.uniqueArray(fc.nat(63), { maxLength: 20 });
  fc.assert(
    fc.property(half, half, fc.array(flips, { minLength: 1, maxLength: 20 }), (low, high, all) => {
      const codes = all.flatMap((bits) => [
        bits.reduce((word, bit) => (bit < 32 ? word ^ (1 << bit) : word), low),
        bits.reduce((word, bit) => (bit < 32 ? word : word ^ (1 << (bit - 32))), high),
      ]);
      const positions = Int32Array.from(all, (_, index) => 100 + index);
      const expected = all.flatMap((bits, index) => (bits.length <= 11 ? [100 + index] : []));
      for (const vectors of [true, false]) {
        const index = new CodeIndex(positions, Int32Array.from(codes), { vectors });
        const found = new Set(index.search([low, high]));
        expect([...found].toSorted((a, b) => a - b)).toEqual(expected);
      }
    }),
  );
}, 30_000);
