import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { buildAugmenter } from "../../../src/data/augment/augmenter.ts";
import { mixIn } from "../../../src/data/augment/mix.ts";
import { buildWarp } from "../../../src/data/augment/warp.ts";
import { identity, affineOf } from "../../../src/data/augment/affine.ts";
import { toDepth } from "../../../src/pixels.ts";
import type { Augment } from "../../../src/spec/experiment.ts";
import { augmentSettings } from "../../fixtures/augment.ts";

const shape = [14, 11, 3] as const;
const length = 14 * 11 * 3;
const levels = fc.uint8Array({ minLength: length, maxLength: length });

/** What differs by rounding alone, as many times as an image of 8 bits is rounded. */
const operations: [name: string, augment: Augment, rounded: number][] = [
  ["place", { rotation: 20, shift: 0.1, zoom: 0.1, shear: 5, fill: "reflect" }, 0.7],
  ["flips", { flip: "both" }, 0],
  [
    "a crop on a level of its own",
    { crop: { area: [0.3, 1] }, fill: "constant", fillValue: 90 },
    0.7,
  ],
  ["nearest", { rotation: 30, interpolation: "nearest" }, 0],
  ["blur", { blur: 2 }, 0.51],
  ["brightness", { brightness: [0.5, 1.5] }, 0.51],
  ["contrast", { contrast: [0.5, 1.5] }, 0.51],
  ["channelShift", { channelShift: 40 }, 0.51],
  ["noise", { noise: 0.05 }, 0.51],
  ["saltAndPepper", { saltAndPepper: 0.3 }, 0],
  ["RandAugment, one operation", { randAugment: { n: 1, magnitude: 12 } }, 0.7],
];

describe("an image of 8 bits becomes the same with depth 16, but for what 8 bits round", () => {
  test.each(operations)("%s", (_, augment, rounded) => {
    const settings = augmentSettings(augment);
    const [narrow, deep] = ([8, 16] as const).map((depth) =>
      buildAugmenter(settings, shape, 9, depth),
    );
    fc.assert(
      fc.property(levels, fc.nat(500), (image, number) => {
        const key = { seed: 4, epoch: 1, image: number };
        const [bytes, words] = [new Uint8Array(length), new Uint16Array(length)];
        narrow!.augment(image, key, bytes);
        deep!.augment(toDepth(image, 16), key, words);
        for (const [at, value] of words.entries())
          expect(Math.abs(value / 257 - bytes[at]!)).toBeLessThanOrEqual(rounded);
      }),
      // Of many operations one is drawn.
      { numRuns: augment.randAugment ? 60 : 20 },
    );
  });

  test("MixUp keeps what is below a level of 8 bits", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 65_535 }),
        fc.integer({ min: 0, max: 65_535 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, other, weight) => {
          const image = Uint16Array.of(one);
          mixIn(image, Uint16Array.of(other), [1, 1, 1], { partner: 0, weight, window: null });
          expect(Math.abs(image[0]! - (one * weight + other * (1 - weight)))).toBeLessThanOrEqual(
            1,
          );
        },
      ),
    );
  });
});

test("what is drawn in place of others, black and white, has all of the range", () => {
  const draw = (augment: Augment) => {
    const into = new Uint16Array(length);
    const source = new Uint16Array(length).fill(30_000);
    const augmenter = buildAugmenter(augmentSettings(augment), shape, 9, 16);
    augmenter.augment(source, { seed: 1, epoch: 1, image: 1 }, into);
    return new Set(into);
  };
  expect(draw({ saltAndPepper: 0.5 })).toEqual(new Set([0, 30_000, 65_535]));
  const erased = [...draw({ erase: { probability: 1, area: [0.4, 0.4] } })];
  expect(erased.some((value) => value % 257 !== 0 && value !== 30_000)).toBe(true);
  expect(Math.max(...erased)).toBeGreaterThan(60_000);
});

test("a flip moves 16-bit values and changes none", () => {
  fc.assert(
    fc.property(fc.uint16Array({ minLength: 24, maxLength: 24 }), (source) => {
      const into = new Uint16Array(24);
      const place = { ...identity, flipHorizontal: true, flipVertical: true };
      const sampling = { interpolation: "bilinear", fill: "nearest", fillValue: 0 } as const;
      buildWarp([4, 6, 1], sampling, 16)(source, affineOf(place, [4, 6, 1]), into);
      expect(into).toEqual(source.toReversed());
    }),
  );
});
