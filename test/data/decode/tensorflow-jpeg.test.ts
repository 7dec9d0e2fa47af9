import { beforeAll, describe, expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { decodeImage, decodeQuickly } from "../../../src/data/decode/decode.ts";
import type { Target, Usable } from "../../../src/data/decode/verdict.ts";
import { JpegDecoder } from "../../../src/data/decode/tensorflow-jpeg.ts";
import { addressOf } from "../../../src/engine/library.ts";
import { cases } from "../../fixtures/cases.ts";
import { oriented } from "../../fixtures/oriented.ts";
import { FETCH_MS, testLibrary } from "../../fixtures/engine.ts";

let decoder: JpegDecoder;
beforeAll(async () => {
  decoder = new JpegDecoder(addressOf(await testLibrary()));
}, FETCH_MS);

interface Made {
  width: number;
  height: number;
  isGrey: boolean;
  quality: number;
  chromaSubsampling: string;
  seed: number;
  orientation: number;
}

const made = fc.record<Made>({
  width: fc.integer({ min: 1, max: 70 }),
  height: fc.integer({ min: 1, max: 70 }),
  isGrey: fc.boolean(),
  quality: fc.integer({ min: 1, max: 100 }),
  chromaSubsampling: fc.constantFrom("4:2:0", "4:4:4"),
  seed: fc.nat(),
  orientation: fc.integer({ min: 1, max: 8 }),
});

const ordinary = {
  width: 9,
  height: 7,
  isGrey: false,
  quality: 90,
  chromaSubsampling: "4:4:4",
  orientation: 1,
} as const;

/** A JPEG file of coloured noise and slopes, whose samples reach both ends of their range. */
async function jpeg({ width, height, isGrey, seed, orientation, ...options }: Made) {
  let state = seed;
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, index) => {
    state = (Math.imul(state, 1103515245) + 12345) | 0;
    return index * 3 + (state >> 16) / 64;
  });
  const bytes = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .toColourspace(isGrey ? "b-w" : "srgb")
    .jpeg(options)
    .toBuffer();
  return orientation === 1 ? bytes : oriented(bytes, orientation);
}

describe("pixels are those of libvips, bit for bit", () => {
  test("whatever the size, the quality and the sampling", async () => {
    await fc.assert(
      fc.asyncProperty(made, async (settings) => {
        const bytes = await jpeg(settings);
        const { data, info } = await sharp(bytes)
          .toColourspace(settings.isGrey ? "b-w" : "srgb")
          .raw()
          .toBuffer({ resolveWithObject: true });
        const decoded = decoder.decode(bytes, ({ pixels, ...image }) => ({
          ...image,
          pixels: Buffer.from(pixels),
        }));
        expect(decoded).toEqual({
          width: info.width,
          height: info.height,
          channels: info.channels as 1 | 3,
          pixels: data,
        });
      }),
      cases(60, 300),
    );
  });

  const shared = resolve(import.meta.dir, "../../../../shared/data");
  for (const set of ["ants-bees", "sign-digits-100px", "pneumonia-28px", "tiny-example"]) {
    const folder = join(shared, set);
    test.skipIf(!existsSync(folder))(`of the files in ${set}`, async () => {
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
        /\.jpe?g$/i.test(file),
      );
      const target: Target = { height: 90, width: 110, channels: 3 };
      for (const file of files.filter((_, index) => index % Math.ceil(files.length / 60) === 0)) {
        const bytes = readFileSync(join(folder, file));
        expect(await decodeImage(bytes, target, decoder)).toEqual(await decodeImage(bytes, target));
      }
    });
  }
});

test("is what decodes ordinary files, at their own size too, and nothing of its memory is kept", async () => {
  const [one, other] = [await jpeg({ ...ordinary, seed: 1 }), await jpeg({ ...ordinary, seed: 2 })];
  const target: Target = { width: 9, height: 7, channels: 3 };
  const first = decodeQuickly(one, target, decoder);
  const pixels = "pixels" in first ? [...first.pixels] : [];
  decodeQuickly(other, target, decoder);
  expect(first).toHaveProperty("pixels", Uint8Array.from(pixels));
  expect(await decodeImage(one, target)).toEqual(first as never);
});

test("whatever the orientation, an image is what it is without", async () => {
  await fc.assert(
    fc.asyncProperty(
      made,
      fc.constantFrom("stretch" as const, "crop" as const, "pad" as const, "padEdge" as const),
      async (settings, mode) => {
        const bytes = await jpeg(settings);
        const target: Target = { height: 20, width: 30, channels: 3, resize: mode };
        const quick = decodeQuickly(bytes, target, decoder);
        expect(quick).toHaveProperty("pixels");
        expect(await decodeImage(bytes, target)).toEqual(quick as never);
        // Turned by libvips, and nothing to do with us.
        const upright = await sharp(bytes).autoOrient().png().toBuffer();
        const { pixels, thumbnail, border } = (await decodeImage(upright, target)) as Usable;
        expect(quick).toMatchObject({ pixels, thumbnail, ...(border !== undefined && { border }) });
      },
    ),
    cases(60, 300),
  );
});

describe("a damaged file has the verdict and the pixels that it has without", () => {
  const target: Target = { height: 24, width: 24, channels: 3 };
  const verdicts = async (bytes: Uint8Array) => [
    await decodeImage(bytes, target, decoder),
    await decodeImage(bytes, target),
  ];

  test("cut anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(
        made,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (settings, share) => {
          const bytes = await jpeg(settings);
          const [quick, plain] = await verdicts(bytes.subarray(0, Math.ceil(share * bytes.length)));
          expect(quick).toEqual(plain!);
        },
      ),
      cases(40, 200),
    );
  });

  test("with wrong bytes, anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(
        made,
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
          minLength: 1,
          maxLength: 5,
        }),
        async (settings, changes) => {
          const bytes = Buffer.from(await jpeg(settings));
          for (const [share, value] of changes)
            bytes[Math.floor(share * (bytes.length - 1))] = value;
          const [quick, plain] = await verdicts(bytes);
          expect(quick).toEqual(plain!);
        },
      ),
      cases(100, 500),
    );
  });
});

test("its library's complaints are not seen where they are silenced", async () => {
  const { settings } = await testLibrary();
  const bytes = await jpeg({ ...ordinary, width: 70, height: 70, seed: 1 });
  // Ended early and closed: libjpeg fills up what is missing, and says so.
  const damaged = Buffer.concat([bytes.subarray(0, bytes.length / 2), Buffer.of(0xff, 0xd9)]);
  const source = (path: string) => JSON.stringify(join(import.meta.dir, "../../../src", path));
  const code = `
    import { JpegDecoder } from ${source("data/decode/tensorflow-jpeg.ts")};
    import { addressOf, openLibrary } from ${source("engine/library.ts")};
    import { silenceLibraries } from ${source("engine/process.ts")};
    const decoder = new JpegDecoder(addressOf(await openLibrary(${JSON.stringify(settings)})));
    const damaged = Buffer.from("${damaged.toString("base64")}", "base64");
    const unsilence = silenceLibraries();
    console.log(decoder.decode(damaged, ({ width }) => width));
    console.error("ours is seen");
    unsilence();
    decoder.decode(damaged, () => 0);
    process.exit();`;
  const { stdout, stderr } = Bun.spawnSync(["bun", "-e", code]);
  expect(Number(stdout.toString())).toBeGreaterThan(0);
  expect(stderr.toString()).toMatch(/^ours is seen\nCorrupt JPEG data: [^\n]*\n$/);
});
