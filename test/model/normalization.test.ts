import { expect, test } from "bun:test";
import fc from "fast-check";
import { varianceOf } from "../../src/model/layers/normalization.ts";

const scaleOf = (variance: number) => Math.fround(1 / Math.fround(Math.sqrt(variance)));

test("a scale that was saved is made again of its variance, to the bit", () => {
  // Those of ImageNet among them.
  for (const variance of [0.229 ** 2, 0.224 ** 2, 0.225 ** 2, 58.395 ** 2, 1]) {
    const scale = scaleOf(Math.fround(variance));
    expect(scaleOf(varianceOf(scale))).toBe(scale);
  }
  fc.assert(
    fc.property(fc.float({ min: 1, max: 65536, noNaN: true }), (variance) => {
      const scale = scaleOf(variance / 256);
      expect(scaleOf(varianceOf(scale))).toBe(scale);
    }),
    { numRuns: 2000 },
  );
});
