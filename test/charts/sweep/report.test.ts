import { expect, test } from "bun:test";
import { drawSweep } from "../../../src/charts/sweep/draw.ts";
import { messages } from "../../../src/sweep/messages.ts";
import type { SweepText } from "../../../src/sweep/sweep-text.ts";
import { exampleSweep } from "../../fixtures/sweep.ts";

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
  expect(text).toContain(`Expected on other images ${(choice!.objective - 0.0123).toFixed(4)}`);
  expect(text).toContain(`The winner: setting ${choice!.setting}`);
  expect(text).toContain("paired t-test");
});

test("of a loss what is expected is larger", async () => {
  const sweep = exampleSweep({ settings: 6, keys: 1, loss: true });
  const text = textOf(await reportOf(sweep));
  expect(text).toContain(
    `Expected on other images ${(sweep.summary.choice!.objective + 0.0123).toFixed(4)}`,
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
    "corrected resampled t-test",
    "no setting is chosen",
  ])
    expect(text).toContain(part);
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
