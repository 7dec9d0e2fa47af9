import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import sharp, { type JpegOptions } from "sharp";
import { narrowed } from "../../../src/pixels.ts";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import type { Usable } from "../../../src/data/decode/verdict.ts";
import { DecodeError } from "../../../src/data/decode/decode-error.ts";
import { readGif } from "../../../src/data/decode/gif.ts";
import { lacksEnd, missingUnits, readScan } from "../../../src/data/decode/jpeg-data.ts";
import { pngFault } from "../../../src/data/decode/png-faults.ts";
import { sniff } from "../../../src/data/decode/sniff.ts";
import { maximum } from "../../../src/arrays.ts";
import type { Orientation } from "../../../src/data/decode/samples.ts";
import { resize } from "../../../src/data/decode/resize.ts";
import { oriented } from "../../fixtures/oriented.ts";
import ordinary from "../../golden/decode.json";
import golden from "../../golden/odd.json";
import sequence from "../../golden/sequence.json";
import { cases as tries } from "../../fixtures/cases.ts";

const target = { height: 16, width: 16, channels: 3 } as const;
const bytesOf = (name: string) =>
  Buffer.from(golden.find((file) => file.name === name)!.bytes, "base64");

describe("Pillow's pixels, bit for bit", () => {
  test.each(golden)("$name", async ({ bytes, width, height, sha256 }) => {
    const verdict = await decodeImage(Buffer.from(bytes, "base64"), { height, width, channels: 3 });
    const { pixels } = verdict as Usable;
    expect(Bun.CryptoHasher.hash("sha256", pixels, "hex")).toBe(sha256);
    expect([verdict as Usable].map((usable) => [usable.width, usable.height])).toEqual([
      [width, height],
    ]);
  });
});

const odd = join(import.meta.dir, "../../../../shared/data/odd-images-2");

describe.skipIf(!existsSync(odd))("each file of a second collection is what it should be", () => {
  const rows = existsSync(odd)
    ? readFileSync(join(odd, "manifest.csv"), "utf8").trim().split(/\r?\n/).slice(1)
    : [];
  // Pillow shows what it finds of these two, whose compressed pixels are damaged.
  const damaged = new Set(["tiff-other-03.tif", "tiff-other-05.tif"]);
  test.each(rows.map((row) => row.split(",")[0]!))("%s", async (name) => {
    const verdict = await decodeImage(readFileSync(join(odd, name)), target);
    const isUnusable = rows.find((row) => row.startsWith(name))!.includes(",unusable");
    expect("reason" in verdict).toBe(isUnusable || damaged.has(name));
    if (damaged.has(name)) expect(verdict).toMatchObject({ reason: "corrupt" });
  });
});

describe("GIF", () => {
  const whole = golden.filter(({ name }) => name.endsWith(".gif"));

  test("cut anywhere before its pixels end it is refused", () => {
    for (const { bytes } of whole) {
      const file = Buffer.from(bytes, "base64");
      const complete = readGif(file, 1e6).pixels;
      let refused = 0;
      for (let end = 0; end < file.length; end += 1 + (file.length >> 7)) {
        try {
          expect(readGif(file.subarray(0, end), 1e6).pixels).toEqual(complete);
        } catch (error) {
          expect(error).toBeInstanceOf(DecodeError);
          refused++;
        }
      }
      expect(refused).toBeGreaterThan(0);
    }
  });

  test("damaged in any way it is read or refused, and never more than it may be", () => {
    const damage = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(fc.constantFrom(...whole), damage, ({ bytes }, changes) => {
        const file = Buffer.from(bytes, "base64");
        for (const [at, value] of changes) file[Math.floor(at * file.length)] = value;
        try {
          const { width, height, pixels } = readGif(file, 100_000);
          expect(width * height).toBeLessThanOrEqual(100_000);
          expect(pixels).toHaveLength(width * height * 3);
        } catch (error) {
          expect(error).toBeInstanceOf(DecodeError);
        }
      }),
      tries(100, 300),
    );
  });

  test("a frame without pixels is named", async () => {
    const file = bytesOf("5 colours.gif");
    const frame = file.indexOf(0x2c, 13 + 3 * 8);
    file.writeUInt16LE(0, frame + 5);
    expect(await decodeImage(file, target)).toMatchObject({
      reason: "corrupt",
      detail: expect.stringContaining("the first frame has no pixels"),
    });
  });
});

describe("JPEG whose data end in the middle of the picture", () => {
  const noise = (width: number, height: number) =>
    Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * 7919) >> 4);
  const file = (width: number, height: number, options: JpegOptions) =>
    sharp(noise(width, height), { raw: { width, height, channels: 3 } })
      .jpeg(options)
      .toBuffer();
  /** The scan up to a share of it, and what follows. */
  const cut = (bytes: Buffer, share: number, then: number[]) => {
    const scan = bytes.lastIndexOf(Buffer.from([0xff, 0xda]));
    const end = scan + 14 + Math.floor((bytes.length - 2 - scan - 14) * share);
    return Buffer.concat([
      bytes.subarray(0, bytes[end - 1] === 0xff ? end - 1 : end),
      Buffer.from(then),
    ]);
  };

  const missingOf = (bytes: Uint8Array) => {
    const scan = readScan(bytes);
    return scan && missingUnits(bytes, scan);
  };

  test.each([
    ["nothing", []],
    ["its end", [0xff, 0xd9]],
    ["another table", [0xff, 0xdb, 0, 0x43, 0x0a, ...Array<number>(70).fill(0), 0xff, 0xd9]],
  ])("and are followed by %s", async (_, then) => {
    for (const options of [{}, { chromaSubsampling: "4:4:4" }, { quality: 30 }] as const) {
      const whole = await file(61, 43, options);
      expect(missingOf(whole)).toBe(0);
      expect(lacksEnd(whole)).toBe(false);
      for (const share of [0.1, 0.5, 0.9])
        expect(await decodeImage(cut(whole, share, then), target)).toHaveProperty("reason");
    }
  });

  test("between two restart markers", async () => {
    const { bytes } = ordinary.made.find(({ name }) => name === "restarts.jpg")!;
    const whole = Buffer.from(bytes, "base64");
    const scan = readScan(whole)!;
    expect(scan).toMatchObject({ columns: 3, rows: 2, interval: 3 });
    const marker = whole.indexOf(Buffer.of(0xff, 0xd0));
    expect(marker).toBeGreaterThan(scan.start);
    const without = (from: number, to: number) =>
      decodeImage(Buffer.concat([whole.subarray(0, from), whole.subarray(to)]), target);
    expect(await without(scan.start, scan.start)).toHaveProperty("pixels");
    for (const [from, to] of [
      [scan.start + 20, marker],
      [marker + 20, whole.length - 2],
    ] as const)
      expect(await without(from, to)).toHaveProperty("reason", "truncated");
  });

  test("the units that are missing are counted", async () => {
    const whole = await file(64, 64, { chromaSubsampling: "4:4:4" });
    const missing = [0, 0.25, 0.5, 0.75, 1].map((share) =>
      missingOf(cut(whole, share, [0xff, 0xd9]))!,
    );
    expect(missing[0]).toBe(64);
    expect(missing[4]).toBe(0);
    expect(missing.toSorted((a, b) => b - a)).toEqual(missing);
    expect(missing[2]).toBeGreaterThan(20);
  });

  test("a picture that is grey itself is a picture", async () => {
    const grey = { create: { width: 40, height: 40, channels: 3 as const, background: "#808080" } };
    for (const progressive of [false, true]) {
      const bytes = await sharp(grey).jpeg({ progressive }).toBuffer();
      expect(await decodeImage(bytes, target)).toHaveProperty("pixels");
    }
  });

  test("whatever the bytes, the count ends", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (tail) => {
        const head = Buffer.from(
          "ffd8ffc0000b080010001001011100ffc400150001010000000000000000000000000000000009ffda0008010100003f00",
          "hex",
        );
        const count = missingOf(Buffer.concat([head, tail]));
        expect(count === undefined || (count >= 0 && count <= 4)).toBe(true);
      }),
    );
  });
});

test("what is wrong with a PNG file is told in PNG's terms", async () => {
  const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#123" } })
    .png()
    .toBuffer();
  const changed = (at: number, value: number, mend = true) => {
    const bytes = Buffer.from(png);
    bytes[at] = value;
    if (mend) bytes.writeUInt32BE(Number(Bun.hash.crc32(bytes.subarray(12, 29))), 29);
    return bytes;
  };
  const cases: [Buffer, string][] = [
    [changed(24, 8, false), ""],
    [changed(16, 1, false), "the checksum of the chunk IHDR is wrong"],
    [changed(24, 7), "colour type 2 does not have 7 bits a sample"],
    [changed(25, 5), "there is no colour type 5"],
    [changed(26, 1), "there is no compression 1"],
    [changed(28, 2), "there is no interlacing 2"],
    [changed(19, 0), "its size is 0x9 pixels"],
    [changed(37, 0x31, false), "a chunk has no proper name"],
    [Buffer.concat([png.subarray(0, 8), png.subarray(33)]), "the first chunk is not IHDR"],
  ];
  for (const [bytes, fault] of cases.slice(1)) {
    expect(pngFault(bytes)).toBe(fault);
    expect(await decodeImage(bytes, target)).toMatchObject({
      reason: "corrupt",
      detail: expect.stringContaining(fault),
    });
  }
});

test("TGA, ICO and CUR are told apart", () => {
  const tga = Buffer.alloc(18 + 12);
  tga[2] = 2;
  tga.writeUInt16LE(2, 12);
  tga.writeUInt16LE(2, 14);
  tga[16] = 24;
  expect(sniff(tga)).toEqual({ unsupported: "TGA" });
  for (const [kind, name] of [
    [1, "ICO"],
    [2, "CUR"],
  ] as const) {
    const icon = Buffer.alloc(40);
    icon[2] = kind;
    icon.writeUInt16LE(1, 4);
    icon.writeUInt32LE(22, 18);
    expect(sniff(icon)).toEqual({ unsupported: name });
  }
  expect(sniff(Buffer.alloc(40))).toBeUndefined();
  expect(sniff(Buffer.from("no image at all, but some text"))).toBeUndefined();
});

test("the largest image is what maxPixels says", async () => {
  const png = await sharp({ create: { width: 100, height: 50, channels: 3, background: "#123" } })
    .png({ progressive: true })
    .toBuffer();
  for (const bytes of [png, bytesOf("256 colours, long codes.gif")]) {
    expect(await decodeImage(bytes, { ...target, maxPixels: 7200 })).toHaveProperty("pixels");
    expect(await decodeImage(bytes, { ...target, maxPixels: 4999 })).toHaveProperty(
      "reason",
      "too-many-pixels",
    );
  }
});

test("of an AVIF sequence the first picture is read; its colours are libheif's, a few levels from Pillow's", async () => {
  const { bytes, width, height, pixels } = sequence;
  const verdict = await decodeImage(Buffer.from(bytes, "base64"), { height, width, channels: 3 });
  const usable = verdict as Usable;
  expect(usable.notes).toEqual(["animated"]);
  const differences = Buffer.from(pixels, "base64").map((value, at) =>
    Math.abs(value - usable.pixels[at]!),
  );
  expect(maximum(differences)).toBeLessThanOrEqual(6);
});

describe("an image is shrunk exactly, as if in one step", () => {
  const photo = (width: number, height: number) =>
    sharp(
      Uint8Array.from({ length: 60 * 40 * 3 }, (_, at) => (at * 7919) >> 5),
      {
        raw: { width: 60, height: 40, channels: 3 },
      },
    ).resize(width, height, { fit: "fill" });
  const differences = async (
    bytes: Buffer,
    size: { width: number; height: number },
    orientation?: Orientation,
  ) => {
    const whole = await sharp(bytes).raw().toBuffer();
    const target64 = { height: 64, width: 48, channels: 3 } as const;
    const lying = {
      ...size,
      channels: 3 as const,
      pixels: whole,
      ...(orientation && { orientation }),
    };
    const exact = resize(lying, { height: 64, width: 48 });
    const file = orientation ? oriented(bytes, orientation) : bytes;
    const { pixels } = (await decodeImage(file, target64)) as Usable;
    return narrowed(exact.pixels).map((value, at) => Math.abs(value - pixels[at]!));
  };

  test("however much smaller it becomes", async () => {
    const size = { width: 1500, height: 900 };
    const bytes = await photo(1500, 900).png({ compressionLevel: 1 }).toBuffer();
    expect(maximum(await differences(bytes, size))).toBe(0);
  });

  const large = { width: 5000, height: 3300 };
  const closeTo = (found: Uint8Array) => {
    expect(maximum(found)).toBeLessThanOrEqual(8);
    expect(found.reduce((sum, value) => sum + value, 0) / found.length).toBeLessThan(1);
  };

  test("up to 16 million pixels; beyond, by a few levels", async () => {
    const bytes = await photo(5000, 3300).png({ compressionLevel: 1 }).toBuffer();
    closeTo(await differences(bytes, large));
  }, 20_000);

  test("whatever its orientation", async () => {
    const bytes = await photo(5000, 3300).jpeg().toBuffer();
    for (const orientation of [1, 3, 6] as const)
      closeTo(await differences(bytes, large, orientation));
  }, 20_000);
});
