import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { drawCharts } from "../../src/charts/draw.ts";
import { drawPaper } from "../../src/charts/paper/draw.ts";
import { paperFigures } from "../../src/charts/paper/figures.ts";
import { drawSweep } from "../../src/charts/sweep/draw.ts";
import { files, type Run } from "../../src/layout.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { exampleRun } from "../fixtures/run.ts";
import { exampleSweep } from "../fixtures/sweep.ts";

const executablePath = ["chromium", "chromium-browser", "google-chrome", "chrome"]
  .map((name) => Bun.which(name))
  .find((path) => path !== null);
const corpus = join(import.meta.dir, "../../../shared/data/naughty-strings/blns.json");
const folder = useTemporaryFolder();

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `class ${index}`);
const naughty: string[] = existsSync(corpus)
  ? JSON.parse(readFileSync(corpus, "utf8")).filter((name: string) => name !== "")
  : ["<script>window.ran = true</script>", '"><img src=x onerror="window.ran = true">'];

function hostileRun(): Run {
  const classes = [...new Set(naughty)].slice(0, 60);
  const run = exampleRun({ classes, images: 2, epochs: 3 });
  run.name = '<img src="http://192.0.2.1/x.png" onerror="window.ran = true">';
  return run;
}

const longLine = `# ${"a comment that goes on ".repeat(5)}\n`;

const runs: Record<string, () => Run> = {
  "2 classes": () => exampleRun(),
  "10 classes": () => {
    const run = exampleRun({ classes: numbered(10) });
    return { ...run, experimentText: longLine + run.experimentText };
  },
  "100 classes": () => exampleRun({ classes: numbered(100), images: 5 }),
  "hostile names": hostileRun,
};

/** The report by what it is of. */
const reports: Record<string, () => Promise<string>> = {
  ...Object.fromEntries(
    Object.entries(runs).map(([name, run]) => [
      name,
      async () => (await drawCharts(run())).get(files.report) as string,
    ]),
  ),
  "a sweep with seeds": async () =>
    (await drawSweep(exampleSweep({ settings: 12, keys: 8, seeds: 2, failing: 5 }))).get(
      files.report,
    ) as string,
  "a small sweep": async () =>
    (await drawSweep(exampleSweep({ settings: 5, keys: 1, seeds: 2, failing: 4 }))).get(
      files.report,
    ) as string,
  "a sweep with folds": async () =>
    (await drawSweep(exampleSweep({ settings: 3, keys: 1, folds: 5, objective: false }))).get(
      files.report,
    ) as string,
};

/** Each is drawn once. */
const drawnReports = new Map<string, Promise<string>>();
function reportOf(name: string): Promise<string> {
  if (!drawnReports.has(name)) drawnReports.set(name, reports[name]!());
  return drawnReports.get(name)!;
}

/** Runs in the page: what is wrong with how it is laid out. */
function faults(): string[] {
  const found: string[] = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page is too wide");
  for (const svg of document.querySelectorAll("svg")) {
    const frame = svg.getBoundingClientRect();
    const title = svg.querySelector(".role-title-text text")?.textContent;
    const outside = (box: DOMRect) =>
      box.left < frame.left - 1 ||
      box.right > frame.right + 1 ||
      box.top < frame.top - 1 ||
      box.bottom > frame.bottom + 1;
    for (const text of svg.querySelectorAll("text"))
      if (outside(text.getBoundingClientRect()))
        found.push(`${title}: "${text.textContent}" is cut off`);
    for (const axis of svg.querySelectorAll(".role-axis-label, .role-legend-label")) {
      const level = [...axis.querySelectorAll("text")].filter(
        (text) => !text.getAttribute("transform")?.includes("rotate"),
      );
      const boxes = level.map((text) => text.getBoundingClientRect());
      boxes.forEach((a, index) => {
        const b = boxes[index + 1];
        // Letters of neighbouring lines stand in boxes that touch.
        const slack = 0.2 * a.height;
        if (
          b &&
          a.left < b.right &&
          b.left < a.right &&
          a.top + slack < b.bottom - slack &&
          b.top + slack < a.bottom - slack
        )
          found.push(`${title}: "${level[index]!.textContent}" lies on its neighbour`);
      });
    }
  }
  return found;
}

/** What Chromium tells a screen reader. */
async function accessibilityOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  type Node = (typeof nodes)[number];
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const nameOf = ({ name }: Node) => String(name?.value ?? "");
  const roleOf = ({ role }: Node) => String(role?.value ?? "");
  const within = (node: Node): Node[] =>
    (node.childIds ?? []).flatMap((id) => {
      const child = known.get(id);
      return child ? [child, ...within(child)] : [];
    });
  return {
    namesOf: (role: string) =>
      nodes.filter((node) => !node.ignored && roleOf(node) === role).map(nameOf),
    /** The cells of each row of a table, with their roles. @param name of the region that it is in */
    rowsOf(name: string): string[][] {
      const region = nodes.find((node) => roleOf(node) === "region" && nameOf(node) === name)!;
      return within(region)
        .filter((node) => roleOf(node) === "row")
        .map((row) =>
          within(row)
            .filter((node) => /^(?:cell|rowheader|columnheader)$/.test(roleOf(node)))
            .map((cell) => `${roleOf(cell)} ${nameOf(cell)}`),
        );
    },
  };
}

describe.skipIf(executablePath === undefined)("the report in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
    });
  }, 60_000);
  afterAll(() => browser?.close());

  /** Which of them axe looks at. */
  const accessible: Readonly<Record<string, readonly string[]>> = {
    "2 classes": ["light"],
    "10 classes": ["dark"],
    "a small sweep": ["light", "dark"],
  };

  test.each(Object.keys(reports))(
    "of %s: light and dark, wide and narrow, nothing is cut off, run or asked for, and axe finds nothing",
    async (name) => {
      const file = join(folder.path, files.report);
      await writeFile(file, await reportOf(name));
      const page = await browser.newPage();
      let events: string[] = [];
      page.on("request", (request) => events.push(request.url()));
      page.on("console", (message) => events.push(message.text()));
      page.on("dialog", (dialog) => events.push(dialog.message()));
      for (const [colorScheme, width] of [
        ["light", 1000],
        ["dark", 390],
      ] as const) {
        events = [];
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(pathToFileURL(file).href);
        expect(await page.evaluate(faults)).toEqual([]);
        expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
        expect(await page.locator("script").count()).toBe(0);
        expect(events).toEqual([pathToFileURL(file).href]);
        const [paper, ink] =
          colorScheme === "light"
            ? ["rgb(255, 255, 255)", "rgb(34, 34, 34)"]
            : ["rgb(27, 31, 36)", "rgb(230, 230, 230)"];
        const colours = await page.evaluate(() => {
          const styles = (place: string) =>
            [...document.querySelectorAll(place)].map((found) => getComputedStyle(found));
          return {
            papers: styles("figure").map(({ backgroundColor }) => backgroundColor),
            still: styles("figure:not([tabindex]) > .marks > rect").map(({ fill }) => fill),
            // The shade at the edge of a chart that scrolls is seen through it.
            scrolled: styles("figure[tabindex] > .marks > rect").map(({ fill }) => fill),
            ink: styles('svg text[fill="#222222"]')[0]!.fill,
          };
        });
        expect(new Set(colours.papers)).toEqual(new Set([paper!]));
        expect(colours.still.filter((fill) => fill !== paper)).toEqual([]);
        expect(colours.scrolled.filter((fill) => fill !== "none")).toEqual([]);
        expect(colours.ink).toBe(ink!);
        if (accessible[name]?.includes(colorScheme)) await expectAccessible(page);
      }
      await page.close();
    },
    60_000,
  );

  /** Nothing that axe knows keeps anyone from it, and each chart says what it shows. */
  async function expectAccessible(page: Page): Promise<void> {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run({
        resultTypes: ["violations"],
      }),
    );
    expect(
      violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(" ")}`,
      ),
    ).toEqual([]);
    const images = page.locator("figure > svg");
    for (let index = 0; index < (await images.count()); index++) {
      expect(await images.nth(index).getAttribute("role")).toBe("img");
      expect(await images.nth(index).getAttribute("aria-label")).toMatch(/\d|\.$/);
    }
  }

  test("a paper's figures: wide and narrow, light and dark, on paper, and axe finds nothing", async () => {
    const run = exampleRun({ images: 8 });
    const columns = { side: "left" };
    run.data.images = run.data.images.map((image) => ({ ...image, columns }));
    const figures = paperFigures(run, [0.01]);
    const context = { run, figures, manifest: null, evaluations: [] };
    const file = join(folder.path, "paper.html");
    await writeFile(file, (await drawPaper("baseline/v001", context)).html);
    const page = await browser.newPage();
    for (const [colorScheme, width] of [
      ["light", 1000],
      ["dark", 390],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(pathToFileURL(file).href);
      expect(await page.evaluate(faults)).toEqual([]);
      expect(await page.locator("script").count()).toBe(0);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run({
          resultTypes: ["violations"],
        }),
      );
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
    await page.setViewportSize({ width: 680, height: 1000 });
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    await page.goto(pathToFileURL(file).href);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll(".scroll, figure")]
        .filter((part) => part.scrollWidth > part.clientWidth)
        .map((part) => part.textContent),
    );
    expect(cut).toEqual([]);
    await page.close();
  }, 60_000);

  test.each(["actual", "predicted"] as const)(
    "a screen reader is told each count of the confusion matrix, with rows: %s",
    async (rows) => {
      const classes = ["cat", "dog", "<emu>"];
      const run = exampleRun({ classes, rows });
      const { counts } = run.confusionMatrix;
      const file = join(folder.path, files.report);
      await writeFile(file, (await drawCharts(run)).get(files.report)!);
      const page = await browser.newPage();
      await page.goto(pathToFileURL(file).href);
      const told = await accessibilityOf(page);
      const matrix = told.rowsOf("Table: Confusion matrix of the test images");
      const others = rows === "actual" ? "Predicted" : "Actual";
      expect(matrix[0]!.slice(1)).toEqual([`columnheader ${others} class`]);
      expect(matrix[1]!.slice(1)).toEqual(classes.map((name) => `columnheader ${name}`));
      expect(matrix.slice(2)).toEqual(
        classes.map((name, row) => [
          `rowheader ${name}`,
          ...classes.map(
            (_, column) =>
              `cell ${rows === "actual" ? counts[row]![column] : counts[column]![row]}`,
          ),
        ]),
      );
      expect(told.namesOf("image")[0]).toContain(
        `; dog: ${counts[1]![1]} of 50 right, ${counts[1]![0]} as cat, ${counts[1]![2]} as <emu>;`,
      );
      // And each figure of a point in full, however few digits its axis has.
      const { heldOutAccuracy } = run.history.epochs[1]!;
      expect(String(heldOutAccuracy).length).toBeGreaterThan(4);
      expect(told.namesOf("graphics-symbol")).toContain(
        `Epoch: 2; Accuracy: ${heldOutAccuracy}; split: validation`,
      );
      expect(told.namesOf("main")).toHaveLength(1);
      expect(told.namesOf("navigation")).toEqual(["Contents"]);
      const headings = await page.locator("h2").allTextContents();
      expect(await page.locator("nav a").allTextContents()).toEqual(headings);
      for (const link of await page.locator("nav a").all())
        expect(await page.locator(`h2${await link.getAttribute("href")}`).textContent()).toBe(
          await link.textContent(),
        );
      await page.close();
    },
    60_000,
  );

  test.each(["2 classes", "10 classes"])(
    "of %s: on paper tables and experiment are whole",
    async (name) => {
      const file = join(folder.path, files.report);
      await writeFile(file, await reportOf(name));
      // A4 between margins of 15 mm.
      const page = await browser.newPage({ viewport: { width: 680, height: 1000 } });
      await page.goto(pathToFileURL(file).href);
      await page.emulateMedia({ media: "print" });
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll(".scroll, pre, figure")]
          .filter((part) => part.scrollWidth > part.clientWidth)
          .map((part) => part.textContent),
      );
      expect(cut).toEqual([]);
      await page.close();
    },
  );
});
