import { afterEach, describe, expect, test } from "bun:test";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { batches } from "../../../src/data/batches.ts";
import { buildAugmenter } from "../../../src/data/augment/augmenter.ts";
import { PixelCache } from "../../../src/data/cache/pixel-cache.ts";
import { type Feed, openFeed } from "../../../src/data/feed/feed.ts";
import { type DecodedSplit, pixelsOf } from "../../../src/data/dataset.ts";
import { readImages } from "../../../src/data/read.ts";
import { targetOf } from "../../../src/data/target.ts";
import { openRows } from "../../../src/data/rows.ts";
import type { ScannedImage } from "../../../src/data/scan/outcome.ts";
import { scanFiles } from "../../../src/data/scan/scan-files.ts";
import { shardSource } from "../../../src/data/scan/shard-source.ts";
import { findImages } from "../../../src/data/source/find-images.ts";
import { augmentSettings } from "../../fixtures/augment.ts";
import { plainData } from "../../fixtures/data-settings.ts";
import { useTemporaryFolder } from "../../fixtures/folder.ts";

const folder = useTemporaryFolder();
const IMAGES = 9;
const SIZE = 6;
const data = { ...plainData, targetSize: [2, 3] as [number, number], depth: 16 as const };
const valuesOf = (image: number) =>
  Uint16Array.from({ length: SIZE }, (_, at) => (image * 9001 + at * 257 + 3) % 65_536);

const feeds: Feed[] = [];
afterEach(() => feeds.splice(0).forEach((feed) => feed.close()));

async function listed() {
  for (let image = 0; image < IMAGES; image++) {
    const path = join(folder.path, "train", String(image % 2), `${image}.pgm`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `P2 3 2 65535 ${valuesOf(image).join(" ")}\n`);
  }
  return (await findImages(data, 1, folder.path)).source;
}

const cacheSettings = () => ({
  folder: join(folder.path, "cache"),
  mostBytes: 1e9,
  now: () => new Date(Date.now() + 60_000),
  warn: (text: string) => {
    throw new Error(text);
  },
});

/** Read from the cache's files, as a large set is. */
async function stored(): Promise<{ split: DecodedSplit; cache: PixelCache }> {
  const source = await listed();
  const target = targetOf(data);
  const cache = new PixelCache({ ...cacheSettings(), warn: () => undefined }, "recipe", 2 * SIZE);
  const openLibrary = async () => null;
  const context = { target, cache, openLibrary, step: () => undefined, nowMs: Date.now };
  const scanned = await scanFiles(source.files, context);
  await cache.written();
  const images = source.files.map(({ absolutePath: path }, index) => ({
    path,
    scanned: scanned[index] as ScannedImage,
  }));
  const rows = openRows(shardSource(images, target), (path) => cache.discard(path));
  const split: DecodedSplit = {
    files: source.files.map(({ file }) => file),
    labels: Int32Array.from(source.files, ({ label }) => label),
    rows,
    length: IMAGES,
    shape: [2, 3, 1],
    depth: 16,
  };
  return { split, cache };
}

const imageOf = (file: string) => Number(/(\d+)\.pgm$/.exec(file)![1]);
const all = Uint32Array.from({ length: IMAGES }, (_, index) => index);

describe("16-bit pixels are kept, two bytes a value", () => {
  test("in the cache, from run to run, and another depth has a place of its own", async () => {
    const source = await listed();
    const read = async (depth: 8 | 16) => {
      const dataset = await readImages(source, { ...data, depth }, { cache: cacheSettings() });
      const split = dataset.splits.train!;
      const pixels = await pixelsOf(split, all);
      await dataset.close();
      return { pixels, decoded: dataset.decoded, files: split.files };
    };
    const first = await read(16);
    expect(first.decoded).toBe(IMAGES);
    expect([...first.pixels]).toEqual(first.files.flatMap((file) => [...valuesOf(imageOf(file))]));
    const shards = readdirSync(join(folder.path, "cache")).filter((name) =>
      name.endsWith("pixels"),
    );
    expect(shards.map((name) => statSync(join(folder.path, "cache", name)).size)).toEqual([
      IMAGES * SIZE * 2,
    ]);
    expect(await read(16)).toEqual({ ...first, decoded: 0 });
    const narrow = await read(8);
    expect(narrow.decoded).toBe(IMAGES);
    expect([...narrow.pixels]).toEqual(Array.from(first.pixels, (value) => value >> 8));
  });

  test("through batches and threads, augmented or not", async () => {
    const { split } = await stored();
    const expected = split.files.map((file) => valuesOf(imageOf(file)));
    for await (const { images, length } of batches(split, IMAGES))
      expect([images, length]).toEqual([
        Uint16Array.from(expected.flatMap((one) => [...one])),
        IMAGES,
      ]);
    for (const augment of [null, augmentSettings({ flip: "both", noise: 0.01, mixup: 0.3 })]) {
      const feed = openFeed(split, { seed: 5, data: { augment, batchSize: 4 }, workers: 2 });
      feeds.push(feed);
      const augmenter = augment && buildAugmenter(augment, split.shape, IMAGES, 16);
      let place = 0;
      for await (const { images, length } of feed.epoch(1, all))
        for (let row = 0; row < length; row++, place++) {
          const found = images.slice(row * SIZE, (row + 1) * SIZE);
          const made = (image: number) => {
            const into = new Uint16Array(SIZE);
            if (augmenter) augmenter.augment(expected[image]!, { seed: 5, epoch: 1, image }, into);
            else into.set(expected[image]!);
            return into;
          };
          const wanted = made(place);
          const mix = augmenter?.mixOf({ seed: 5, epoch: 1, image: place });
          if (mix) augmenter!.mix(wanted, made(mix.partner), mix);
          expect(found).toEqual(wanted);
        }
      expect(place).toBe(IMAGES);
    }
  });

  test("what a damaged shard lost is decoded again", async () => {
    const { split } = await stored();
    const before = await pixelsOf(split, all);
    const [shard] = readdirSync(join(folder.path, "cache")).filter((name) =>
      name.endsWith("pixels"),
    );
    const path = join(folder.path, "cache", shard!);
    const content = readFileSync(path);
    content[5]! ^= 1;
    writeFileSync(path, content);
    expect(await pixelsOf(split, all)).toEqual(before);
  });
});
