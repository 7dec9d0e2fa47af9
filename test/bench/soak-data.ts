/**
 * Resident memory and time by phase over an experiment of 200,000 images, made by hard links to the 2,062 files of a
 * folder of classes, through ten epochs of a tiny network. `bun test/bench/soak-data.ts [FOLDER]`
 *
 * The images in memory would take 470 MB (28 x 28 x 3). Prints a line every 20,000 images; the ratio is that of resident
 * memory to what it was after the first 5,000 images were trained on.
 */
import { linkSync, mkdirSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { checkExperiment } from "../../src/check.ts";
import { fetchReporter, openEngine, openLibraryHere } from "../../src/cli/engine.ts";
import { runReporter } from "../../src/cli/run-reporter.ts";
import { runExperiment } from "../../src/pipeline.ts";
import { files } from "../../src/layout.ts";

const IMAGES = 200_000;
const BATCH = 100;
const EVERY = 20_000;
const given =
  process.argv[2] ?? join(import.meta.dir, "../../../shared/data/sign-digits-100px/Dataset");
const source = resolve(given);

// Beside the images: hard links cannot lead to another disk.
const work = await mkdtemp(join(dirname(source), ".lamina-soak-"));
try {
  await link(join(work, "images"));
  await writeFile(
    join(work, "soak.yaml"),
    `data:
  train: images
  split: { validation: 0.05, test: 0.05 }
  targetSize: [28, 28]
  batchSize: ${BATCH}
model:
  layers: [pool: { size: 4 }, flatten, dense: { units: classes }]
train: { epochs: 10 }
`,
  );
  await soak();
} finally {
  await rm(work, { recursive: true, force: true });
}

async function link(folder: string): Promise<void> {
  const classes = await readdir(source);
  const each = IMAGES / classes.length;
  for (const name of classes) {
    const originals = await readdir(join(source, name));
    mkdirSync(join(folder, name), { recursive: true });
    for (let index = 0; index < each; index++) {
      const original = originals[index % originals.length]!;
      linkSync(join(source, name, original), join(folder, name, `${index}-${original}`));
    }
  }
}

async function soak(): Promise<void> {
  const startedMs = performance.now();
  const checked = await checkExperiment({
    file: join(work, "soak.yaml"),
    overrides: [],
    directory: work,
  });
  say("files listed");
  const output = {
    write: (text: string) => process.stdout.write(text),
    isTerminal: false,
    columns: 80,
  };
  const reporter = runReporter(output, () => performance.now());
  let seen = 0;
  let first = 0;
  const { folder } = await runExperiment(checked, {
    runsDirectory: join(work, "runs"),
    directory: work,
    now: () => new Date(),
    newId: () => "soak",
    nowMs: () => performance.now(),
    signal: new AbortController().signal,
    command: [],
    cache: { folder: join(work, "cache"), mostBytes: 20e9 },
    openLibrary: openLibraryHere,
    startEngine: (options, open) => openEngine(options, open, fetchReporter(output, "TensorFlow")),
    readPretrained: () => Promise.reject(new Error("No soak has a base.")),
    defaultThreads: 2,
    cores: 2,
    defaultDevice: "cpu",
    findGpu: () => ({ gpu: null, fault: "", unused: null }),
    profile: false,
    reporter: {
      ...reporter,
      imagesRead(done) {
        if (done === 5000 || done % (2 * EVERY) === 0) say(`${done} images read`);
      },
      step(progress, epochs) {
        reporter.step(progress, epochs);
        seen += BATCH;
        if (seen === 5000) first = residentBytes();
        if (seen === 5000 || seen % EVERY === 0)
          say(`${seen} images trained, ratio ${(residentBytes() / first).toFixed(3)}`);
      },
    },
  });
  say("finished");
  const { reading, training } = JSON.parse(readFileSync(join(folder.path, files.manifest), "utf8"));
  process.stdout.write(`${JSON.stringify({ reading, training })}\n`);

  function say(what: string): void {
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    const mebibytes = (residentBytes() / 2 ** 20).toFixed(0);
    process.stdout.write(`${seconds.padStart(7)} s  ${mebibytes.padStart(5)} MiB  ${what}\n`);
  }
}

function residentBytes(): number {
  return process.memoryUsage.rss();
}
