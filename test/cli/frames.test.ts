import { afterAll, beforeAll, expect, test } from "bun:test";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exp as call } from "../fixtures/command-here.ts";
import { dicomFile, greyElements } from "../fixtures/dicom-file.ts";
import { FETCH_MS } from "../fixtures/engine.ts";

const experiment = `seed: 3
data: { train: scans, split: { validation: 0.2, test: 0.3 }, targetSize: [8, 8], colour: grey, batchSize: 8, leaks: ignore, dicom: { frame: all } }
model: { layers: [flatten, { dense: { units: classes } }] }
evaluate: { resamples: 10, charts: [loss] }
train: { epochs: 2 }`;

let home = "";
const at = (path: string) => join(home, path);
async function exp(...words: string[]): Promise<string> {
  const { exitCode, output, complaint } = await call(home, ...words);
  if (exitCode !== 0) throw new Error(complaint);
  return output;
}

const size = { width: 8, height: 8 };
function scan(index: number, frames: number, label: string): Uint8Array {
  const values = Array.from({ length: 64 * frames }, (_, place) =>
    label === "bright" ? 2500 + ((place * (index + 3)) % 1000) : (place * (index + 5)) % 1500,
  );
  return dicomFile(greyElements(values, size, [[0x00280008, "IS", frames]]));
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "lamina-frames-"));
  for (const label of ["bright", "dark"]) {
    mkdirSync(at(`experiments/scans/${label}`), { recursive: true });
    for (let index = 0; index < 8; index++)
      writeFileSync(
        at(`experiments/scans/${label}/${index}.dcm`),
        scan(index, 1 + (index % 4), label),
      );
  }
  writeFileSync(at("experiments/all.yaml"), experiment);
  await exp("all");
}, FETCH_MS);
afterAll(() => rmSync(home, { recursive: true }));

const linesOf = (csv: string) => csv.trim().split("\n").slice(1);

test(
  "a run has each frame by its name, its files as groups, and is the same again",
  async () => {
    const names = linesOf(readFileSync(at("runs/all/v001/predictions.csv"), "utf8")).map(
      (line) => line.split(",")[0]!,
    );
    expect(names.filter((name) => /\.dcm#[1-4]$/.test(name)).length).toBeGreaterThan(2);
    const { groups } = JSON.parse(readFileSync(at("runs/all/v001/metrics.json"), "utf8"));
    expect(groups.count).toBe(new Set(names.map((name) => name.replace(/#\d$/, ""))).size);
    expect(readFileSync(at("runs/all/v001/report.html"), "utf8")).toContain("images found");
    expect(await exp("verify", "all/v001")).toContain("byte for byte");
  },
  FETCH_MS,
);

test(
  "exp predict has the probabilities of predictions.csv, by the frames' own names",
  async () => {
    const kept = readFileSync(at("runs/all/v001/predictions.csv"), "utf8");
    copyFileSync(at("runs/all/v001/predictions.csv"), at("experiments/scans/list.csv"));
    const found = linesOf(await exp("predict", "all", "experiments/scans/list.csv", "--csv"));
    const shortened = linesOf(kept).map((line) => line.split(",").toSpliced(1, 1).join(","));
    expect(found.map((line) => line.replace("experiments/scans/", ""))).toEqual(shortened);
  },
  FETCH_MS,
);

test(
  "exp evaluate judges each frame, and each file",
  async () => {
    rmSync(at("experiments/scans/list.csv"), { force: true });
    await exp("evaluate", "all", "--data", "experiments/scans", "--as", "again");
    const folder = "runs/all/v001/evaluations/again";
    const { images, groups } = JSON.parse(readFileSync(at(`${folder}/metrics.json`), "utf8"));
    expect([images, groups.count]).toEqual([40, 16]);
  },
  FETCH_MS,
);

test(
  "with data.depth: 16 a run and exp predict name the same frames, with the same probabilities",
  async () => {
    writeFileSync(at("experiments/deep.yaml"), experiment.replace("data: {", "data: { depth: 16,"));
    await exp("deep");
    const kept = readFileSync(at("runs/deep/v001/predictions.csv"), "utf8");
    copyFileSync(at("runs/deep/v001/predictions.csv"), at("experiments/scans/deep.csv"));
    const found = linesOf(await exp("predict", "deep", "experiments/scans/deep.csv", "--csv"));
    expect(found.some((line) => /\.dcm#[2-4],/.test(line))).toBe(true);
    const shortened = linesOf(kept).map((line) => line.split(",").toSpliced(1, 1).join(","));
    expect(found.map((line) => line.replace("experiments/scans/", ""))).toEqual(shortened);
  },
  FETCH_MS,
);
