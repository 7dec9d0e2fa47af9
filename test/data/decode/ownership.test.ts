import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import sharp from "sharp";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import type { Target, Usable } from "../../../src/data/decode/verdict.ts";
import { DecoderPool } from "../../../src/data/decode/decoder-pool.ts";
import { JpegDecoder } from "../../../src/data/decode/tensorflow-jpeg.ts";
import { addressOf, type LibraryAddress } from "../../../src/engine/library.ts";
import { FETCH_MS, testLibrary } from "../../fixtures/engine.ts";

let library: LibraryAddress;
beforeAll(async () => {
  library = addressOf(await testLibrary());
}, FETCH_MS);

/** Large enough that sharp hands out memory of its own. */
const SIDE = 96;
type Channels = 1 | 3;

/** Noise: no two rows are alike. */
function noise(channels: Channels): Uint8Array {
  return Uint8Array.from({ length: SIDE * SIDE * channels }, (_, at) => (at * 7919) >> 3);
}

function made(channels: Channels) {
  return sharp(noise(channels), { raw: { width: SIDE, height: SIDE, channels } });
}

function netpbm(channels: Channels): Buffer {
  const header = `P${channels === 1 ? 5 : 6} ${SIDE} ${SIDE} 255\n`;
  return Buffer.concat([Buffer.from(header), noise(channels)]);
}

/** 24 bits a pixel, the last row first. */
function bmp(): Buffer {
  const bytes = Buffer.alloc(54 + SIDE * SIDE * 3, noise(3));
  bytes.fill(0, 0, 54).write("BM", "latin1");
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(SIDE, 18);
  bytes.writeInt32LE(SIDE, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  return bytes;
}

/** By each way that pixels come about. */
const files: Record<string, (channels: Channels) => Promise<Buffer> | Buffer> = {
  jpeg: (channels) => made(channels).jpeg().toBuffer(),
  "progressive jpeg": (channels) => made(channels).jpeg({ progressive: true }).toBuffer(),
  png: (channels) => made(channels).png().toBuffer(),
  "png for sharp": (channels) => made(channels).png({ progressive: true }).toBuffer(),
  "16-bit png": (channels) =>
    made(channels)
      .toColourspace(channels === 1 ? "grey16" : "rgb16")
      .png()
      .toBuffer(),
  webp: (channels) => made(channels).webp({ lossless: true }).toBuffer(),
  tiff: (channels) => made(channels).tiff({ compression: "lzw" }).toBuffer(),
  gif: (channels) => made(channels).gif().toBuffer(),
  avif: (channels) => made(channels).avif({ effort: 0 }).toBuffer(),
  bmp,
  netpbm,
};

/** Of the target, against that of the file; thumbnails are of 16. */
const sides = { smaller: 16, shrunk: 8, equal: SIDE, larger: 2 * SIDE };

describe.each(Object.keys(files))("pixels and thumbnails of %s", (name) => {
  test.each([1, 3] as const)("are in memory of their own, of %i channels", async (channels) => {
    const bytes = await files[name]!(channels);
    for (const quickJpeg of [undefined, new JpegDecoder(library)]) {
      for (const side of Object.values(sides)) {
        for (const ofTarget of [1, 3] as const) {
          const target: Target = { height: side, width: side, channels: ofTarget };
          const { pixels, thumbnail } = (await decodeImage(bytes, target, quickJpeg)) as Usable;
          for (const { buffer, length } of [pixels, thumbnail]) {
            expect(buffer.byteLength).toBe(length);
            // What a library holds cannot be handed over.
            expect(structuredClone(buffer, { transfer: [buffer as ArrayBuffer] })).toBeDefined();
          }
        }
      }
    }
  });
});

test("nor is a thumbnail a view of an image that is as small", async () => {
  const bytes = await made(1).resize(16, 16).jpeg().toBuffer();
  for (const quickJpeg of [undefined, new JpegDecoder(library)]) {
    const target: Target = { height: 8, width: 8, channels: 1 };
    const { thumbnail } = (await decodeImage(bytes, target, quickJpeg)) as Usable;
    expect(thumbnail.buffer.byteLength).toBe(256);
    expect(
      structuredClone(thumbnail, { transfer: [thumbnail.buffer as ArrayBuffer] }),
    ).toBeDefined();
  }
});

describe.each(["with", "without"])("threads, %s TensorFlow", (how) => {
  const pools: DecoderPool[] = [];
  afterAll(() => pools.forEach((pool) => pool.close()));

  test.each(Object.entries(sides))("images of which the target is %s", async (_, side) => {
    for (const channels of [1, 3] as const) {
      const target: Target = { height: side, width: side, channels };
      const pool = new DecoderPool({ target, library: how === "with" ? library : null });
      pools.push(pool);
      const all = await Promise.all(Object.values(files).map((make) => make(channels)));
      // More than are returned before the threads load sharp, and large enough to be posted.
      const many = Array.from({ length: 6 }, () => all).flat();
      const found = await Promise.all(many.map((bytes) => pool.decode(Uint8Array.from(bytes))));
      for (const [index, bytes] of all.entries())
        expect(found[5 * all.length + index]).toEqual(await decodeImage(bytes, target));
    }
  });
});
