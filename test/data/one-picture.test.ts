import { expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { messages } from "../../src/data/messages.ts";
import { exp } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

/** Images of two classes: drawn in the alpha channel, or of the number's colour. */
async function write(split: string, count: number, kind: "alpha" | "colours"): Promise<void> {
  for (const label of ["disc", "cross"]) {
    const at = join(folder.path, split, label);
    mkdirSync(at, { recursive: true });
    for (let index = 0; index < count; index++) {
      const value = kind === "alpha" ? 0 : 20 * index + (label === "disc" ? 10 : 0);
      const pixels = Uint8Array.from({ length: 64 * 4 }, (_, place) =>
        place % 4 === 3 ? (place * (index + 2)) & 255 : value,
      );
      await sharp(pixels, { raw: { width: 8, height: 8, channels: 4 } })
        .png()
        .toFile(join(at, `${index}.png`));
    }
  }
}

function writeExperiment(background = "none"): void {
  writeFileSync(
    join(folder.path, "icons.yaml"),
    `data: { train: train, test: test, targetSize: [8, 8], background: ${background} }\nmodel: { layers: [flatten, { dense: { units: classes } }] }\ntrain: { epochs: 1 }\n`,
  );
}

test("a set that is one picture is no set to train on, and it is said what it may be", async () => {
  await write("train", 4, "alpha");
  await write("test", 2, "colours");
  writeExperiment();
  const message = messages.onePicture("train", 8, true, true);
  const run = await exp(folder.path, "icons.yaml");
  expect(run.exitCode).toBe(1);
  expect(run.complaint).toContain(message);
  const told = await exp(folder.path, "data", "icons.yaml");
  expect(told.exitCode).toBe(0);
  expect(told.output).toContain(message);
  expect(told.output).not.toContain(messages.onePicture("test", 4, true, true));
}, 20_000);

test("of another split that is one picture a warning is given", async () => {
  await write("train", 4, "colours");
  await write("test", 2, "alpha");
  writeExperiment();
  const told = await exp(folder.path, "data", "icons.yaml");
  expect(told.output).toContain(messages.onePicture("test", 4, true, true));
});

test("on a background, what is drawn in transparency is seen", async () => {
  await write("train", 4, "alpha");
  await write("test", 2, "alpha");
  writeExperiment('"#f0f0f0"');
  const run = await exp(folder.path, "icons.yaml");
  expect(run.complaint).toBe("");
  expect(run.exitCode).toBe(0);
}, 20_000);

test("images of different colours that show nothing without their transparency are counted", async () => {
  await write("train", 4, "colours");
  await write("test", 2, "colours");
  const clear = Uint8Array.from({ length: 64 * 4 }, (_, place) => (place % 4 === 3 ? place : 7));
  for (const name of ["x.png", "y.png"])
    await sharp(clear, { raw: { width: 8, height: 8, channels: 4 } })
      .png()
      .toFile(join(folder.path, "train/disc", name));
  writeExperiment();
  expect((await exp(folder.path, "data", "icons.yaml")).output).toContain(
    messages.drawnInTransparency(14, 14),
  );
});
