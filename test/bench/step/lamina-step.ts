/**
 * Training steps of a network in Lamina, fed from images of 8 bits in memory, or of 16.
 *
 * Called as `lamina-step.ts NETWORK BATCH STEPS [augmented] [deep] [mixed] [xla] [gpu [fastest]]`: on a GPU by default with the same bits twice,
 * otherwise as fast as it goes. For each line on standard input it trains STEPS steps and prints the seconds that they took; first it prints "ready", the number of trained weights, the operations of a step (FLOP) and the
 * machine's matmul limit (FLOP/s).
 */
import { createInterface } from "node:readline";
import { openFeed } from "../../../src/data/feed/feed.ts";
import type { Batch } from "../../../src/data/batches.ts";
import { openRows } from "../../../src/data/rows.ts";
import { findGpu, gpuWorld, type UsableGpu } from "../../../src/engine/gpu.ts";
import { startEngine } from "../../../src/engine/engine.ts";
import { openLibrary } from "../../../src/engine/library.ts";
import { findOrFetchLibrary } from "../../../src/engine/install.ts";
import { defaultThreads } from "../../../src/engine/process.ts";
import { planGpuSteps, planSteps, shardCount } from "../../../src/model/plan.ts";
import { trainingFlops } from "../../../src/model/flops.ts";
import { buildNetwork, trainedWeights } from "../../../src/model/network.ts";
import { scaling } from "../../../src/model/preparation.ts";
import { buildOptimizer } from "../../../src/model/optimizers.ts";
import { inferShapes } from "../../../src/model/shapes.ts";
import type { Depth } from "../../../src/pixels.ts";
import { permutation, stream } from "../../../src/random.ts";
import type { Experiment } from "../../../src/spec/experiment.ts";
import { resolveExperiment } from "../../../src/spec/resolve.ts";
import { measureMatmul } from "../../../src/train/profile.ts";
import { recipeOf } from "../../../src/train/recipe.ts";
import { StepQueue } from "../../../src/train/step-queue.ts";
import { buildTrainer } from "../../../src/train/step.ts";
import { benchAugmentation } from "../augment/settings.ts";
import networks from "./networks.json";

const [name, batchText, stepsText, ...words] = process.argv.slice(2) as [
  keyof typeof networks,
  string,
  string,
  ...("augmented" | "deep" | "mixed" | "xla" | "gpu" | "fastest")[],
];
const augmented = words.includes("augmented");
const depth = words.includes("deep") ? 16 : 8;
const [batchSize, steps] = [Number(batchText), Number(stepsText)];
const { shape, classes, layers } = networks[name];
const [height, width, channels] = shape as [number, number, number];
const experiment = resolveExperiment({
  data: { train: "unused", batchSize },
  model: { layers: layers as Experiment["model"]["layers"] },
});

const gpu = words.includes("gpu") ? usableGpu() : null;
const libraryPath =
  gpu?.libraryPath ??
  (await findOrFetchLibrary({ environment: process.env, report: () => undefined })).path;
const threads = defaultThreads();
const shards = gpu ? 1 : shardCount(experiment, threads);
const engine = await startEngine(
  await openLibrary({
    libraryPath,
    threads,
    threadsPerOperation: shards > 1 ? 1 : threads,
    oneDnn: true,
    ...(words.includes("mixed") && { precision: "mixed_bfloat16" }),
    jitCompile: words.includes("xla"),
    ...(gpu && { gpu: { ...gpu, deterministic: !words.includes("fastest"), tf32: true } }),
  }),
);

function usableGpu(): UsableGpu {
  const { gpu: found, fault } = findGpu(gpuWorld(process.env));
  if (!found) throw new Error(fault!);
  return found;
}

const inputShape = [height, width, channels] as const;
const network = buildNetwork(engine, {
  layers: experiment.model.layers,
  inputShape,
  classes,
  seed: 1,
  preparation: scaling(engine, 1 / 255, depth),
});
const optimizer = buildOptimizer(engine, experiment.train.optimizer, trainedWeights(network));
const { rows } = inferShapes(experiment.model.layers, inputShape, { classes, batchSize });
const flops = trainingFlops(rows, batchSize);
const size = (height * width * channels * depth) / 8;
// As in a long training: the first round, in which functions are prepared, is not counted.
const training = { rows, imageBytes: size, steps: Infinity };
const plan = gpu
  ? planGpuSteps(experiment, training)
  : planSteps(experiment, { ...training, shards });
const trainer = buildTrainer(engine, network, optimizer, {
  randomKey: 1,
  recipe: recipeOf(experiment.train, [], new Int32Array()),
  execution: {
    ...plan,
    recorded: true,
    // What is measured would be something else.
    onRefused: (reason) => {
      throw new Error(reason);
    },
  },
});

// Where images are augmented, enough batches an epoch that the first, which is waited for, does not count for more.
const length = augmented ? 8 * batchSize : Math.max(64, batchSize);
const random = stream(1, "images");
const split = {
  files: [],
  labels: Int32Array.from({ length }, (_, index) => index % classes),
  rows: openRows({
    kind: "memory",
    pixels: new Uint8Array(new SharedArrayBuffer(length * size)).map(() => random.next() & 255),
    size,
  }),
  length,
  shape: inputShape,
  depth: depth as Depth,
};

const source = openFeed(split, {
  seed: 1,
  data: { augment: augmented ? benchAugmentation : null, batchSize },
});

async function* endless(): AsyncGenerator<Batch> {
  for (let epoch = 1; ; epoch++) {
    const order = permutation(length, stream(1, "shuffle", epoch));
    for await (const batch of source.epoch(epoch, order)) {
      if (batch.length === batchSize) yield batch;
    }
  }
}

const feed = endless();
let step = 0;
// As an epoch's loop does it; when this returns, all steps have ended.
const train = async (count: number) => {
  const queue = new StepQueue(trainer, plan.stepsPerCall);
  for (let done = 1; done <= count; done++) {
    step += 1;
    const turn = { step, update: step, learningRate: optimizer.learningRate, images: batchSize };
    const results = queue.add((await feed.next()).value as Batch, turn, done === count);
    if (!results) continue;
    results();
    await new Promise(setImmediate);
  }
  queue.drain();
};
await train(3);
const parameters = rows.reduce((sum, row) => sum + row.parameters - row.nonTrainable, 0);
process.stdout.write(
  `ready ${parameters} ${flops} ${measureMatmul(engine, () => performance.now())}\n`,
);
for await (const _ of createInterface({ input: process.stdin })) {
  const startedMs = performance.now();
  await train(steps);
  process.stdout.write(`${(performance.now() - startedMs) / 1000}\n`);
}
