import { expect, test } from "bun:test";
import { drawSweep } from "../../../src/charts/sweep/draw.ts";
import { resolveValue } from "../../../src/spec/resolve.ts";
import { messages } from "../../../src/sweep/messages.ts";
import { readmeText } from "../../../src/sweep/readme.ts";
import type { SweepText } from "../../../src/sweep/sweep-text.ts";
import { comparisons } from "../../../src/sweep/words.ts";
import { exampleSweep } from "../../fixtures/sweep.ts";

const dataRef = { $ref: "#/definitions/data" };

async function reportOf(sweep: SweepText): Promise<string> {
  return (await drawSweep(sweep)).get("report.html") as string;
}

/** What stands on the page, without its tags. */
function textOf(report: string): string {
  return report
    .replace(/<style>.*?<\/style>|<svg.*?<\/svg>/gs, " ")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
}

test("tells how many were tried, the winner with its test figures, and what choosing flatters by", async () => {
  const sweep = exampleSweep({ settings: 12, keys: 2, seeds: 2 });
  const { choice, winner } = sweep.summary;
  const text = textOf(await reportOf(sweep));
  expect(text).toContain("Tried 12 settings; 24 trials to their end");
  expect(text).toContain(`Best validation area under ROC ${choice!.objective.toFixed(4)}`);
  expect(text).toContain(`Test area under ROC ${winner!.figures["auc"]!.toFixed(4)}`);
  expect(text).toContain("Accuracy 0.8800 0.8300 to 0.9200");
  expect(text).toContain("--resume --trials NUMBER");
  expect(text).toContain(
    `Expected on other validation images ${(choice!.objective - 0.0123).toFixed(4)}`,
  );
  expect(text).toContain(`The winner: setting ${choice!.setting}`);
  expect(text).toContain("paired t-test");
});

test("of a loss what is expected is larger", async () => {
  const sweep = exampleSweep({ settings: 6, keys: 1, loss: true });
  const text = textOf(await reportOf(sweep));
  expect(text).toContain(
    `Expected on other validation images ${(sweep.summary.choice!.objective + 0.0123).toFixed(4)}`,
  );
});

test("warns of failed trials, of one seed, and of a gain within the spread", async () => {
  const sweep = exampleSweep({ settings: 9, keys: 1, failing: 4 });
  const text = textOf(await reportOf(sweep)).replaceAll("&#39;", "'");
  expect(text).toContain("2 trials failed");
  expect(text).toContain(messages.oneSeed());
  const doubtful = exampleSweep({ settings: 4, keys: 1, seeds: 2 });
  doubtful.summary.choice!.isDoubtful = true;
  expect(textOf(await reportOf(doubtful))).toContain("largely chance");
});

test("tells each fold, all folds together, and by which test settings differ", async () => {
  const text = textOf(
    await reportOf(exampleSweep({ settings: 2, keys: 1, folds: 5, objective: false })),
  );
  for (const part of [
    "Each fold's accuracy",
    "All folds together",
    "Small: 95 % intervals.",
    "corrected resampled t-test",
    "no setting is chosen",
  ])
    expect(text).toContain(part);
});

test("of one setting tells every figure of each fold, how folds were made, and what takes no network", async () => {
  const sweep = exampleSweep({ settings: 1, keys: 0, folds: 5, objective: false });
  const split = { validation: 0.15, group: "^patient(\\d+)_" };
  const data = resolveValue({ train: "x", split }, dataRef);
  sweep.firstTrial = { data, evaluate: { resamples: 500 } } as never;
  const [pooled] = sweep.summary.settings[0]!.pooled!;
  Object.assign(pooled!, { majorityClassAccuracy: pooled!.figures["accuracy"] });
  const report = textOf(await reportOf(sweep));
  for (const part of [
    "Each fold Fold Images Accuracy Loss",
    `Patients Majority class Accuracy`,
    messages.notAboveMajority(["setting 1"], pooled!.majorityClassAccuracy!),
    "The 200 images of 61 patients are dealt into 5 folds, each with the same shares of the classes as nearly as can be; all images of a patient are in the same fold.",
    "validation images that are taken out of these (data.split.validation: 0.15)",
    "500 bootstrap resamples of whole patients",
  ])
    expect(report).toContain(part);
  expect(report).not.toContain("times");
  expect(readmeText(sweep.summary, "x")).toContain("| majority class |");
});

test("links each trial, and folds all but the best and the first away", async () => {
  const report = await reportOf(exampleSweep({ settings: 60, keys: 2 }));
  for (const number of [1, 60])
    expect(report).toContain(`href="trials/${String(number).padStart(4, "0")}/"`);
  expect(textOf(report)).toContain("The other 45 settings");
});

test("has no script, nothing from elsewhere, and names as text", async () => {
  const report = await reportOf(
    exampleSweep({
      settings: 6,
      name: "<script>alert(1)</script>",
      dimensions: [{ key: "<img src=x>", list: ["<script>", "b"] }],
    }),
  );
  expect(report).not.toMatch(/<script|<img|https?:\/\/(?!www\.w3\.org)/);
  expect(report).toContain("default-src &#39;none&#39;");
});

test("of a sweep without a figure it says so", async () => {
  const text = textOf(await reportOf(exampleSweep({ settings: 3, keys: 1, failing: 1 })));
  expect(text).toContain("No setting was finished");
});

/** Two experiments over seeds, and no key that is searched. */
function exampleComparison(seeds = 5): SweepText {
  const list = ["small.yaml", "wide.yaml"];
  const dimensions = [{ key: "experiment", list }];
  const sweep = exampleSweep({ settings: 2, seeds, objective: false, dimensions });
  sweep.summary.keys = [];
  for (const [index, setting] of sweep.summary.settings.entries())
    Object.assign(setting, { experiment: list[index], values: {} });
  return sweep;
}

test("a comparison's result is the difference, first, with what its p is not; nothing of a search", async () => {
  const sweep = exampleComparison();
  const report = await reportOf(sweep);
  const text = textOf(report);
  const [first, caveat] = comparisons(sweep.summary);
  expect(text).toContain(`Result ${first} ${caveat!.replace("'", "&#39;")}`);
  expect(first).toStartWith("wide.yaml against small.yaml: accuracy");
  expect(caveat).toBe(messages.ofSeeds("test"));
  expect(text).toContain("2 experiments, 10 trials.");
  expect(text).not.toMatch(/\bSearch\b/);
  sweep.summary.search = "grid";
  expect(await reportOf(sweep)).not.toContain("--trials");
  expect(readmeText(sweep.summary, "mine/sweep-001")).toContain(
    `${first}\n\n${caveat}\n\n| setting`,
  );
});

test("of one setting the result is its figures: of all folds together, with their interval", async () => {
  const text = textOf(
    await reportOf(exampleSweep({ settings: 1, keys: 0, folds: 5, objective: false })),
  );
  expect(text).toMatch(/Each fold Fold Images Accuracy Loss 1 40 /);
  expect(text).toMatch(
    /Test accuracy 0\.\d{4} 95 % interval 0\.\d{4} to 0\.\d{4}; of all folds together, 200 images/,
  );
});
