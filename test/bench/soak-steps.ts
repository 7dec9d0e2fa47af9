/**
 * Memory and open files of a run of 50,000 steps that writes checkpoints all the time. Linux.
 *
 *     bun test/bench/soak-steps.ts [--steps 50000]
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { steps: { type: "string", default: "50000" } } });
const root = join(import.meta.dir, "../..");
const place = mkdtempSync(join(tmpdir(), "lamina-steps-"));
/** Of the 400 training images in batches of 4. */
const STEPS_AN_EPOCH = 100;

mkdirSync(join(place, "experiments"));
cpSync(join(root, "experiments/data/pneumonia-28px"), join(place, "experiments/data"), {
  recursive: true,
});
writeFileSync(
  join(place, "experiments/e.yaml"),
  `
data: { train: data/train, validation: data/val, test: data/test, targetSize: [28, 28], colour: grey, batchSize: 4, augment: { rotation: 5 } }
model:
  layers: [{ conv: { filters: 4, kernelSize: 3 } }, batchNorm, relu, pool, flatten, { dropout: 0.5 }, { dense: { units: classes } }]
train:
  epochs: ${Math.ceil(Number(values.steps) / STEPS_AN_EPOCH)}
  averageWeights: { decay: 0.99 }
  checkpoint: { everyEpochs: 2, everyMinutes: 0.01 }
`,
);
const child = Bun.spawn(["bun", join(root, "src/exp.ts"), "e.yaml"], {
  cwd: place,
  stdout: "ignore",
  stderr: "inherit",
});
const history = join(place, "runs/e/v001/history.csv");
process.stdout.write("  steps  resident MiB  open files  checkpoints\n");
while (child.exitCode === null) {
  await Bun.sleep(5000);
  if (child.exitCode !== null || !existsSync(history)) continue;
  const steps = STEPS_AN_EPOCH * (readFileSync(history, "utf8").split("\n").length - 2);
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  const resident = Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024;
  const open = readdirSync(`/proc/${child.pid}/fd`).length;
  const kept = readdirSync(join(place, "runs/e/v001/checkpoints")).at(-1) ?? "";
  const cells = [String(steps), resident.toFixed(0), String(open), kept.slice(0, 6)];
  const widths = [7, 14, 12, 13];
  process.stdout.write(`${cells.map((cell, at) => cell.padStart(widths[at]!)).join("")}\n`);
}
process.stdout.write(`exit code ${child.exitCode}\n`);
