import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import type { PredictOutput } from "../../src/cli/outputs.ts";
import { exp as call } from "../fixtures/command-here.ts";
import { FETCH_MS } from "../fixtures/engine.ts";
import { goldenDicom } from "../fixtures/golden-dicom.ts";
import { Firefox } from "../fixtures/firefox.ts";
import { WebKit } from "../fixtures/webkit.ts";

/** What starts each; null where it is not on this machine. Chromium has a test of its own. */
const browsers = { Firefox: Firefox.find(), WebKit: WebKit.find() };

const experiment = `data: { train: data, split: { validation: 0.2, test: 0.3 }, targetSize: [16, 12], batchSize: 8, leaks: ignore }
model: { layers: [{ conv: { filters: 4, kernelSize: 3 } }, relu, pool, flatten, { dense: { units: classes } }] }
evaluate: { pictures: 0, resamples: 10, charts: [loss] }
train: { epochs: 2 }
engine: { threads: 1 }`;

/** Beside what is rounded to four digits. */
const TOLERANCE = 1.5e-4;

describe.skipIf(Object.values(browsers).every((start) => start === null))("a page", () => {
  let home = "";
  const at = (path: string) => join(home, path);
  const exp = async (...words: string[]) => {
    const { exitCode, output, complaint } = await call(home, ...words);
    if (exitCode !== 0) throw new Error(complaint);
    return output;
  };
  const stripes = (index: number, wave: number) =>
    sharp(
      Uint8Array.from({ length: 40 * 32 * 3 }, (_, place) => {
        const x = Math.floor(place / 3) % 40;
        return 128 + 60 * Math.sin(x * wave + index + (place % 3)) + ((place * (index + 7)) % 50);
      }),
      { raw: { width: 40, height: 32, channels: 3 } },
    );

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "lamina-page-"));
    for (const [label, wave] of [
      ["close", 2],
      ["wide", 0.6],
    ] as const) {
      mkdirSync(at(`experiments/data/${label}`), { recursive: true });
      for (let index = 0; index < 10; index++)
        await stripes(index, wave).toFile(at(`experiments/data/${label}/${index}.png`));
    }
    mkdirSync(at("given"));
    await stripes(3, 2).toFile(at("given/a.png"));
    await stripes(4, 2).jpeg({ quality: 92 }).toFile(at("given/b.jpg"));
    await stripes(5, 0.6).withMetadata({ orientation: 6 }).jpeg().toFile(at("given/c.jpg"));
    await stripes(6, 0.6).webp({ lossless: true }).toFile(at("given/d.webp"));
    const { files } = goldenDicom();
    // Its frame is the browser's to decode.
    writeFileSync(at("given/e.dcm"), files.get("data/SC_rgb_jpeg_dcmtk.dcm")!);
    await stripes(7, 2).tiff({ compression: "deflate" }).toFile(at("given/f.tif"));
    writeFileSync(at("experiments/small.yaml"), experiment);
    await exp("small");
    await exp("app", "small", "page");
  }, FETCH_MS);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  for (const [name, start] of Object.entries(browsers))
    test.skipIf(start === null)(
      `that is opened as a file in ${name} decodes and predicts as exp predict does`,
      async () => {
        const files = readdirSync(at("given")).map((file) => at(`given/${file}`));
        const browser = await start!();
        try {
          await browser.open(pathToFileURL(at("page/index.html")).href);
          const waitFor = (condition: string) =>
            browser.evaluate(
              `new Promise((resolve) => { const look = () => (${condition} ? resolve("") : setTimeout(look, 50)); look(); })`,
            );
          await waitFor(`!document.querySelector("#choose").disabled`);
          await browser.setFiles("input[type=file]", files);
          await waitFor(
            `document.querySelectorAll(".result, .refused").length === ${files.length}`,
          );
          const text = await browser.evaluate(
            `JSON.stringify([...document.querySelectorAll(".result")].map((one) => [one.getAttribute("aria-label"), Object.fromEntries([...one.querySelectorAll(".bars tr")].map((row) => [row.cells[0].textContent, Number(row.cells[1].textContent)]))]))`,
          );
          const found = new Map<string, Record<string, number>>(JSON.parse(text));
          const { classes, predictions }: PredictOutput = JSON.parse(
            await exp("predict", "small", ...files, "--json"),
          );
          expect(predictions).toHaveLength(files.length);
          for (const { file, probabilities } of predictions)
            for (const [index, label] of classes.entries())
              expect(
                Math.abs(found.get(basename(file))![label]! - probabilities[index]!),
              ).toBeLessThan(TOLERANCE);
          const words = await browser.evaluate("document.body.innerText");
          expect(words).toContain("This browser computes what it should");
          expect(words).toContain("It decodes JPEG");
        } finally {
          await browser.close();
        }
      },
      FETCH_MS,
    );
});
