import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { drawTable } from "../../../src/cli/table.ts";
import { readImages } from "../../../src/data/read.ts";
import { findImages } from "../../../src/data/source/find-images.ts";
import type { Depth } from "../../../src/pixels.ts";
import { stream } from "../../../src/random.ts";
import { resolveExperiment } from "../../../src/spec/resolve.ts";
import { interleave, startWorker, type Worker } from "../peers.ts";
import { median } from "../table.ts";

const steps = [
  { network: "small", batch: 32, steps: 400, words: [] },
  { network: "small", batch: 32, steps: 400, words: ["augmented"] },
  { network: "large", batch: 32, steps: 4, words: [] },
  { network: "large", batch: 32, steps: 4, words: ["augmented"] },
] as const;
const augmented = [
  { shape: [28, 28, 1], images: 8192 },
  { shape: [200, 200, 3], images: 512 },
] as const;
/** In one thread, by sides of square images. */
const kernels = [
  { kernel: "resize", from: 1024, to: 224, channels: 1, images: 200 },
  { kernel: "resize", from: 1024, to: 224, channels: 3, images: 100 },
  { kernel: "clahe", from: 1024, to: 224, channels: 1, images: 200 },
] as const;
/** Files of 16 bits, and what they become. */
const read = [
  { side: 28, target: 28, files: 2000 },
  { side: 1024, target: 224, files: 60 },
] as const;

/** As `--json` prints it. */
interface Measured {
  case: string;
  unit: string;
  deep: number;
  plain: number;
  /** The median of the ratios of neighbouring rounds: above 1 where 16 bits take more. */
  ratio: number;
}

/** What 16 bits take where 8 would do: the same work with data.depth 16 and 8 in turn. */
export async function benchDepth(options: { json: boolean; rounds: number }): Promise<void> {
  const results: Measured[] = [];
  for (const one of steps) {
    const { network, batch, words } = one;
    process.stderr.write(`step ${network} ${words.join()} …\n`);
    const command = ["bun", script("../step/lamina-step.ts"), network, `${batch}`, `${one.steps}`];
    const [deep, plain] = await inTurn(
      [
        [...command, ...words, "deep"],
        [...command, ...words],
      ],
      options.rounds,
    );
    const what = `training step, ${network}, batch ${batch}${words.length > 0 ? ", augmented" : ""}`;
    results.push(beside(what, "ms", deep!, plain!, 1000 / one.steps));
  }
  for (const { shape, images } of augmented) {
    process.stderr.write(`augment ${shape.join("x")} …\n`);
    const command = [
      "bun",
      script("../augment/lamina-augment.ts"),
      ...[...shape, images].map(String),
    ];
    const [deep, plain] = await inTurn(
      [
        [...command, "16"],
        [...command, "8"],
      ],
      options.rounds,
    );
    const what = `augmentation, ${shape.join("x")}`;
    results.push(beside(what, "µs an image", deep!, plain!, 1e6 / images));
  }
  for (const { kernel, from, to, channels, images } of kernels) {
    process.stderr.write(`${kernel} ${channels} …\n`);
    const what = [kernel, from, to, channels, images].map(String);
    const command = ["bun", script("lamina-kernel.ts"), ...what];
    const [deep, plain] = await inTurn(
      [
        [...command, "16"],
        [...command, "8"],
      ],
      options.rounds,
    );
    const name =
      kernel === "clahe"
        ? `CLAHE, ${to}x${to}`
        : `resizing, ${from}x${from}x${channels} to ${to}x${to}`;
    results.push(beside(name, "ms an image", deep!, plain!, 1000 / images));
  }
  for (const one of read) results.push(...(await measureReading(one, options.rounds)));
  process.stdout.write(options.json ? `${JSON.stringify(results, null, 2)}\n` : table(results));
}

/** @param each what a round's figure is times, to be one of an image or a step */
function beside(
  name: string,
  unit: string,
  deep: readonly number[],
  plain: readonly number[],
  each: number,
): Measured {
  return {
    case: name,
    unit,
    deep: median(deep) * each,
    plain: median(plain) * each,
    ratio: median(deep.map((value, round) => value / plain[round]!)),
  };
}

async function inTurn(commands: readonly string[][], rounds: number): Promise<number[][]> {
  const workers: Worker[] = [];
  try {
    for (const command of commands) workers.push(await startWorker(command));
    return await interleave(workers, rounds);
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

/** Grey PNG files of 16 bits are read for the first time, and the room that they take in the cache. */
async function measureReading(
  { side, target, files }: (typeof read)[number],
  rounds: number,
): Promise<Measured[]> {
  process.stderr.write(`reading ${side}x${side} …\n`);
  const folder = mkdtempSync(join(tmpdir(), "lamina-depth-"));
  try {
    await writeFiles(folder, side, files);
    const ms: Record<Depth, number[]> = { 8: [], 16: [] };
    const bytes: Record<Depth, number> = { 8: 0, 16: 0 };
    for (let round = 0; round <= rounds; round++)
      for (const depth of [16, 8] as const) {
        const cache = join(folder, `cache-${round}-${depth}`);
        const startedMs = performance.now();
        await readAll(folder, target, depth, cache);
        if (round > 0) ms[depth].push(performance.now() - startedMs);
        bytes[depth] = shardBytes(cache);
        rmSync(cache, { recursive: true });
      }
    const what = `${side}x${side} to ${target}x${target}`;
    return [
      beside(`reading PNG, ${what}`, "ms an image", ms[16], ms[8], 1 / files),
      beside(`cache, ${what}`, "bytes an image", [bytes[16]], [bytes[8]], 1 / files),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writeFiles(folder: string, side: number, files: number): Promise<void> {
  const random = stream(1, "depth", side);
  for (let file = 0; file < files; file++) {
    const place = join(folder, "train", file % 2 ? "one" : "other");
    mkdirSync(place, { recursive: true });
    const values = Uint16Array.from(
      { length: side * side },
      (_, at) => ((at % side) * 40 + Math.floor(at / side) * 20 + (random.next() & 255)) & 65_535,
    );
    await sharp(values, { raw: { width: side, height: side, channels: 1 } })
      .toColourspace("grey16")
      .png({ compressionLevel: 2 })
      .toFile(join(place, `${file}.png`));
  }
}

async function readAll(folder: string, target: number, depth: Depth, cache: string): Promise<void> {
  const { data } = resolveExperiment({
    data: { train: "train", targetSize: [target, target], colour: "grey", depth, leaks: "ignore" },
    model: { layers: ["flatten"] },
  });
  const { source } = await findImages(data, 1, folder);
  const dataset = await readImages(source!, data, {
    cache: { folder: cache, mostBytes: 1e10, now: () => new Date(), warn: () => undefined },
  });
  await dataset.close();
}

function shardBytes(folder: string): number {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".pixels"))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

function table(results: readonly Measured[]): string {
  const rows = results.map(({ case: name, unit, deep, plain, ratio }) => [
    name,
    unit,
    deep.toPrecision(3),
    plain.toPrecision(3),
    ratio.toFixed(2),
  ]);
  return drawTable(
    [["case", "unit", "depth 16", "depth 8", "ratio"], ...rows],
    ["left", "left", "right", "right", "right"],
  );
}

function script(name: string): string {
  return join(import.meta.dir, name);
}
