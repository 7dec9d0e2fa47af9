/**
 * Passes over a folder of images in Lamina.
 *
 * Called as `lamina-data.ts HOW FOLDER HEIGHT WIDTH grey|rgb BATCH`. For each line on standard input it goes over all
 * images, a batch at a time, and prints the seconds that a pass took; first it prints "ready" and their number. HOW:
 *
 *   first  with an empty cache: files are listed, read, hashed, decoded, resized, put into the cache and read from it
 *   run    as the next run does: files are listed and looked up, images are read from the cache
 *   epoch  as the next epoch does: images are read in a new random order
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openLibraryHere } from "../../../src/cli/engine.ts";
import { batches } from "../../../src/data/batches.ts";
import type { Dataset } from "../../../src/data/dataset.ts";
import { readImages } from "../../../src/data/read.ts";
import { findImages } from "../../../src/data/source/find-images.ts";
import { defaultOptions } from "../../../src/engine/library.ts";
import { permutation, stream } from "../../../src/random.ts";
import { resolveExperiment } from "../../../src/spec/resolve.ts";

const [how, train, height, width, colour, batchSize] = process.argv.slice(2) as [
  "first" | "run" | "epoch",
  string,
  string,
  string,
  "grey" | "rgb",
  string,
];
/** Short passes are repeated for as long. */
const LEAST_MS = 500;

const { data } = resolveExperiment({
  data: {
    train,
    targetSize: [Number(height), Number(width)],
    colour,
    batchSize: Number(batchSize),
    // No peer looks for them.
    leaks: "ignore",
  },
  model: { layers: ["flatten", { dense: { units: "classes" } }] },
});
/** As in a run: opened once in a process. */
const library = await openLibraryHere(defaultOptions());
const openLibrary = async () => library;

const work = await mkdtemp(join(tmpdir(), "lamina-data-"));
process.on("SIGTERM", () => void rm(work, { recursive: true }).then(() => process.exit()));
let caches = 0;
let epoch = 0;

async function readAll(): Promise<Dataset> {
  const { source } = await findImages(data, 1, "/");
  const warn = (text: string) => process.stderr.write(`${text}\n`);
  const folder = join(work, String(caches));
  const cache = { folder, mostBytes: 20e9, now: () => new Date(), warn };
  return readImages(source, data, { cache, openLibrary });
}

async function goOver({ splits }: Dataset): Promise<number> {
  const split = splits.train!;
  const order = permutation(split.length, stream(1, "shuffle", ++epoch));
  let images = 0;
  for await (const { length } of batches(split, data.batchSize, order)) images += length;
  return images;
}

async function onePass(): Promise<number> {
  if (how === "epoch") return goOver(dataset);
  const fresh = await readAll();
  const images = await goOver(fresh);
  await fresh.close();
  return images;
}

const dataset = await readAll();
process.stdout.write(`ready ${await goOver(dataset)}\n`);
for await (const _ of createInterface({ input: process.stdin })) {
  await rm(join(work, String(caches)), { recursive: how === "first", force: true }).catch(() => 0);
  if (how === "first") caches++;
  const startedMs = performance.now();
  let passes = 0;
  for (;;) {
    await onePass();
    passes++;
    if (how === "first" || performance.now() - startedMs >= LEAST_MS) break;
  }
  process.stdout.write(`${(performance.now() - startedMs) / 1000 / passes}\n`);
}
