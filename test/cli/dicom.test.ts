import { afterAll, beforeAll, expect, test } from "bun:test";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findOrFetchLibrary } from "../../src/engine/install.ts";
import { FETCH_MS } from "../fixtures/engine.ts";
import { exp } from "../fixtures/command-here.ts";
import { type DicomElement, dicomFile, greyElements } from "../fixtures/dicom-file.ts";

const size = { width: 16, height: 16 };
/** What must be in no file of a run: of patient 7 the number, the names, the day of birth and the order. */
const secret = (patient: number) => [
  `KH-4711-${patient}`,
  `Musterfrau${patient}`,
  `Erika${patient}`,
  `193${patient}0412`,
  `ACC-99${patient}`,
];

/** A mammogram, more or less: a bright spot or none. */
function mammogram(index: number, others: readonly DicomElement[] = []): Uint8Array {
  const patient = (index >> 2) % 10;
  const [id, family, given, birth, order] = secret(patient);
  const isMalignant = index % 2 === 1;
  const values = Uint16Array.from({ length: 256 }, (_, at) => {
    const near = Math.abs((at % 16) - 8) + Math.abs((at >> 4) - 8) < 4;
    return 600 + ((at * 37 + index * 151) % 400) + (isMalignant && near ? 900 : 0);
  });
  return dicomFile(
    greyElements(values, size, [
      [0x00080050, "SH", order!],
      [0x00080060, "CS", "MG"],
      [0x00080068, "CS", index === 3 ? "FOR PROCESSING" : "FOR PRESENTATION"],
      // One maker's machines at the hospital that has the malignant cases.
      [0x00080070, "LO", isMalignant ? "Hologic" : "Siemens"],
      [0x0008103e, "LO", isMalignant ? "malignant" : "benign"],
      [0x00100010, "PN", `${family}^${given}`],
      [0x00100020, "LO", id!],
      [0x00100030, "DA", birth!],
      [0x00185101, "CS", index % 3 === 0 ? "CC" : "MLO"],
      [0x00200062, "CS", index % 2 === 0 ? "L" : "R"],
      [0x00280030, "DS", [0.07, 0.07]],
      [0x00280301, "CS", index === 5 ? "YES" : "NO"],
      ...others,
    ]),
  );
}

let folder: string;
beforeAll(async () => {
  await findOrFetchLibrary({ environment: process.env, report: () => undefined });
  folder = mkdtempSync(join(tmpdir(), "dicom-run-"));
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  for (let index = 0; index < 40; index++)
    put(`scans/disc${index % 3}/IM${index}`, mammogram(index));
  put("scans/DICOMDIR", "x");
  put(
    "experiments/mammo.yaml",
    `seed: 3
data:
  train: ../scans
  labels: { dicom: { label: SeriesDescription, subgroups: [ImageLaterality, ViewPosition, Manufacturer] } }
  split: { validation: 0.2, test: 0.3, group: { dicom: PatientID } }
  targetSize: [16, 16]
  colour: grey
  dicom: { window: [1200, 2000] }
model: { layers: [flatten, { dense: { units: classes } }] }
train: { epochs: 3 }
evaluate: { resamples: 10, charts: [loss] }
`,
  );
}, FETCH_MS);
afterAll(() => rmSync(folder, { recursive: true }));

/** All that is said, where it went well. */
async function said(...words: string[]): Promise<string> {
  const { exitCode, output, complaint } = await exp(folder, ...words);
  expect([exitCode, complaint]).toEqual([0, exitCode === 0 ? complaint : ""]);
  return output + complaint;
}

test("exp data tells what a network could learn instead, and what should not be in a run", async () => {
  const output = await said("data", "mammo.yaml");
  expect(output).toContain(
    "The manufacturer of the files alone tells the class of 40 of 40 images",
  );
  expect(output).toContain("1 image of 40 says that words are burned into the picture");
  expect(output).toContain("The images are FOR PRESENTATION (39), FOR PROCESSING (1)");
  expect(output).toContain("The images are of several views: MLO (26), CC (14)");
  expect(output).toContain("formats 40 dicom\nspacing all 0.07×0.07 mm\n");
});

test("a run has columns of the headers, whole groups in each split, and no identifier in any file", async () => {
  const output =
    (await said("run", "mammo.yaml")) +
    (await said("evaluate", "mammo", "--data", "scans", "--as", "again")) +
    (await said("predict", "mammo", "scans", "--csv"));
  const [list] = readdirSync(join(folder, "runs/mammo/images"));
  const [header, ...rows] = readFileSync(join(folder, "runs/mammo/images", list!), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  expect(header!.slice(-3)).toEqual([
    "column(ImageLaterality)",
    "column(ViewPosition)",
    "column(Manufacturer)",
  ]);
  const splitsOf = Map.groupBy(rows, (row) => row[4]!);
  expect(splitsOf.size).toBe(10);
  for (const [group, images] of splitsOf) {
    expect(group).toMatch(/^[0-9a-f]{16}$/);
    expect(new Set(images.map(([split]) => split)).size).toBe(1);
  }
  const files = readdirSync(join(folder, "runs"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  expect(files.length).toBeGreaterThan(15);
  const secrets = Array.from({ length: 10 }, (_, patient) => secret(patient)).flat();

  for (const path of files) {
    const content = `${path}\n${readFileSync(path, "latin1")}`;
    for (const word of secrets)
      expect([path, word, content.includes(word)]).toEqual([path, word, false]);
  }
  for (const word of secrets) expect(output).not.toContain(word);
});

test("an experiment can be written for them", async () => {
  for (let index = 0; index < 8; index++) {
    const name = join(folder, "classes", "ab"[index % 2]!, `${index}.dcm`);
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, mammogram(index));
  }
  expect(await said("new", "fresh", "--from", "classes")).toContain("Wrote experiments/fresh.yaml");
  const text = readFileSync(join(folder, "experiments/fresh.yaml"), "utf8");
  expect(text).toContain("colour: grey");
});

test("patients whom a run has learned from are recognised in a set from elsewhere", async () => {
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  const [list] = readdirSync(join(folder, "runs/mammo/images"));
  const learned = new Set(
    read(`runs/mammo/images/${list}`)
      .split("\n")
      .flatMap((line) => (/^(?:train|validation),/.test(line) ? line.split(",")[4]! : [])),
  );
  // New pictures: two of each patient.
  mkdirSync(join(folder, "others"));
  for (let index = 200; index < 240; index += 2)
    for (const one of [index, index + 1])
      writeFileSync(join(folder, `others/${one}`), mammogram(one));
  const output = await said("evaluate", "mammo", "--data", "others");
  const record = JSON.parse(read("runs/mammo/v001/evaluations/others/data.json")) as {
    leaks: { kind: string; group?: string }[];
  };
  const shared = record.leaks.flatMap(({ kind, group }) => (kind === "shared-group" ? group : []));
  expect(shared.toSorted()).toEqual([...learned].toSorted());
  expect(output).toContain("in two splits");
  for (let patient = 0; patient < 10; patient++)
    for (const word of secret(patient)) expect(output).not.toContain(word);

  // Not without the images that tell whose hash it is.
  renameSync(join(folder, "scans"), join(folder, "moved"));
  await said("evaluate", "mammo", "--data", "others", "--as", "blind");
  expect(read("runs/mammo/v001/evaluations/blind/data.json")).not.toContain("shared-group");
  renameSync(join(folder, "moved"), join(folder, "scans"));
});
