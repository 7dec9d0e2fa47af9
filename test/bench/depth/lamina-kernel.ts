/**
 * Images of 8 bits or of 16 that are resized, or evened out, one after another in one thread.
 *
 * Called as `lamina-kernel.ts resize|clahe FROM TO CHANNELS IMAGES DEPTH`, with the sides of square images: CLAHE is of those
 * that were resized. For each line on standard input it goes through all images and prints the seconds that it took;
 * first it prints "ready".
 */
import { createInterface } from "node:readline";
import { clahe } from "../../../src/data/decode/clahe/clahe.ts";
import { resize } from "../../../src/data/decode/resize.ts";
import type { Samples } from "../../../src/data/decode/samples.ts";
import { blackPixels, type Depth, whiteOf } from "../../../src/pixels.ts";
import { stream } from "../../../src/random.ts";

const [, , kernel, ...numbers] = process.argv;
const [from, to, channels, images, depth] = numbers.map(Number) as [
  number,
  number,
  Samples["channels"],
  number,
  Depth,
];
const random = stream(1, "kernel");
const pixels = blackPixels(depth, from * from * channels).map(
  (_, at) => ((at % from) * 40 + (random.next() & 255)) & whiteOf(depth),
);
const large: Samples = { width: from, height: from, channels, pixels };
const small = resize(large, { width: to, height: to });

function round(): void {
  for (let image = 0; image < images; image++)
    if (kernel === "clahe") clahe(small.pixels, small, { clipLimit: 2, tiles: [8, 8] });
    else resize(large, { width: to, height: to });
}

round();
process.stdout.write("ready\n");
for await (const _ of createInterface({ input: process.stdin })) {
  const startedMs = performance.now();
  round();
  process.stdout.write(`${(performance.now() - startedMs) / 1000}\n`);
}
