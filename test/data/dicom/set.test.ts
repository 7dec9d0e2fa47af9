import { afterEach, beforeEach, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readImages } from "../../../src/data/read.ts";
import { targetOf } from "../../../src/data/target.ts";
import { recipeOf } from "../../../src/data/cache/recipe.ts";
import { findImages } from "../../../src/data/source/find-images.ts";
import { streamImages } from "../../../src/data/stream.ts";
import type { Data } from "../../../src/spec/resolved.ts";
import { plainData } from "../../fixtures/data-settings.ts";
import { dicomFile, greyElements } from "../../fixtures/dicom-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dicom-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const size = { width: 8, height: 8 };
const data: Data = { ...plainData, leaks: "ignore" };
const file = (seed: number, others: Parameters<typeof greyElements>[2] = []) =>
  dicomFile(
    greyElements(
      Uint16Array.from({ length: 64 }, (_, at) => (seed * 997 + at * 61) % 4096),
      size,
      others,
    ),
  );

function put(name: string, content: Uint8Array | string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

async function read(changes: Partial<Data> = {}) {
  const settings = { ...data, ...changes };
  const { source, problems } = await findImages(settings, 1, folder);
  expect(problems).toEqual([]);
  return readImages(source, settings);
}

test("beside other images, without an extension, by their numbers, and with the directory that lists them", async () => {
  const pgm = `P2 8 8 255 ${Array.from({ length: 64 }, (_, at) => at).join(" ")}\n`;
  put("train/a/DICOMDIR", file(9));
  put("train/a/IM000001", file(1));
  put("train/a/1.2.840.113619.2", file(2));
  put("train/a/scan.dcm", file(3));
  const whole = file(4, [
    [0x00080005, "CS", "ISO_IR 100"],
    [0x00080008, "CS", "ORIGINAL"],
  ]);
  put("train/a/bare", whole.subarray(132 + 8 + 20));
  put("train/b/picture.pgm", pgm);
  put("train/b/scan.png", file(5));
  put("train/b/report.dcm", dicomFile([[0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.88.11"]]));
  const { record, originals } = await read();
  expect(record.ignored).toEqual(["a/DICOMDIR"]);
  expect(
    record.images.map(({ file: name, notes }, index) => [
      name,
      originals[index]!.format,
      notes ?? [],
    ]),
  ).toEqual([
    ["a/1.2.840.113619.2", "dicom", ["16-bit"]],
    ["a/IM000001", "dicom", ["16-bit"]],
    ["a/bare", "dicom", ["16-bit"]],
    ["a/scan.dcm", "dicom", ["16-bit"]],
    ["b/picture.pgm", "netpbm", []],
    ["b/scan.png", "dicom", ["16-bit", "wrong-extension"]],
  ]);
  expect(record.excluded).toMatchObject([
    { file: "b/report.dcm", detail: "a DICOM file without a picture: a report" },
  ]);
});

test("prediction streams the pixels that training had", async () => {
  for (let seed = 0; seed < 6; seed++) put(`train/${"ab"[seed % 2]}/${seed}`, file(seed));
  const { splits } = await read();
  const { files, rows, length } = splits.train!;
  const trained = new Uint8Array(length * rows.size);
  await rows.read(
    Uint32Array.from({ length }, (_, at) => at),
    trained,
  );
  const listed = files.map((name) => ({ absolutePath: join(folder, "train", name) }));
  const pieces = streamImages(listed, {
    target: targetOf(data),
    batchSize: 2,
    openLibrary: async () => null,
    signal: new AbortController().signal,
  });
  const streamed = [];
  for await (const { images } of pieces) {
    const pixels = new Uint8Array(images.length * images.rows.size);
    await images.rows.read(
      Uint32Array.from({ length: images.length }, (_, at) => at),
      pixels,
    );
    streamed.push(...pixels);
  }
  expect(Uint8Array.from(streamed)).toEqual(trained);
});

test("another window or frame has a place of its own in the cache", () => {
  const recipes = [
    data.dicom,
    { ...data.dicom, window: "range" as const },
    { ...data.dicom, window: [40, 400] as [number, number] },
    { ...data.dicom, frame: "middle" as const },
  ].map((dicom) => recipeOf(targetOf({ ...data, dicom })));
  expect(new Set(recipes).size).toBe(4);
});
