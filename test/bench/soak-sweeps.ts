/**
 * Sweeps on the shipped X-rays, so many trials of a few epochs each: with one worker, with several, with the controller killed
 * in the middle and resumed, with workers killed again and again; each comes to the same summary.json. Then cross-validation
 * by patients, where ../shared/data/mammography-mias-dev (or the folder in MAMMOGRAPHY) is there: each image is judged once,
 * and the figures of all folds together are scikit-learn's, where LAMINA_KERAS names a Python that has it.
 * `bun test/bench/soak-sweeps.ts [TRIALS] [WORKERS] [SEARCH]...`
 *
 * Exits with 1 where a summary is another.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { stream } from "../../src/random.ts";
import type { SweepSummary } from "../../src/sweep/layout.ts";

const [trials, workers] = [Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 4)];
const searches = process.argv.length > 4 ? process.argv.slice(4) : ["random", "tpe", "halving"];
const root = join(import.meta.dir, "../..");
const command = join(root, "src/exp.ts");
const work = mkdtempSync(join(tmpdir(), "lamina-soak-"));
const at = (path: string) => join(work, path);

mkdirSync(at("experiments"));
cpSync(join(root, "experiments/data/pneumonia-28px"), at("experiments/data/pneumonia-28px"), {
  recursive: true,
});
const baseline = readFileSync(join(root, "experiments/baseline.yaml"), "utf8");
const short = `extends: baseline.yaml
data: { augment: null, targetSize: [8, 8] }
model: { layers: [flatten, { dropout: 0.2 }, { dense: { units: classes } }] }
train: { epochs: 5, earlyStopping: null }
evaluate: { resamples: 10 }
`;
writeFileSync(at("experiments/baseline.yaml"), baseline);
writeFileSync(at("experiments/short.yaml"), short);
const sweep = (name: string, search: string) =>
  writeFileSync(
    at(`experiments/${name}.sweep.yaml`),
    `experiment: short.yaml
vary:
  train.optimizer.adam.learningRate: { log: [0.0003, 0.03] }
  data.batchSize: [16, 32]
search: ${search}
trials: ${trials}
objective: { minimise: loss }
`,
  );
sweep("random", "random");
sweep("tpe", "tpe");
sweep("halving", "{ halving: { eta: 2 } }");

interface Child {
  process: Bun.Subprocess;
  ended: Promise<number>;
}

function start(...words: string[]): Child {
  const child = Bun.spawn([process.execPath, command, "sweep", ...words], {
    cwd: work,
    stdout: Bun.file(at("out.log")),
    stderr: Bun.file(at("err.log")),
  });
  return { process: child, ended: child.exited };
}

async function run(...words: string[]): Promise<void> {
  const code = await start(...words).ended;
  if (code !== 0)
    throw new Error(`${words.join(" ")}: ${code}\n${readFileSync(at("err.log"), "utf8")}`);
}

/** Kills the controller after a while, or its workers one after the other, and goes on until it is through. */
async function disturbed(
  name: string,
  folder: string,
  whom: "controller" | "workers",
): Promise<number> {
  const random = stream(1, "soak", name, whom);
  const whileMs = () => 3000 + ((random.next() >>> 0) % 12_000);
  let kills = 0;
  let child = start(name, "--workers", String(workers));
  for (;;) {
    const ended = await Promise.race([
      child.ended.then(() => true),
      Bun.sleep(whileMs()).then(() => false),
    ]);
    if (ended) {
      if (existsSync(join(work, "runs", name, folder, "summary.json"))) return kills;
      throw new Error(readFileSync(at("err.log"), "utf8"));
    }
    if (whom === "controller") {
      kills += 1;
      child.process.kill("SIGKILL");
      await child.ended;
      child = start(`${name}/${folder}`, "--resume", "--workers", String(workers));
      continue;
    }
    // One trial's worker that is killed twice makes it a failed one.
    if (kills >= Math.max(1, trials / 20)) {
      await child.ended;
      continue;
    }
    const pids = Bun.spawnSync(["pgrep", "-P", String(child.process.pid)])
      .stdout.toString()
      .trim();
    const [first] = pids.split("\n").filter(Boolean);
    if (first === undefined) continue;
    process.kill(Number(first), "SIGKILL");
    kills += 1;
  }
}

function same(name: string, first: string, other: string): void {
  const read = (folder: string, file: string) =>
    readFileSync(join(work, "runs", name, folder, file), "utf8");
  const files = ["summary.json", "trials.jsonl", "trials.csv"];
  const others = files.filter((file) => read(first, file) !== read(other, file));
  tell(
    `${name}: ${other} ${others.length === 0 ? "is the same" : `differs in ${others.join(", ")}`}`,
  );
  if (others.length > 0) process.exitCode = 1;
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function crossValidation(images: string): Promise<void> {
  symlinkSync(images, at("mammograms"));
  writeFileSync(
    at("experiments/patients.yaml"),
    `seed: 7
data:
  train: ../mammograms/labels.csv
  labels: { columns: { file: filename, label: label, group: patient_id } }
  split: { validation: 0.15, test: 0.2 }
  targetSize: [48, 48]
  batchSize: 8
model: { layers: [{ conv: { filters: 8, kernelSize: 3 } }, relu, pool, flatten, { dense: { units: classes } }] }
train: { epochs: 5 }
`,
  );
  writeFileSync(
    at("experiments/cv.sweep.yaml"),
    "{ experiment: patients.yaml, vary: { fold: { folds: 5, repeats: 2 } } }\n",
  );
  await run("cv");
  const folder = at("runs/cv/sweep-001");
  const summary = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8")) as SweepSummary;
  const rows = readFileSync(join(images, "labels.csv"), "utf8").trim().split("\n").length - 1;
  for (const pooled of summary.settings[0]!.pooled!) {
    tell(
      `folds together, repeat ${pooled.repeat}: ${pooled.images} of ${rows} images, ${pooled.groups} patients`,
    );
    if (pooled.images !== rows) process.exitCode = 1;
    const python = process.env["LAMINA_KERAS"];
    if (python === undefined) {
      tell("LAMINA_KERAS is not set: scikit-learn is not asked");
      continue;
    }
    const script = join(import.meta.dir, "sweep/pooled.py");
    const { stdout, stderr, exitCode } = Bun.spawnSync([python, script, join(folder, pooled.file)]);
    if (exitCode !== 0) throw new Error(stderr.toString());
    const theirs = JSON.parse(stdout.toString()) as Record<string, number>;
    for (const [name, value] of Object.entries(theirs)) {
      const own = pooled.figures[name];
      const isSame = typeof own === "number" && Math.abs(own - value) < 1e-8;
      tell(`  ${name}: ${own} here, ${value} of scikit-learn`);
      if (!isSame) process.exitCode = 1;
    }
  }
}

try {
  for (const name of searches) {
    const fromMs = performance.now();
    await run(name, "--workers", "1");
    tell(
      `${name}: ${trials} trials with one worker in ${Math.round((performance.now() - fromMs) / 1000)} s`,
    );
    await run(name, "--workers", String(workers));
    same(name, "sweep-001", "sweep-002");
    tell(`${name}: controller killed ${await disturbed(name, "sweep-003", "controller")} times`);
    same(name, "sweep-001", "sweep-003");
    tell(`${name}: workers killed ${await disturbed(name, "sweep-004", "workers")} times`);
    const csv = readFileSync(at(`runs/${name}/sweep-004/trials.csv`), "utf8");
    const fewer = Math.max(1, Math.floor(trials / 2));
    await run(name, "--trials", String(fewer));
    await run(`${name}/sweep-005`, "--resume", "--trials", String(trials));
    same(name, "sweep-001", "sweep-005");
    // One that is killed twice counts as failed, as it says.
    if (csv.includes(",failed,")) tell(`${name}: a trial was killed twice`);
    else same(name, "sweep-001", "sweep-004");
  }
  const images = resolve(
    process.env["MAMMOGRAPHY"] ?? join(root, "../shared/data/mammography-mias-dev"),
  );
  if (existsSync(images)) await crossValidation(images);
  else tell(`cross-validation by patients is skipped: there is no ${images}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
