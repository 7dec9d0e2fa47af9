import { Database } from "bun:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import fc from "fast-check";
import { PixelCache, type CacheSettings } from "../../../src/data/cache/pixel-cache.ts";
import { checksum } from "../../../src/data/hash.ts";
import { openFeed } from "../../../src/data/feed/feed.ts";
import type { Dataset } from "../../../src/data/dataset.ts";
import { readImages } from "../../../src/data/read.ts";
import { openRows, type Rows } from "../../../src/data/rows.ts";
import type { ScannedImage } from "../../../src/data/scan/outcome.ts";
import { scanFiles } from "../../../src/data/scan/scan-files.ts";
import { shardSource } from "../../../src/data/scan/shard-source.ts";
import { findImages } from "../../../src/data/source/find-images.ts";
import { messages } from "../../../src/data/messages.ts";
import { messages as cacheMessages } from "../../../src/data/cache/messages.ts";
import type { Data } from "../../../src/spec/resolved.ts";
import { cases } from "../../fixtures/cases.ts";
import { exampleExperiment } from "../../fixtures/run.ts";
import { useTemporaryFolder } from "../../fixtures/folder.ts";

const root = useTemporaryFolder();
const day = 86_400_000;
const open: Dataset[] = [];
afterEach(async () => {
  for (const dataset of open.splice(0)) await dataset.close();
});
beforeEach(() => {
  for (let index = 0; index < 12; index++) put(`train/${index % 2}/${index}`, [index, 100 + index]);
});

const data: Data = {
  ...exampleExperiment("actual").data,
  train: "train",
  validation: null,
  test: null,
  targetSize: [1, 2],
  colour: "grey",
};

/** A picture of two pixels, or any other text. */
function put(file: string, content: string | [number, number]): void {
  const path = join(root.path, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === "string" ? content : `P2 2 1 255 ${content.join(" ")}\n`);
}

interface Outcome {
  pixels: number[];
  decoded: number;
  warnings: string[];
  dataset: Dataset;
}

/** Reads everything, a day after the files were written: their times are settled. */
async function read(changes: Partial<CacheSettings> = {}, settings = data): Promise<Outcome> {
  const { source, problems } = await findImages(settings, 1, root.path);
  expect(problems).toEqual([]);
  const warnings: string[] = [];
  const cache = cacheSettings({ warn: (text) => warnings.push(text), ...changes });
  const dataset = await readImages(source, settings, { cache });
  open.push(dataset);
  const pixels = await pixelsOf(dataset.splits.train!.rows);
  await dataset.close();
  return { pixels, decoded: dataset.decoded, warnings, dataset };
}

const cacheSettings = (changes: Partial<CacheSettings>): CacheSettings => ({
  folder: cacheFolder(),
  mostBytes: 1e9,
  now: () => new Date(Date.now() + day),
  warn: () => undefined,
  ...changes,
});

async function pixelsOf(rows: Rows): Promise<number[]> {
  const pixels = new Uint8Array(rows.length * rows.size);
  await rows.read(
    Uint32Array.from({ length: rows.length }, (_, index) => index),
    pixels,
  );
  return [...pixels];
}

/** Rows that are read from the cache's files, as those of a large set are. */
async function readStored(warnings: string[]) {
  const settings = cacheSettings({ warn: (text) => warnings.push(text) });
  const target = { height: 1, width: 2, channels: 1 } as const;
  const cache = new PixelCache(settings, "recipe", 2);
  const { source } = await findImages(data, 1, root.path);
  const openLibrary = async () => null;
  const context = { target, cache, openLibrary, step: () => undefined, nowMs: Date.now };
  const scanned = await scanFiles(source.files, context);
  await cache.written();
  const images = source.files.map(({ absolutePath: path }, index) => ({
    path,
    scanned: scanned[index] as ScannedImage,
  }));
  return { rows: openRows(shardSource(images, target), (path) => cache.discard(path)), cache };
}

const cacheFolder = () => join(root.path, "cache");
const inCache = (ending: string) =>
  readdirSync(cacheFolder())
    .filter((name) => name.endsWith(ending))
    .map((name) => join(cacheFolder(), name));
const onlyShard = () => {
  expect(inCache(".pixels")).toHaveLength(1);
  return inCache(".pixels")[0]!;
};

describe("a second reading", () => {
  test("decodes nothing, opens no image and gives the same", async () => {
    const [first, without] = [await read(), await read({ folder: null })];
    // Nothing could be decoded from these, and their times are the old ones.
    const second = await read();
    expect(first).toMatchObject({ decoded: 12, warnings: [] });
    expect(second).toMatchObject({ decoded: 0, warnings: [], pixels: first.pixels });
    expect(without).toMatchObject({ decoded: 12, warnings: [], pixels: first.pixels });
    expect(second.dataset.record).toEqual(without.dataset.record);
  });

  test("finds the same leaks", async () => {
    put("test/0/like", [3, 104]);
    put("test/1/other", [103, 4]);
    const settings = { ...data, test: "test" };
    const without = await read({ folder: null }, settings);
    const [first, second] = [await read({}, settings), await read({}, settings)];
    expect(without.dataset.record.leaks).not.toEqual([]);
    for (const { dataset } of [first, second])
      expect(JSON.stringify(dataset.record)).toBe(JSON.stringify(without.dataset.record));
  });

  test("remembers what cannot be used", async () => {
    put("train/0/empty", "");
    put("train/0/text", "no image");
    const [first, second] = [await read(), await read()];
    expect(second.dataset.record).toEqual(first.dataset.record);
    expect(second.dataset.record.excluded).toHaveLength(2);
  });

  test("sees that a file has other content, even of the same size and time", async () => {
    const before = await read();
    const path = join(root.path, "train/0/0");
    const { atime, mtime } = statSync(path);
    await Bun.sleep(20);
    put("train/0/0", [9, 109]);
    put("train/0/0", [1, 200]);
    utimesSync(path, atime, mtime);
    const after = await read();
    expect(after.decoded).toBe(1);
    expect(after.pixels).toEqual([1, 200, ...before.pixels.slice(2)]);
  });

  test("reads a file again that was written just before: its times cannot tell a later change", async () => {
    await read({ now: () => new Date() });
    const settled = await read();
    expect(settled.decoded).toBe(0);
    const index = new Database(join(cacheFolder(), "index.sqlite"), { readonly: true });
    expect(index.query("SELECT count(*) AS files FROM files").get()).toEqual({ files: 12 });
    index.close();
  });

  test("of other targets decodes anew", async () => {
    await read();
    expect((await read({}, { ...data, targetSize: [2, 2] })).decoded).toBe(12);
    expect((await read({}, { ...data, colour: "rgb" })).decoded).toBe(12);
    expect((await read()).decoded).toBe(0);
  });
});

test("one content is decoded once, under whatever names", async () => {
  for (let index = 0; index < 100; index++) {
    const name = join(root.path, `train/1/link${index}`);
    if (index % 2) linkSync(join(root.path, "train/0/0"), name);
    else symlinkSync(join(root.path, "train/0/2"), name);
    put(`train/1/copy${index}`, [4, 104]);
  }
  const { decoded, pixels, dataset } = await read();
  expect(decoded).toBe(12);
  expect(pixels).toHaveLength(2 * 212);
  expect(dataset.record.images).toHaveLength(212);
  expect(pixels).toEqual((await read({ folder: null })).pixels);
});

describe("a damaged cache heals, with a line said, and never gives a wrong pixel", () => {
  const damages: Record<string, () => void> = {
    "a shard cut short": () => truncateSync(onlyShard(), 7),
    "an empty shard": () => truncateSync(onlyShard(), 0),
    "a shard that is gone": () => rmSync(onlyShard()),
    "a shard with a flipped bit": () => flip(onlyShard(), 8 * 5 + 3),
    "an index cut short": () => truncateSync(join(cacheFolder(), "index.sqlite"), 5000),
    "an index of other content": () =>
      writeFileSync(
        join(cacheFolder(), "index.sqlite"),
        "no database, but more than a few bytes of text",
      ),
  };
  test.each(Object.keys(damages))("%s", async (name) => {
    const { pixels } = await read();
    damages[name]!();
    const healing = await read();
    expect(healing.pixels).toEqual(pixels);
    expect(healing.warnings).toHaveLength(1);
    const healed = await read();
    expect(healed).toMatchObject({ pixels, warnings: [] });
    expect(await read()).toMatchObject({ pixels, warnings: [], decoded: 0 });
  });

  test("a shard that is damaged, cut short or removed while it is being read", async () => {
    for (const damage of [
      () => flip(onlyShard(), 0),
      () => truncateSync(onlyShard(), 3),
      () => rmSync(onlyShard()),
    ]) {
      const warnings: string[] = [];
      const { rows, cache } = await readStored(warnings);
      const before = await pixelsOf(rows);
      expect(warnings).toEqual([]);
      damage();
      expect(await pixelsOf(rows)).toEqual(before);
      // A file that is gone can still be read by who has opened it.
      if (existsSync(cacheFolder()) && warnings.length > 0) expect(inCache(".pixels")).toEqual([]);
      rows.close();
      await cache.close();
    }
  });

  test("an image that changed meanwhile is never taken for what it was", async () => {
    const target = { height: 1, width: 2, channels: 1 } as const;
    const file = { path: join(root.path, "train/0/0"), sha256: "of something else" };
    const nowhere = {
      kind: "shards" as const,
      size: 2,
      shards: [],
      shardOf: Int32Array.of(-1),
      rowOf: Uint32Array.of(0),
      checksums: BigUint64Array.of(1n),
      files: [file],
      target,
    };
    await expect(pixelsOf(openRows(nowhere))).rejects.toThrow(messages.imageChanged(file.path));
  });

  test("what an audit has found", async () => {
    const opened = () => new PixelCache(cacheSettings({}), "recipe", 2);
    const cache = opened();
    for (let audit = 0; audit <= 100; audit++) cache.addAudit(`audit ${audit}`, `${audit}`);
    await cache.close();
    const database = new Database(join(cacheFolder(), "index.sqlite"));
    database.run("UPDATE audits SET result = '[]' WHERE key = 'audit 2'");
    database.close();
    const later = opened();
    // The oldest is forgotten.
    expect([0, 1, 2, 100].map((audit) => later.findAudit(`audit ${audit}`))).toEqual([
      undefined,
      "1",
      undefined,
      "100",
    ]);
    await later.close();
    const none = new PixelCache(cacheSettings({ folder: null }), "recipe", 2);
    none.addAudit("audit 1", "1");
    expect(none.findAudit("audit 1")).toBeUndefined();
  });

  describe("rows of its index that were changed by hand", () => {
    const path = () => join(cacheFolder(), "index.sqlite");
    const change = (sql: string, ...values: (string | number | null)[]) => {
      const index = new Database(path());
      const { changes } = index.query(sql).run(...values);
      index.close();
      return changes;
    };
    const columns = {
      files: ["stamp", "sha256", "seal"],
      shards: ["id", "name", "bytes", "seal"],
      images: ["recipe", "sha256", "shard", "row", "checksum", "facts", "seal"],
    };
    const told = () => cacheMessages.cacheRowsDamaged(cacheFolder());

    test.each(Object.entries(columns))("of %s: any column, to anything", async (table, names) => {
      // Two shards: one of each target.
      const other = { ...data, targetSize: [2, 2] as const } as unknown as Data;
      const [whole, large] = [await read(), await read({}, other)];
      const kept = readFileSync(path());
      for (const column of names)
        for (const value of column === "id" ? ["-1", "id + 7"] : others(table, column)) {
          writeFileSync(path(), kept);
          change(
            `UPDATE OR REPLACE ${table} SET ${column} = ${value} ${column === "id" ? "WHERE id = 1" : ""}`,
          );
          for (const [before, settings] of [
            [whole, data],
            [large, other],
          ] as const) {
            const after = await read({}, settings);
            const message = `${column} = ${value}`;
            expect({ message, pixels: after.pixels }).toEqual({ message, pixels: before.pixels });
            expect(after.dataset.record).toEqual(before.dataset.record);
            expect(after.warnings.filter((text) => text !== told())).toEqual([]);
            // What was damaged is written anew.
            expect(await read({}, settings)).toMatchObject({ pixels: before.pixels, warnings: [] });
          }
        }
    });
    /** Of every type, and what another row says. */
    const others = (table: string, column: string) => [
      "NULL",
      "'x'",
      "-1",
      "x'00'",
      "1e999",
      `(SELECT other.${column} FROM ${table} AS other WHERE other.${column} != ${table}.${column} LIMIT 1)`,
    ];

    test("hashes of two files that were swapped are told, and the images are read again", async () => {
      const { pixels } = await read();
      const names = ["train/0/0", "train/1/1"].map((name) => join(root.path, name));
      const sql = "UPDATE files SET sha256 = (SELECT sha256 FROM files WHERE path = ?2), seal = ";
      const seals = "(SELECT seal FROM files WHERE path = ?2) WHERE path = ?1";
      expect(change(sql + seals, ...names)).toBe(1);
      const after = await read();
      expect(after).toMatchObject({ pixels, decoded: 0, warnings: [told()] });
    });

    test("a name that leads out of the cache removes nothing there", async () => {
      const { pixels } = await read();
      const outside = join(root.path, "own.pixels");
      writeFileSync(outside, "the user's own");
      for (const name of ["../own", outside.slice(0, -".pixels".length), "", ".."]) {
        // As whoever knows how rows are sealed would write it.
        const [id, bytes] = [1, 24];
        const seal = checksum([id, name, bytes].join("\0")).toString(16);
        change("INSERT OR REPLACE INTO shards VALUES (?, ?, ?, 0, ?)", id, name, bytes, seal);
        expect(await read()).toMatchObject({ pixels, decoded: 12 });
        // To make room, the oldest would go.
        change("INSERT OR REPLACE INTO shards VALUES (77, ?, ?, 0, ?)", name, bytes, seal);
        await read({ mostBytes: 1 }, { ...data, targetSize: [1, 3] });
        expect(readFileSync(outside, "utf8")).toBe("the user's own");
        rmSync(cacheFolder(), { recursive: true });
        await read();
      }
    });

    test("an index of an earlier version is emptied, and nothing is said", async () => {
      const { pixels } = await read();
      const index = new Database(path());
      for (const sql of [
        "DROP TABLE files",
        "CREATE TABLE files (path TEXT PRIMARY KEY, stamp TEXT, sha256 TEXT) WITHOUT ROWID",
        "PRAGMA user_version = 0",
      ])
        index.run(sql);
      index.close();
      expect(await read()).toMatchObject({ pixels, decoded: 12, warnings: [] });
      expect(await read()).toMatchObject({ pixels, decoded: 0, warnings: [] });
    });
  });

  test("any flipped bits of the index", async () => {
    const { pixels, dataset } = await read();
    const whole = readFileSync(join(cacheFolder(), "index.sqlite"));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(whole.length * 8 - 1), { minLength: 1, maxLength: 40 }),
        async (bits) => {
          writeFileSync(join(cacheFolder(), "index.sqlite"), whole);
          for (const bit of bits) flip(join(cacheFolder(), "index.sqlite"), bit);
          const after = await read();
          expect(after.pixels).toEqual(pixels);
          expect(after.dataset.record).toEqual(dataset.record);
          await after.dataset.close();
        },
      ),
      cases(20, 60),
    );
  });
});

function flip(path: string, bit: number): void {
  const bytes = readFileSync(path);
  bytes[bit >> 3]! ^= 1 << (bit & 7);
  writeFileSync(path, bytes);
}

describe("without room the run goes on, with a line said", () => {
  test("when the folder cannot be made", async () => {
    put("cache", "a file in its place");
    const { pixels, warnings, decoded } = await read();
    expect(warnings).toEqual([
      expect.stringContaining("cannot be used: a file of this name is in the way (EEXIST)"),
    ]);
    expect(decoded).toBe(12);
    expect(pixels).toHaveLength(24);
  });

  test.skipIf(process.getuid?.() === 0)("when the folder cannot be written", async () => {
    const { pixels } = await read();
    chmodSync(cacheFolder(), 0o500);
    put("train/0/new", [7, 7]);
    const second = await read();
    chmodSync(cacheFolder(), 0o700);
    expect(second.decoded).toBe(1);
    expect(second.warnings).toHaveLength(1);
    expect(second.pixels).toEqual([...pixels.slice(0, 12), 7, 7, ...pixels.slice(12)]);
  });

  test("when the images take more than the cache may", async () => {
    const { pixels, warnings } = await read({ mostBytes: 10 });
    expect(warnings).toEqual([expect.stringContaining("LAMINA_CACHE_GB")]);
    expect(inCache(".pixels")).toEqual([]);
    expect(pixels).toEqual((await read({ folder: null })).pixels);
  });

  test("what was not used for the longest time is thrown out", async () => {
    await read({ mostBytes: 59 });
    await read({ mostBytes: 59 }, { ...data, targetSize: [1, 3] });
    expect(inCache(".pixels")).toHaveLength(1);
    expect((await read({ mostBytes: 59 }, { ...data, targetSize: [1, 3] })).decoded).toBe(0);
    expect((await read({ mostBytes: 59 })).decoded).toBe(12);
  });
});

test("several runs at once are all right", async () => {
  const { pixels } = await read({ folder: null });
  // By the true time: a day later a shard that is being written would be taken for one of a killed run.
  const changes = { now: () => new Date() };
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => read(changes)));
  for (const outcome of outcomes) expect(outcome).toMatchObject({ pixels, warnings: [] });
  expect(await read()).toMatchObject({ pixels, decoded: 0, warnings: [] });
});

test("what a killed run left behind is swept up once it is old", async () => {
  mkdirSync(cacheFolder());
  const [old, fresh] = [crypto.randomUUID(), crypto.randomUUID()];
  // A browser's download, for one.
  const others = ["film.part", "film.pixels"];
  const left = [`${fresh}.part`, `${fresh}.pixels`, ...others];
  for (const name of [`${old}.part`, `${old}.pixels`, ...left]) {
    writeFileSync(join(cacheFolder(), name), "x");
    if (!name.startsWith(fresh))
      utimesSync(join(cacheFolder(), name), new Date(0), new Date(Date.now() - day));
  }
  await read({ now: () => new Date() });
  const found = [...inCache(".part"), ...inCache(".pixels")].filter(
    (path) => statSync(path).size === 1,
  );
  expect(found.map((path) => basename(path)).toSorted()).toEqual(left.toSorted());
});

test("a thread reads a large set ahead, and what it finds damaged is told and made good", async () => {
  const warnings: string[] = [];
  const { rows, cache } = await readStored(warnings);
  const labels = Int32Array.from({ length: 12 }, (_, index) => index);
  const split = { files: [], labels, rows, length: 12, shape: [1, 2, 1], depth: 8 } as const;
  const whole = await pixelsOf(rows);
  const feed = openFeed(
    { ...split, files: [] },
    { seed: 1, data: { augment: null, batchSize: 5 } },
  );
  const epoch = async (number: number) => {
    const seen: number[][] = [];
    for await (const { images, labels: some } of feed.epoch(
      number,
      Uint32Array.from(labels).toReversed(),
    ))
      for (const [place, label] of some.entries())
        seen[label] = [...images.subarray(place * 2, place * 2 + 2)];
    return seen.flat();
  };
  expect(await epoch(1)).toEqual(whole);
  flip(onlyShard(), 9);
  expect(await epoch(2)).toEqual(whole);
  // The thread's word may take a moment.
  for (let wait = 0; wait < 1000 && warnings.length === 0; wait++) await Bun.sleep(5);
  expect(warnings).toHaveLength(1);
  feed.close();
  rows.close();
  await cache.close();
});

test("rows can be opened by what describes them, as in a worker", async () => {
  const { dataset, pixels } = await read();
  const { source } = dataset.splits.train!.rows;
  const rows = openRows(structuredClone(source));
  const last = new Uint8Array(4);
  await rows.read(Uint32Array.of(11, 0), last);
  expect([...last]).toEqual([...pixels.slice(22), ...pixels.slice(0, 2)]);
  rows.close();
});

test("of images that come at once, one ends a shard and the next begins another", async () => {
  const image = (fill: number) => Uint8Array.of(fill, fill + 1);
  const key = (fill: number) => String(fill).repeat(64);
  // Full at once, and old at once.
  for (const [size, stepMs] of [
    [60_000_000, 0],
    [2, 11_000],
  ] as const) {
    let nowMs = Date.now() + day;
    const cache = new PixelCache(
      cacheSettings({ folder: null, now: () => new Date((nowMs += stepMs)) }),
      "recipe",
      size,
    );
    await cache.add(key(1), image(1), {});
    const places = await Promise.all(
      [2, 3, 4].map((fill) => cache.add(key(fill), image(fill), {})),
    );
    expect(new Set(places.map(({ shard }) => shard)).size).toBe(3);
    await cache.close();
  }
});

test("a cache that can only be read is read, without a word as long as nothing is missing in it", async () => {
  const first = await read();
  const index = join(cacheFolder(), "index.sqlite");
  const bytes = readFileSync(index);
  // What SQLite calls a file of a later version, which it reads and does not write, whoever the user is.
  bytes[18] = 3;
  writeFileSync(index, bytes);
  const again = await read();
  expect(again).toMatchObject({ decoded: 0, pixels: first.pixels, warnings: [] });
  put("train/0/new", [7, 8]);
  expect(await read()).toMatchObject({ decoded: 1 });
  expect(readFileSync(index).equals(bytes)).toBeTrue();
});
