import { expect, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { darkWarnings } from "../../src/data/image-warnings.ts";
import { readImages } from "../../src/data/read.ts";
import { findImages } from "../../src/data/source/find-images.ts";
import type { ResolvedExperiment } from "../../src/spec/resolved.ts";
import { plainData } from "../fixtures/data-settings.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

/** Four pictures of two classes, of values from 0 to the highest, in files of 16 bits. */
async function pictures(name: string, highest: number): Promise<string> {
  for (const [index, label] of ["a", "a", "b", "b"].entries()) {
    const at = join(folder.path, name, "train", label);
    mkdirSync(at, { recursive: true });
    const values = Uint16Array.from({ length: 64 }, (_, pixel) =>
      Math.round((highest * ((pixel * (index + 1)) % 64)) / 63),
    );
    await sharp(values, { raw: { width: 8, height: 8, channels: 1 } })
      .toColourspace("grey16")
      .png()
      .toFile(join(at, `${index}.png`));
  }
  return join(folder.path, name);
}

async function warningsOf(base: string, range: ResolvedExperiment["data"]["range"], cache = "") {
  const data = { ...plainData, train: "train", range };
  const { source } = await findImages(data, 1, base);
  const settings = {
    folder: join(folder.path, `cache${cache}`),
    mostBytes: 1e8,
    now: () => new Date(),
    warn: () => undefined,
  };
  const dataset = await readImages(source, data, { cache: settings });
  await dataset.close();
  return dataset.warnings.filter((warning) => warning.includes("data.range"));
}

test("12 bits in files of 16 are told with what to write, whether decoded or known from before", async () => {
  const base = await pictures("twelve", 4095);
  for (const _ of ["decoded", "known"]) {
    const [warning, ...others] = await warningsOf(base, "full");
    expect(others).toEqual([]);
    expect(warning).toContain("The 4 images of more than 8 bits");
    expect(warning).toContain("of 65,536 values that the files allow, 0 to 4,095 occur");
    expect(warning).toContain("become 16 of 256 grey levels");
    expect(warning).toContain("data.range: [0, 4095] (12 bits)");
  }
});

test("whoever chose a range, or whose values use a good part of it, is told nothing", async () => {
  const base = await pictures("chosen", 4095);
  expect(await warningsOf(base, [0, 4095], "-chosen")).toEqual([]);
  expect(await warningsOf(base, "used", "-used")).toEqual([]);
  expect(await warningsOf(await pictures("wide", 30_000), "full", "-wide")).toEqual([]);
});

test("the images are judged together, by the range that all of them use", () => {
  const low = { used: { low: 0, high: 900, possible: 65_536 } };
  const high = { used: { low: 20_000, high: 21_000, possible: 65_536 } };
  expect(darkWarnings([low, {}, low])).toEqual([expect.stringContaining("[0, 1023] (10 bits)")]);
  expect(darkWarnings([high])).toEqual([expect.stringContaining("[0, 32767] (15 bits)")]);
  expect(darkWarnings([low, high])).toEqual([]);
  expect(darkWarnings([{}])).toEqual([]);
});
