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

export interface PredictFigures {
  images: number;
  /** Images a second: decoded and not predicted, predicted from memory and not decoded, and both. */
  feed: number;
  network: number;
  predict: number;
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
    const times: Record<"feed" | "network" | "predict", number[]> = {
      feed: [],
      network: [],
      predict: [],
    };
    let megabytes: number[] = [];
    for (let round = 0; round < rounds; round++) {
      times.feed.push(await secondsOf(() => through(streamImages(files, settings))));
      times.network.push(await secondsOf(() => predictInMemory(model)));
      megabytes = [];
      times.predict.push(
        await secondsOf(async () => {
          let done = 0;
          for await (const batch of predictFiles(model, files, effects)) {
            done += batch.length;
            if (done >= STEP * (megabytes.length + 1)) megabytes.push(residentMegabytes());
          }
        }),
      );
    }
    const speed = (name: keyof typeof times) => Math.round(IMAGES / median(times[name]));
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

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return (performance.now() - startedMs) / 1000;
}

function residentMegabytes(): number {
  const status = readFileSync("/proc/self/status", "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1000);
}

function sentences({ images, feed, network, predict, megabytes }: PredictFigures): string {
  // Both take all cores.
  const inTurn = Math.round(1 / (1 / feed + 1 / network));
  return [
    `Decoded alone, images a second: ${feed}`,
    `Predicted from memory alone:    ${network}`,
    `One after the other:            ${inTurn}`,
    `exp predict:                    ${predict}`,
    `Resident MB each ${STEP} of ${images}: ${megabytes.join(" ")}`,
    "",
  ].join("\n");
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
