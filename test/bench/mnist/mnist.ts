import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findOrFetchLibrary } from "../../../src/engine/install.ts";
import { CACHE_VARIABLE, LIBRARY_VARIABLE } from "../../../src/engine/locate.ts";
import { RunError } from "../../../src/errors.ts";
import { findPeer } from "../peers.ts";
import { startGroup } from "../process-group.ts";
import { compare, median, type Row } from "../table.ts";

const archive = resolve(import.meta.dir, "../../../../shared/data/mnist-png.tar.gz");
const command = resolve(import.meta.dir, "../../../src/exp.ts");
const kerasScript = join(import.meta.dir, "keras_mnist.py");

/** One training, from the start of the command to its end. */
interface Training {
  accuracy: number;
  seconds: number;
}

/** The whole job on MNIST's 70,000 PNG files, from the command to the test accuracy, in Lamina and in Keras. */
export async function benchMnist(options: {
  json: boolean;
  seeds: number;
  epochs: number;
  /** Where the images are, or are unpacked to. */
  folder: string | undefined;
}): Promise<void> {
  const folder = resolve(options.folder ?? join(tmpdir(), "lamina-mnist"));
  if (!(await unpackMnist(folder))) {
    process.stderr.write(`MNIST's images are neither in ${folder} nor in ${archive}.\n`);
    return;
  }
  const keras = await findPeer("Keras", "keras, tensorflow", "LAMINA_BENCH_KERAS");
  const work = await mkdtemp(join(tmpdir(), "lamina-mnist-runs-"));
  const [ours, again, theirs]: [Training[], Training[], Training[]] = [[], [], []];
  const library = await findOrFetchLibrary({ environment: process.env, report: () => undefined });
  try {
    await writeFile(join(work, "mnist.yaml"), experiment(folder, options.epochs));
    for (let seed = 1; seed <= options.seeds; seed++) {
      const words = ["bun", command, "mnist.yaml", "--json", "--set", `seed=${seed}`];
      // Once with every file still to decode, as Keras has it, and once as it is from then on.
      const environment = {
        [LIBRARY_VARIABLE]: library.path,
        [CACHE_VARIABLE]: join(work, `cache-${seed}`),
      };
      ours.push(await timed("Lamina", seed, words, work, environment));
      again.push(await timed("Lamina again", seed, words, work, environment));
      if (!keras) continue;
      const peerWords = [keras.python, kerasScript, String(options.epochs), String(seed)];
      theirs.push(await timed("Keras", seed, peerWords, folder));
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  const rows = mnistRows(ours, again, theirs);
  process.stdout.write(
    options.json ? `${JSON.stringify(rows, null, 2)}\n` : rows.map(sentence).join(""),
  );
}

/** Whole or not at all. @returns false where there is nothing to unpack */
export async function unpackMnist(folder: string): Promise<boolean> {
  if (existsSync(join(folder, "train")) && existsSync(join(folder, "test"))) return true;
  if (!existsSync(archive)) return false;
  const staging = join(folder, "part");
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  const tar = Bun.spawn(["tar", "-xzf", archive, "-C", staging, "./train", "./test"]);
  if ((await tar.exited) !== 0) throw new RunError(`tar could not unpack ${archive}.`);
  for (const split of ["train", "test"]) await rename(join(staging, split), join(folder, split));
  await rm(staging, { recursive: true });
  return true;
}

const experiment = (folder: string, epochs: number) => `# keras.io's mnist_convnet: 34,826 weights
data:
  train: ${JSON.stringify(join(folder, "train"))}
  test: ${JSON.stringify(join(folder, "test"))}
  targetSize: [28, 28]
  colour: grey
  batchSize: 128
model:
  layers:
    - conv: { filters: 32, kernelSize: 3 }
    - relu
    - pool
    - conv: { filters: 64, kernelSize: 3 }
    - relu
    - pool
    - flatten
    - dropout: 0.5
    - dense: { units: classes }
train: { epochs: ${epochs}, optimizer: adam }
`;

/** Runs a command whose last line of output is JSON with the test accuracy, and says what came out. */
async function timed(
  name: string,
  seed: number,
  words: string[],
  cwd: string,
  environment: Record<string, string> = {},
): Promise<Training> {
  const startedMs = performance.now();
  const { child, stop } = startGroup(words, { cwd, env: { ...process.env, ...environment } });
  const written = Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  await child.exited;
  await stop();
  const [text, complaints] = await written;
  if (child.exitCode !== 0)
    throw new RunError(
      `${words.join(" ")} ended with ${child.exitCode}: ${complaints.slice(-1000)}`,
    );
  const seconds = (performance.now() - startedMs) / 1000;
  const last = JSON.parse(text.trim().split("\n").at(-1)!);
  const accuracy: number = last.metrics?.accuracy ?? last.accuracy;
  process.stderr.write(
    `${name}, seed ${seed}: ${accuracy.toFixed(4)} in ${seconds.toFixed(1)} s\n`,
  );
  return { accuracy, seconds };
}

function mnistRows(
  ours: readonly Training[],
  again: readonly Training[],
  theirs: readonly Training[],
): Row[] {
  const medians = (of: (training: Training) => number, trainings = ours) => ({
    ours: median(trainings.map(of)),
    peers: theirs.length > 0 ? [{ name: "Keras", value: median(theirs.map(of)) }] : [],
  });
  return [
    ...compare({
      case: "test accuracy",
      unit: "share",
      better: "more",
      ...medians(({ accuracy }) => accuracy),
    }),
    ...compare({
      case: "wall time",
      unit: "seconds",
      better: "less",
      ...medians(({ seconds }) => seconds),
    }),
    ...compare({
      case: "wall time of a second run",
      unit: "seconds",
      better: "less",
      ...medians(({ seconds }) => seconds, again),
    }),
  ];
}

function sentence({ case: label, ours, peer, theirs, unit }: Row): string {
  const other = theirs === null ? "" : `, ${peer} ${figure(theirs)}`;
  return `${label}: Lamina ${figure(ours)}${other} (${unit}, medians)\n`;
}

function figure(value: number): string {
  return value < 1 ? value.toFixed(4) : value.toFixed(1);
}
