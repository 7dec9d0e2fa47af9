import { describe, expect, test } from "bun:test";
import { bytesOf } from "../../../src/pixels.ts";
import { affineOf, identity, type Transform } from "../../../src/data/augment/affine.ts";
import {
  applyLevels,
  brighten,
  histogramOf,
  shiftLevels,
  unchangedLevels,
} from "../../../src/data/augment/levels.ts";
import { buildWarp } from "../../../src/data/augment/warp.ts";
import type { Sampling } from "../../../src/data/augment/warp-edge.ts";
import { clahe } from "../../../src/data/decode/clahe/clahe.ts";
import golden from "../../golden/augment.json";

/** Written by test/golden/augment.py. */
const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64"));
const size = golden.size;
const colour = bytes(golden.colour);
const grey = colour.filter((_, at) => at % 3 === 0);

interface Drawn {
  theta?: number;
  tx?: number;
  ty?: number;
  shear?: number;
  zx?: number;
  zy?: number;
  flip_horizontal?: boolean;
  flip_vertical?: boolean;
}

function transformOf(drawn: Drawn): Transform {
  return {
    ...identity,
    theta: drawn.theta ?? 0,
    shiftX: drawn.tx ?? 0,
    shiftY: drawn.ty ?? 0,
    shear: drawn.shear ?? 0,
    zoomX: drawn.zx ?? 1,
    zoomY: drawn.zy ?? 1,
    flipHorizontal: drawn.flip_horizontal ?? false,
    flipVertical: drawn.flip_vertical ?? false,
  };
}

/** The largest difference, and the share of the values that differ by more than `most`. */
function compare(found: Uint8Array, expected: Uint8Array, most = 1) {
  expect(found.length).toBe(expected.length);
  const differences = Array.from(found, (value, at) => Math.abs(value - expected[at]!));
  return {
    largest: Math.max(...differences),
    above: differences.filter((difference) => difference > most).length / found.length,
  };
}

describe("Keras's apply_transform", () => {
  test.each(
    golden.transforms.map((one) => [`${one.name}, ${one.fill}, order ${one.order}`, one] as const),
  )("%s", (_, { drawn, fill, order, channels, pixels }) => {
    const shape = [size, size, channels] as const;
    const sampling: Sampling = {
      fill: fill as Sampling["fill"],
      interpolation: order === 1 ? "bilinear" : "nearest",
      fillValue: 77,
    };
    const into = new Uint8Array(size * size * channels);
    const source = channels === 1 ? grey : colour;
    buildWarp(shape, sampling)(source, affineOf(transformOf(drawn as Drawn), shape), into);
    const { largest, above } = compare(into, bytes(pixels));
    // A place halfway between two pixels may be rounded the other way: one in a thousand at most.
    expect(above).toBeLessThanOrEqual(order === 0 ? 0.002 : 0);
    if (order === 1) expect(largest).toBeLessThanOrEqual(1);
  });

  test("an image that is not square turns about its centre, where Keras errs", () => {
    const shape = [3, 5, 1] as const;
    const source = Uint8Array.from({ length: 15 }, (_, at) => at * 10);
    const into = new Uint8Array(15);
    const warp = buildWarp(shape, { fill: "constant", interpolation: "nearest", fillValue: 0 });
    warp(source, affineOf({ ...identity, theta: 180 }, shape), into);
    expect(into).toEqual(source.toReversed());
  });
});

describe("Keras's levels", () => {
  test.each(golden.levels.map((one) => [one.name, one] as const))("%s", (_, { drawn, pixels }) => {
    const image = colour.slice();
    const levels = unchangedLevels(image, 3);
    const { channel_shift_intensity: shift, brightness } = drawn as Record<string, number>;
    if (shift !== undefined) shiftLevels(levels, histogramOf(image, 3), shift);
    if (brightness !== undefined) brighten(levels, brightness);
    applyLevels(image, [size, size, 3], levels);
    // Pillow cuts fractions off, and Keras does before it; here they are rounded once.
    expect(compare(image, bytes(pixels)).largest).toBeLessThanOrEqual(1);
  });
});

describe("OpenCV's CLAHE", () => {
  test.each(
    golden.clahe.map((one) => [`${one.height}x${one.width}, limit ${one.clipLimit}`, one] as const),
  )("%s", (_, { height, width, clipLimit, tiles, pixels }) => {
    const image = new Uint8Array(height * width);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) image[y * width + x] = grey[y * size + x]!;
    const found = clahe(image, { height, width }, { clipLimit, tiles: [tiles, tiles] });
    const { largest, above } = compare(bytesOf(found), bytes(pixels), 0);
    expect(largest).toBeLessThanOrEqual(1);
    // OpenCV weighs in float32, where a half may fall to either side.
    expect(above).toBeLessThan(0.03);
  });
});
