/**
 * Medians over five seeds of what recipes come to on held-out images.
 *
 *     bun test/bench/recipes.ts baseline            the shipped experiment
 *     bun test/bench/recipes.ts imbalance FOLDER    with and without a correction of classes of unequal size; FOLDER has train/,
 *                                                   val/ and test/, each with normal/ and pneumonia/
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Metrics } from "../../src/layout.ts";

const root = join(import.meta.dir, "../..");
const SEEDS = [1, 2, 3, 4, 5];
const [kind, folder] = Bun.argv.slice(2);
const place = mkdtempSync(join(tmpdir(), "lamina-recipes-"));
mkdirSync(join(place, "experiments"));
const baseline = readFileSync(join(root, "experiments/baseline.yaml"), "utf8");

const figures: readonly [name: string, of: (metrics: Metrics) => number | null][] = [
  ["accuracy", ({ accuracy }) => accuracy],
  ["AUC", ({ positive }) => positive!.auc],
  ["sensitivity", ({ positive }) => positive!.sensitivity],
  ["specificity", ({ positive }) => positive!.specificity],
  ["log loss", ({ loss }) => loss],
  ["best epoch", ({ weights }) => weights.epoch],
];

/** Runs an experiment with each seed, and prints the median of each figure with its lowest and its highest. */
async function measure(name: string, sets: readonly string[]): Promise<void> {
  const found: Metrics[] = [];
  for (const seed of SEEDS) {
    const words = ["evaluate.pictures=0", "evaluate.resamples=0", `seed=${seed}`, ...sets];
    const child = Bun.spawn(
      ["bun", join(root, "src/exp.ts"), "e.yaml", "--json", ...words.flatMap((w) => ["--set", w])],
      { cwd: place, stdout: "pipe", stderr: "pipe" },
    );
    const [output, complaint] = await Promise.all([
      new Response(child.stdout).text(),
      new Response(child.stderr).text(),
    ]);
    if ((await child.exited) !== 0) throw new Error(complaint);
    found.push((JSON.parse(output) as { metrics: Metrics }).metrics);
  }
  const cells = figures.map(([title, of]) => {
    const values = found.map((metrics) => of(metrics) ?? NaN).toSorted((a, b) => a - b);
    const [low, middle, high] = [values[0], values[SEEDS.length >> 1], values.at(-1)];
    const digits = title === "best epoch" ? 0 : 3;
    return `${title} ${middle!.toFixed(digits)} (${low!.toFixed(digits)} to ${high!.toFixed(digits)})`;
  });
  process.stdout.write(`${name}: ${cells.join(", ")}\n`);
}

if (kind === "baseline") {
  cpSync(join(root, "experiments/data"), join(place, "experiments/data"), { recursive: true });
  writeFileSync(join(place, "experiments/e.yaml"), baseline);
  await measure("baseline", []);
} else if (kind === "imbalance" && folder !== undefined) {
  writeFileSync(
    join(place, "experiments/e.yaml"),
    baseline.replaceAll("data/pneumonia-28px", resolve(folder)),
  );
  const shorter = ["train.epochs=20", "train.earlyStopping.patience=6", "data.leaks=ignore"];
  await measure("nothing", shorter);
  await measure("classWeights: balanced", [...shorter, "train.classWeights=balanced"]);
  await measure("sampling: balanced", [...shorter, "train.sampling=balanced"]);
} else {
  throw new Error("Say baseline, or imbalance FOLDER.");
}
