import { afterEach, describe, expect, test } from "bun:test";
import fc from "fast-check";
import { identity } from "../../../src/data/augment/affine.ts";
import { buildAugmenter, drawTransform } from "../../../src/data/augment/augmenter.ts";
import {
  keptFeedThreads,
  openFeed,
  type Feed,
  type FeedSettings,
} from "../../../src/data/feed/feed.ts";
import type { DecodedSplit } from "../../../src/data/dataset.ts";
import { openRows } from "../../../src/data/rows.ts";
import { permutation, stream } from "../../../src/random.ts";
import type { Augment } from "../../../src/spec/experiment.ts";
import { augmentSettings } from "../../fixtures/augment.ts";

/** Threads take a moment to start, and longer where much else goes on. */
const PATIENCE_MS = 60_000;

/** Every operation there is. */
const everything: Augment = {
  rotation: 20,
  shift: { width: 0.1, height: 2 },
  shear: 5,
  zoom: 0.1,
  crop: {},
  flip: "both",
  blur: 1,
  channelShift: 20,
  brightness: 0.2,
  contrast: 0.2,
  randAugment: {},
  noise: 0.02,
  saltAndPepper: 0.01,
  erase: {},
  mixup: 0.4,
  cutmix: 1,
};

function split(length: number, channels: 1 | 3 = 3): DecodedSplit {
  const shape = [9, 7, channels] as const;
  const size = 63 * channels;
  const random = stream(1, "pixels");
  const pixels = new Uint8Array(new SharedArrayBuffer(length * size)).map(
    () => random.next() & 255,
  );
  return {
    files: Array.from({ length }, (_, index) => `${index}`),
    labels: Int32Array.from({ length }, (_, index) => index % 3),
    rows: openRows({ kind: "memory", pixels, size }),
    length,
    shape,
    depth: 8,
  };
}

const open: Feed[] = [];
afterEach(() => open.splice(0).forEach((feed) => feed.close()));

/** Pixels and labels of each image of some epochs, by epoch and image. */
async function imagesOf(
  images: DecodedSplit,
  settings: FeedSettings & { epochs: number[] },
): Promise<Map<string, string>> {
  const feed = openFeed(images, settings);
  open.push(feed);
  const found = new Map<string, string>();
  for (const epoch of settings.epochs) {
    const order = permutation(images.length, stream(settings.seed, "shuffle", epoch));
    let place = 0;
    for await (const batch of feed.epoch(epoch, order)) {
      const size = batch.images.length / batch.length;
      for (let row = 0; row < batch.length; row++) {
        const pixels = Buffer.from(batch.images.slice(row * size, (row + 1) * size));
        const { mix, labels } = batch;
        const label = [labels[row], mix?.labels[row], mix?.weights[row]].join();
        found.set(`${epoch} ${order[place++]}`, `${label} ${pixels.toString("hex")}`);
      }
    }
  }
  return found;
}

describe("an image's pixels follow from seed, epoch and image alone", () => {
  const images = split(23);
  const augment = augmentSettings(everything);
  const base = imagesOf(images, {
    seed: 3,
    data: { augment, batchSize: 5 },
    workers: 2,
    epochs: [1, 2, 3],
  });

  test(
    "whatever the batch size, the number of threads and the epoch that is begun with",
    async () => {
      const expected = await base;
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 30 }),
          fc.integer({ min: 1, max: 3 }),
          fc.subarray([1, 2, 3], { minLength: 1 }),
          async (batchSize, workers, epochs) => {
            const data = { augment, batchSize };
            const found = await imagesOf(images, { seed: 3, data, workers, epochs });
            expect(found.size).toBe(23 * epochs.length);
            for (const [key, value] of found) expect(value).toBe(expected.get(key)!);
            open.splice(0).forEach((feed) => feed.close());
          },
        ),
        { numRuns: 4 },
      );
    },
    PATIENCE_MS,
  );

  test(
    "another seed and another epoch give others",
    async () => {
      const expected = await base;
      const data = { augment, batchSize: 5 };
      const other = await imagesOf(images, { seed: 4, data, workers: 1, epochs: [1] });
      for (const [key, value] of other) expect(value).not.toBe(expected.get(key)!);
      for (let image = 0; image < 23; image++)
        expect(expected.get(`1 ${image}`)).not.toBe(expected.get(`2 ${image}`)!);
    },
    PATIENCE_MS,
  );

  test(
    "an epoch that is left early leaves no one writing",
    async () => {
      const many = split(400);
      const data = { augment, batchSize: 100 };
      const feed = openFeed(many, { seed: 3, data, workers: 1 });
      open.push(feed);
      const order = permutation(400, stream(3, "shuffle", 1));
      let memory: ArrayBufferLike | undefined;
      for await (const batch of feed.epoch(1, order)) {
        memory = batch.images.buffer;
        break;
      }
      const left = Buffer.from(memory!.slice(0));
      // Two more batches were asked for; whoever still made them would do so now.
      await Bun.sleep(100);
      expect(Buffer.from(memory!.slice(0)).equals(left)).toBe(true);
    },
    PATIENCE_MS,
  );

  test(
    "threads that another feed has used",
    async () => {
      const threads = keptFeedThreads();
      const other = { ...augment, rotation: 40 };
      for (const [settings, data] of [
        [
          { seed: 9, epochs: [1] },
          { augment: other, batchSize: 7 },
        ],
        [
          { seed: 3, epochs: [1, 2, 3] },
          { augment, batchSize: 5 },
        ],
      ] as const) {
        const found = await imagesOf(images, {
          ...settings,
          epochs: [...settings.epochs],
          data,
          workers: 2,
          threads,
        });
        open.splice(0).forEach((feed) => feed.close());
        if (settings.seed === 3) expect(found).toEqual(await base);
      }
    },
    PATIENCE_MS,
  );

  test(
    "after a feed whose threads it might have was closed in the middle of an epoch",
    async () => {
      const threads = keptFeedThreads();
      const data = { augment, batchSize: 5 };
      const settings = { seed: 3, data, workers: 2, threads };
      const feed = openFeed(images, settings);
      const order = permutation(23, stream(3, "shuffle", 1));
      const batches = feed.epoch(1, order);
      await batches.next();
      feed.close();
      expect(await imagesOf(images, { ...settings, epochs: [1, 2, 3] })).toEqual(await base);
    },
    PATIENCE_MS,
  );

  test(
    "an epoch that is left early leaves the next one as it should be",
    async () => {
      const feed = openFeed(images, { seed: 3, data: { augment, batchSize: 5 }, workers: 2 });
      open.push(feed);
      const order = permutation(23, stream(3, "shuffle", 2));
      for await (const _ of feed.epoch(2, order)) break;
      const expected = await base;
      for await (const { images: pixels, length } of feed.epoch(2, order)) {
        const first = Buffer.from(pixels.slice(0, pixels.length / length)).toString("hex");
        expect(expected.get(`2 ${order[0]}`)).toEndWith(` ${first}`);
        break;
      }
    },
    PATIENCE_MS,
  );
});

test(
  "an image that comes again in an epoch is augmented otherwise, and mixed with another",
  async () => {
    const images = split(23);
    const augment = augmentSettings(everything);
    const settings = { seed: 3, data: { augment, batchSize: 2 }, workers: 2 };
    const feed = openFeed(images, settings);
    open.push(feed);
    const found: string[] = [];
    for await (const batch of feed.epoch(1, Uint32Array.of(4, 4, 7, 4))) {
      const size = batch.images.length / batch.length;
      for (let at = 0; at < batch.length; at++) {
        const pixels = Buffer.from(batch.images.slice(at * size, (at + 1) * size));
        found.push(`${batch.mix!.weights[at]} ${pixels.toString("hex")}`);
      }
    }
    expect(new Set(found).size).toBe(4);
    const once = await imagesOf(images, { ...settings, epochs: [1] });
    expect(once.get("1 4")).toEndWith(found[0]!.split(" ")[1]!);
    expect(once.get("1 7")).toEndWith(found[2]!.split(" ")[1]!);
  },
  PATIENCE_MS,
);

test("an operation more leaves what the others draw as it was", () => {
  const shape = [9, 7, 3] as const;
  const parts = { theta: "rotation", shear: "shear", zoomX: "zoom", window: "crop" } as const;
  const names = Object.keys(everything) as (keyof typeof everything)[];
  fc.assert(
    fc.property(fc.nat(1000), fc.subarray(names), (image, chosen) => {
      const key = { seed: 1, epoch: 1, image };
      const some = Object.fromEntries(chosen.map((name) => [name, everything[name]])) as Augment;
      const all = drawTransform(augmentSettings(everything), shape, key);
      const found = drawTransform(augmentSettings(some), shape, key);
      for (const [part, name] of Object.entries(parts) as [keyof typeof parts, keyof Augment][]) {
        const expected = chosen.includes(name) ? all[part] : identity[part];
        expect(found[part]).toEqual(expected as never);
      }
    }),
  );
});

test.each([[everything], [{ rotation: 20, noise: 0.1 }], [{ mixup: 0.4 }]])(
  "a batch of %j is what one thread would make of its images, with second labels where they are mixed",
  async (some) => {
    const images = split(9);
    const order = Uint32Array.of(5, 0, 3, 1, 8, 4, 7, 2, 6);
    const data = { augment: augmentSettings(some), batchSize: 4 };
    const feed = openFeed(images, { seed: 1, data, workers: 2 });
    open.push(feed);
    const { augment, mix, mixOf } = buildAugmenter(data.augment, images.shape, images.length);
    const made = async (image: number) => {
      const [original, into] = [new Uint8Array(images.rows.size), new Uint8Array(images.rows.size)];
      await images.rows.read(Uint32Array.of(image), original);
      augment(original, { seed: 1, epoch: 2, image }, into);
      return into;
    };
    let place = 0;
    for await (const batch of feed.epoch(2, order)) {
      const shown = [...order.subarray(place, (place += batch.length))];
      expect([...batch.labels]).toEqual(shown.map((image) => images.labels[image]!));
      const mixes = shown.map((image) => mixOf({ seed: 1, epoch: 2, image }));
      for (const [row, image] of shown.entries()) {
        const expected = await made(image);
        const other = mixes[row];
        if (other) mix(expected, await made(other.partner), other);
        const { size } = images.rows;
        expect(Buffer.from(batch.images.slice(row * size, (row + 1) * size))).toEqual(
          Buffer.from(expected),
        );
      }
      expect(batch.mix && [[...batch.mix.labels], [...batch.mix.weights]]).toEqual(
        mixes[0]
          ? [
              mixes.map((one) => images.labels[one!.partner]!),
              mixes.map((one) => Math.fround(one!.weight)),
            ]
          : undefined,
      );
    }
    expect(place).toBe(9);
  },
  PATIENCE_MS,
);

test("without augmentation there are no threads and the pixels are the images' own", async () => {
  const images = split(7, 1);
  const found = await imagesOf(images, {
    seed: 1,
    data: { augment: null, batchSize: 3 },
    epochs: [1],
  });
  const pixels = new Uint8Array(63);
  for (let image = 0; image < 7; image++) {
    await images.rows.read(Uint32Array.of(image), pixels);
    expect(found.get(`1 ${image}`)).toEndWith(` ${Buffer.from(pixels).toString("hex")}`);
  }
});

test(
  "what goes wrong in a thread ends the epoch with its own words",
  async () => {
    const images = split(4);
    const data = { augment: augmentSettings({ rotation: 5 }), batchSize: 2 };
    const missing = { ...images, rows: { ...images.rows, source: missingFile(images) } };
    await expect(imagesOf(missing, { seed: 1, data, workers: 2, epochs: [1] })).rejects.toThrow(
      "is gone",
    );
  },
  PATIENCE_MS,
);

/** Images that have to be decoded again, from files that are gone. */
function missingFile({ length, rows }: DecodedSplit): DecodedSplit["rows"]["source"] {
  return {
    kind: "shards",
    size: rows.size,
    shards: [],
    shardOf: new Int32Array(length).fill(-1),
    rowOf: new Uint32Array(length),
    checksums: new BigUint64Array(length),
    files: Array.from({ length }, () => ({ path: "/nowhere/image.png", sha256: "" })),
    target: { height: 9, width: 7, channels: 3 },
  };
}
