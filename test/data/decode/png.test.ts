import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import sharp from "sharp";
import { readPlainPng } from "../../../src/data/decode/png.ts";

const kinds = ["grey", "colour"] as const;

/** A PNG file by sharp, with all of PNG's filters in it. */
async function png(kind: (typeof kinds)[number], width: number, height: number, seed: number) {
  const channels: 1 | 3 = kind === "grey" ? 1 : 3;
  // Slopes with some noise, so that each filter is the best one somewhere.
  const pixels = Uint8Array.from({ length: width * height * channels }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return x * seed + y * (seed >> 2) + ((index * seed) % 7);
  });
  const raw = { width, height, channels } as const;
  const bytes = await sharp(pixels, { raw })
    .toColourspace(kind === "grey" ? "b-w" : "srgb")
    .png({ adaptiveFiltering: true })
    .toBuffer();
  return { bytes, pixels, channels };
}

test("gives the pixels that were put in", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...kinds),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      fc.nat(255),
      async (kind, width, height, seed) => {
        const { bytes, pixels, channels } = await png(kind, width, height, seed);
        expect(readPlainPng(bytes, 1600)).toEqual({ width, height, channels, pixels });
      },
    ),
  );
});

describe("leaves to sharp", () => {
  const image = sharp({
    create: { width: 20, height: 10, channels: 4, background: { r: 9, g: 99, b: 200, alpha: 0.5 } },
  });
  const others = {
    "what has transparency": image.clone().png(),
    "what has a palette": image.clone().removeAlpha().png({ palette: true }),
    "what is interlaced": image.clone().removeAlpha().png({ progressive: true }),
    "16 bits": image.clone().removeAlpha().toColourspace("rgb16").png(),
    "what says how to turn it": image.clone().removeAlpha().withMetadata({ orientation: 6 }).png(),
  };
  test.each(Object.entries(others))("%s", async (_, file) => {
    expect(readPlainPng(await file.toBuffer(), 1e6)).toBeUndefined();
  });

  test("what is too large", async () => {
    const { bytes } = await png("grey", 20, 10, 3);
    expect(readPlainPng(bytes, 199)).toBeUndefined();
    expect(readPlainPng(bytes, 200)).toBeDefined();
  });

  test("every file with a wrong byte, and every one that is cut short", async () => {
    const { bytes } = await png("colour", 9, 7, 5);
    for (let at = 8; at < bytes.length; at++) {
      expect(readPlainPng(bytes.subarray(0, at), 1e6)).toBeUndefined();
      const damaged = Uint8Array.from(bytes);
      damaged[at]! ^= 1;
      expect(readPlainPng(damaged, 1e6)).toBeUndefined();
    }
  });
});
