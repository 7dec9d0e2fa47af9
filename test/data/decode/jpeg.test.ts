import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import sharp, { type Sharp } from "sharp";
import { readPlainJpeg } from "../../../src/data/decode/jpeg.ts";

import { oriented } from "../../fixtures/oriented.ts";
import { cases } from "../../fixtures/cases.ts";

const width = 37;
const height = 21;
const picture = () =>
  sharp(
    Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * 7 + (index >> 4)) & 255),
    { raw: { width, height, channels: 3 } },
  );
const turned = async (orientation: number) =>
  oriented(await picture().jpeg().toBuffer(), orientation);
const pixelsOf = (bytes: Uint8Array) => sharp(bytes, { ignoreIcc: true }).raw().toBuffer();

const plain: Record<string, Sharp> = {
  "an ordinary one": picture().jpeg(),
  progressive: picture().jpeg({ progressive: true }),
  "without chroma subsampling": picture().jpeg({ chromaSubsampling: "4:4:4" }),
  grey: picture().toColourspace("b-w").jpeg(),
  "with EXIF, upright": picture()
    .withExif({ IFD0: { Copyright: "someone" } })
    .jpeg(),
  "with a colour profile": picture().withIccProfile("p3").jpeg(),
  "with an orientation of 1": picture().withMetadata({ orientation: 1 }).jpeg(),
};

test.each(Object.entries(plain))(
  "%s: the same size and pixels, without metadata",
  async (name, image) => {
    const bytes = await image.toBuffer();
    const read = readPlainJpeg(bytes)!;
    expect(read).toMatchObject({ width, height, isGrey: name === "grey", orientation: 1 });
    expect(read.isSingleScan).toBe(name !== "progressive");
    const stripped = Buffer.concat(read.stripped());
    expect(await pixelsOf(stripped)).toEqual(await pixelsOf(bytes));
    const { exif, icc } = await sharp(stripped).metadata();
    expect([exif, icc]).toEqual([undefined, undefined]);
  },
);

test.each([2, 3, 4, 5, 6, 7, 8])(
  "an orientation of %d is told, and the picture left as it is stored",
  async (orientation) => {
    const bytes = await turned(orientation);
    const read = readPlainJpeg(bytes)!;
    expect(read).toMatchObject({ width, height, orientation });
    expect(await pixelsOf(Buffer.concat(read.stripped()))).toEqual(await pixelsOf(bytes));
    const { orientation: kept } = await sharp(Buffer.concat(read.stripped())).metadata();
    expect(kept).toBeUndefined();
  },
);

test("whatever is wrong with EXIF, its orientation is sharp's or left to sharp", async () => {
  const whole = await turned(6);
  const exif = whole.indexOf("Exif");
  const length = whole.readUInt16BE(exif - 2) - 2;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(length - 1), fc.oneof(fc.nat(9), fc.nat(255))), {
        minLength: 1,
        maxLength: 3,
      }),
      async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[exif + at] = value;
        const read = readPlainJpeg(bytes);
        if (read) expect((await sharp(bytes).metadata()).orientation ?? 1).toBe(read.orientation);
      },
    ),
    cases(400, 2000),
  );
});

describe("leaves to sharp", () => {
  test("a picture with two orientations", async () => {
    const [one, other] = [await turned(6), await turned(3)];
    const exifOf = (bytes: Buffer) => {
      const start = bytes.indexOf("Exif") - 4;
      return bytes.subarray(start, start + 2 + bytes.readUInt16BE(start + 2));
    };
    const both = (first: Buffer, second: Buffer) =>
      Buffer.concat([first.subarray(0, 2), exifOf(second), first.subarray(2)]);
    expect(readPlainJpeg(both(one, one))).toHaveProperty("orientation", 6);
    expect(readPlainJpeg(both(one, other))).toBeUndefined();
    expect(readPlainJpeg(both(one, await turned(1)))).toBeUndefined();
  });

  test("four inks", async () => {
    expect(readPlainJpeg(await picture().toColourspace("cmyk").jpeg().toBuffer())).toBeUndefined();
  });

  test("a file that ends before its first scan, wherever", async () => {
    const bytes = await plain["with EXIF, upright"]!.clone().toBuffer();
    const scan = bytes.indexOf(Uint8Array.of(0xff, 0xda));
    for (let length = 0; length < scan; length++)
      expect(readPlainJpeg(bytes.subarray(0, length))).toBeUndefined();
  });
});
