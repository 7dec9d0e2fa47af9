import { describe, expect, test } from "bun:test";
import sharp from "sharp";
import { prepareFile } from "../../../src/app/page/decode.ts";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import { owned } from "../../../src/data/decode/facts.ts";
import { turnedSize } from "../../../src/data/decode/orientation.ts";
import type { Target, Usable } from "../../../src/data/decode/verdict.ts";
import { uprightValues } from "../../fixtures/upright.ts";
import { tiffFile, type TiffSettings } from "../../fixtures/tiff-file.ts";

const [width, height] = [9, 5];
const orientations = [1, 2, 3, 4, 5, 6, 7, 8] as const;

const greys = { samples: 1, photometric: 1 };
const colours = { samples: 3, photometric: 2 };
const palette = Array.from({ length: 3 * 256 }, (_, at) => ((at * 7919) & 255) * 257);
const layouts: Record<string, Omit<TiffSettings, "width" | "height" | "values" | "orientation">> = {
  "grey of 1 bit": { ...greys, bits: 1 },
  "grey of 8 bits": { ...greys, bits: 8 },
  "grey of 8 bits, white is zero": { ...greys, bits: 8, photometric: 0 },
  "grey of 12 bits": { ...greys, bits: 12 },
  "grey of 16 bits": { ...greys, bits: 16 },
  "grey of 16 bits with a sign": { ...greys, bits: 16, sampleFormat: 2 },
  "grey of 32 bits": { ...greys, bits: 32 },
  "grey of floating point, 32 bits": { ...greys, bits: 32, sampleFormat: 3 },
  "grey of floating point, 64 bits": { ...greys, bits: 64, sampleFormat: 3 },
  "grey with opacity": { ...greys, bits: 8, samples: 2, extraSamples: 2 },
  "colour of 8 bits": { ...colours, bits: 8 },
  "colour of 16 bits": { ...colours, bits: 16 },
  "colour of 8 bits, channels apart": { ...colours, bits: 8, isPlanar: true },
  "colour of 16 bits, channels apart": { ...colours, bits: 16, isPlanar: true },
  "colour of floating point, channels apart": {
    ...colours,
    bits: 32,
    sampleFormat: 3,
    isPlanar: true,
  },
  "colour with opacity": { ...colours, bits: 8, samples: 4, extraSamples: 2 },
  "colour of 16 bits with opacity": { ...colours, bits: 16, samples: 4, extraSamples: 2 },
  palette: { ...greys, bits: 8, photometric: 3, palette },
  "four inks of 8 bits": { bits: 8, samples: 4, photometric: 5 },
  "four inks of 16 bits": { bits: 16, samples: 4, photometric: 5 },
  "four inks of 8 bits, channels apart": { bits: 8, samples: 4, photometric: 5, isPlanar: true },
  "four inks of 16 bits, channels apart": { bits: 16, samples: 4, photometric: 5, isPlanar: true },
};
const containers = {
  TIFF: {},
  "TIFF, big endian": { isBigEndian: true },
  BigTIFF: { isBig: true },
};

function valuesOf({ bits, samples, sampleFormat = 1 }: TiffSettings | (typeof layouts)[string]) {
  const most = sampleFormat === 1 ? 2 ** bits : 2 ** Math.min(bits - 1, 15);
  return Array.from({ length: width * height * samples }, (_, at) => (at * 2_654_435_761) % most);
}

describe.each(Object.entries(containers))("%s", (_, container) => {
  describe.each(Object.entries(layouts))("%s", (_kind, layout) => {
    const settings: TiffSettings = { ...layout, ...container, width, height, values: [] };
    const values = valuesOf(layout);
    test.each(orientations)("lies as in orientation %d", async (orientation) => {
      const file = tiffFile({ ...settings, values, orientation });
      const size = turnedSize({ width, height, orientation });
      const upright = tiffFile({
        ...settings,
        ...size,
        values: uprightValues({ width, height, orientation, channels: layout.samples }, values),
      });
      for (const target of targetsOf(size)) {
        const expected = (await decodeImage(upright, target)) as Usable;
        const found = (await decodeImage(file, target)) as Usable;
        expect(found.pixels).toEqual(expected.pixels);
        expect(found.thumbnail).toEqual(expected.thumbnail);
        expect([found.width, found.height]).toEqual([width, height]);
        expect(found.notes.includes("exif-rotated")).toBe(orientation > 1);
        // A page has the pixels of a run.
        expect(await prepareFile(file, target)).toEqual({
          pixels: owned(found.pixels),
          remarks: [],
        });
      }
    });
  });
});

/** At its own size, and otherwise. */
function targetsOf({ width: own, height: down }: { width: number; height: number }): Target[] {
  return [
    { width: own, height: down, channels: 3 },
    { width: own, height: down, channels: 3, depth: 16, background: [255, 0, 0] },
    { width: 4, height: 6, channels: 1, resize: "crop" },
  ];
}

test("a number that is no orientation is none", async () => {
  const settings = { ...layouts["grey of floating point, 32 bits"]!, width, height };
  const values = valuesOf(settings as TiffSettings);
  const [target] = targetsOf({ width, height });
  const plain = await decodeImage(tiffFile({ ...settings, values }), target!);
  for (const orientation of [0, 9, 257]) {
    const found = await decodeImage(tiffFile({ ...settings, values, orientation }), target!);
    expect(found).toEqual(plain);
  }
});

test.each(orientations)("old-style JPEG lies as in orientation %d", async (orientation) => {
  const values = Uint8Array.from({ length: width * height }, (_, at) => (at * 5) & 255);
  const oldJpeg = await sharp(values, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 100 })
    .toBuffer();
  const file = { ...layouts["grey of 8 bits"]!, width, height, values: [], oldJpeg };
  const target = { width, height, channels: 1 } as const;
  const plain = (await decodeImage(tiffFile(file), target)) as Usable;
  const turned = { ...target, ...turnedSize({ width, height, orientation }) };
  const found = (await decodeImage(tiffFile({ ...file, orientation }), turned)) as Usable;
  const lying = { width, height, orientation, channels: 1 };
  expect([...found.pixels]).toEqual(uprightValues(lying, plain.pixels));
  expect(found.notes).toEqual(orientation > 1 ? ["exif-rotated"] : []);
});
