import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import sharp from "sharp";
import { messages } from "../../src/app/messages.ts";
import { exp as call } from "../fixtures/command-here.ts";
import { dicomFile, greyElements } from "../fixtures/dicom-file.ts";
import { FETCH_MS } from "../fixtures/engine.ts";
import { goldenDicom, goldenFrames } from "../fixtures/golden-dicom.ts";

const executablePath = ["chromium", "chromium-browser", "google-chrome", "chrome"]
  .map((name) => Bun.which(name))
  .find((path) => path !== null);

/** Runs that prepare their images in as many ways as two can. */
const runs = {
  grey: `data: { train: data, split: { validation: 0.2, test: 0.3 }, targetSize: [16, 12], colour: grey, batchSize: 8, leaks: ignore, resize: pad, background: white, dicom: { frame: all, window: [2000, 3000] }, preprocess: { clahe: { clipLimit: 2, tiles: 2 }, samplewiseCenter: true, samplewiseStd: true } }
model: { layers: [{ conv: { filters: 4, kernelSize: 3 } }, relu, pool, flatten, { dense: { units: 1 } }] }
evaluate: { pictures: 0, resamples: 10, sensitivity: 0.8, charts: [loss] }`,
  colour: `data: { train: data, split: { validation: 0.2, test: 0.3 }, targetSize: [12, 12], colour: rgb, batchSize: 8, leaks: ignore, resize: crop, preprocess: { featurewiseCenter: true, zcaWhitening: true } }
model: { layers: [{ conv: { filters: 4, kernelSize: 3 } }, { residual: [{ conv: { filters: 4, kernelSize: 3, padding: same } }, batchNorm, relu] }, globalPool, { dense: { units: classes } }] }
evaluate: { pictures: 0, resamples: 10, charts: [loss] }`,
};
type RunName = keyof typeof runs;

/** The name of a class that would be markup, if it were let. */
const HOSTILE = `<img src=x onerror="ran = true"> & <b>wide`;

let home = "";
const at = (path: string) => join(home, path);
let given: string[] = [];

async function exp(...words: string[]): Promise<string> {
  const { exitCode, output, complaint } = await call(home, ...words);
  if (exitCode !== 0) throw new Error(complaint);
  return output;
}

/** An image of stripes, which are closer in one of the classes. */
function striped(index: number, isClose: boolean, width = 40, height = 32) {
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, place) => {
    const [x, channel] = [Math.floor(place / 3) % width, place % 3];
    const wave = Math.sin((x * (isClose ? 2 : 0.6) + index) / (1 + channel / 4));
    return 128 + 60 * wave + ((place * (index + 7)) % 50);
  });
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

async function writeImages(): Promise<void> {
  for (const [label, isClose] of [
    ["close", true],
    [HOSTILE, false],
  ] as const) {
    mkdirSync(at(`experiments/data/${label}`), { recursive: true });
    for (let index = 0; index < 16; index++)
      await striped(index, isClose).toFile(at(`experiments/data/${label}/${index}.png`));
  }
  mkdirSync(at("given"));
  const image = () => striped(5, true, 61, 47);
  await image().jpeg({ quality: 92 }).toFile(at("given/plain.jpg"));
  await image().jpeg({ progressive: true, quality: 60 }).toFile(at("given/progressive.jpg"));
  await image().greyscale().jpeg().toFile(at("given/grey.jpg"));
  for (const orientation of [3, 6, 7])
    await image()
      .withMetadata({ orientation })
      .jpeg()
      .toFile(at(`given/turned-${orientation}.jpg`));
  await image().webp({ quality: 70 }).toFile(at("given/lossy.webp"));
  await image().webp({ lossless: true }).toFile(at("given/lossless.webp"));
  await image().gif().toFile(at("given/few.gif"));
  await image().ensureAlpha(0.4).png().toFile(at("given/transparent.png"));
  await image().toColourspace("rgb16").png().toFile(at("given/deep.png"));
  await image().resize(400, 30, { fit: "fill" }).png().toFile(at("given/long.png"));
  given = readdirSync(at("given")).map((name) => at(`given/${name}`));
}

const PATIENT = "Doe^Jane";

/** A DICOM file of stripes with two frames, and who it shows. */
function scanOfPatient(): Uint8Array {
  const [width, height] = [20, 16];
  const values = Array.from({ length: width * height * 2 }, (_, place) =>
    Math.round(2000 + 1200 * Math.sin((place % width) / 2) + ((place * 7) % 300)),
  );
  return dicomFile(
    greyElements(values, { width, height }, [
      [0x00100010, "PN", PATIENT],
      [0x00100020, "LO", "ID-4711"],
      [0x00280008, "IS", 2],
    ]),
  );
}

/** DICOM files of every way of coding that is read, with several frames too, and TIFF files. */
async function writeScans(): Promise<void> {
  mkdirSync(at("medical"));
  const { read, files } = goldenDicom();
  const kinds = Map.groupBy(files.keys(), (name) => {
    const { syntax, photometric } = read.get(name)!;
    return `${syntax}, ${photometric}`;
  });
  const { files: withFrames } = goldenFrames();
  const several = ["rle", "jpeg", "jpeg-ls", "jpeg-2000-extended-offsets", "deflated"];
  const chosen = [
    ...[...kinds.values()].map(([first]) => [first!, files.get(first!)!] as const),
    ...several.map(
      (kind) => [`made/several/${kind}`, withFrames.get(`made/${kind}.dcm`)!] as const,
    ),
  ];
  for (const [name, bytes] of chosen)
    writeFileSync(at(`medical/${name.replaceAll("/", "-")}`), bytes);
  const image = () => striped(5, true, 61, 47);
  for (const compression of ["none", "lzw", "deflate", "packbits"] as const)
    await image()
      .tiff({ compression })
      .toFile(at(`medical/${compression}.tif`));
  await image().toColourspace("rgb16").tiff({ compression: "lzw" }).toFile(at("medical/deep.tif"));
  await image()
    .withMetadata({ orientation: 6 })
    .tiff({ compression: "deflate", predictor: "horizontal" })
    .toFile(at("medical/turned.tif"));
  await image().tiff({ compression: "jpeg" }).toFile(at("medical/as-jpeg.tif"));
}

/** @returns the rows of `exp predict --csv` by their files' names */
function rowsOf(csv: string): Map<string, number[]> {
  return new Map(
    csv
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","))
      .map(([file, , ...values]) => [file!.split("/").at(-1)!, values.map(Number)]),
  );
}

describe.skipIf(executablePath === undefined)("a page in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "lamina-"));
    await writeImages();
    await writeScans();
    for (const [name, text] of Object.entries(runs)) {
      writeFileSync(
        at(`experiments/${name}.yaml`),
        `seed: 2\n${text}\ntrain: { epochs: 2 }\nengine: { threads: 1 }\n`,
      );
      await exp("run", name);
      await exp("app", name, `pages/${name}`);
    }
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
      ],
    });
  }, FETCH_MS);
  afterAll(async () => {
    await browser?.close();
    await rm(home, { recursive: true, force: true });
  });

  /** Opens a page and waits until it is ready; all that it asks for or complains of is told. */
  async function open(address: string, settings: Parameters<Browser["newPage"]>[0] = {}) {
    const page = await browser.newPage(settings);
    const events: string[] = [];
    page.on("request", (request) => {
      if (!/^(blob|data):/.test(request.url())) events.push(request.url());
    });
    page.on("console", (message) => events.push(message.text()));
    page.on("pageerror", ({ message }) => events.push(message));
    await page.goto(address);
    await page.locator("#choose:enabled").waitFor();
    expect(await page.textContent("#status")).toBe(messages.ready());
    return { page, events };
  }
  const addressOf = (name: RunName) => pathToFileURL(at(`pages/${name}/index.html`)).href;
  const predicted = (page: Page, count: number) =>
    page.waitForFunction(
      (wanted) => document.querySelectorAll(".result, .refused").length === wanted,
      count,
    );
  const saved = async (page: Page) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
    return readFileSync(await download.path(), "utf8");
  };

  test.each(["grey", "colour"] as const)(
    "of the run %s: the probabilities of exp predict, offline, and nothing is asked for",
    async (name) => {
      const images = ["close", HOSTILE].flatMap((label) =>
        readdirSync(at(`experiments/data/${label}`))
          .slice(0, 8)
          .map((file) => at(`experiments/data/${label}/${file}`)),
      );
      // Names that tell them apart.
      const files = [...given, ...images].map((path, index) => ({
        name: `${index}-${path.split("/").at(-1)}`,
        mimeType: "",
        buffer: readFileSync(path),
      }));
      mkdirSync(at(`${name}-files`));
      for (const file of files) writeFileSync(at(`${name}-files/${file.name}`), file.buffer);
      const expected = rowsOf(await exp("predict", name, `${name}-files`, "--csv"));
      expect(expected.size).toBe(files.length);

      const { page, events } = await open(addressOf(name));
      await page.context().setOffline(true);
      await page.setInputFiles("#files", files);
      await predicted(page, files.length);
      const found = rowsOf(await saved(page));
      expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
      for (const [file, values] of expected)
        for (const [label, value] of values.entries())
          expect(Math.abs(found.get(file)![label]! - value), file).toBeLessThan(1e-4);
      expect(await page.textContent("#check")).toContain(messages.jpegAlike());
      expect(events).toEqual([addressOf(name)]);
      expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
      expect(await page.locator("#results").textContent()).toContain(HOSTILE);
      await page.close();
    },
    60_000,
  );

  test("DICOM and TIFF files as exp predict has them, in every syntax and frame by frame; nothing of the patient", async () => {
    const name = "grey";
    const names = readdirSync(at("medical")).toSorted();
    const expected = rowsOf(await exp("predict", name, "medical", "--csv"));
    const { page, events } = await open(addressOf(name));
    await page.setInputFiles("#files", [
      ...names.map((file) => ({
        name: file,
        mimeType: "",
        buffer: readFileSync(at(`medical/${file}`)),
      })),
      { name: "of-a-patient.dcm", mimeType: "", buffer: Buffer.from(scanOfPatient()) },
    ]);
    await page.waitForFunction(
      () => / predicted[.,]/.test(document.querySelector("#status")!.textContent),
      undefined,
      { timeout: 50_000 },
    );
    const csv = await saved(page);
    const found = rowsOf(csv);
    const own = [...found.keys()].filter((file) => file.startsWith("of-a-patient"));
    expect(own).toEqual(["of-a-patient.dcm#1", "of-a-patient.dcm#2"]);
    for (const file of own) found.delete(file);
    const refused = await page.locator(".refused").allTextContents();
    // Of TIFF files one is left to libtiff in a run.
    expect(refused.filter((text) => text.includes("which this page does not read"))).toHaveLength(
      1,
    );
    expected.delete("as-jpeg.tif");
    expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
    expect(found.size).toBeGreaterThan(40);
    for (const [file, values] of expected)
      for (const [label, value] of values.entries())
        expect(Math.abs(found.get(file)![label]! - value), file).toBeLessThan(1e-4);
    const text = `${csv}${await page.evaluate(() => document.documentElement.outerHTML)}`;
    for (const secret of [PATIENT, "Jane", "4711", "PHANTOM"]) expect(text).not.toContain(secret);
    expect(events).toEqual([addressOf(name)]);
    await page.close();
  }, 60_000);

  test("over HTTP too, on its own: nothing but the page is asked for", async () => {
    const asked: string[] = [];
    const content = readFileSync(at("pages/grey/index.html"));
    const server = Bun.serve({
      port: 0,
      hostname: "127.0.0.1",
      fetch(request) {
        asked.push(new URL(request.url).pathname);
        return new Response(content, { headers: { "content-type": "text/html" } });
      },
    });
    const { page, events } = await open(`http://127.0.0.1:${server.port}/try/`);
    await page.setInputFiles("#files", given[0]!);
    await predicted(page, 1);
    // A browser asks for an icon by itself.
    expect(asked.filter((path) => path !== "/favicon.ico")).toEqual(["/try/"]);
    expect(events.filter((one) => !one.endsWith("/favicon.ico"))).toEqual([page.url()]);
    await page.close();
    await server.stop(true);
  }, 60_000);

  test("light and dark, wide and narrow: axe finds nothing, and nothing is too wide", async () => {
    for (const [colorScheme, width] of [
      ["light", 1280],
      ["dark", 390],
    ] as const) {
      const { page } = await open(addressOf("grey"), {
        colorScheme,
        viewport: { width, height: 900 },
      });
      await page.setInputFiles("#files", [given[0]!, at("experiments/grey.yaml")]);
      await predicted(page, 2);
      expect(await page.textContent(".threshold")).toContain("sensitivity 0.8");
      await page.getByRole("button", { name: /^Show what spoke for/ }).click();
      await page.waitForFunction(
        () => document.querySelector(".result .note[role=status]")!.textContent !== "",
      );
      for (const summary of await page.locator("#results summary").all()) await summary.click();
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run({
          resultTypes: ["violations"],
        }),
      );
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
        true,
      );
      await page.close();
    }
  }, 60_000);

  test("by keyboard, dropped, pasted and by the camera; and the results can be removed", async () => {
    const { page } = await open(addressOf("colour"));
    // Asked for in time: the browser is told that no window is to open.
    const opened = page.waitForEvent("filechooser");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("choose");
    await page.keyboard.press("Enter");
    const chooser = await opened;
    await chooser.setFiles(given[0]!);
    await predicted(page, 1);
    const picture = readFileSync(given.find((path) => path.endsWith("deep.png"))!);
    for (const kind of ["drop", "paste"])
      await page.evaluate(
        ([how, text]) => {
          const bytes = Uint8Array.from(atob(text!), (one) => one.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], "there.png", { type: "image/png" }));
          document.body.dispatchEvent(
            how === "drop"
              ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
              : new ClipboardEvent("paste", { clipboardData: data, bubbles: true }),
          );
        },
        [kind, picture.toString("base64")],
      );
    await predicted(page, 3);
    await page.click("#camera");
    await page.locator("#video").waitFor();
    await page.waitForFunction(
      () => (document.getElementById("video") as HTMLVideoElement).videoWidth > 0,
    );
    await page.click("#shoot");
    await predicted(page, 4);
    await page.click("#camera-off");
    expect(await page.locator("#video").isVisible()).toBe(false);
    const headings = await page.locator(".result h3").allTextContents();
    expect(headings).toEqual(["camera 1", "pasted 1", "there.png", given[0]!.split("/").at(-1)!]);
    await page.click("#remove");
    expect(await page.locator(".result").count()).toBe(0);
    expect(await page.textContent("#status")).toBe(messages.removed());
    await page.close();
  }, 60_000);
});
