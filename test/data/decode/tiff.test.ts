import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import type { Usable } from "../../../src/data/decode/verdict.ts";
import { DecodeError } from "../../../src/data/decode/decode-error.ts";
import { readTiff } from "../../../src/data/decode/tiff.ts";
import { readTiffPage } from "../../../src/data/decode/tiff-directory.ts";
import { tiffFile } from "../../fixtures/tiff-file.ts";
import { cases } from "../../fixtures/cases.ts";

interface Golden {
  name: string;
  bytes: string;
  width: number;
  height: number;
  channels: 1 | 3;
  pixels: string;
}

const golden = JSON.parse(
  Buffer.from(
    Bun.gunzipSync(readFileSync(join(import.meta.dir, "../../golden/tiff.json.gz"))),
  ).toString(),
) as Golden[];
const files = new Map(golden.map(({ name, bytes }) => [name, Buffer.from(bytes, "base64")]));
const target = { height: 16, width: 16, channels: 3 } as const;

describe("what tifffile writes", () => {
  test.each(golden)("$name", async ({ bytes, pixels, ...size }) => {
    const verdict = await decodeImage(Buffer.from(bytes, "base64"), size);
    expect(verdict).toMatchObject({ format: "tiff", width: size.width, height: size.height });
    expect((verdict as Usable).pixels).toEqual(Uint8Array.fromBase64(pixels));
  });
});

test("whole numbers of 16 bits have their highest 8 bits with data.depth: 8, and all with 16", async () => {
  const whole = golden.filter(({ name }) => /^u?int16/.test(name));
  expect(whole.length).toBeGreaterThan(10);
  for (const { bytes, pixels, ...size } of whole) {
    const deep = (await decodeImage(Buffer.from(bytes, "base64"), {
      ...size,
      depth: 16,
    })) as Usable;
    expect(Uint8Array.from(deep.pixels, (value) => value >> 8)).toEqual(
      Uint8Array.fromBase64(pixels),
    );
    expect(deep.pixels.some((value) => value % 257 !== 0)).toBe(true);
  }
});

test("four inks of 16 bits have their highest 8 bits with data.depth: 8, and those of 8 bits are 8 with 16", async () => {
  const values = [0, 0, 0, 0, 65_535, 0, 255, 0, 0, 32_768, 0, 0, 1000, 2000, 3000, 4000];
  const size = { width: 4, height: 1, channels: 3 as const };
  const inks = { ...size, samples: 4, photometric: 5 };
  const deep = tiffFile({ ...inks, bits: 16, values });
  const shallow = tiffFile({ ...inks, bits: 8, values: values.map((value) => value >> 8) });
  const [high, own, widened] = (await Promise.all([
    decodeImage(deep, size),
    decodeImage(shallow, size),
    decodeImage(shallow, { ...size, depth: 16 }),
  ])) as [Usable, Usable, Usable];
  expect([...own.pixels.subarray(0, 9)]).toEqual([255, 255, 255, 0, 255, 255, 255, 127, 255]);
  expect(high.pixels).toEqual(own.pixels);
  expect(high.notes).toEqual(["cmyk", "16-bit"]);
  expect([...widened.pixels]).toEqual(Array.from(own.pixels, (value) => value * 257));
});

/** As our own reader does, whichever files libtiff may be asked for first. */
const read = (bytes: Uint8Array, mostPixels = 1e6) => {
  const page = readTiffPage(bytes);
  return page && readTiff(bytes, page, { mostPixels, range: "full" });
};

test("cut anywhere a file is read in full or refused", () => {
  for (const [name, file] of files) {
    const whole = read(file)!.pixels;
    for (let end = 0; end < file.length; end += 1 + (file.length >> 5)) {
      try {
        const cut = read(file.subarray(0, end));
        if (cut) expect([name, cut.pixels]).toEqual([name, whole]);
      } catch (error) {
        expect(error).toBeInstanceOf(DecodeError);
      }
    }
  }
});

test("damaged in any way a file is read or refused, and never more than it may be", () => {
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const change = fc.tuple(place, fc.boolean(), fc.nat(255));
  fc.assert(
    fc.property(
      fc.constantFrom(...files.values()),
      fc.array(change, { minLength: 1, maxLength: 5 }),
      (whole, changes) => {
        const file = Buffer.from(whole);
        // The directory is the first of the file: what stands there does the most.
        for (const [at, inDirectory, value] of changes)
          file[Math.floor(at * (inDirectory ? 260 : file.length))] = value;
        try {
          const image = read(file, 100_000);
          if (!image) return;
          expect(image.width * image.height).toBeLessThanOrEqual(100_000);
          expect(image.pixels).toHaveLength(image.width * image.height * image.channels);
        } catch (error) {
          expect(error).toBeInstanceOf(DecodeError);
        }
      },
    ),
    cases(150, 500),
  );
});

test("what is not read is refused in TIFF's words", async () => {
  const file = Buffer.from(files.get("int16, deflate")!);
  const changed = (tag: number, value: number) => {
    const bytes = Buffer.from(file);
    const directory = bytes.readUInt32LE(4);
    for (let at = directory + 2; at < bytes.length; at += 12) {
      if (bytes.readUInt16LE(at) !== tag) continue;
      bytes.writeUInt16LE(value, at + 8);
      return bytes;
    }
    throw new Error(`no tag ${tag}`);
  };
  expect(await decodeImage(changed(259, 34_925), target)).toMatchObject({
    reason: "unsupported-format",
    detail: expect.stringContaining("LZMA"),
  });
  expect(await decodeImage(changed(259, 777), target)).toMatchObject({
    reason: "unsupported-format",
    detail: expect.stringContaining("number 777"),
  });
  expect(await decodeImage(changed(262, 8), target)).toMatchObject({
    reason: "unsupported-format",
    detail: expect.stringContaining("colours of kind 8"),
  });
});

test("the first page is read whatever becomes of the others", async () => {
  const bytes = Buffer.from(files.get("uint16")!);
  const whole = await decodeImage(bytes, target);
  const directory = bytes.readUInt32LE(4);
  const next = directory + 2 + 12 * bytes.readUInt16LE(directory);
  bytes.writeUInt32LE(bytes.length - 3, next);
  const { pixels, notes } = (await decodeImage(bytes, target)) as Usable;
  expect(pixels).toEqual((whole as Usable).pixels);
  expect(notes).toEqual(["multi-page", "16-bit"]);
});
