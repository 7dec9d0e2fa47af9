import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import sharp from "sharp";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import type { Usable } from "../../../src/data/decode/verdict.ts";
import { type LevelRange, toLevels } from "../../../src/data/decode/levels.ts";

const sixteen = { low: 0, high: 65_535, bits: 16 };
const samples = fc.uint16Array({ minLength: 1, maxLength: 60 });

describe("values as 256 levels", () => {
  test("the whole range keeps the highest 8 bits", () => {
    fc.assert(
      fc.property(samples, (values) => {
        const { levels, used } = toLevels(values, "full", sixteen);
        expect([...levels]).toEqual([...values].map((value) => value >> 8));
        expect(used).toEqual({
          low: Math.min(...values),
          high: Math.max(...values),
          possible: 65_536,
        });
      }),
    );
  });

  test("a range that is given goes from 0 to 255 in proportion, and what is beyond it stays at its ends", () => {
    const range = fc.tuple(fc.nat(30_000), fc.integer({ min: 30_001, max: 65_535 }));
    fc.assert(
      fc.property(samples, range, (values, [low, high]) => {
        const { levels } = toLevels(values, [low, high], sixteen);
        for (const [at, value] of values.entries()) {
          const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
          expect(Math.abs(levels[at]! - 255 * share)).toBeLessThanOrEqual(0.5 + 1e-9);
        }
      }),
    );
  });

  test("an image's own range has 0 and 255 at its ends; one value everywhere is black", () => {
    expect([...toLevels([300, 700, 500], "used", sixteen).levels]).toEqual([0, 255, 128]);
    expect([...toLevels([300, 300], "used", sixteen).levels]).toEqual([0, 0]);
    expect([...toLevels([Number.NaN, 1, 2], "used", sixteen).levels]).toEqual([0, 0, 255]);
  });

  test("8 bits are as they are", () => {
    const eight = { low: 0, high: 255, bits: 8 };
    expect(toLevels([0, 7, 255], "used", eight)).toEqual({
      levels: Uint8Array.of(0, 7, 255),
      used: null,
    });
  });
});

describe("the range of an image", () => {
  const values = Uint16Array.from({ length: 64 }, (_, at) => 100 + at * 63);
  const raw = { raw: { width: 8, height: 8, channels: 1 as const } };
  const image = sharp(values, raw).toColourspace("grey16");
  const big = Buffer.from(values.buffer.slice(0)).swap16();
  const files: Record<string, () => Promise<Buffer> | Buffer> = {
    PNG: () => image.png().toBuffer(),
    TIFF: () => image.tiff({ compression: "lzw" }).toBuffer(),
    "raw PGM": () => Buffer.concat([Buffer.from("P5 8 8 65535\n"), big]),
    "plain PGM": () => Buffer.from(`P2 8 8 65535\n${[...values].join(" ")}\n`),
  };
  test.each(Object.keys(files))("%s", async (name) => {
    const bytes = await files[name]!();
    const decode = async (range: LevelRange = "full") =>
      (await decodeImage(bytes, { height: 8, width: 8, channels: 1, range })) as Usable;
    const full = await decode();
    expect([...full.pixels]).toEqual([...values].map((value) => value >> 8));
    expect(full).toMatchObject({
      notes: ["16-bit"],
      used: { low: 100, high: 4069, possible: 65_536 },
    });
    const share = (low: number, high: number) =>
      [...values].map((value) => Math.round(((value - low) * 255) / (high - low)));
    expect([...(await decode("used")).pixels]).toEqual(share(100, 4069));
    expect([...(await decode([0, 4095])).pixels]).toEqual(share(0, 4095));
  });
});
