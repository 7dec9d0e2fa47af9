import { afterEach, beforeAll, describe, expect, test } from "bun:test";
import { chmodSync, linkSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { PixelCache } from "../../../src/data/cache/pixel-cache.ts";
import { readBundle } from "../../../src/data/decode/bundle.ts";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import type { Target } from "../../../src/data/decode/verdict.ts";
import { DecoderPool } from "../../../src/data/decode/decoder-pool.ts";
import { openRows } from "../../../src/data/rows.ts";
import type { ScannedImage } from "../../../src/data/scan/outcome.ts";
import { scanFiles } from "../../../src/data/scan/scan-files.ts";
import { shardSource } from "../../../src/data/scan/shard-source.ts";
import type { ImageFile } from "../../../src/data/source/image-file.ts";
import { useTemporaryFolder } from "../../fixtures/folder.ts";

const target: Target = { height: 6, width: 5, channels: 1 };
const SIZE = 30;
const root = useTemporaryFolder();

/** PNG files of 8x8, of which each tenth is a copy of the first and each seventh something else. */
const contents: Buffer[] = [];
/** What each of them is alone. */
const verdicts: Awaited<ReturnType<typeof decodeImage>>[] = [];
beforeAll(async () => {
  for (let index = 0; index < 300; index++) {
    const pixels = Uint8Array.from({ length: 64 }, (_, at) => (at * (index + 3)) & 255);
    const png = await sharp(pixels, { raw: { width: 8, height: 8, channels: 1 } })
      .png({ palette: index % 7 === 3 })
      .toBuffer();
    contents.push(index % 10 === 0 ? (contents[0] ?? png) : png);
  }
  contents[15] = Buffer.from("no image");
  contents[25] = contents[24]!.subarray(0, 40);
  contents[35] = Buffer.alloc(0);
  for (const content of contents) verdicts.push(await decodeImage(content, target));
});

function write(count: number): string[] {
  const folder = join(root.path, "images");
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `${index}.png`);
    writeFileSync(path, contents[index % contents.length]!);
    return path;
  });
}

const open: DecoderPool[] = [];
afterEach(() => open.splice(0).forEach((pool) => pool.close()));

function openPool(): DecoderPool {
  const pool = new DecoderPool({ target, library: null });
  open.push(pool);
  return pool;
}

/** What each path came to, and the pixels that came with it. */
async function readAll(paths: readonly string[], pool: DecoderPool) {
  const found: unknown[] = [];
  await pool.readBundles(paths, async ({ images, pixels, thumbnails }, first) => {
    let taken = 0;
    for (const [at, image] of images.entries()) {
      found[first + at] = image && {
        ...image,
        pixels: pixels.slice(taken * SIZE, (taken + 1) * SIZE),
        thumbnail: thumbnails.slice(taken * 256, (taken + 1) * 256),
      };
      if (image) taken++;
    }
    return true;
  });
  return found;
}

describe("bundles of small files", () => {
  test("have the pixels and facts of each file alone, whichever thread has them", async () => {
    const paths = write(300);
    const found = await readAll(paths, openPool());
    expect(found).toHaveLength(300);
    let read = 0;
    for (const [index, one] of found.entries()) {
      if (one === null) continue;
      read++;
      const { pixels, thumbnail, ...facts } = verdicts[index] as Extract<
        (typeof verdicts)[number],
        { pixels: unknown }
      >;
      expect(one).toMatchObject({
        sha256: Bun.CryptoHasher.hash("sha256", contents[index]!, "hex"),
        pixels,
        thumbnail,
        facts,
      });
    }
    expect(read).toBeGreaterThan(200);
  });

  test("whatever is out of the ordinary is left to others, and spoils nothing beside it", () => {
    const paths = write(6);
    rmSync(paths[1]!);
    rmSync(paths[3]!);
    mkdirSync(paths[3]!);
    rmSync(paths[5]!);
    symlinkSync(paths[0]!, paths[5]!);
    const { images } = readBundle([...paths, join(root.path, "none")], target);
    expect(images.map((image) => image !== null)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  test("no more are begun once they are refused", async () => {
    const paths = write(2000);
    let told = 0;
    const taken = await openPool().readBundles(paths, async ({ images }) => {
      told += images.length;
      return false;
    });
    expect(taken).toBe(told);
    expect(taken).toBeLessThan(1000);
  });

  test("what is thrown while they are taken ends them", async () => {
    const paths = write(500);
    const stopped = openPool().readBundles(paths, async () => {
      throw new Error("stopped");
    });
    await expect(stopped).rejects.toThrow("stopped");
  });
});

describe("a scan of many small files", () => {
  const scan = (paths: readonly string[], cache: PixelCache, step = () => {}) =>
    scanFiles(
      paths.map((absolutePath) => ({ absolutePath, file: absolutePath }) as ImageFile),
      { target, cache, openLibrary: async () => null, step, nowMs: Date.now },
    );
  const openCache = (folder: string | null) =>
    new PixelCache(
      { folder, mostBytes: 1e9, now: () => new Date(), warn: () => undefined },
      "recipe",
      SIZE,
    );

  test("has the outcomes that each file has alone, and each content is decoded once", async () => {
    const paths = write(2400);
    const cache = openCache(join(root.path, "cache"));
    let steps = 0;
    const outcomes = await scan(paths, cache, () => void steps++);
    expect(steps).toBe(2400);
    const usable: { index: number; path: string; scanned: ScannedImage }[] = [];
    for (const [index, outcome] of outcomes.entries()) {
      const verdict = verdicts[index % 300]!;
      if ("reason" in verdict) expect(outcome).toEqual(verdict);
      else usable.push({ index, path: paths[index]!, scanned: outcome as ScannedImage });
    }
    const distinct = new Set(usable.map(({ scanned }) => scanned.sha256)).size;
    expect(cache.decoded).toBe(distinct);
    const rows = openRows(shardSource(usable, target));
    const pixels = new Uint8Array(usable.length * SIZE);
    await rows.read(Uint32Array.from(usable.keys()), pixels);
    for (const [at, { index }] of usable.entries())
      expect(verdicts[index % 300]).toMatchObject({
        pixels: pixels.subarray(at * SIZE, (at + 1) * SIZE),
      });
    rows.close();
    await cache.close();
    // Known from before, with the same facts.
    const again = openCache(join(root.path, "cache"));
    const known = await scan(paths, again);
    expect(again.decoded).toBe(0);
    for (const [index, outcome] of known.entries())
      if ("facts" in outcome)
        expect(outcome.facts).toEqual((outcomes[index] as ScannedImage).facts);
    await again.close();
  }, 20_000);

  test("has an outcome of each file, though a file of the same content is being decoded", async () => {
    // Files with several names are read one by one, beside the bundles.
    const folder = join(root.path, "linked");
    mkdirSync(folder);
    const paths: string[] = [];
    for (let index = 0; index < 300; index++) {
      const noise = Uint8Array.from({ length: 4096 }, (_, at) => (at * (at + index)) >> 3);
      const content = await sharp(noise, { raw: { width: 64, height: 64, channels: 1 } })
        .png()
        .toBuffer();
      const [linked, link, copy] = ["a", "b", "c"].map((name) => join(folder, `${index}${name}`));
      writeFileSync(linked!, content);
      linkSync(linked!, link!);
      writeFileSync(copy!, content);
      paths.push(linked!, copy!);
    }
    const outcomes = await scan(paths, openCache(null));
    expect(outcomes.filter((outcome) => !("place" in outcome))).toEqual([]);
  });

  test("has an outcome of each file, though nearly none can be read so", async () => {
    const paths = write(2400);
    for (const [index, path] of paths.entries())
      if (index % 50 !== 1) writeFileSync(path, `no image ${index}`);
    const outcomes = await scan(paths, openCache(null));
    for (const [index, outcome] of outcomes.entries()) {
      const { reason } = outcome as { reason?: string };
      expect([index, reason]).toEqual([index, index % 50 === 1 ? undefined : "not-an-image"]);
    }
  });

  test("stops where it is told to", async () => {
    const paths = write(2400);
    let steps = 0;
    const stopped = scan(paths, openCache(null), () => {
      if (++steps === 100) throw new Error("stopped");
    });
    await expect(stopped).rejects.toThrow("stopped");
    expect(steps).toBe(100);
  });

  test.skipIf(process.getuid?.() === 0)("a file without permission is unreadable", async () => {
    const paths = write(2400);
    chmodSync(paths[7]!, 0);
    const outcomes = await scan(paths, openCache(null));
    expect(outcomes[7]).toMatchObject({ reason: "unreadable" });
    expect(outcomes[8]).toHaveProperty("facts");
  });
});

test("files of any number are each taken once", async () => {
  const paths = write(300);
  const pool = openPool();
  await fc.assert(
    fc.asyncProperty(fc.nat(300), async (count) => {
      const seen = new Uint8Array(count);
      const taken = await pool.readBundles(paths.slice(0, count), async ({ images }, first) => {
        for (let at = 0; at < images.length; at++) seen[first + at]!++;
        return true;
      });
      expect(taken).toBe(count);
      expect(seen.every((times) => times === 1)).toBe(true);
    }),
    { numRuns: 20 },
  );
});
