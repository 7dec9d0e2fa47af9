import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { inThisWorld } from "../../../src/cli/effects.ts";
import { listNamed } from "../../../src/data/source/named.ts";
import { streamImages } from "../../../src/data/stream.ts";
import { RunError } from "../../../src/errors.ts";
import { openModel, type OpenModel, readModel } from "../../../src/stages/open-model.ts";
import { predictFiles } from "../../../src/stages/predict.ts";
import { unpackMnist } from "../mnist/mnist.ts";
import { median } from "../table.ts";

const command = join(import.meta.dir, "../../../src/exp.ts");
const photos = resolve(import.meta.dir, "../../../../shared/data/ants-bees");
const IMAGES = 50_000;
/** Between two looks at the memory. */
const STEP = 5000;
/** Of each photo, told apart by what is behind its end: more than are decoded together, so that none is met again. */
const COPIES = 10;

interface Speed {
  /** Images a second, by the clock. */
  images: number;
  /** Processor seconds, of all threads: what others do on the machine changes them little. */
  cpuSeconds: number;
}

export interface PredictFigures {
  set: string;
  images: number;
  /** Decoded and not predicted, predicted from memory and not decoded, and both. */
  feed: Speed;
  network: Speed;
  predict: Speed;
  /** Resident megabytes after each 5,000 images, of the last round. */
  megabytes: number[];
}

/** Images to predict, and an experiment that makes a network for them. */
interface ImageSet {
  name: string;
  experiment: string;
  /** @returns where they are, or null where there are none */
  folder: (work: string) => Promise<string | null>;
}

const digits = join(tmpdir(), "lamina-mnist");
const sets: readonly ImageSet[] = [
  {
    name: "MNIST's PNG files",
    experiment: experiment(join(digits, "test"), "[28, 28]\n  colour: grey", 128),
    folder: async () => ((await unpackMnist(digits)) ? join(digits, "train") : null),
  },
  {
    name: "JPEG photos",
    experiment: experiment(join(photos, "train"), "[64, 64]", 32),
    folder: async (work) =>
      (await Bun.file(join(photos, "SOURCE.md")).exists()) ? copies(work) : null,
  },
];

/** Predicts 50,000 images of each set, and does each half of that by itself, in turn. */
export async function benchPredict(options: {
  json: boolean;
  rounds: number;
  /** Only sets of these names; all by default. */
  only: readonly string[];
}): Promise<void> {
  const figures: PredictFigures[] = [];
  for (const set of sets) {
    if (options.only.length > 0 && !options.only.includes(set.name)) continue;
    const work = await mkdtemp(join(tmpdir(), "lamina-predict-"));
    try {
      const folder = await set.folder(work);
      if (folder === null) {
        process.stderr.write(`${set.name} are not there.\n`);
        continue;
      }
      await writeFile(join(work, "small.yaml"), set.experiment);
      const training = Bun.spawnSync(["bun", command, "small.yaml"], {
        cwd: work,
        stderr: "inherit",
      });
      if (training.exitCode !== 0)
        throw new RunError("The network to predict with was not trained.");
      figures.push(await measure(set.name, join(work, "runs/small/v001"), folder, options.rounds));
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  process.stdout.write(
    options.json ? `${JSON.stringify(figures, null, 2)}\n` : figures.map(sentences).join("\n"),
  );
}

async function copies(work: string): Promise<string> {
  const folder = join(work, "photos");
  await mkdir(folder);
  const names = [...new Bun.Glob("**/*.jpg").scanSync(photos)].toSorted();
  for (let copy = 0; copy < COPIES; copy++)
    for (const [index, name] of names.entries()) {
      const bytes = await Bun.file(join(photos, name)).bytes();
      const mark = new TextEncoder().encode(String(copy));
      await writeFile(join(folder, `${copy}-${index}.jpg`), Buffer.concat([bytes, mark]));
    }
  return folder;
}

function measure(
  set: string,
  path: string,
  folder: string,
  rounds: number,
): Promise<PredictFigures> {
  const call = { words: [], json: true, directory: path, isQuiet: true };
  return inThisWorld(call, async (effects) => {
    const model = await openModel(await readModel({ name: "small/v001", path }), effects);
    const found = await listNamed([folder], model.resolved.data, path);
    const files = Array.from({ length: IMAGES }, (_, index) => found[index % found.length]!);
    const { batchSize } = model.resolved.data;
    const settings = {
      target: model.target,
      batchSize,
      openLibrary: async () => model.library,
      signal: effects.signal,
    };
    const taken: Record<"feed" | "network" | "predict", Taken[]> = {
      feed: [],
      network: [],
      predict: [],
    };
    let megabytes: number[] = [];
    for (let round = 0; round < rounds; round++) {
      taken.feed.push(await measured(() => through(streamImages(files, settings))));
      taken.network.push(await measured(() => predictInMemory(model)));
      megabytes = [];
      taken.predict.push(
        await measured(async () => {
          let done = 0;
          for await (const batch of predictFiles(model, files, effects)) {
            done += batch.length;
            if (done >= STEP * (megabytes.length + 1)) megabytes.push(residentMegabytes());
          }
        }),
      );
    }
    const speed = (name: keyof typeof taken): Speed => ({
      images: Math.round(IMAGES / median(taken[name].map(({ seconds }) => seconds))),
      cpuSeconds: Number(median(taken[name].map((one) => one.cpuSeconds)).toFixed(2)),
    });
    return {
      set,
      images: IMAGES,
      feed: speed("feed"),
      network: speed("network"),
      predict: speed("predict"),
      megabytes,
    };
  });
}

/** As many images, the same batch over and over. */
async function predictInMemory({ predictor, resolved, target }: OpenModel): Promise<void> {
  const { batchSize: length } = resolved.data;
  const images = new Uint8Array(length * target.height * target.width * target.channels);
  const batch = { images, labels: new Int32Array(length), length };
  async function* batches() {
    for (let done = 0; done < IMAGES; done += length) yield batch;
  }
  await through(predictor.predictBatches(batches()));
}

async function through(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of items);
}

interface Taken {
  seconds: number;
  cpuSeconds: number;
}

async function measured(work: () => Promise<void>): Promise<Taken> {
  const before = process.cpuUsage();
  const startedMs = performance.now();
  await work();
  const seconds = (performance.now() - startedMs) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { seconds, cpuSeconds: (user + system) / 1e6 };
}

function residentMegabytes(): number {
  const status = readFileSync("/proc/self/status", "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1000);
}

function sentences({ set, images, feed, network, predict, megabytes }: PredictFigures): string {
  const line = (what: string, speed: Speed) =>
    `${what.padEnd(28)}${String(speed.images).padStart(8)} images/s ${speed.cpuSeconds.toFixed(2).padStart(7)} s of processors\n`;
  // Both take all cores.
  const inTurn = {
    images: Math.round(1 / (1 / feed.images + 1 / network.images)),
    cpuSeconds: feed.cpuSeconds + network.cpuSeconds,
  };
  return [
    `${set}\n`,
    line("decoded alone", feed),
    line("predicted from memory alone", network),
    line("one after the other", inTurn),
    line("exp predict", predict),
    `resident MB each ${STEP} of ${images}: ${megabytes.join(" ")}\n`,
  ].join("");
}

function experiment(train: string, targetSize: string, batchSize: number): string {
  return `# A small network: what is measured is the way to it
data:
  train: ${JSON.stringify(train)}
  split: { validation: 0.1, test: 0.1 }
  targetSize: ${targetSize}
  batchSize: ${batchSize}
  leaks: ignore
model:
  layers:
    - conv: { filters: 16, kernelSize: 3 }
    - relu
    - pool
    - flatten
    - dense: { units: classes }
train: { epochs: 1 }
evaluate: { pictures: 0, resamples: 10, charts: [loss] }
`;
}
