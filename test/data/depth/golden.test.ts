import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Affine } from "../../../src/data/augment/affine.ts";
import { buildWarp } from "../../../src/data/augment/warp.ts";
import type { Sampling } from "../../../src/data/augment/warp-edge.ts";
import { clahe } from "../../../src/data/decode/clahe/clahe.ts";
import { resize } from "../../../src/data/decode/resize.ts";

interface Case {
  name: string;
  height: number;
  width: number;
  source: string;
}

/** Written by test/golden/depth.py. */
const golden = JSON.parse(
  gunzipSync(readFileSync(join(import.meta.dir, "../../golden/depth.json.gz"))).toString(),
) as {
  resizes: (Case & { size: [number, number]; pixels: string })[];
  clahe: (Case & { clipLimit: number; tiles: number; pixels: string })[];
  warps: (Case & { map: Affine; fill: Sampling["fill"]; exact: string })[];
};

const buffer = (text: string) => new Uint8Array(Buffer.from(text, "base64")).buffer;
const values = (text: string) => new Uint16Array(buffer(text));

/** How many differ, and by how much at most. */
function compare(found: ArrayLike<number>, expected: ArrayLike<number>) {
  expect(found.length).toBe(expected.length);
  const differences = Array.from(expected, (value, at) => Math.abs(value - found[at]!));
  return {
    largest: Math.max(...differences),
    share: differences.filter((one) => one > 0).length / differences.length,
  };
}

describe("Pillow's resize of mode I;16", () => {
  test.each(golden.resizes.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const [height, width] = one.size;
    const image = { ...one, channels: 1, pixels: values(one.source) } as const;
    const { pixels } = resize(image, { height, width });
    // Pillow 13 takes some sizes height first, which rounds in between otherwise.
    expect(compare(pixels, values(one.pixels)).largest).toBeLessThanOrEqual(1);
  });
});

describe("OpenCV's CLAHE of 16 bits", () => {
  test.each(golden.clahe.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const { tiles, clipLimit } = one;
    const found = clahe(values(one.source), one, { clipLimit, tiles: [tiles, tiles] });
    expect(found).toBeInstanceOf(Uint16Array);
    const { largest, share } = compare(found, values(one.pixels));
    expect(largest).toBeLessThanOrEqual(1);
    // OpenCV weighs in float32, where a half may fall to either side.
    expect(share).toBeLessThan(0.1);
  });
});

describe("SciPy's affine_transform in double precision, rounded once", () => {
  test.each(golden.warps.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const sampling = { interpolation: "bilinear", fill: one.fill, fillValue: 77 } as const;
    const into = new Uint16Array(one.height * one.width);
    buildWarp([one.height, one.width, 1], sampling, 16)(values(one.source), one.map, into);
    const exact = new Float64Array(buffer(one.exact));
    for (const [at, value] of exact.entries())
      expect(Math.abs(into[at]! - value)).toBeLessThanOrEqual(0.5 + 1e-6);
  });
});
