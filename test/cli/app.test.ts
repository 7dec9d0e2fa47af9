import { afterAll, beforeAll, beforeEach, describe, expect, test } from "bun:test";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { messages as appMessages } from "../../src/app/messages.ts";
import { messages } from "../../src/cli/messages.ts";
import { messages as runMessages } from "../../src/run/messages.ts";
import { looseManifest } from "../../src/run/loose-manifest.ts";
import { textSeal } from "../../src/run/seals.ts";
import { forgetModelSeals } from "../fixtures/earlier-run.ts";
import { type CalledHere, exp as call, expHere } from "../fixtures/command-here.ts";
import { FETCH_MS } from "../fixtures/engine.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

let home = "";
let work = "";
/** The call that wrote page/. */
let written: CalledHere;
const at = (path: string) => join(work, path);
const app = (...words: string[]) => expHere(work, join(home, "cache"), ["app", ...words]);
const page = (folder = "page") => readFileSync(at(`${folder}/index.html`), "utf8");

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "lamina-"));
  work = join(home, "first");
  writeSmallExperiment(work, "{ epochs: 1 }");
  const { exitCode, complaint } = await call(work, "run", "small");
  if (exitCode !== 0) throw new Error(complaint);
  written = await app("small", "page");
}, FETCH_MS);
afterAll(() => rm(home, { recursive: true, force: true }));
beforeEach(() => {
  work = join(home, crypto.randomUUID());
  cpSync(join(home, "first"), work, { recursive: true });
});

describe("exp app", () => {
  test("writes one page, holds it against the run, and says what of the user's is in it", async () => {
    const { exitCode, output } = written;
    expect([exitCode, output]).toEqual([0, expect.stringContaining("page/index.html")]);
    expect(output).toMatch(/Checked on 16 images: at most [\d.e-]+ from/);
    const wrong = readFileSync(at("runs/small/v001/predictions.csv"), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .filter((row) => row.split(",")[1] !== row.split(",")[2]).length;
    expect(wrong).toBeGreaterThan(0);
    expect(output).toContain(messages.appPictures(wrong));
    expect(readdirSync(at("page"))).toEqual(["index.html"]);
    const seal = textSeal(looseManifest(at("runs/small/v001"))!.files!);
    for (const word of [seal, "small/v001", "dark", "light", "Not for diagnosis", "95 % interval"])
      expect(page()).toContain(word);
  });

  test("the same run gives the same bytes, over the page of before and elsewhere", async () => {
    const first = page();
    expect((await app("small/v001", "page")).exitCode).toBe(0);
    expect(page()).toBe(first);
    await app(at("runs/small/v001"), "deep/er");
    expect(page("deep/er")).toBe(first);
  });

  test("--no-pictures leaves the images out, --json tells what was written", async () => {
    const { output } = await app("small", "other", "--no-pictures", "--json");
    const told = JSON.parse(output.slice(0, output.indexOf("\n}\n") + 2));
    expect(told).toMatchObject({
      run: "small/v001",
      page: "other/index.html",
      bytes: Buffer.byteLength(page("other")),
      mistakes: 0,
      checked: { images: 16 },
    });
    expect(page("other").length).toBeLessThan(page().length);
  });

  test("where the images are gone there is a page, unchecked, and that is said", async () => {
    renameSync(at("experiments/data"), at("experiments/gone"));
    const { exitCode, output } = await app("small", "page");
    expect(exitCode).toBe(0);
    expect(output).toContain(messages.exportUnchecked(appMessages.noSamples()));
  });

  test("nothing of the user's is written over, and nothing goes among images or into a run", async () => {
    mkdirSync(at("mine"));
    writeFileSync(at("mine/index.html"), "<p>mine</p>");
    expect(await app("small", "mine")).toEqual({
      exitCode: 2,
      output: `${messages.fileExists(at("mine/index.html"))}\n`,
    });
    expect(page("mine")).toBe("<p>mine</p>");
    writeFileSync(at("page/index.html"), page().replace("diagnosis", "dinner"));
    expect((await app("small", "page")).exitCode).toBe(2);
    for (const place of ["experiments/data/test", "runs/small/v001"]) {
      expect((await app("small", place)).exitCode).toBe(2);
      expect(existsSync(at(`${place}/index.html`))).toBe(false);
    }
  });

  test("leaves no folder where the page cannot be written", async () => {
    const { exitCode, output } = await app("small", `new/${"x".repeat(300)}`);
    expect([exitCode, output]).toEqual([1, expect.stringContaining("the name is too long")]);
    expect(existsSync(at("new"))).toBe(false);
  });

  test("weights that no longer make the run's predictions make no page", async () => {
    const file = at("runs/small/v001/model/weights.bin");
    const weights = new Float32Array(new Uint8Array(readFileSync(file)).buffer);
    writeFileSync(
      file,
      weights.map((value) => -value),
    );
    expect(await app("small", "new")).toEqual({
      exitCode: 1,
      output: `${runMessages.modelDamaged(file)}\n`,
    });
    forgetModelSeals(at("runs/small/v001"));
    const { exitCode, output } = await app("small", "new");
    expect([exitCode, output]).toEqual([1, expect.stringContaining("No page was written")]);
    expect(existsSync(at("new"))).toBe(false);
  });

  test("a call that is not whole, and a run that is not finished, are told", async () => {
    expect(await app("small")).toEqual({
      exitCode: 2,
      output: `${messages.operandMissing("a run and a folder")}\n`,
    });
    expect((await app("small", "a", "b")).exitCode).toBe(2);
    const file = at("runs/small/v001/manifest.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"completed"', '"failed"'));
    expect(await app("small/v001", "page")).toEqual({
      exitCode: 2,
      output: `${appMessages.notFinished("small/v001")}\n`,
    });
  });
});
