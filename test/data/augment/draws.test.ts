import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { Draws, operationCode } from "../../../src/data/augment/draws.ts";
import { drawDistance, drawFactor, drawRectangle } from "../../../src/data/augment/ranges.ts";

const many = 20_000;

/** The largest distance between the values' distribution and the one given (Kolmogorov-Smirnov), times sqrt(n). */
function distance(values: readonly number[], below: (value: number) => number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    Math.sqrt(sorted.length) *
    sorted.reduce(
      (largest, value, at) =>
        Math.max(largest, Math.abs(below(value) - (at + 0.5) / sorted.length)),
      0,
    )
  );
}

/** Exceeded by chance once in 10^5. */
const MOST_DISTANCE = 2.47;
const code = operationCode("rotation");
const firstOf = (draw: (draws: Draws) => number) =>
  Array.from({ length: many }, (_, image) => draw(Draws.of(7, 1, image, code)));

describe("numbers drawn are spread as they should be", () => {
  test.each([
    ["over images", (at: number) => Draws.of(7, 1, at, code)],
    ["over epochs", (at: number) => Draws.of(7, at, 1, code)],
    ["over seeds", (at: number) => Draws.of(at, 1, 1, code)],
    ["over operations", (at: number) => Draws.of(7, 1, 1, operationCode(`${at}`))],
  ])("uniform %s", (_, drawsAt) => {
    const values = Array.from({ length: many }, (__, at) => drawsAt(at).uniform(-20, 20));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-20);
    expect(Math.max(...values)).toBeLessThan(20);
    expect(distance(values, (value) => (value + 20) / 40)).toBeLessThan(MOST_DISTANCE);
  });

  test("uniform within one key", () => {
    const draws = Draws.of(1, 1, 1, code);
    const values = Array.from({ length: many }, () => draws.uniform(0, 1));
    expect(distance(values, (value) => value)).toBeLessThan(MOST_DISTANCE);
  });

  test("keys that differ in one part share nothing", () => {
    const base = firstOf((draws) => draws.uniform(-1, 1));
    const others = [
      (image: number) => Draws.of(7, 1, image + 1, code),
      (image: number) => Draws.of(7, 2, image, code),
      (image: number) => Draws.of(8, 1, image, code),
      (image: number) => Draws.of(7, 1, image, operationCode("shear")),
    ];
    for (const other of others) {
      const correlation =
        (3 * base.reduce((sum, value, at) => sum + value * other(at).uniform(-1, 1), 0)) / many;
      expect(Math.abs(correlation)).toBeLessThan(5 / Math.sqrt(many));
    }
  });

  test("normal, gamma and beta", () => {
    const normals = firstOf((draws) => draws.normal());
    const mean = normals.reduce((sum, value) => sum + value, 0) / many;
    const variance = normals.reduce((sum, value) => sum + value ** 2, 0) / many;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
    for (const alpha of [0.2, 1, 4]) {
      const shares = firstOf((draws) => draws.beta(alpha));
      const spread = shares.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / many;
      expect(spread).toBeCloseTo(1 / (4 * (2 * alpha + 1)), 2);
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    }
    expect(
      distance(
        firstOf((draws) => draws.beta(1)),
        (value) => value,
      ),
    ).toBeLessThan(MOST_DISTANCE);
  });

  test("the smallest alpha there is gives a share", () => {
    fc.assert(
      fc.property(fc.integer(), (image) => {
        const share = Draws.of(1, 1, image, code).beta(Number.MIN_VALUE);
        expect(share >= 0 && share <= 1).toBe(true);
      }),
    );
  });
});

describe("ranges as Keras has them", () => {
  test("a fraction of the size", () => {
    const values = firstOf((draws) => drawDistance(draws, 0.1, 200));
    expect(distance(values, (value) => (value + 20) / 40)).toBeLessThan(MOST_DISTANCE);
  });

  test("whole pixels below n, either way; 0 as often as any two others", () => {
    const values = firstOf((draws) => drawDistance(draws, 3, 200) + 0);
    expect(new Set(values)).toEqual(new Set([-2, -1, 0, 1, 2]));
    expect(values.filter((value) => value === 0).length / many).toBeCloseTo(1 / 3, 1);
  });

  test("pixels where n is no whole number", () => {
    const values = firstOf((draws) => drawDistance(draws, 2.5, 200));
    expect(distance(values, (value) => (value + 2.5) / 5)).toBeLessThan(MOST_DISTANCE);
  });

  test("one of a list, either way, a fraction where all are", () => {
    const pixels = new Set(firstOf((draws) => drawDistance(draws, [1, 5], 200)));
    expect(pixels).toEqual(new Set([-5, -1, 1, 5]));
    const fractions = new Set(firstOf((draws) => drawDistance(draws, [0.1, 0.25], 200)));
    expect(fractions).toEqual(new Set([-50, -20, 20, 50]));
  });

  test("a factor, from a number or a range; none where it is always 1", () => {
    const values = firstOf((draws) => drawFactor(draws, 0.25)!);
    expect(distance(values, (value) => (value - 0.75) / 0.5)).toBeLessThan(MOST_DISTANCE);
    const ranged = firstOf((draws) => drawFactor(draws, [0.5, 3])!);
    expect(distance(ranged, (value) => (value - 0.5) / 2.5)).toBeLessThan(MOST_DISTANCE);
    expect(drawFactor(Draws.of(1, 1, 1, 1), 0)).toBeNull();
    expect(drawFactor(Draws.of(1, 1, 1, 1), [1, 1])).toBeNull();
  });

  test("a rectangle lies within the image, whatever is asked", () => {
    const share = fc.double({ min: 1e-9, max: 1, noNaN: true });
    const ratio = fc.double({ min: 1e-6, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        fc.tuple(share, share),
        fc.tuple(ratio, ratio),
        (image, height, width, areas, ratios) => {
          const found = drawRectangle(Draws.of(1, 1, image, code), [height, width], {
            area: [Math.min(...areas), Math.max(...areas)],
            ratio: [Math.min(...ratios), Math.max(...ratios)],
            isRelative: false,
          });
          expect(found.top).toBeGreaterThanOrEqual(0);
          expect(found.left).toBeGreaterThanOrEqual(0);
          expect(found.top + found.height).toBeLessThanOrEqual(height + 1e-9);
          expect(found.left + found.width).toBeLessThanOrEqual(width + 1e-9);
        },
      ),
    );
  });
});
