import { describe, expect, test } from "bun:test";
import { drawCharts } from "../../src/charts/draw.ts";
import { html } from "../../src/markup/html.ts";
import { files, type Run } from "../../src/layout.ts";
import { exampleRun } from "../fixtures/run.ts";
import { repeat, runOf } from "../fixtures/run-of.ts";
import { drawnTexts } from "../fixtures/drawn.ts";
import { readHtml } from "../fixtures/markup.ts";

/** With one chart, where it is the words that are looked at. */
async function report(run: Run, charts: "all" | "one" = "one"): Promise<string> {
  const { evaluate } = run.resolved;
  const chosen = { ...run.resolved, evaluate: { ...evaluate, charts: ["loss" as const] } };
  const drawn = await drawnTexts(charts === "all" ? run : { ...run, resolved: chosen });
  return drawn.get(files.report)!;
}

/** The words of the page without its markup. */
function words(page: string): string {
  return page.replaceAll(/<style>.*?<\/style>|<[^>]*>/gs, " ").replaceAll(/\s+/g, " ");
}

describe("html", () => {
  test("what is put in is text", () => {
    expect(html`<p title="${`"'&`}">${"<b>"}</p>`.text).toBe(
      '<p title="&#34;&#39;&#38;">&#60;b&#62;</p>',
    );
  });

  test("markup goes in as it is, the items of a list on lines of their own", () => {
    expect(html`<p>${[html`<b>${1}</b>`, "<", 2]}</p>`.text).toBe("<p><b>1</b>\n&#60;\n2</p>");
  });
});

describe("report", () => {
  test("calls groups what their column or expression calls them, and says how their intervals came about", async () => {
    const run = exampleRun();
    const { split } = run.resolved.data;
    const data = { ...run.resolved.data, split: { ...split!, group: "^patient(\\d+)_" } };
    const { accuracy, intervals } = run.metrics;
    const groups = { ...run.metrics, accuracy, intervals, count: 12, mixed: 0 };
    const text = words(
      await report({
        ...run,
        resolved: { ...run.resolved, data },
        metrics: { ...run.metrics, resampled: "groups", groups },
      }),
    );
    expect(text).toContain("By patient (12)");
    expect(text).toContain(
      "Intervals by drawing whole patients with replacement; of shares of images, at least as wide as Wilson&#39;s. A patient&#39;s prediction is the mean over its images.",
    );
  });

  test("tells the result beside what takes no network", async () => {
    const text = words(await report(exampleRun()));
    expect(text).toContain("Accuracy 0.900 95 % interval 0.826 to 0.945");
    expect(text).toContain("Majority-class baseline 0.500");
    expect(text).toContain("NORMAL 50 0.870 0.756–0.936 0.940 0.838–0.979 0.860 0.738–0.930 0.904");
  });

  test("lists mistakes, the most certain first", async () => {
    const run = runOf([
      ["a", "b"],
      ["b", "b"],
      ["b", "a"],
    ]);
    run.predictions[2]!.probabilities = [0.95, 0.05];
    expect(words(await report(run))).toContain("2.png b a 0.950 0.050 0.png a b 0.900 0.100");
  });

  test("lists no more mistakes than a reader takes in", async () => {
    const text = words(await report(runOf(repeat(50, "a", "b"))));
    expect(text).toContain("The 20 most confident of 50 wrong predictions.");
    expect(text.match(/\d+\.png/g)).toHaveLength(20);
  });

  test("says so when there are none", async () => {
    expect(words(await report(runOf(repeat(3, "a", "a"))))).toContain(
      "every test image was classified correctly",
    );
  });

  test("tells the layers with their shapes and weights", async () => {
    const text = words(await report(exampleRun()));
    expect(text).toContain("image grey 28 × 28 × 1");
    expect(text).toContain("dense_1 units classes 2 10,818");
    expect(text).toContain("total 11,138");
  });

  test("names every file that was left out, with its reason", async () => {
    expect(words(await report(exampleRun()))).toContain(
      "Skipped: 1 file File Reason Detail data/train/NORMAL/broken.png truncated the file ends before the image does",
    );
  });

  test("holds the experiment and how to run it again", async () => {
    const text = words(await report(exampleRun()));
    expect(text).toContain("bun run exp baseline.yaml");
    expect(text).toContain("The seed is 7.");
    expect(text).toContain("# An example seed: 7 data: train: data/train");
  });

  test("undefined figures are dashes, and said to be undefined", async () => {
    const text = words(await report(runOf(repeat(2, "a", "a"))));
    expect(text).toContain("b 0 – – 1.000 0.342–1.000 – –");
    expect(text).toContain("–: undefined, no such images.");
  });

  test("a class may have the name of a property that every object has", async () => {
    const run = exampleRun({ classes: ["__proto__", "constructor"] });
    run.data.counts = JSON.parse(
      '{"train": {"__proto__": 7, "constructor": 8}, "test": {"__proto__": 9}}',
    );
    const text = words(await report(run));
    expect(text).toContain("__proto__ 7 9 constructor 8 0 total 15 9");
  });

  test("is one file of moderate size that asks for nothing", async () => {
    const classes = Array.from({ length: 100 }, (_, index) => `class ${index}`);
    const page = await report(exampleRun({ classes, epochs: 500, images: 20 }), "all");
    expect(page.length).toBeLessThan(1_000_000);
    expect(readHtml(page).elements).not.toContain("script");
    expect(
      [...readHtml(page).attributes].filter((name) => /^(on|src|style$|xlink)/.test(name)),
    ).toEqual([]);
    // A link is followed by the reader, not by the page.
    expect(page.match(/href="[^#][^"]*"/g)).toEqual([`href="${files.manifest}"`]);
  });

  test("its policy allows its own style and nothing else", async () => {
    const page = await report(exampleRun());
    const [, style] = /<style>(.*?)<\/style>/s.exec(page)!;
    const hash = new Bun.CryptoHasher("sha256").update(style!).digest("base64");
    expect(page).toContain(
      `content="default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
  });

  test("says what --set replaced, near the top and in the call that runs it again", async () => {
    const run = exampleRun();
    run.request = {
      formatVersion: 1,
      file: "experiments/baseline.yaml",
      overrides: [
        { key: "train.optimizer.adam.learningRate", value: 0.01 },
        { key: "data.train", value: "../my data/train" },
      ],
    };
    const text = words(await report(run));
    expect(
      text.indexOf("Not as in experiment.yaml: train.optimizer.adam.learningRate=0.01"),
    ).toBeLessThan(text.indexOf("Result"));
    expect(text).toContain(
      "bun run exp baseline.yaml --set train.optimizer.adam.learningRate=0.01 --set &#39;data.train=my data/train&#39;",
    );
    expect(words(await report(exampleRun()))).not.toContain("Not as in experiment.yaml");
  });

  test("begins with what people say about the run, as text", async () => {
    const remarks = {
      notes: [
        { date: "2026-12-01", text: "<script>alert(1)</script> & so on" },
        { date: null, text: "by hand\u202e" },
      ],
      tags: ["final", "paper"],
    };
    const page = (await drawCharts(exampleRun(), { remarks })).get(files.report) as string;
    expect(page).not.toContain("<script");
    expect(page).not.toContain("\u202e");
    const text = words(page);
    expect(text).toContain("Tags: final paper");
    expect(text).toContain("2026-12-01: &#60;script&#62;alert(1)&#60;/script&#62; &#38; so on");
    expect(text).toContain("by hand\\u{202e}");
    expect(text.indexOf("Tags: final")).toBeLessThan(text.indexOf("Result"));
    expect(words(await report(exampleRun()))).not.toContain("Tags:");
  });

  test("says which run it is, when it was made, and with what", async () => {
    const manifest = {
      run: "baseline/v012",
      startedAt: "2026-11-27T19:57:04.123Z",
      lamina: { version: "0.1.0" },
      versions: { bun: "1.4.5" },
    };
    const page = (await drawCharts(exampleRun(), { manifest })).get(files.report) as string;
    expect(page).toContain("<title>baseline/v012: test accuracy 0.900, 95 % interval");
    const text = words(page);
    expect(text).toContain("Run on 27 November 2026, 19:57 UTC with Lamina 0.1.0.");
    expect(text).toContain("Lamina 0.1.0, bun 1.4.5.");
    expect(text).toContain("bun run exp run --from baseline/v012");
    // A manifest may be damaged, and of another time.
    const odd = { manifest: { run: 5, startedAt: "yesterday" } as never };
    expect(words((await drawCharts(exampleRun(), odd)).get(files.report) as string)).toContain(
      "Run on an unknown day",
    );
  });
});
