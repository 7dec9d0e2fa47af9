/**
 * 200 DICOM mammograms in four transfer syntaxes, all of them lossless: training has to come to the same bits from each.
 * `bun test/bench/dicom/syntaxes.ts [MIAS_FOLDER]`, with dcmtk's dump2dcm, dcmcrle, dcmcjpeg and dcmcjpls on the path.
 *
 * Prints the seal of the predictions, the history and the weights of each, and exits with 1 where they differ.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expApart as exp } from "../../fixtures/call.ts";
import { makeMammograms, syntaxes } from "./mammograms.ts";

const IMAGES = 200;
const mias =
  process.argv[2] ?? join(import.meta.dir, "../../../../shared/data/mammography-mias-dev");
const work = mkdtempSync(join(tmpdir(), "lamina-dicom-"));

try {
  await makeMammograms(mias, join(work, "data"), IMAGES);
  const found = new Set<string>();
  for (const syntax of Object.keys(syntaxes)) {
    const home = join(work, syntax);
    writeExperiment(home, join(work, "data", syntax));
    const startedMs = performance.now();
    const { exitCode, complaint } = exp(home, "run", "mammograms.yaml");
    if (exitCode !== 0) throw new Error(complaint);
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    const run = join(home, "runs/mammograms/v001");
    const weights = readdirSync(join(run, "model")).filter((name) => name.endsWith(".bin"));
    const seals = ["predictions.csv", "history.csv", ...weights.map((name) => `model/${name}`)].map(
      (name) => sealOf(join(run, name)),
    );
    found.add(seals.join(" "));
    process.stdout.write(`${syntax.padEnd(14)} ${seconds} s  ${seals.join(" ")}\n`);
  }
  process.stdout.write(found.size === 1 ? "The same bits from each.\n" : "They differ.\n");
  if (found.size > 1) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function writeExperiment(home: string, images: string): void {
  const folder = join(home, "experiments");
  Bun.spawnSync(["mkdir", "-p", folder]);
  writeFileSync(
    join(folder, "mammograms.yaml"),
    `seed: 4
data:
  train: ${images}
  labels: { dicom: { label: SeriesDescription, subgroups: [ImageLaterality, ViewPosition, Manufacturer] } }
  split: { validation: 0.2, test: 0.3, group: { dicom: PatientID } }
  targetSize: [64, 64]
  colour: grey
  augment: { rotation: 5, shift: 0.05 }
model: { layers: [conv: { filters: 8, kernelSize: 3 }, relu, pool: { size: 2 }, flatten, dense: { units: classes }] }
train: { epochs: 5 }
evaluate: { resamples: 100 }
`,
  );
}

function sealOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 12);
}
