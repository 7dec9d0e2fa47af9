import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { buildAugmenter, drawTransform } from "../../../src/data/augment/augmenter.ts";
import { Draws } from "../../../src/data/augment/draws.ts";
import { blur, saturate, sharpen } from "../../../src/data/augment/filters.ts";
import {
  autoContrast,
  equalize,
  histogramOf,
  posterize,
  solarize,
  stretchContrast,
  unchangedLevels,
} from "../../../src/data/augment/levels.ts";
import { drawMix, mixIn } from "../../../src/data/augment/mix.ts";
import { addNoise, addSaltAndPepper, noiseTable } from "../../../src/data/augment/noise.ts";
import { drawPolicy, randAugmentOperations } from "../../../src/data/augment/rand-augment.ts";
import { augmentSettings } from "../../fixtures/augment.ts";

const shape = [20, 20, 3] as const;
const draws = (image = 1) => Draws.of(1, 1, image, 1);
const anyImage = fc.uint8Array({ minLength: 1200, maxLength: 1200 });

function share(values: readonly boolean[]): number {
  return values.filter(Boolean).length / values.length;
}

describe("what is drawn for images", () => {
  const settings = augmentSettings({
    rotation: 20,
    shift: { width: 0.1, height: 0.2 },
    shear: 10,
    zoom: [0.5, 1.5],
    flip: "both",
    crop: { area: [0.5, 1], ratio: [1, 1] },
  });
  const drawn = Array.from({ length: 5000 }, (_, image) =>
    drawTransform(settings, [100, 200, 3], { seed: 1, epoch: 1, image }),
  );

  test.each([
    ["theta", -20, 20],
    ["shear", -10, 10],
    ["shiftX", -20, 20],
    ["shiftY", -20, 20],
    ["zoomX", 0.5, 1.5],
    ["zoomY", 0.5, 1.5],
  ] as const)("%s is anything from %d to %d alike", (part, low, high) => {
    const values = drawn.map((one) => one[part]);
    for (const value of values) expect(value >= low && value < high).toBe(true);
    const sorted = values.toSorted((a, b) => a - b);
    const distance = Math.max(
      ...sorted.map((value, at) =>
        Math.abs((value - low) / (high - low) - (at + 0.5) / sorted.length),
      ),
    );
    // Kolmogorov-Smirnov: exceeded by chance once in 10^5.
    expect(distance * Math.sqrt(sorted.length)).toBeLessThan(2.47);
  });

  test("half of them are mirrored, each way by itself", () => {
    expect(share(drawn.map((one) => one.flipHorizontal))).toBeCloseTo(0.5, 1);
    expect(share(drawn.map((one) => one.flipVertical))).toBeCloseTo(0.5, 1);
    expect(share(drawn.map((one) => one.flipVertical && one.flipHorizontal))).toBeCloseTo(0.25, 1);
  });

  test("a window keeps the share of the area and the image's own shape", () => {
    for (const { window } of drawn) {
      const { height, width, top, left } = window!;
      expect(width / height).toBeCloseTo(2, 9);
      const kept = (height * width) / (100 * 200);
      expect(kept >= 0.5 && kept <= 1).toBe(true);
      expect(top >= 0 && left >= 0 && top + height <= 100 && left + width <= 200).toBe(true);
    }
  });
});

describe("noise", () => {
  test("has the standard deviation asked for and no bias", () => {
    const image = new Uint8Array(200_000).fill(128);
    addNoise(image, 10, noiseTable(), draws());
    const mean = image.reduce((sum, value) => sum + value - 128, 0) / image.length;
    const variance = image.reduce((sum, value) => sum + (value - 128) ** 2, 0) / image.length;
    expect(Math.abs(mean)).toBeLessThan(0.15);
    expect(Math.sqrt(variance)).toBeCloseTo(10, 0);
  });

  test("salt and pepper take the share asked for, half each, whole pixels", () => {
    const image = new Uint8Array(300_000).fill(128);
    addSaltAndPepper(image, [100, 1000, 3], 0.1, draws());
    const pixels = Array.from({ length: 100_000 }, (_, at) => image.subarray(3 * at, 3 * at + 3));
    expect(share(pixels.map(([level]) => level === 0))).toBeCloseTo(0.05, 2);
    expect(share(pixels.map(([level]) => level === 255))).toBeCloseTo(0.05, 2);
    for (const [red, green, blue] of pixels) expect(red === green && green === blue).toBe(true);
  });

  test("an erased rectangle comes to the share of images asked for", () => {
    const augmenter = buildAugmenter(
      augmentSettings({ erase: { probability: 0.3, area: [0.25, 0.25], ratio: [1, 1] } }),
      shape,
      1,
    );
    const flat = new Uint8Array(1200).fill(128);
    const into = new Uint8Array(1200);
    const erased = Array.from({ length: 2000 }, (_, image) => {
      augmenter.augment(flat, { seed: 1, epoch: 1, image }, into);
      return into.filter((value) => value !== 128).length;
    });
    expect(share(erased.map((values) => values > 0))).toBeCloseTo(0.3, 1);
    for (const values of erased) expect(values).toBeLessThanOrEqual(300);
  });
});

describe("filters", () => {
  test("blur leaves an even image as it is, and spreads a point by the Gaussian", () => {
    const flat = new Uint8Array(1200).fill(77);
    blur(flat, shape, 2);
    expect(flat.every((value) => value === 77)).toBe(true);
    const point = new Uint8Array(21 * 21);
    point[10 * 21 + 10] = 255;
    blur(point, [21, 21, 1], 1);
    const gauss = (y: number, x: number) => Math.exp(-(y * y + x * x) / 2) / (2 * Math.PI);
    for (const [y, x] of [
      [0, 0],
      [1, 0],
      [0, -1],
      [2, 1],
    ] as const)
      expect(Math.abs(point[(10 + y) * 21 + 10 + x]! - 255 * gauss(y, x))).toBeLessThan(1);
  });

  test("sharpen and saturate by 1 change nothing; saturate by 0 makes grey", () => {
    fc.assert(
      fc.property(anyImage, (image) => {
        const changed = image.slice();
        sharpen(changed, shape, 1);
        saturate(changed, shape, 1);
        expect(changed).toEqual(image);
        saturate(changed, shape, 0);
        for (let at = 0; at < changed.length; at += 3)
          expect(changed[at] === changed[at + 1] && changed[at] === changed[at + 2]).toBe(true);
      }),
    );
  });
});

describe("levels", () => {
  test("auto contrast fills the range, contrast keeps the mean, equalize the order", () => {
    fc.assert(
      fc.property(anyImage, (image) => {
        const counts = histogramOf(image, 3);
        const stretched = unchangedLevels(image, 3);
        autoContrast(stretched, counts);
        const red = image.filter((_, at) => at % 3 === 0);
        const [low, high] = [Math.min(...red), Math.max(...red)];
        if (high > low) expect([stretched[0]![low], stretched[0]![high]]).toEqual([0, 255]);
        const same = unchangedLevels(image, 3);
        stretchContrast(same, counts, 1);
        for (const own of same) own.forEach((level, at) => expect(level).toBeCloseTo(at, 9));
        const equal = unchangedLevels(image, 3);
        equalize(equal, counts);
        for (const own of equal)
          for (let level = 1; level < 256; level++)
            expect(own[level]!).toBeGreaterThanOrEqual(own[level - 1]!);
      }),
    );
  });

  test("solarize turns levels about from the threshold on, posterize keeps the highest bits", () => {
    const grey = new Uint8Array(1);
    const solar = unchangedLevels(grey, 1);
    solarize(solar, 100);
    expect([99, 100, 255].map((level) => solar[0]![level])).toEqual([99, 155, 0]);
    const poster = unchangedLevels(grey, 1);
    posterize(poster, 3);
    expect(new Set(poster[0]).size).toBe(8);
    const whole = unchangedLevels(grey, 1);
    posterize(whole, 8);
    expect(whole).toEqual(unchangedLevels(grey, 1));
  });
});

describe("mixing", () => {
  test("a label counts as much as its image shows", () => {
    fc.assert(
      fc.property(fc.nat(), fc.boolean(), (image, isCut) => {
        const mix = drawMix(
          draws(image),
          { mixup: isCut ? 0 : 1, cutmix: isCut ? 1 : 0 },
          50,
          shape,
        );
        expect(mix.partner).toBeLessThan(50);
        const own = new Uint8Array(1200).fill(200);
        mixIn(own, new Uint8Array(1200), shape, mix);
        const mean = own.reduce((sum, value) => sum + value, 0) / 1200 / 200;
        expect(Math.abs(mean - mix.weight)).toBeLessThan(isCut ? 1e-9 : 0.003);
      }),
    );
  });

  test("with both each image has one of the two, about as often", () => {
    const mixes = Array.from({ length: 2000 }, (_, image) =>
      drawMix(draws(image), { mixup: 0.2, cutmix: 1 }, 9, shape),
    );
    expect(share(mixes.map(({ window }) => window !== null))).toBeCloseTo(0.5, 1);
  });
});

test("RandAugment takes n operations of the whole list, each about as often", () => {
  const names = Array.from({ length: 7000 }, (_, image) =>
    drawPolicy(draws(image), { n: 2, magnitude: 9 }),
  ).flat();
  expect(names.length).toBe(14_000);
  for (const operation of randAugmentOperations) {
    const count = names.filter(({ name }) => name === operation).length;
    expect(Math.abs(count - 1000)).toBeLessThan(150);
  }
  for (const { strength } of names) expect(Math.abs(strength)).toBeCloseTo(0.3, 9);
});

test("any settings give images, of one pixel too", () => {
  fc.assert(
    fc.property(
      fc.tuple(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(1, 3),
      ),
      fc.constantFrom("nearest", "constant", "reflect", "wrap"),
      fc.constantFrom("bilinear", "nearest"),
      fc.nat(1000),
      ([height, width, channels], fill, interpolation, image) => {
        const settings = augmentSettings({
          rotation: 180,
          shift: 0.9,
          shear: 80,
          zoom: [0.1, 10],
          crop: { area: [0.01, 1] },
          flip: "both",
          fill,
          fillValue: 9,
          interpolation,
          blur: 3,
          channelShift: 255,
          brightness: [0, 10],
          contrast: [0, 10],
          randAugment: { n: 5, magnitude: 30 },
          noise: 1,
          saltAndPepper: 0.5,
          erase: { probability: 1 },
        });
        const source = new Uint8Array(height * width * channels).fill(99);
        const into = new Uint8Array(source.length);
        const augmenter = buildAugmenter(settings, [height, width, channels], 1);
        augmenter.augment(source, { seed: 1, epoch: 1, image }, into);
        expect(source.every((value) => value === 99)).toBe(true);
      },
    ),
  );
});
