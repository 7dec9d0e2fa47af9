import { describe, expect, test } from "bun:test";
import { diffRuns } from "../../src/compare/diff.ts";
import { alignLayers } from "../../src/compare/experiment.ts";
import { markdown } from "../../src/compare/markdown.ts";
import { isRight } from "../../src/compare/results.ts";
import { sections } from "../../src/compare/sections.ts";

import { UsageError } from "../../src/errors.ts";
import { answer, exampleSide, type RunSide } from "./sides.ts";

const experimentText = `seed: 7
data:
  train: data/train
  test: data/test
model:
  layers:
    - conv: { filters: 32, kernelSize: 3 }
    - relu
    - pool: { size: 2 }
    - flatten
    - dropout: 0.5
    - dense: { units: classes }
train:
  epochs: 10
`;

/** A run and a copy of it with something changed. */
function diffWith(change: (b: RunSide) => void, allowDifferentImages = false) {
  const a = { ...exampleSide(), experimentText };
  const b = { ...exampleSide(), experimentText, label: "baseline/v002" };
  change(b);
  return diffRuns(a, b, { allowDifferentImages });
}

const nothing = { settings: [], data: [], environment: [], cost: [] };

describe("runs that differ in nothing", () => {
  const diff = diffWith(() => undefined);
  test("have no difference", () => {
    expect(diff).toMatchObject(nothing);
    expect(diff.results).toMatchObject({
      images: { both: 20, onlyA: [], onlyB: [], relabelled: [] },
      test: { onlyA: 0, onlyB: 0, p: 1, difference: 0 },
      flips: [],
    });
    expect(diff.results!.figures.every(({ a, b }) => a === b)).toBe(true);
  });
});

describe("notes and tags", () => {
  const common = { date: "2026-12-01", text: "both" };
  const shown = (diff: ReturnType<typeof diffWith>) =>
    sections(diff).find(({ title }) => title === "Notes and tags");

  test("those that one of the two has not", () => {
    const diff = diffWith((b) => {
      b.remarks = { notes: [common, { date: null, text: "`<b>` | @me" }], tags: ["final", "x"] };
    });
    expect(diff).toMatchObject({ ...nothing, a: { tags: [] }, b: { tags: ["final", "x"] } });
    expect(shown(diff)!.table!.rows).toEqual([
      ["tags", "–", "final, x"],
      ["note of 2026-12-01", "–", "both"],
      ["note", "–", "`<b>` | @me"],
    ]);
    expect(markdown(diff, sections(diff))).toContain("| note | – | `` `<b>` \\| @me `` |");
  });

  test("nothing where both have the same", () => {
    const a = { ...exampleSide(), remarks: { notes: [common], tags: ["x"] } };
    const b = { ...exampleSide(), remarks: { notes: [{ ...common }], tags: ["x"] } };
    expect(shown(diffRuns(a, b, { allowDifferentImages: false }))).toBeUndefined();
    expect(shown(diffWith(() => undefined))).toBeUndefined();
  });
});

describe("settings", () => {
  test("a value that is written, with its lines", () => {
    const diff = diffWith((b) => {
      b.resolved.train.epochs = 20;
      b.experimentText = `# longer\n${experimentText.replace("epochs: 10", "epochs: 20")}`;
    });
    expect(diff).toMatchObject({ ...nothing, settings: [{}] });
    expect(diff.settings).toEqual([
      {
        path: "train.epochs",
        a: { value: 10, line: 14, origin: "file" },
        b: { value: 20, line: 15, origin: "file" },
      },
    ]);
  });

  test("a value of a file that is extended, and one of a layer that a block stands for", () => {
    const blocks = `model:
  blocks: { one: { size: 2, layers: [pool: { size: $size }] } }
  layers: [conv: { filters: 32, kernelSize: 3 }, relu, block: one, flatten, dropout: 0.5, dense: { units: classes }]
`;
    const diff = diffWith((b) => {
      b.resolved.train.epochs = 20;
      b.resolved.model.layers[2]!.pool!.size = [3, 3];
      b.experimentText = "extends: base.yaml\n" + blocks.replace("size: 2", "size: 3");
      b.extended = [{ name: "extends/1-base.yaml", text: "\ntrain: { epochs: 20 }\n" }];
    });
    expect(diff.settings).toEqual([
      {
        path: "train.epochs",
        a: { value: 10, line: 14, origin: "file" },
        b: { value: 20, line: 2, origin: "file", file: "extends/1-base.yaml" },
      },
      {
        path: "model.layers[2].pool.size",
        a: { value: [2, 2], line: 9, origin: "file" },
        b: { value: [3, 3], line: 3, origin: "file" },
      },
    ]);
    const shown = sections(diff).find(({ title }) => title === "Settings")!;
    expect(shown.table!.rows[0]).toContain("extends/1-base.yaml:2");
  });

  test("a value that is written in short, one that is not written, and one from the call", () => {
    const diff = diffWith((b) => {
      b.resolved.data.batchSize = 64;
      b.resolved.seed = 8;
      b.resolved.model.layers[4] = { dropout: { rate: 0.2 } };
      b.experimentText = experimentText.replace("dropout: 0.5", "dropout: 0.2");
      b.request!.overrides = [{ key: "seed", value: 8 }];
    });
    expect(diff.settings).toEqual([
      {
        path: "seed",
        a: { value: 7, line: 1, origin: "file" },
        b: { value: 8, line: null, origin: "--set" },
      },
      {
        path: "data.batchSize",
        a: { value: 32, line: null, origin: "default" },
        b: { value: 64, line: null, origin: "default" },
      },
      {
        path: "model.layers[4].dropout.rate",
        a: { value: 0.5, line: 11, origin: "file" },
        b: { value: 0.2, line: 11, origin: "file" },
      },
    ]);
  });

  test("another optimizer: what only one of them has", () => {
    const diff = diffWith((b) => {
      b.resolved.train.optimizer = {
        sgd: { learningRate: 0.1, momentum: 0, nesterov: false, weightDecay: 0 },
      };
    });
    const paths = diff.settings.map(({ path, a, b }) => [path, a?.value, b?.value]);
    expect(paths).toContainEqual(["train.optimizer.adam.beta1", 0.9, undefined]);
    expect(paths).toContainEqual(["train.optimizer.sgd.momentum", undefined, 0]);
  });

  test("a layer more does not change those after it", () => {
    const diff = diffWith((b) =>
      b.resolved.model.layers.splice(1, 0, {
        batchNorm: { momentum: 0.99, epsilon: 0.001, center: true, scale: true, trainable: true },
      }),
    );
    expect(diff.settings).toEqual([
      { path: "model.layers[1]", a: null, b: expect.objectContaining({ value: "batchNorm" }) },
    ]);
  });

  test("a layer fewer and another changed", () => {
    const diff = diffWith((b) => {
      b.resolved.model.layers[0]!.conv!.filters = 64;
      b.resolved.model.layers.splice(4, 1);
    });
    expect(diff.settings.map(({ path, a, b }) => [path, a?.value, b?.value])).toEqual([
      ["model.layers[0].conv.filters", 32, 64],
      ["model.layers[4]", "dropout: rate 0.5", undefined],
    ]);
  });

  test("layers of another kind are never taken for one another", () => {
    const pairs = alignLayers([{ relu: {} }, { flatten: {} }], [{ flatten: {} }, { relu: {} }]);
    for (const { a, b } of pairs)
      if (a && b) expect(Object.keys(a.layer)).toEqual(Object.keys(b.layer));
    expect(pairs).toHaveLength(3);
  });
});

describe("images", () => {
  const trained = (file: string) => ({
    split: "train" as const,
    label: "NORMAL",
    file: `data/train/NORMAL/${file}`,
    sha256: file.padEnd(64, "0"),
  });
  const kinds = (a: RunSide, b: RunSide) =>
    diffRuns(a, b, { allowDifferentImages: false }).data!.map((change) => ({
      kinds: change.kinds,
      a: change.a?.file,
      b: change.b?.file,
      excluded: change.excluded,
    }));
  function pair(): [RunSide, RunSide] {
    const [a, b] = [exampleSide(), exampleSide()];
    a.data.images.unshift(trained("one.png"), trained("two.png"));
    b.data.images.unshift(trained("one.png"), trained("two.png"));
    return [a, b];
  }
  const one = "data/train/NORMAL/one.png";

  test("added and removed", () => {
    const [a, b] = pair();
    b.data.images[0] = trained("three.png");
    expect(kinds(a, b)).toEqual([
      { kinds: ["added"], a: undefined, b: "data/train/NORMAL/three.png", excluded: null },
      { kinds: ["removed"], a: one, b: undefined, excluded: null },
    ]);
  });

  test("removed because it is damaged now", () => {
    const [a, b] = pair();
    b.data.images.shift();
    b.data.excluded.push({
      split: "train",
      label: "NORMAL",
      file: one,
      reason: "empty",
      detail: "",
    });
    expect(kinds(a, b)).toEqual([{ kinds: ["removed"], a: one, b: undefined, excluded: "empty" }]);
  });

  test("relabelled, which moves the file into another folder", () => {
    const [a, b] = pair();
    const file = "data/train/PNEUMONIA/one.png";
    Object.assign(b.data.images[0]!, { label: "PNEUMONIA", file });
    expect(kinds(a, b)).toEqual([{ kinds: ["relabelled"], a: one, b: file, excluded: null }]);
  });

  test("in another split, and with another class too", () => {
    const [a, b] = pair();
    b.data.images[0]!.split = "validation";
    Object.assign(b.data.images[1]!, { split: "validation", label: "PNEUMONIA" });
    expect(kinds(a, b).map((change) => change.kinds)).toEqual([
      ["relabelled", "re-split"],
      ["re-split"],
    ]);
  });

  test("changed content, another group, and no more than another name", () => {
    const [a, b] = pair();
    a.data.images.push({ ...trained("third.png"), group: "p1" });
    b.data.images.push({ ...trained("third.png"), group: "p2" });
    b.data.images[0]!.sha256 = "f".repeat(64);
    b.data.images[1]!.file = "data/train/NORMAL/renamed.png";
    expect(kinds(a, b).map((change) => change.kinds)).toEqual([
      ["regrouped"],
      ["changed"],
      ["moved"],
    ]);
  });

  test("equal images are told apart by their number", () => {
    const [a, b] = pair();
    a.data.images.push({ ...trained("copy.png"), sha256: trained("one.png").sha256 });
    b.data.images[0]!.file = "data/train/NORMAL/moved.png";
    const found = kinds(a, b);
    expect(found.map((change) => change.kinds[0])).toEqual(["removed", "moved"]);
  });
});

describe("results", () => {
  test("flips, and the test of them", () => {
    const a = exampleSide({ skill: 1 });
    const b = { ...exampleSide({ skill: 1 }), label: "b" };
    const right = a.results!.predictions.flatMap((prediction, index) =>
      isRight(prediction) ? index : [],
    );
    for (const index of right.slice(0, 6)) answer(b, index, other(b, index));
    const { results } = diffRuns(a, b, { allowDifferentImages: false });
    // Six of six one way: 2 / 2^6.
    expect(results!.test).toMatchObject({ onlyA: 6, onlyB: 0, difference: -6 / 20 });
    expect(results!.test!.p).toBeCloseTo(0.03125, 12);
    expect(results!.flips.map(({ verdict }) => verdict)).toEqual(Array(6).fill("regressed"));
    const back = diffRuns(b, a, { allowDifferentImages: false }).results!;
    expect(back.test).toMatchObject({ onlyA: 0, onlyB: 6, difference: 6 / 20 });
    expect(back.flips.map(({ verdict }) => verdict)).toEqual(Array(6).fill("fixed"));
  });

  function other(side: RunSide, index: number): string {
    const { actual } = side.results!.predictions[index]!;
    return side.data.classes.find((name) => name !== actual)!;
  }

  test("images are paired by their content, wherever the files lie", () => {
    const diff = diffWith((b) => {
      for (const image of b.data.images) image.file = image.file.replace("data/", "elsewhere/");
      for (const prediction of b.results!.predictions)
        prediction.file = prediction.file.replace("data/", "elsewhere/");
      b.results!.predictions.reverse();
    });
    expect(diff.results!.images.both).toBe(20);
    expect(diff.results!.flips).toEqual([]);
    expect(new Set(diff.data!.flatMap(({ kinds }) => kinds))).toEqual(new Set(["moved"]));
  });

  const withoutFirst = (b: RunSide) => {
    const [image] = b.data.images.splice(0, 1);
    b.results!.predictions = b.results!.predictions.filter(({ file }) => file !== image!.file);
  };
  const relabelled = (b: RunSide) => {
    const [image] = b.data.images;
    const prediction = b.results!.predictions.find(({ file }) => file === image!.file)!;
    image!.label = prediction.actual = b.data.classes.find((name) => name !== image!.label)!;
  };

  test.each([
    ["an image fewer", withoutFirst, "1 image only in the first"],
    ["another class of an image", relabelled, "1 image with another class"],
  ])("%s is another test set: refused, unless asked for", (_name, change, words) => {
    expect(() => diffWith(change)).toThrow(UsageError);
    expect(() => diffWith(change)).toThrow(words);
    const diff = diffWith(change, true);
    expect(diff.results!.images.both).toBe(19);
    expect(sections(diff)[0]!.lines[0]).toContain("do not compare");
  });

  test("no image in common leaves nothing to test", () => {
    const diff = diffWith((b) => {
      for (const image of b.data.images) image.sha256 = image.sha256.replaceAll(/[0-7]/g, "z");
    }, true);
    expect(diff.results).toMatchObject({ test: null, flips: [], images: { both: 0 } });
    expect(sections(diff).length).toBeGreaterThan(0);
  });

  test("a run without results is compared in all the rest", () => {
    const diff = diffWith((b) => {
      b.results = null;
      b.manifest!.status = "interrupted";
      b.resolved.seed = 1;
    });
    expect(diff.results).toBeNull();
    expect(diff.settings).toHaveLength(1);
    expect(sections(diff)[0]!.lines).toEqual(["baseline/v002 has no results: it is interrupted."]);
  });
});

describe("all at once", () => {
  const diff = diffWith((b) => {
    b.resolved.train.epochs = 20;
    b.data.images.push({ split: "train", label: "NORMAL", file: "n|ew`.png", sha256: "n" });
    b.manifest!.versions["bun"] = "9.9.9";
    b.manifest!.seconds = 99;
    const { actual } = b.results!.predictions[0]!;
    answer(
      b,
      0,
      b.data.classes.find((name) => name !== actual)!,
    );
  });

  test("every kind is there, and nothing besides", () => {
    expect(diff.settings.map(({ path }) => path)).toEqual(["train.epochs"]);
    expect(diff.data!.map(({ kinds }) => kinds)).toEqual([["added"]]);
    expect(diff.environment).toEqual([{ name: "versions.bun", a: expect.any(String), b: "9.9.9" }]);
    expect(diff.cost.map(({ name }) => name)).toEqual(["seconds"]);
    expect(diff.results!.flips.length).toBeLessThanOrEqual(1);
  });

  test("of an experiment, which was made on nothing, no environment is held against a run's", () => {
    const ofFile = diffWith((b) => {
      b.manifest = null;
    });
    expect([ofFile.environment, ofFile.cost]).toEqual([[], []]);
  });

  test("Markdown keeps its tables whole and calls nobody", () => {
    const text = markdown({ ...diff, a: { ...diff.a, run: "@everyone/<b>v1" } }, sections(diff));
    expect(text).toContain("`@everyone/<b>v1`");
    expect(text).toContain("`` n\\|ew`.png ``");
    for (const table of text.match(/(?:^\|.*\|$\n?)+/gm)!) {
      const bars = table
        .trimEnd()
        .split("\n")
        .map((line) => line.replaceAll("\\|", "").split("|").length);
      expect(new Set(bars).size).toBe(1);
    }
  });
});
