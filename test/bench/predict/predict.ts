import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inThisWorld } from "../../../src/cli/effects.ts";
import { listNamed } from "../../../src/data/source/named.ts";
import { streamImages } from "../../../src/data/stream.ts";
import { RunError } from "../../../src/errors.ts";
import { openModel, type OpenModel, readModel } from "../../../src/stages/open-model.ts";
import { predictFiles } from "../../../src/stages/predict.ts";
import { unpackMnist } from "../mnist/mnist.ts";
import { median } from "../table.ts";

const command = join(import.meta.dir, "../../../src/exp.ts");
const IMAGES = 50_000;
/** Between two looks at the memory. */
const STEP = 5000;

interface Speed {
  /** Images a second, by the clock. */
  images: number;
  /** Processor seconds, of all threads: what others do on the machine changes them little. */
  cpuSeconds: number;
}

export interface PredictFigures {
  images: number;
  /** Decoded and not predicted, predicted from memory and not decoded, and both. */
  feed: Speed;
  network: Speed;
  predict: Speed;
  /** Resident megabytes after each 5,000 images, of the last round. */
  megabytes: number[];
}

/** Predicts 50,000 of MNIST's PNG files, and does each half of that by itself, in turn. */
export async function benchPredict(options: { json: boolean; rounds: number }): Promise<void> {
  const folder = join(tmpdir(), "lamina-mnist");
  if (!(await unpackMnist(folder))) {
    process.stderr.write("MNIST's images are not there.\n");
    return;
  }
  const work = await mkdtemp(join(tmpdir(), "lamina-predict-"));
  try {
    await writeFile(join(work, "digits.yaml"), experiment(folder));
    const training = Bun.spawnSync(["bun", command, "digits.yaml"], {
      cwd: work,
      stderr: "inherit",
    });
    if (training.exitCode !== 0) throw new RunError("The network to predict with was not trained.");
    const figures = await measure(join(work, "runs/digits/v001"), folder, options.rounds);
    process.stdout.write(
      options.json ? `${JSON.stringify(figures, null, 2)}\n` : sentences(figures),
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function measure(path: string, folder: string, rounds: number): Promise<PredictFigures> {
  const call = { words: [], json: true, directory: path, isQuiet: true };
  return inThisWorld(call, async (effects) => {
    const model = await openModel(await readModel({ name: "digits/v001", path }), effects);
    const all = await listNamed([join(folder, "train")], model.resolved.data, path);
    const files = all.slice(0, IMAGES);
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
      images: IMAGES,
      feed: speed("feed"),
      network: speed("network"),
      predict: speed("predict"),
      megabytes,
    };
  });
}

/** As many images, a batch of them over and over. */
async function predictInMemory({ predictor, resolved, target }: OpenModel): Promise<void> {
  const { batchSize } = resolved.data;
  const size = target.height * target.width * target.channels;
  const images = {
    files: [],
    labels: new Int32Array(batchSize),
    length: batchSize,
    rows: {
      length: batchSize,
      size,
      read: async () => undefined,
      source: { kind: "memory" as const, pixels: new Uint8Array(0), size },
      close: () => undefined,
    },
    shape: [target.height, target.width, target.channels] as const,
  };
  for (let done = 0; done < IMAGES; done += batchSize) await predictor.predict(images, batchSize);
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

function sentences({ images, feed, network, predict, megabytes }: PredictFigures): string {
  const line = (what: string, speed: Speed) =>
    `${what.padEnd(28)}${String(speed.images).padStart(8)} images/s ${speed.cpuSeconds.toFixed(2).padStart(7)} s of processors\n`;
  // Both take all cores.
  const inTurn = {
    images: Math.round(1 / (1 / feed.images + 1 / network.images)),
    cpuSeconds: feed.cpuSeconds + network.cpuSeconds,
  };
  return [
    line("decoded alone", feed),
    line("predicted from memory alone", network),
    line("one after the other", inTurn),
    line("exp predict", predict),
    `resident MB each ${STEP} of ${images}: ${megabytes.join(" ")}\n`,
  ].join("");
}

const experiment = (folder: string) => `# A small network: what is measured is the way to it
data:
  train: ${JSON.stringify(join(folder, "test"))}
  split: { validation: 0.1, test: 0.1 }
  targetSize: [28, 28]
  colour: grey
  batchSize: 128
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
