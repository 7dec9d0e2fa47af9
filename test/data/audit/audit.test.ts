import { describe, expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { findLeaks, noteDuplicates } from "../../../src/data/audit/audit.ts";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import type { ImageFacts } from "../../../src/data/decode/facts.ts";
import type { ImageRecord, Split } from "../../../src/layout.ts";

const shared = join(import.meta.dir, "../../../../shared/data");
const shipped = join(import.meta.dir, "../../../experiments/data/pneumonia-28px");

class Images {
  readonly records: ImageRecord[] = [];
  readonly facts: ImageFacts[] = [];

  constructor(readonly size: number) {}

  async add(bytes: Uint8Array, file: string, split: Split, label = "a", group?: string) {
    const target = { height: this.size, width: this.size, channels: 1 } as const;
    const verdict = await decodeImage(bytes, target);
    if (!("pixels" in verdict)) throw new Error(`${file}: ${verdict.detail}`);
    this.records.push({ split, label, file, sha256: "", ...(group ? { group } : {}) });
    this.facts.push(verdict);
  }

  /** Every image under a folder, in the split that its path tells. */
  async addFolder(root: string, splitOf: (file: string, index: number) => Split): Promise<void> {
    const entries = readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted();
    for (const [index, name] of entries.filter((file) => /\.(png|jpe?g)$/i.test(file)).entries()) {
      const label = name.split("/").at(-2)!;
      await this.add(readFileSync(join(root, name)), name, splitOf(name, index), label);
    }
  }

  leaks() {
    return findLeaks(this.records, this.facts);
  }
}

function byName(file: string): Split {
  return file.startsWith("train/") ? "train" : file.startsWith("val/") ? "validation" : "test";
}

const copies: [string, (image: Sharp, half: number) => Sharp][] = [
  ["quality 60", (image) => image.jpeg({ quality: 60 })],
  ["half the size", (image, half) => image.resize({ width: half }).png()],
  ["mirrored", (image) => image.flop().png()],
  ["upside down", (image) => image.flip().jpeg({ quality: 60 })],
  ["turned", (image) => image.rotate(90).png()],
];

/** Copies of twenty training images, changed in each way by turns, become test images. */
async function plantCopies(
  images: Images,
  read: (file: string) => Uint8Array,
  ways = copies,
): Promise<[string, string][]> {
  const train = images.records.filter(({ split }) => split === "train");
  const planted: [string, string][] = [];
  for (let index = 0; index < 20; index++) {
    const { file, label } = train[Math.floor(((index + 0.5) * train.length) / 20)]!;
    const original = await sharp(read(file)).autoOrient().toBuffer();
    const { width } = await sharp(original).metadata();
    const [name, change] = ways[index % ways.length]!;
    const copy = await change(sharp(original), Math.round(width / 2)).toBuffer();
    const copyName = `planted/${index} ${name}`;
    await images.add(copy, copyName, "test", label);
    planted.push([copyName, file]);
  }
  return planted;
}

const within = (root: string) => (file: string) => readFileSync(join(root, file));

async function missed(images: Images, planted: readonly [string, string][]): Promise<string[]> {
  const leaks = await images.leaks();
  return planted
    .filter(
      ([copy, file]) => !leaks.some(({ files }) => files.includes(copy) && files.includes(file)),
    )
    .map(([copy]) => copy);
}

describe("findLeaks", () => {
  const picture = (seed: number) =>
    Buffer.from(
      `P2 8 8 255 ${Array.from({ length: 64 }, (_, at) => (seed * (at + 3) * 37) % 256).join(" ")}`,
    );

  test("tells same pixels, two labels and shared groups, and nothing else", async () => {
    const images = new Images(8);
    await images.add(picture(1), "1", "train", "a", "P1");
    await images.add(picture(2), "2", "train", "a", "P2");
    await images.add(picture(1), "3", "train", "b", "P1");
    await images.add(picture(2), "4", "test", "a", "P3");
    await images.add(picture(5), "5", "test", "a", "P1");
    await images.add(picture(7), "6", "validation", "a", "P9");
    expect(await images.leaks()).toEqual([
      { kind: "two-labels", splits: ["train"], labels: ["a", "b"], files: ["1", "3"] },
      { kind: "same-pixels", splits: ["train", "test"], labels: ["a"], files: ["2", "4"] },
      {
        kind: "shared-group",
        splits: ["train", "test"],
        labels: ["a"],
        files: ["1", "5"],
        group: "P1",
      },
    ]);
    noteDuplicates(images.records, images.facts);
    expect(images.records.map(({ notes }) => notes)).toEqual([
      undefined,
      undefined,
      ["duplicate"],
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("a copy saved without loss in another format has the same pixels", async () => {
    const images = new Images(8);
    await images.add(picture(1), "1.pgm", "train");
    const grey = sharp(
      Uint8Array.from({ length: 64 }, (_, at) => ((at + 3) * 37) % 256),
      {
        raw: { width: 8, height: 8, channels: 1 },
      },
    );
    await images.add(
      await grey.clone().toColourspace("b-w").tiff({ compression: "lzw" }).toBuffer(),
      "2.tiff",
      "test",
    );
    await images.add(await grey.clone().webp({ lossless: true }).toBuffer(), "3.webp", "test");
    expect((await images.leaks()).map(({ kind, files }) => [kind, files])).toEqual([
      ["same-pixels", ["1.pgm", "2.tiff", "3.webp"]],
    ]);
  });

  test("tells copies under another label, of any splits, before all others", async () => {
    const images = new Images(28);
    await images.addFolder(shipped, byName);
    const before = (await images.leaks()).filter(({ kind }) => kind === "near-two-labels");
    expect(before.length).toBeLessThanOrEqual(1);
    const planted: [string, string][] = [];
    for (const [way, change] of copies.filter(([name]) => !/mirrored|upside|turned/.test(name))) {
      for (let index = 0; index < 40; index += 4) {
        const { file, label } = images.records[index * 9]!;
        const other = label === "normal" ? "pneumonia" : "normal";
        const copy = `${way} of ${file}`;
        const bytes = await change(sharp(readFileSync(join(shipped, file))), 14).toBuffer();
        await images.add(bytes, copy, index % 8 ? "train" : "test", other);
        planted.push([copy, file]);
      }
    }
    const leaks = await images.leaks();
    const told = leaks.filter(({ kind }) => kind === "near-two-labels");
    const lost = planted.filter(
      ([copy, file]) => !told.some(({ files }) => files.includes(copy) && files.includes(file)),
    );
    expect(lost.length).toBeLessThanOrEqual(1);
    expect(told.length).toBeLessThanOrEqual(planted.length + 2);
    expect(leaks.slice(0, told.length)).toEqual(told);
    for (const { labels } of told) expect(labels).toEqual(["normal", "pneumonia"]);
  });

  test("a picture turned or mirrored may well be of another class", async () => {
    const images = new Images(28);
    await images.addFolder(shipped, byName);
    const { file, label } = images.records.findLast(({ split }) => split === "train")!;
    const turned = await sharp(readFileSync(join(shipped, file)))
      .rotate(180)
      .png()
      .toBuffer();
    await images.add(turned, "turned", "train", label === "normal" ? "pneumonia" : "normal");
    const leaks = await images.leaks();
    expect(leaks.filter(({ files }) => files.includes("turned"))).toEqual([]);
  });

  test("blank pictures are no copies of one another", async () => {
    const images = new Images(8);
    const blank = (level: number) => Buffer.from(`P2 8 8 255 ${Array(64).fill(level).join(" ")}`);
    await images.add(blank(0), "1", "train", "a");
    await images.add(blank(0), "2", "test", "b");
    await images.add(blank(255), "3", "train", "b");
    await images.add(blank(255), "4", "validation", "b");
    expect(await images.leaks()).toEqual([]);
  });

  test("finds copies among chest X-rays of 28 pixels, which all look alike", async () => {
    const images = new Images(28);
    await images.addFolder(shipped, byName);
    const before = (await images.leaks()).filter(({ kind }) => kind === "near-duplicate");
    expect(before.length).toBeLessThanOrEqual(1);
    expect(await missed(images, await plantCopies(images, within(shipped)))).toEqual([]);
  });

  test("finds a copy of what has five more copies among the training images", async () => {
    const images = new Images(28);
    await images.addFolder(shipped, byName);
    const { file, label } = images.records[100]!;
    const original = readFileSync(join(shipped, file));
    for (const quality of [50, 60, 70, 80, 90, 100]) {
      const copy = await sharp(original).jpeg({ quality }).toBuffer();
      await images.add(copy, `copy ${quality}`, quality === 50 ? "test" : "train", label);
    }
    const leak = (await images.leaks()).find(({ files }) => files[0] === "copy 50");
    expect(leak?.files).toHaveLength(6);
  });

  test("names every image of a picture, and of its matches the first of earlier splits", async () => {
    const images = new Images(28);
    const original = readFileSync(join(shipped, "train/normal/train_3494.png"));
    const copy = await sharp(original).jpeg({ quality: 95 }).toBuffer();
    for (const [bytes, file, split] of [
      [original, "a1", "train"],
      [copy, "b1", "train"],
      [original, "a2", "validation"],
      [copy, "b2", "test"],
      [copy, "b3", "test"],
    ] as const)
      await images.add(bytes, file, split);
    const near = (await images.leaks()).filter(({ kind }) => kind === "near-duplicate");
    expect(near.map(({ files }) => files)).toEqual([
      ["a2", "b1"],
      ["b2", "a1", "a2"],
      ["b3", "a1", "a2"],
    ]);
  });

  test.skipIf(!existsSync(join(shared, "mnist-png.tar.gz")))(
    "takes few digits for copies among many that are alike, and finds copies",
    async () => {
      const images = new Images(28);
      const archive = new Bun.Archive(await Bun.file(join(shared, "mnist-png.tar.gz")).bytes());
      const digits = new Map<string, Uint8Array>();
      for (const [file, digit] of await archive.files("**/*.png"))
        if (Number(/\d+(?=\.png)/.exec(file)) % 4 === 0) digits.set(file, await digit.bytes());
      for (const [file, bytes] of digits)
        await images.add(bytes, file, file.includes("train/") ? "train" : "test");
      const near = (await images.leaks()).filter(({ kind }) => kind === "near-duplicate");
      expect(near.length).toBeLessThanOrEqual(5);
      // A digit of 14 pixels is too little to be told from others.
      const ways = copies.filter(([name]) => name !== "half the size");
      const planted = await plantCopies(images, (file) => digits.get(file)!, ways);
      expect(await missed(images, planted)).toEqual([]);
    },
    60_000,
  );

  test.skipIf(!existsSync(join(shared, "ants-bees")))(
    "finds copies among photographs",
    async () => {
      const root = join(shared, "ants-bees/val");
      const images = new Images(64);
      await images.addFolder(root, (_, index) => (index % 3 === 0 ? "test" : "train"));
      expect((await images.leaks()).filter(({ kind }) => kind === "near-duplicate")).toEqual([]);
      expect(await missed(images, await plantCopies(images, within(root)))).toEqual([]);
    },
    20_000,
  );

  test.skipIf(!existsSync(join(shared, "pneumonia-28px")))(
    "finds the 8 known groups of equal X-rays across splits, and next to nothing that is only alike",
    async () => {
      const images = new Images(28);
      await images.addFolder(join(shared, "pneumonia-28px"), byName);
      const leaks = await images.leaks();
      expect(leaks.filter(({ kind }) => kind === "same-pixels")).toHaveLength(8);
      expect(leaks.filter(({ kind }) => kind === "near-duplicate").length).toBeLessThanOrEqual(3);
    },
    20_000,
  );
});
