import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { diffRuns } from "../../src/compare/diff.ts";
import { sections } from "../../src/compare/sections.ts";
import { readSide } from "../../src/compare/side.ts";
import { folderSource } from "../../src/run/source.ts";
import { answer, exampleSide, type RunSide } from "./sides.ts";

const options = { allowDifferentImages: false };

function areasOf(a: RunSide, b: RunSide) {
  return diffRuns(a, b, options).results!.areas;
}

describe("areas under the ROC curve of two runs", () => {
  test("of the kept runs, as pROC's roc.test has them", async () => {
    const kept = (name: string) =>
      readSide(folderSource(join(import.meta.dir, `../../runs/baseline/${name}`)));
    const diff = diffRuns(await kept("v001"), await kept("v002"), options);
    const [found, ...others] = diff.results!.areas;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ label: "pneumonia", images: 200, method: "DeLong" });
    expect(found!.a).toBeCloseTo(PROC.a, 9);
    expect(found!.b).toBeCloseTo(PROC.b, 9);
    expect(found!.p).toBeCloseTo(PROC.p, 9);
    expect(found!.interval!.high - found!.difference).toBeCloseTo(
      1.959963984540054 * PROC.error,
      9,
    );
    expect(sections(diff)[0]!.lines.at(-1)).toBe(
      'On the same images, the area under the ROC curve (of "pneumonia") of B is 0.0037 higher, 95 % interval −0.0022 to +0.0096; DeLong\'s test p = 0.2153.',
    );
  });

  test("of a run and itself there is no difference", () => {
    const [found] = areasOf(exampleSide(), exampleSide());
    expect(found).toMatchObject({ difference: 0, p: 1, method: "DeLong" });
  });

  test("groups are drawn whole: copies of an image under its patient's name tell nothing new", () => {
    const [a, b] = [exampleSide({ images: 12 }), exampleSide({ images: 12 })];
    for (const index of [0, 3, 15, 20]) answer(b, index, b.data.classes[index < 12 ? 1 : 0]!);
    const [alone] = areasOf(a, b);
    const patients = [copied(a), copied(b)] as const;
    const [together] = areasOf(...patients);
    expect(together).toMatchObject({ method: "bootstrap of groups", images: 96 });
    expect(together!.difference).toBeCloseTo(alone!.difference, 12);
    const width = ({ interval }: { interval: { low: number; high: number } | null }) =>
      interval!.high - interval!.low;
    // Taken for independent, four times the images would halve it.
    expect(width(together!) / width(alone!)).toBeGreaterThan(0.75);
  });

  test("of more classes each against the rest, in a table of its own; without images of a class nothing", () => {
    const classes = ["a", "b", "c"];
    const [a, b] = [exampleSide({ classes }), exampleSide({ classes })];
    answer(b, 4, "c");
    expect(areasOf(a, b).map(({ label }) => label)).toEqual(classes);
    const part = sections(diffRuns(a, b, options))[1]!;
    expect(part.title).toBe("Area under the ROC curve, each class against the rest");
    expect(part.table!.rows).toHaveLength(3);
    for (const side of [a, b])
      for (const prediction of side.results!.predictions)
        if (prediction.actual === "c") prediction.actual = "a";
    for (const side of [a, b])
      for (const image of side.data.images) if (image.label === "c") image.label = "a";
    expect(areasOf(a, b).map(({ label }) => label)).toEqual(["a", "b"]);
  });
});

/** What R 4.2 with pROC 1.18.0 makes of the predictions of the two kept runs. */
const PROC = { a: 0.9365, b: 0.9402, p: 0.215280912103, error: 0.00298585892757 };

/** Every image four times, all of one patient. */
function copied(side: RunSide): RunSide {
  const four = <Item extends { file: string }>(items: readonly Item[]) =>
    items.flatMap((item) =>
      [0, 1, 2, 3].map((copy) => ({ ...item, file: `${item.file}-${copy}` })),
    );
  const images = side.data.images.flatMap((image) =>
    [0, 1, 2, 3].map((copy) => ({
      ...image,
      file: `${image.file}-${copy}`,
      sha256: `${image.sha256}-${copy}`,
      group: image.file,
    })),
  );
  const { metrics, predictions } = side.results!;
  const resolved = {
    ...side.resolved,
    evaluate: { ...side.resolved.evaluate, resamples: 400 },
  };
  return {
    ...side,
    resolved,
    data: { ...side.data, images },
    results: { metrics, predictions: four(predictions) },
  };
}
