/**
 * Augmented batches of 32 from images of 8 bits, or of 16, in memory, as training takes them, with nothing done to them.
 *
 * Called as `lamina-augment.ts HEIGHT WIDTH CHANNELS IMAGES [DEPTH]`. For each line on standard input it goes through an epoch
 * and prints the seconds that it took; first it prints "ready".
 */
import { createInterface } from "node:readline";
import { openFeed } from "../../../src/data/feed/feed.ts";
import { openRows } from "../../../src/data/rows.ts";
import type { Depth } from "../../../src/pixels.ts";
import { permutation, stream } from "../../../src/random.ts";
import { benchAugmentation } from "./settings.ts";

const [height, width, channels, length, depth = 8] = process.argv.slice(2).map(Number) as [
  number,
  number,
  number,
  number,
  Depth?,
];
const size = (height * width * channels * depth) / 8;
const random = stream(1, "images");
const pixels = new Uint8Array(new SharedArrayBuffer(length * size)).map(() => random.next() & 255);
const split = {
  files: [],
  labels: new Int32Array(length),
  rows: openRows({ kind: "memory", pixels, size }),
  length,
  shape: [height, width, channels] as const,
  depth,
};
const feed = openFeed(split, { seed: 1, data: { augment: benchAugmentation, batchSize: 32 } });

let epoch = 0;
async function round(): Promise<void> {
  epoch += 1;
  for await (const _ of feed.epoch(epoch, permutation(length, stream(1, "shuffle", epoch))));
}

await round();
process.stdout.write("ready\n");
for await (const _ of createInterface({ input: process.stdin })) {
  const startedMs = performance.now();
  await round();
  process.stdout.write(`${(performance.now() - startedMs) / 1000}\n`);
}
