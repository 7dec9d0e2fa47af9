import { afterAll, beforeAll, expect, test } from "bun:test";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { findOrFetchLibrary } from "../src/engine/install.ts";
import { stream } from "../src/random.ts";
import { loadExperiment } from "../src/spec/load.ts";
import { exp } from "./fixtures/command-here.ts";
import { FETCH_MS } from "./fixtures/engine.ts";

const root = join(import.meta.dir, "..");
/** The examples, with the shipped images and not those that somebody has brought. */
const folder = mkdtempSync(join(tmpdir(), "lamina-examples-"));
afterAll(() => rmSync(folder, { recursive: true }));

// What a first run would fetch.
beforeAll(async () => {
  for (const path of [...examples, "data/pneumonia-28px"]) {
    const at = join("experiments", path);
    cpSync(join(root, at), join(folder, at), { recursive: true });
  }
  await findOrFetchLibrary({ environment: process.env, report: () => undefined });
  expect(await exp(root, "fetch", "mobilenetV2")).toMatchObject({ exitCode: 0 });
}, FETCH_MS);

const files = [...new Bun.Glob("*.yaml").scanSync(join(root, "experiments"))].toSorted();
const examples = files.filter((file) => !file.endsWith(".sweep.yaml"));
const sweeps = files.filter((file) => file.endsWith(".sweep.yaml"));

/** Of an example whose classes are not those of the shipped X-rays. */
const classesOf: Readonly<Record<string, readonly string[]>> = {
  "mammography.yaml": ["benign", "malignant", "normal"],
  "photos.yaml": ["cat", "dog", "fox"],
};

/** Of an example that is warned of, and is meant to be so. */
const warningsOf: Readonly<Record<string, readonly unknown[]>> = {
  // The network that such mammograms are usually shown with.
  "mammography.yaml": [expect.stringContaining("dense_1 has 97 % of the")],
};

/** What makes a run short and leaves the example what it is. */
const short = [
  "data.targetSize=[32, 32]",
  "train.epochs=1",
  // The same for all, so that all run in this process.
  "engine.threads=1",
  "train.schedule=constant",
  "train.earlyStopping=null",
  "evaluate.pictures=0",
  "evaluate.resamples=10",
  "evaluate.charts=[loss]",
].flatMap((override) => ["--set", override]);

const PATIENTS = 40;

/** Two images of each patient, whose class the levels tell. @returns the files, from the folder */
function writeImages(at: string, classes: readonly string[], channels: 1 | 3): string[][] {
  return Array.from({ length: 2 * PATIENTS }, (_, index) => {
    const patient = index >> 1;
    const label = classes[patient % classes.length]!;
    const file = `${label}/patient${patient}_${index}1.${channels === 1 ? "pgm" : "ppm"}`;
    const level = 60 + 60 * (patient % classes.length);
    const random = stream(1, basename(at), index);
    const values = Array.from({ length: 32 * 32 * channels }, () => level + (random.next() & 63));
    mkdirSync(dirname(join(at, file)), { recursive: true });
    writeFileSync(join(at, file), `P${channels === 1 ? 2 : 3} 32 32 255 ${values.join(" ")}\n`);
    return [file, label, `patient${patient}`];
  });
}

/** Images that fit an example. @returns what points it at them */
async function imagesFor(name: string): Promise<string[]> {
  const { resolved } = await loadExperiment({
    file: name,
    overrides: [],
    directory: join(folder, "experiments"),
  });
  const images = `images-${basename(name, ".yaml")}`;
  const { colour, labels, validation, test: held } = resolved.data;
  const classes = classesOf[name] ?? ["normal", "pneumonia"];
  const write = (split: string) =>
    writeImages(join(folder, images, split), classes, colour === "grey" ? 1 : 3);
  const rows = write("train");
  if (labels?.columns) {
    const { file, label, group } = labels.columns;
    const text = [[file, label, group], ...rows].map((row) => `${row.join(",")}\n`).join("");
    writeFileSync(join(folder, images, "train/labels.csv"), text);
    return ["--set", `data.train=${images}/train/labels.csv`];
  }
  const splits = { train: true, validation: validation !== null, test: held !== null };
  return Object.entries(splits).flatMap(([one, isThere]) => {
    if (!isThere) return [];
    write(one);
    return ["--set", `data.${one}=${images}/${one}`];
  });
}

test.each(examples)("%s is an example that runs", async (name) => {
  const shipped = await exp(folder, "check", name, "--json");
  const images = await imagesFor(name);
  const isShipped = shipped.exitCode === 0;
  const checked = isShipped ? shipped : await exp(folder, "check", name, ...images, "--json");
  const { ok, diagnostics, warnings } = JSON.parse(checked.output);
  expect([ok, diagnostics, warnings]).toEqual([true, [], warningsOf[name] ?? []]);
  const { exitCode, output, complaint } = await exp(folder, "run", name, ...images, ...short);
  expect([exitCode, complaint]).toEqual([0, expect.any(String)]);
  expect(output + complaint).toContain("Finished");
  const run = join(folder, "runs", basename(name, ".yaml"), "v001");
  const predictions = readFileSync(join(run, "predictions.csv"), "utf8").trim().split("\n");
  const { counts } = JSON.parse(readFileSync(join(run, "data.json"), "utf8"));
  const tested = Object.values<number>(counts.test).reduce((sum, count) => sum + count);
  expect(tested).toBeGreaterThan(0);
  expect(predictions).toHaveLength(1 + tested);
});

test.each(sweeps)("%s is a sweep in which nothing is wrong", async (file) => {
  const { exitCode, output } = await exp(root, "sweep", file, "--dry-run");
  expect(exitCode).toBe(0);
  expect(output).toContain("Nothing was run.");
});
