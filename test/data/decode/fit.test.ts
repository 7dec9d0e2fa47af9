import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import sharp from "sharp";
import { bytesOf } from "../../../src/pixels.ts";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import type { Target } from "../../../src/data/decode/verdict.ts";
import { fitOf, padTo } from "../../../src/data/decode/fit.ts";
import type { Samples } from "../../../src/data/decode/samples.ts";
import { resize } from "../../../src/data/decode/resize.ts";

interface Golden {
  fits: {
    mode: "RGB" | "L";
    png: string;
    target: [number, number];
    torchvision_crop?: string;
    pillow_pad: string;
    keras_crop?: string;
    keras_pad?: string;
  }[];
  backgrounds: { name: string; bytes: string; background: string; rgb: string; grey: string }[];
}

const golden = JSON.parse(
  gunzipSync(readFileSync(join(import.meta.dir, "../../golden/fit.json.gz"))).toString(),
) as Golden;

async function pixelsOf(base64: string, target: Target): Promise<Uint8Array> {
  const verdict = await decodeImage(Buffer.from(base64, "base64"), target);
  if (!("pixels" in verdict)) throw new Error(verdict.detail);
  return bytesOf(verdict.pixels);
}

const values = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));

/** The largest difference, and the mean one, of the pixels that `counts` takes. */
function differences(a: Uint8Array, b: Uint8Array, counts: (at: number) => boolean = () => true) {
  expect(a.length).toBe(b.length);
  const found = [...a].flatMap((value, at) => (counts(at) ? Math.abs(value - b[at]!) : []));
  return {
    most: Math.max(0, ...found),
    mean: found.reduce((sum, one) => sum + one, 0) / Math.max(1, found.length),
  };
}

describe("images of another ratio than the target's", () => {
  for (const [index, one] of golden.fits.entries()) {
    const [height, width] = one.target;
    const channels = one.mode === "L" ? 1 : 3;
    const target = { height, width, channels } as const;
    test(`case ${index}, ${one.mode} to ${width}x${height}`, async () => {
      const [crop, pad] = [
        await pixelsOf(one.png, { ...target, resize: "crop" }),
        await pixelsOf(one.png, { ...target, resize: "pad" }),
      ];
      // Pillow takes some sizes height first: values then differ by 1.
      if (one.torchvision_crop)
        expect(differences(crop, values(one.torchvision_crop)).most).toBeLessThanOrEqual(1);
      expect(differences(pad, values(one.pillow_pad)).most).toBeLessThanOrEqual(1);
      // Keras cuts to whole pixels before it resizes, and pads before it resizes, so that the edges are mixed.
      const size = await sharp(Buffer.from(one.png, "base64")).metadata();
      const fit = fitOf(size, target, "pad");
      const edge = 2 + Math.ceil(Math.max(width / size.width, height / size.height));
      const isInside = (at: number) => {
        const pixel = Math.floor(at / channels);
        const [x, y] = [(pixel % width) - fit.left, Math.floor(pixel / width) - fit.top];
        const { width: across, height: down } = fit.window;
        return x >= edge && y >= edge && x < across - edge && y < down - edge;
      };
      const isExact =
        fit.whole.width * size.height === fit.whole.height * size.width &&
        (width - fit.window.width) % 2 === 0 &&
        (height - fit.window.height) % 2 === 0;
      if (isExact && one.keras_pad)
        expect(differences(pad, values(one.keras_pad), isInside).most).toBeLessThanOrEqual(2);
      if (one.keras_crop) expect(differences(crop, values(one.keras_crop)).mean).toBeLessThan(12);
    });
  }

  test("the target is always filled, the ratio kept to half a pixel, and what is cut is cut evenly", () => {
    const side = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(side, side, side, side, (width, height, across, down) => {
        const target = { width: across, height: down };
        const crop = fitOf({ width, height }, target, "crop");
        expect(crop.window).toMatchObject(target);
        expect([crop.left, crop.top]).toEqual([0, 0]);
        expect(crop.window.left + across).toBeLessThanOrEqual(crop.whole.width);
        expect(crop.window.top + down).toBeLessThanOrEqual(crop.whole.height);
        const pad = fitOf({ width, height }, target, "pad");
        expect(pad.window).toEqual({ left: 0, top: 0, ...pad.whole });
        expect(pad.left + pad.whole.width).toBeLessThanOrEqual(across);
        expect(pad.top + pad.whole.height).toBeLessThanOrEqual(down);
        expect(across === pad.whole.width || down === pad.whole.height).toBe(true);
        const rest = [
          across - pad.whole.width - 2 * pad.left,
          down - pad.whole.height - 2 * pad.top,
        ];
        for (const one of rest) expect(Math.abs(one)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("a window of a resized image is that part of the whole one", () => {
    const side = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(side, side, side, side, fc.constantFrom(1 as const, 3 as const), (...all) => {
        const [width, height, across, down, channels] = all;
        const pixels = Uint8Array.from(
          { length: width * height * channels },
          (_, at) => (at * 89) % 251,
        );
        const image: Samples = { width, height, channels, pixels };
        const whole = resize(image, { width: across, height: down });
        const window = {
          left: Math.floor(across / 3),
          top: Math.floor(down / 4),
          width: Math.ceil(across / 2),
          height: Math.ceil(down / 2),
        };
        const part = resize(image, { width: across, height: down }, window);
        for (let y = 0; y < window.height; y++)
          for (let x = 0; x < window.width * channels; x++)
            expect(part.pixels[y * window.width * channels + x]).toBe(
              whole.pixels[((y + window.top) * across + window.left) * channels + x]!,
            );
      }),
    );
  });

  test("padEdge repeats the outermost pixels", () => {
    const shown: Samples = { width: 2, height: 1, channels: 1, pixels: Uint8Array.of(3, 8) };
    const padded = padTo(shown, { left: 1, top: 1 }, { width: 4, height: 3 }, "edge");
    expect([...padded]).toEqual([3, 3, 8, 8, 3, 3, 8, 8, 3, 3, 8, 8]);
  });

  test("padding has the background's colour, and counts neither as content nor in what looks alike", async () => {
    const plain = await sharp({
      create: { width: 40, height: 10, channels: 3, background: "#777" },
    })
      .png()
      .toBuffer();
    const target = { height: 40, width: 40, channels: 3, resize: "pad" } as const;
    const verdict = await decodeImage(plain, { ...target, background: [255, 0, 10] });
    if (!("pixels" in verdict)) throw new Error(verdict.detail);
    expect([...verdict.pixels.subarray(0, 3)]).toEqual([255, 0, 10]);
    expect(verdict.notes).toEqual(["blank"]);
    expect(new Set(verdict.thumbnail)).toEqual(new Set([0x77]));
  });

  test("an image far longer than it is wide is cropped and padded", async () => {
    const long = await sharp({
      create: { width: 30_000, height: 1, channels: 3, background: "red" },
    })
      .png()
      .toBuffer();
    for (const resizeMode of ["crop", "pad", "padEdge"] as const) {
      const target = { height: 64, width: 64, channels: 3, resize: resizeMode } as const;
      expect(await pixelsOf(long.toString("base64"), target)).toHaveLength(64 * 64 * 3);
    }
  });
});

describe("transparent images on a background", () => {
  const colours = { black: [0, 0, 0], white: [255, 255, 255], "#3366cc": [51, 102, 204] } as const;
  for (const { name, bytes, background, rgb, grey } of golden.backgrounds) {
    test(`${name} on ${background}`, async () => {
      const target = {
        height: 14,
        width: 20,
        background: colours[background as keyof typeof colours],
      };
      // Associated opacity is undone and done again by Pillow, which loses a level or two.
      const most = name.startsWith("premultiplied") ? 3 : 0;
      const inColour = await pixelsOf(bytes, { ...target, channels: 3 });
      expect(differences(inColour, values(rgb)).most).toBeLessThanOrEqual(most);
      const inGrey = await pixelsOf(bytes, { ...target, channels: 1 });
      // A grey image stays grey under a background of grey.
      expect(differences(inGrey, values(grey)).most).toBeLessThanOrEqual(Math.max(most, 1));
    });
  }
});
