import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import sharp from "sharp";
import { bytesOf } from "../../../src/pixels.ts";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import type { Target } from "../../../src/data/decode/verdict.ts";
import golden from "../../golden/decode.json";
import { cases as tries } from "../../fixtures/cases.ts";

const small: Target = { height: 8, width: 8, channels: 3 };

async function pixelsOf(bytes: Uint8Array, target: Target): Promise<Uint8Array> {
  const verdict = await decodeImage(bytes, target);
  if ("reason" in verdict) throw new Error(`${verdict.reason}: ${verdict.detail}`);
  return bytesOf(verdict.pixels);
}

async function reasonFor(bytes: Uint8Array): Promise<string> {
  const verdict = await decodeImage(bytes, small);
  return "reason" in verdict ? verdict.reason : "decoded";
}

function named(name: string): Buffer {
  return Buffer.from(golden.made.find((made) => made.name === name)!.bytes, "base64");
}

function latin(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

describe("pixels are Pillow's, bit for bit", () => {
  for (const { name, bytes, results } of golden.made) {
    test(name, async () => {
      for (const { pixels, ...target } of results) {
        const found = await pixelsOf(Buffer.from(bytes, "base64"), target as Target);
        expect(Buffer.from(found).equals(Buffer.from(pixels, "base64"))).toBe(true);
      }
    });
  }
});

describe("16 bits keep their range", () => {
  const ramp = Uint16Array.from({ length: 256 }, (_, index) => index * 257);
  const asBytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const grey: Target = { height: 16, width: 16, channels: 1 };

  test("PNG and TIFF", async () => {
    const image = sharp(ramp, { raw: { width: 16, height: 16, channels: 1 } }).toColourspace(
      "grey16",
    );
    for (const bytes of [
      await image.png().toBuffer(),
      await image.tiff({ compression: "lzw" }).toBuffer(),
    ]) {
      expect((await sharp(bytes).metadata()).depth).toBe("ushort");
      expect(await pixelsOf(bytes, grey)).toEqual(asBytes);
    }
  });

  test("colour", async () => {
    const colours = Uint16Array.from({ length: 768 }, (_, index) => ramp[Math.floor(index / 3)]!);
    const image = sharp(colours, { raw: { width: 16, height: 16, channels: 3 } }).toColourspace(
      "rgb16",
    );
    const bytes = await image.png().toBuffer();
    expect((await sharp(bytes).metadata()).depth).toBe("ushort");
    expect(await pixelsOf(bytes, grey)).toEqual(asBytes);
  });

  test("PGM, whatever its largest value", async () => {
    const raw = Buffer.alloc(512);
    for (const [index, value] of ramp.entries()) raw.writeUInt16BE(value, index * 2);
    const full = Buffer.concat([latin("P5\n# a comment\n16 16 # another\n65535\n"), raw]);
    expect(await pixelsOf(full, grey)).toEqual(asBytes);

    const twelve = Buffer.alloc(8);
    for (const [index, value] of [0, 1024, 2048, 4095].entries())
      twelve.writeUInt16BE(value, index * 2);
    const target: Target = { height: 1, width: 4, channels: 1 };
    expect([...(await pixelsOf(Buffer.concat([latin("P5 4 1 4095 "), twelve]), target))]).toEqual([
      0, 64, 128, 255,
    ]);
    expect([...(await pixelsOf(latin("P2 4 1 15 0 5 10 15"), target))]).toEqual([0, 85, 170, 255]);
    expect([...(await pixelsOf(latin("P1 4 1 0110"), target))]).toEqual([255, 0, 0, 255]);
  });
});

describe("what is no usable image is told apart", () => {
  const cases: [string, Uint8Array, string][] = [
    ["no bytes", new Uint8Array(0), "empty"],
    ["text", latin("Hello"), "not-an-image"],
    [
      "SVG",
      latin('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      "unsupported-format",
    ],
    ["half a BMP", latin("BM\x3a\0\0\0"), "truncated"],
    ["DICOM", latin(`${"\0".repeat(128)}DICM`), "unsupported-format"],
    ["HEIC", latin("\0\0\0\x18ftypheic\0\0\0\0"), "unsupported-format"],
    ["PDF", latin("%PDF-1.7"), "unsupported-format"],
    ["half a PNG", named("rgb.png").subarray(0, 300), "truncated"],
    ["a PNG without its last chunk", named("rgb.png").subarray(0, -12), "truncated"],
    ["half a JPEG", named("rgb.jpg").subarray(0, 700), "truncated"],
    ["half a WebP", named("lossy.webp").subarray(0, 60), "truncated"],
    ["half a TIFF", named("rgb.tiff").subarray(0, 600), "truncated"],
    ["half a GIF", named("palette.gif").subarray(0, 400), "truncated"],
    ["half a PGM", named("grey.pgm").subarray(0, 100), "truncated"],
    ["a PGM of words", latin("P2 two 2 255 1 2 3 4"), "corrupt"],
    ["a PGM above its largest value", latin("P2 2 1 10 5 11"), "corrupt"],
    ["a PGM of 10^10 pixels", latin("P5 100000 100000 255 "), "too-many-pixels"],
    ["a PNG with a wrong byte", withByte(named("rgb.png"), 200), "corrupt"],
  ];
  for (const [name, bytes, reason] of cases) {
    test(`${name}: ${reason}`, async () => expect(await reasonFor(bytes)).toBe(reason));
  }

  test("a small file of too many pixels", async () => {
    const bomb = await sharp({
      create: { width: 20_000, height: 8948, channels: 3, background: "black" },
    })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await reasonFor(bomb)).toBe("too-many-pixels");
  }, 20_000);

  test("a file cut anywhere is refused, or gives the whole picture", async () => {
    const whole = new Map<string, Uint8Array>();
    for (const { name } of golden.made) whole.set(name, await pixelsOf(named(name), small));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...golden.made),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        async ({ name }, share) => {
          const bytes = named(name);
          const verdict = await decodeImage(
            bytes.subarray(0, Math.floor(bytes.length * share)),
            small,
          );
          if ("pixels" in verdict) expect(verdict.pixels).toEqual(whole.get(name)!);
        },
      ),
      tries(100, 300),
    );
  });

  test("any bytes give a verdict", async () => {
    const heads = [
      "\xff\xd8\xff",
      "\x89PNG\r\n\x1a\n",
      "RIFF\x20\0\0\0WEBP",
      "II*\0",
      "MM\0*",
      "GIF89a",
      "P5 ",
      "P3 ",
      "",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...heads),
        fc.uint8Array({ maxLength: 200 }),
        async (head, tail) => {
          const verdict = await decodeImage(Buffer.concat([latin(head), tail]), small);
          if ("pixels" in verdict) expect(verdict.pixels).toHaveLength(192);
          else expect(verdict.detail).toMatch(/^[^\p{Cc}]+$/u);
        },
      ),
      tries(100, 300),
    );
  });
});

test("a large photograph is shrunk to nearly what Pillow makes of it in one step", async () => {
  // A smooth picture of 1600 x 1200, whose value at each place is known.
  const [width, height] = [1600, 1200];
  const pixels = new Uint8Array(width * height);
  for (let index = 0; index < pixels.length; index++) {
    pixels[index] = Math.round(
      ((index % width) / width) * 127 + (Math.floor(index / width) / height) * 127,
    );
  }
  const bytes = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .toColourspace("b-w")
    .png()
    .toBuffer();
  const found = await pixelsOf(bytes, { height: 30, width: 40, channels: 1 });
  for (const [index, value] of found.entries()) {
    const expected =
      (((index % 40) + 0.5) / 40) * 127 + ((Math.floor(index / 40) + 0.5) / 30) * 127;
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(1.5);
  }
});

function withByte(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at]! ^= 0xff;
  return changed;
}
