import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import { readImages } from "../../../src/data/read.ts";
import { targetOf } from "../../../src/data/target.ts";
import { findImages } from "../../../src/data/source/find-images.ts";
import { bytesOf } from "../../../src/pixels.ts";
import type { Data } from "../../../src/spec/resolved.ts";
import { plainData } from "../../fixtures/data-settings.ts";
import { type DicomElement, dicomFile, greyElements } from "../../fixtures/dicom-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "deep-frames-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const [width, height, FRAMES] = [11, 7, 3];
const AREA = width * height;

/** Of frame 1, 2 … no two alike, and both ends of the range in each. */
const valuesOf = (bits: number, seed: number, frame: number) =>
  Uint16Array.from({ length: AREA }, (_, at) =>
    at === 0 ? 0 : at === 1 ? 2 ** bits - 1 : (seed * 7919 + frame * 4099 + at * 613) % 2 ** bits,
  );

const ofBits = (bits: number): DicomElement[] => [
  [0x00280101, "US", bits],
  [0x00280102, "US", bits - 1],
];

function scan(bits: number, seed: number): Uint8Array {
  const values = Array.from({ length: FRAMES }, (_, at) => [...valuesOf(bits, seed, at + 1)]);
  const others: DicomElement[] = [[0x00280008, "IS", FRAMES], ...ofBits(bits)];
  return dicomFile(greyElements(values.flat(), { width, height }, others));
}

/** A frame as a file of its own. */
const alone = (bits: number, seed: number, frame: number) =>
  dicomFile(greyElements(valuesOf(bits, seed, frame), { width, height }, ofBits(bits)));

const data = (targetSize: [number, number]): Data => ({
  ...plainData,
  leaks: "ignore",
  colour: "grey",
  depth: 16,
  targetSize,
  dicom: { window: "file", frame: "all" },
});

function write(bits: number): void {
  for (const [at, label] of ["one", "other"].entries()) {
    mkdirSync(join(folder, "train", label), { recursive: true });
    for (const file of [0, 1])
      writeFileSync(join(folder, "train", label, `${file}.dcm`), scan(bits, at * 2 + file));
  }
}

/** The pixels of each image, by its name. */
async function readAll(settings: Data): Promise<Map<string, Uint16Array>> {
  const { source, problems } = await findImages(settings, 1, folder);
  expect(problems).toEqual([]);
  const dataset = await readImages(source, settings);
  const { rows } = dataset.splits.train!;
  const found = new Map<string, Uint16Array>();
  for (const [index, { file }] of dataset.record.images.entries()) {
    const pixels = new Uint16Array(rows.size / 2);
    await rows.read(Uint32Array.of(index), bytesOf(pixels));
    found.set(file, pixels);
  }
  await dataset.close();
  return found;
}

const everyFrame = ["one", "other"].flatMap((label, at) =>
  [0, 1].flatMap((file) =>
    [1, 2, 3].map((frame) => ({
      name: `${label}/${file}.dcm#${frame}`,
      seed: at * 2 + file,
      frame,
    })),
  ),
);

describe.each([12, 16])("frame: all with depth: 16, files of %d bits", (bits) => {
  test("each frame has all of its own values", async () => {
    write(bits);
    const found = await readAll(data([height, width]));
    expect([...found.keys()]).toEqual(everyFrame.map(({ name }) => name));
    for (const { name, seed, frame } of everyFrame)
      expect(found.get(name)).toEqual(
        valuesOf(bits, seed, frame).map((value) => Math.round((value * 65_535) / (2 ** bits - 1))),
      );
  });

  test("resized, and evened out, it is what it would be as a file of its own", async () => {
    write(bits);
    const evened = {
      ...plainData.preprocess,
      clahe: { clipLimit: 2, tiles: [2, 3] as [number, number] },
    };
    for (const settings of [
      data([5, 6]),
      data([20, 31]),
      { ...data([14, 12]), preprocess: evened },
    ]) {
      const found = await readAll(settings);
      for (const { name, seed, frame } of everyFrame) {
        const verdict = await decodeImage(alone(bits, seed, frame), targetOf(settings));
        expect<unknown>(found.get(name)).toEqual("pixels" in verdict ? verdict.pixels : verdict);
      }
    }
  });
});
