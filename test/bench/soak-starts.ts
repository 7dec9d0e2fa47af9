/**
 * Many starts of one experiment at once: each has to become a whole run of a number of its own.
 * `bun test/bench/soak-starts.ts [STARTS] [FOLDER]`
 *
 * The folder has train, val and test in it, of 28 x 28 pixels. Prints what became of the starts, and exits with 1 unless
 * all are completed runs, with the same text and one list of images among them. Each takes 0.2 GB of memory.
 */
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readListedRun } from "../../src/compare/list.ts";
import { NewerSettings } from "../../src/compare/listed-settings.ts";
import { runFolders } from "../../src/compare/run-folders.ts";
import { sealsOf, textSeal } from "../../src/run/seals.ts";

const command = join(import.meta.dir, "../../src/exp.ts");
const starts = Number(process.argv[2] ?? 64);
const images = resolve(
  process.argv[3] ?? join(import.meta.dir, "../../../shared/data/tiny-example/pneumonia-28px"),
);

const work = await mkdtemp(join(tmpdir(), "lamina-soak-"));
try {
  await mkdir(join(work, "experiments"));
  await writeFile(
    join(work, "experiments/tiny.yaml"),
    `data: { train: ${images}/train, validation: ${images}/val, test: ${images}/test, targetSize: [28, 28], colour: grey }
model:
  layers: [pool: { size: 4 }, flatten, dense: { units: classes }]
train: { epochs: 3 }
engine: { threads: 1 }
`,
  );
  await soak();
} finally {
  await rm(work, { recursive: true, force: true });
}

async function soak(): Promise<void> {
  const startedMs = performance.now();
  const ended = await Promise.all(Array.from({ length: starts }, start));
  const seconds = (performance.now() - startedMs) / 1000;
  for (const { exitCode, complaint } of ended)
    if (exitCode !== 0) process.stdout.write(`exit code ${exitCode}: ${complaint}\n`);
  const newer = new NewerSettings();
  const folders = runFolders(join(work, "runs"));
  const runs = await Promise.all(
    folders.map((folder) => readListedRun(folder, folder.slice(work.length + 1), newer)),
  );
  for (const { name, status, problem } of runs)
    if (status !== "completed" || problem !== null)
      process.stdout.write(`${name} is ${status}: ${problem}\n`);
  const texts = await Promise.all(folders.map(async (folder) => textSeal(await sealsOf(folder))));
  const found = {
    "exit code 0": ended.filter(({ exitCode }) => exitCode === 0).length,
    folders: folders.length,
    "completed runs": runs.filter(({ status }) => status === "completed").length,
    "names that the runs were told": new Set(ended.map(({ run }) => run)).size,
    ids: new Set(runs.map(({ manifest }) => manifest.id)).size,
  };
  const common = {
    "texts of runs": new Set(texts).size,
    "lists of images": (await readdir(join(work, "runs/tiny/images"))).length,
  };
  process.stdout.write(
    `${starts} starts, ${seconds.toFixed(1)} s, ${JSON.stringify({ ...found, ...common })}\n`,
  );
  const isRight =
    Object.values(found).every((number) => number === starts) &&
    Object.values(common).every((number) => number === 1);
  if (!isRight) process.exitCode = 1;
}

async function start(): Promise<{ exitCode: number; run: unknown; complaint: string }> {
  const child = Bun.spawn([process.execPath, command, "run", "tiny.yaml", "--json"], {
    cwd: work,
    stdout: "pipe",
    stderr: "pipe",
  });
  const [output, complaint] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  const exitCode = await child.exited;
  const run = exitCode === 0 ? (JSON.parse(output) as { run: unknown }).run : null;
  return { exitCode, run, complaint };
}
