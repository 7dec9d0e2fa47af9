import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import sharp from "sharp";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import { turnedSize } from "../../../src/data/decode/orientation.ts";
import { resize } from "../../../src/data/decode/resize.ts";
import { fromCmyk, over } from "../../../src/data/decode/colour.ts";
import type { Target, Usable } from "../../../src/data/decode/verdict.ts";
import { bytesOf, type Pixels, toDepth } from "../../../src/pixels.ts";
import { dicomFile, type DicomElement, greyElements } from "../../fixtures/dicom-file.ts";
import { oriented } from "../../fixtures/oriented.ts";

const [height, width] = [21, 34];

function valuesOf(channels: number): Uint16Array {
  return Uint16Array.from(
    { length: height * width * channels },
    (_, at) => (at * 7919 + 13) % 65_536,
  );
}

type Kind = 1 | 2 | 3 | 4;

function pictureOf(pixels: Pixels, channels: Kind) {
  const isWide = pixels instanceof Uint16Array;
  const isGrey = channels < 3;
  return sharp(pixels, { raw: { height, width, channels } }).toColourspace(
    isWide ? (isGrey && channels === 1 ? "grey16" : "rgb16") : isGrey ? "b-w" : "srgb",
  );
}

async function decoded(file: Uint8Array, target: Target): Promise<Usable> {
  const verdict = await decodeImage(file, target);
  if ("reason" in verdict) throw new Error(verdict.detail);
  return verdict;
}

/** A TIFF file of one row of pixels of four inks. */
function inkFile(inks: Uint16Array): Uint8Array {
  const entries = [
    [256, 3, 1, inks.length / 4],
    [257, 3, 1, 1],
    [258, 3, 4, 8 + inks.byteLength],
    [259, 3, 1, 1],
    [262, 3, 1, 5],
    [273, 4, 1, 8],
    [277, 3, 1, 4],
    [278, 3, 1, 1],
    [279, 4, 1, inks.byteLength],
  ] as const;
  const directory = 8 + inks.byteLength + 8;
  const file = Buffer.alloc(directory + 2 + entries.length * 12 + 4);
  file.write("II*\0", "latin1");
  file.writeUInt32LE(directory, 4);
  file.set(bytesOf(inks), 8);
  for (let ink = 0; ink < 4; ink++) file.writeUInt16LE(16, 8 + inks.byteLength + ink * 2);
  file.writeUInt16LE(entries.length, directory);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = directory + 2 + index * 12;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    file.writeUInt32LE(value, at + 8);
  }
  return new Uint8Array(file);
}

/** Every other byte the other way round. */
function swapped(values: Uint16Array): Uint8Array {
  return new Uint8Array(Buffer.from(values.slice().buffer).swap16());
}

describe("16 bits come through as they are stored", () => {
  for (const channels of [1, 3] as const) {
    const values = valuesOf(channels);
    const target: Target = { height, width, channels, depth: 16 };
    const name = channels === 1 ? "grey" : "colour";
    test.each([
      ["PNG", () => pictureOf(values, channels).png().toBuffer()],
      ["PNG, interlaced", () => pictureOf(values, channels).png({ progressive: true }).toBuffer()],
      ["TIFF, LZW", () => pictureOf(values, channels).tiff({ compression: "lzw" }).toBuffer()],
      [
        "TIFF, no compression",
        () => pictureOf(values, channels).tiff({ compression: "none" }).toBuffer(),
      ],
      [
        "PGM, PPM",
        async () =>
          Buffer.concat([
            Buffer.from(`P${channels === 1 ? 5 : 6} ${width} ${height} 65535\n`),
            swapped(values),
          ]),
      ],
    ] as const)(`${name}, %s`, async (_, file) => {
      const { pixels, notes, used } = await decoded(await file(), target);
      expect(notes).toEqual(["16-bit"]);
      expect(used?.possible).toBe(65_536);
      expect(pixels).toEqual(values);
      const bytes = await decoded(await file(), { ...target, depth: 8 });
      expect(bytes.pixels).toEqual(Uint8Array.from(values, (value) => value >> 8));
    });
  }

  test("four inks of a TIFF file", async () => {
    const inks = Uint16Array.of(0, 65_535, 1000, 0, 40_000, 40_001, 7, 30_000);
    const { pixels, notes } = await decoded(inkFile(inks), {
      height: 1,
      width: 2,
      channels: 3,
      depth: 16,
    });
    expect(notes).toEqual(["cmyk", "16-bit"]);
    const light = 65_535 - 30_000;
    const left = (ink: number) => Math.round((light * (65_535 - ink)) / 65_535);
    const expected = [65_535, 0, 64_535, left(40_000), left(40_001), left(7)];
    for (const [at, value] of expected.entries())
      expect(Math.abs(pixels[at]! - value)).toBeLessThanOrEqual(1);
    expect(pixels[3]).not.toBe(pixels[4]!);
  });

  test("fewer than 16 bits are spread in proportion, a range that is named likewise", async () => {
    const values = Uint16Array.from({ length: height * width }, (_, at) => (at * 31) % 4096);
    const file = (largest: number) =>
      Buffer.concat([Buffer.from(`P5 ${width} ${height} ${largest}\n`), swapped(values)]);
    const target: Target = { height, width, channels: 1, depth: 16 };
    const spread = Uint16Array.from(values, (value) => Math.round((value * 65_535) / 4095));
    expect((await decoded(file(4095), target)).pixels).toEqual(spread);
    const ranged = { ...target, range: [0, 4095] as const };
    expect((await decoded(file(65_535), ranged)).pixels).toEqual(spread);
  });

  test("images that differ in the lowest bit alone are no duplicates", async () => {
    const values = valuesOf(1);
    const other = values.map((value) => value ^ 1);
    const hashes = async (depth: 8 | 16) => {
      const target: Target = { height, width, channels: 1, depth };
      const files = [values, other].map((one) => pictureOf(one, 1).png().toBuffer());
      const images = await Promise.all(files.map(async (file) => decoded(await file, target)));
      return new Set(images.map(({ pixelHash }) => pixelHash)).size;
    };
    expect([await hashes(8), await hashes(16)]).toEqual([1, 2]);
  });
});

describe("an image of 8 bits is the same image as a file that holds it in 16", () => {
  const square = { height: 16, width: 16, depth: 16 } as const;
  const targets: Record<string, Target> = {
    "stretched, grey": { ...square, channels: 1 },
    "stretched, colour": { ...square, channels: 3 },
    enlarged: { height: 50, width: 60, channels: 3, depth: 16 },
    cropped: { ...square, channels: 3, resize: "crop" },
    "padded on a background": { ...square, channels: 3, resize: "pad", background: [250, 3, 90] },
    "its edge repeated": { ...square, channels: 1, resize: "padEdge" },
    "evened out": { ...square, channels: 1, clahe: { clipLimit: 3, tiles: [2, 2] } },
  };
  for (const channels of [1, 3, 4] as const)
    test.each(Object.entries(targets))(`of ${channels} channels, %s`, async (_, target) => {
      const levels = Uint8Array.from(valuesOf(channels), (value) => value % 251);
      const wide = toDepth(levels, 16);
      const [narrow, deep] = [
        await decoded(await pictureOf(levels, channels).png().toBuffer(), target),
        await decoded(await pictureOf(wide, channels).png().toBuffer(), target),
      ];
      expect(narrow.pixels).toBeInstanceOf(Uint16Array);
      expect(narrow.pixels).toEqual(deep.pixels);
      expect(narrow.pixelHash).toBe(deep.pixelHash);
      expect(narrow.thumbnail).toEqual(deep.thumbnail);
      expect(narrow.border).toBe(deep.border!);
    });

  test("the bits of an image that lies on its side, or mirrored, are those of the upright one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(...([2, 3, 4, 5, 6, 7, 8] as const)),
        (wide, high, newWidth, newHeight, orientation) => {
          const pixels = Uint16Array.from(
            { length: wide * high },
            (_, at) => (at * 40_503) % 65_521,
          );
          const lying = { width: wide, height: high, channels: 1, pixels, orientation } as const;
          const upright = resize(lying, turnedSize(lying));
          const size = { width: newWidth, height: newHeight };
          expect(resize(lying, size).pixels).toEqual(resize(upright, size).pixels);
        },
      ),
    );
  });

  test("whatever its orientation", async () => {
    const levels = Uint8Array.from(valuesOf(3), (value) => value % 251);
    const file = await pictureOf(levels, 3).jpeg().toBuffer();
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
      const turned = oriented(file, orientation);
      const target = { height: 9, width: 14, channels: 3 } as const;
      const [bytes, words] = [
        await decoded(turned, target),
        await decoded(turned, { ...target, depth: 16 }),
      ];
      for (const [at, value] of words.pixels.entries())
        // Rounded to levels twice, the other to their 257th parts.
        expect(Math.abs(value / 257 - bytes.pixels[at]!)).toBeLessThanOrEqual(1.01);
    }
  });
});

describe("DICOM is windowed into 16 bits", () => {
  const values = Uint16Array.from({ length: height * width }, (_, at) => (at * 5) % 4096);
  const windowed: DicomElement[] = [
    [0x00281050, "DS", 1000],
    [0x00281051, "DS", 400],
    [0x00281056, "CS", "LINEAR_EXACT"],
  ];
  const shown = (others: readonly DicomElement[], more: Partial<Target> = {}) =>
    decoded(dicomFile(greyElements(values, { width, height }, others)), {
      height,
      width,
      channels: 1,
      depth: 16,
      ...more,
    });
  const shareOf = (value: number) =>
    value <= 800 ? 0 : value > 1200 ? 1 : (value - 1000) / 400 + 0.5;

  test("a window of 400 values has as many levels, from black to white", async () => {
    const { pixels, notes } = await shown(windowed);
    expect(notes).toEqual(["16-bit"]);
    expect(pixels).toEqual(
      Uint16Array.from(values, (value) => Math.floor(shareOf(value) * 65_535 + 0.5)),
    );
  });

  test("MONOCHROME1 is inverted", async () => {
    const { pixels } = await shown([...windowed, [0x00280004, "CS", "MONOCHROME1"]]);
    expect(pixels).toEqual(
      Uint16Array.from(values, (value) => 65_535 - Math.floor(shareOf(value) * 65_535 + 0.5)),
    );
  });

  test("without one, all values of the stored bits in proportion", async () => {
    const { pixels } = await shown([]);
    expect(pixels).toEqual(
      Uint16Array.from(values, (value) => Math.round((value * 65_535) / 4095)),
    );
  });

  test("colours of 8 bits are widened", async () => {
    const colours = Uint8Array.from({ length: height * width * 3 }, (_, at) => (at * 7) % 256);
    const elements: DicomElement[] = [
      [0x00280002, "US", 3],
      [0x00280004, "CS", "RGB"],
      [0x00280006, "US", 0],
      [0x00280100, "US", 8],
      [0x00280101, "US", 8],
      [0x00280102, "US", 7],
      [0x7fe00010, "OW", colours],
    ];
    const { pixels } = await shown(elements, { channels: 3 });
    expect(pixels).toEqual(toDepth(colours, 16));
  });
});

test("of 8 bits, products of two levels are divided as Pillow divides them, all of them", () => {
  const levels = Array.from({ length: 256 }, (_, level) => level);
  for (const alpha of levels) {
    const image = { width: 256, height: 1, channels: 1, pixels: Uint8Array.from(levels) } as const;
    const values = new Uint8Array(256).fill(alpha);
    const pillow = (sum: number) => (((sum + 128) >> 8) + sum + 128) >> 8;
    const laid = over(image, { values, isPremultiplied: false }, [77, 77, 77]);
    expect([...laid.pixels]).toEqual(
      levels.map((level) => pillow(level * alpha + 77 * (255 - alpha))),
    );
    const multiplied = over(image, { values, isPremultiplied: true }, [77, 77, 77]);
    expect([...multiplied.pixels]).toEqual(
      levels.map((level) => Math.min(255, pillow(level * 255 + 77 * (255 - alpha)))),
    );
    const inks = Uint8Array.from(levels.flatMap((level) => [level, level, level, alpha]));
    const light = 255 - alpha;
    expect([...fromCmyk(inks)]).toEqual(
      levels.flatMap((level) => Array<number>(3).fill(Math.max(0, light - pillow(level * light)))),
    );
  }
  expect(bytesOf(fromCmyk(Uint16Array.of(0, 65_535, 32_768, 0)))).toEqual(
    bytesOf(Uint16Array.of(65_535, 0, 32_767)),
  );
});
