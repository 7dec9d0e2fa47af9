import { describe, expect, test } from "bun:test";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { messages } from "../../src/cli/messages.ts";
import { exp } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { readHtml } from "../fixtures/markup.ts";

const folder = useTemporaryFolder();

function writeExperiment(settings: string): void {
  for (const split of ["train", "test"]) {
    for (const [label, level] of [
      ["dark", 40],
      ["light", 200],
    ] as const) {
      mkdirSync(join(folder.path, split, label), { recursive: true });
      for (let image = 0; image < 3; image++) {
        const pixels = Buffer.from([level, level + 10 * image, 255 - level, level]);
        const name = image === 0 ? "<b>&amp;.pgm" : `${image}.pgm`;
        const content = Buffer.concat([Buffer.from("P5 2 2 255\n"), pixels]);
        writeFileSync(join(folder.path, split, label, name), content);
      }
    }
  }
  const text = `data: { train: train, test: test, targetSize: [16, 16], colour: grey${settings} }\nmodel:\n  layers: [flatten, { dense: { units: classes } }]\n`;
  writeFileSync(join(folder.path, "small.yaml"), text);
}

describe("exp data --preview", () => {
  test("writes a page and a picture, the same each time, and names them", async () => {
    writeExperiment(", augment: { rotation: 30, noise: 0.1, cutmix: 1 }");
    const files = ["runs/small/preview/augmentation.html", "runs/small/preview/augmentation.png"];
    const drawn = async () => {
      const { exitCode, output, complaint } = await exp(
        folder.path,
        "data",
        "small.yaml",
        "--preview",
      );
      expect(exitCode).toBe(0);
      expect(output).toEndWith(`\n${files.join("\n")}\n`);
      expect(complaint).not.toContain("rror");
      return files.map((file) => readFileSync(join(folder.path, file)));
    };
    const first = await drawn();
    expect(await drawn()).toEqual(first);
    const page = first[0]!.toString();
    expect(page).toContain("rotation: 30");
    expect(page).toContain("% ");
    // 6 training images, each as it is and in 5 epochs; names are text.
    expect(page.split("<img").length - 1).toBe(36);
    expect(readHtml(page).elements).not.toContain("b");
  }, 30_000);

  test("says so where there is nothing to show", async () => {
    writeExperiment("");
    const { exitCode, complaint } = await exp(folder.path, "data", "small.yaml", "--preview");
    expect(exitCode).toBe(2);
    expect(complaint).toContain(messages.nothingToPreview());
  }, 30_000);
});
