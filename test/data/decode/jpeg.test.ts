import { describe, expect, test } from "bun:test";
import sharp, { type Sharp } from "sharp";
import { readPlainJpeg } from "../../../src/data/decode/jpeg.ts";

const width = 37;
const height = 21;
const picture = () =>
  sharp(
    Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * 7 + (index >> 4)) & 255),
    { raw: { width, height, channels: 3 } },
  );
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
    expect(read).toMatchObject({ width, height, isGrey: name === "grey" });
    expect(read.isSingleScan).toBe(name !== "progressive");
    const stripped = read.stripped();
    expect(await pixelsOf(stripped)).toEqual(await pixelsOf(bytes));
    const { exif, icc } = await sharp(stripped).metadata();
    expect([exif, icc]).toEqual([undefined, undefined]);
  },
);

describe("leaves to sharp", () => {
  test.each([2, 3, 6, 8])("a picture with an orientation of %d", async (orientation) => {
    const bytes = await picture().withMetadata({ orientation }).jpeg().toBuffer();
    expect(readPlainJpeg(bytes)).toBeUndefined();
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
