import { expect, test } from "bun:test";
import { metrics } from "../../src/evaluate/metrics.ts";
import { rounded } from "../../src/evaluate/rounded.ts";
import { parseMetrics } from "../../src/run/records.ts";
import { jsonText } from "../../src/json-text.ts";
import { metricsText } from "../../src/run/text.ts";
import { exampleRun } from "../fixtures/run.ts";

const { predictions } = exampleRun({ images: 7 });
/** Groups of three images: the mean of their probabilities has more digits than any of them. */
const groupOf = new Map(
  predictions.map(({ file }, index) => [file, String(Math.floor(index / 3))]),
);
const figures = metrics({
  split: "test",
  classes: ["NORMAL", "PNEUMONIA"],
  predictions,
  groupOf,
  weights: { use: "last", epoch: 10 },
  settings: { positiveClass: null, sensitivity: 0.9, specificity: null, resamples: 20 },
  seed: 7,
});

/** Every number in a record, by its path. */
function numbersIn(value: unknown, path = ""): [path: string, number: number][] {
  if (typeof value === "number") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => numbersIn(item, `${path}/${key}`));
}

test("no figure has more than ten digits, or is another one", () => {
  const exact = numbersIn(figures);
  const short = new Map(numbersIn(rounded(figures)));
  expect(exact.some(([, number]) => String(number).length > 15)).toBe(true);
  for (const [path, number] of exact) {
    const found = short.get(path)!;
    if (path.endsWith("/threshold") || path.endsWith("/wanted")) expect(found).toBe(number);
    else {
      expect(String(found).replace(/^-?0\.0*|\.|e.*$/g, "").length).toBeLessThanOrEqual(10);
      expect(Math.abs(found - number)).toBeLessThanOrEqual(5e-10 * Math.abs(number));
    }
  }
  // Such a threshold, rounded, could leave out the very group that it is of.
  expect(
    String(figures.groups!.positive!.operatingPoint!.reached!.threshold).length,
  ).toBeGreaterThan(12);
});

test("a record with all digits is read as one without, and written as that", () => {
  const [long, short] = [jsonText(figures), metricsText(figures)];
  expect(short.length).toBeLessThan(long.length);
  expect(parseMetrics(long, "metrics.json")).toEqual(parseMetrics(short, "metrics.json"));
  expect(metricsText(parseMetrics(long, "metrics.json"))).toBe(short);
});
