import { expect, test } from "bun:test";
import fc from "fast-check";
import { scaled, scaledWidth } from "../../src/spec/width.ts";

test.each([
  // What keras.applications.MobileNetV2 has with alpha 0.35, 0.5, 0.75 and 1.4.
  [32, 0.35, 16],
  [24, 0.35, 8],
  [96, 0.35, 32],
  [160, 0.5, 80],
  [24, 0.75, 24],
  [24, 1.4, 32],
  [320, 1.4, 448],
  [6, 0.5, 3],
  [1, 0.1, 1],
])("%d filters, %d times as many: %d", (width, factor, expected) => {
  expect(scaledWidth(width, factor)).toBe(expected);
});

test("never loses more than a tenth of what is asked for, and a factor of 1 changes no preset", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 16, max: 4096 }),
      fc.double({ min: 0.05, max: 16, noNaN: true }),
      (width, factor) => {
        fc.pre(factor !== 1);
        const found = scaledWidth(width, factor);
        expect(found % 8).toBe(0);
        expect(found).toBeGreaterThanOrEqual(0.9 * width * factor - 1e-9);
        expect(found).toBeLessThanOrEqual(Math.max(8, 1.1 * width * factor + 8));
      },
    ),
  );
  for (const width of [6, 16, 24, 84, 120, 512]) expect(scaledWidth(width, 1)).toBe(width);
});

test("filters and units are scaled wherever they are, and nothing else", () => {
  const preset = {
    blocks: {
      unit: {
        filters: 32,
        expandedFilters: 64,
        times: 32,
        layers: [{ conv: { filters: "$filters", kernelSize: 3 } }],
      },
    },
    layers: [{ dense: { units: 64 } }, { dense: { units: "classes" } }, { dropout: 0.5 }, "relu"],
  };
  const before = structuredClone(preset);
  expect(scaled(preset, 0.5)).toEqual({
    blocks: {
      unit: {
        filters: 16,
        expandedFilters: 32,
        times: 32,
        layers: [{ conv: { filters: "$filters", kernelSize: 3 } }],
      },
    },
    layers: [{ dense: { units: 32 } }, { dense: { units: "classes" } }, { dropout: 0.5 }, "relu"],
  });
  expect(preset).toEqual(before);
});
