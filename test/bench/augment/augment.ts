import { join } from "node:path";
import { drawTable } from "../../../src/cli/table.ts";
import { findPeer, startWorker, type Worker } from "../peers.ts";
import { compare, median, type Comparison } from "../table.ts";

/** What is drawn: rotation 20, shift 0.1, zoom 0.1, flip horizontal. */
interface AugmentCase {
  shape: readonly [height: number, width: number, channels: number];
  /** Images a round, about a second of ours. */
  images: number;
}

const cases: readonly AugmentCase[] = [
  { shape: [200, 200, 3], images: 2048 },
  { shape: [200, 200, 1], images: 4096 },
  { shape: [28, 28, 1], images: 32768 },
];

/** Images a second of augmentation alone, and what it adds to a training step, beside Keras in turn. */
export async function benchAugment(options: { json: boolean; rounds: number }): Promise<void> {
  const results: Comparison[] = [];
  for (const one of cases) {
    process.stderr.write(`${one.shape.join("x")} …\n`);
    results.push(await measureAugmentation(one, options.rounds));
  }
  process.stderr.write("training step …\n");
  results.push(await measureStep(options.rounds));
  process.stdout.write(
    options.json ? `${JSON.stringify(results.flatMap(compare), null, 2)}\n` : augmentTable(results),
  );
}

async function measureAugmentation(
  { shape, images }: AugmentCase,
  rounds: number,
): Promise<Comparison> {
  const keras = await findPeer("Keras", "keras, tensorflow, scipy", "LAMINA_BENCH_KERAS");
  const peer = (name: string, kind: string, share: number) =>
    keras
      ? [
          {
            name,
            images: Math.ceil(images * share),
            script: [keras.python, script("keras_augment.py"), kind],
          },
        ]
      : [];
  const contenders = [
    { name: "Lamina", images, script: ["bun", script("lamina-augment.ts")] },
    // Fewer images, so that a round is no longer than ours by much.
    ...peer("ImageDataGenerator", "generator", 1 / 16),
    ...peer("ImageDataGenerator, a process a core", "processes", 1 / 16),
    ...peer("Keras layers in tf.data", "layers", 1 / 4),
  ];
  const seconds = await inTurn(
    contenders.map((one) => [...one.script, ...shape, one.images].map(String)),
    rounds,
  );
  const [ours, ...theirs] = seconds.map(
    (times, index) => contenders[index]!.images / median(times),
  );
  return {
    case: `${shape.join("x")}, rotation, shift, zoom, flip`,
    unit: "images a second",
    better: "more",
    ours: ours!,
    peers: theirs.map((value, index) => ({ name: contenders[index + 1]!.name, value })),
  };
}

/** The large network of `bench step` at batch 32, with and without. */
async function measureStep(rounds: number): Promise<Comparison> {
  const steps = 8;
  const command = [
    "bun",
    join(import.meta.dir, "../step/lamina-step.ts"),
    "large",
    "32",
    `${steps}`,
  ];
  const seconds = await inTurn([[...command, "augmented"], command], rounds);
  const [augmented, plain] = seconds.map((times) => (1000 * median(times)) / steps);
  return {
    case: "training step, 200x200x3, batch 32",
    unit: "ms a step",
    better: "less",
    ours: augmented!,
    peers: [{ name: "without augmentation", value: plain! }],
  };
}

/** A round each in turn, one at a time, the first of each not counted. @returns seconds a round, for each */
async function inTurn(commands: readonly string[][], rounds: number): Promise<number[][]> {
  const workers: Worker[] = [];
  const seconds: number[][] = commands.map(() => []);
  try {
    for (const command of commands) workers.push(await startWorker(command));
    for (let round = 0; round <= rounds; round++) {
      for (const [index, worker] of workers.entries()) {
        const taken = await worker.round();
        if (round > 0) seconds[index]!.push(taken);
      }
    }
    return seconds;
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

function augmentTable(results: readonly Comparison[]): string {
  const rows = results
    .flatMap(compare)
    .map((row) => [
      row.case,
      row.unit,
      row.ours.toFixed(0),
      row.peer ?? "-",
      row.theirs?.toFixed(0) ?? "-",
      row.ratio?.toFixed(2) ?? "-",
    ]);
  return drawTable(
    [["case", "unit", "Lamina", "beside", "", "ratio"], ...rows],
    ["left", "left", "right", "left", "right", "right"],
  );
}

function script(name: string): string {
  return join(import.meta.dir, name);
}
