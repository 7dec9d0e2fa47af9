import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  columnProblems,
  drawSplits,
  isDrawing,
  splitProblems,
} from "../../../src/data/split/take-splits.ts";
import type { ImageFile } from "../../../src/data/source/image-file.ts";
import { messages } from "../../../src/data/split/messages.ts";
import type { Split } from "../../../src/layout.ts";
import type { ResolvedExperiment } from "../../../src/spec/resolved.ts";
import { digest } from "../../fixtures/digest.ts";
import { plainData } from "../../fixtures/data-settings.ts";
import { cases } from "../../fixtures/cases.ts";

type Settings = NonNullable<ResolvedExperiment["data"]["split"]>;

const none: Settings = {
  validation: 0,
  test: 0,
  stratify: true,
  group: null,
  folds: null,
  fold: 1,
};

function files(count: number, classes = 2, groupOf?: (index: number) => string): ImageFile[] {
  return Array.from({ length: count }, (_, index) => ({
    split: "train",
    label: index % classes,
    file: `${index}.png`,
    name: `${index}.png`,
    absolutePath: `/${index}.png`,
    ...(groupOf && { group: groupOf(index) }),
  }));
}

const said = (problems: readonly { path: readonly unknown[]; message: string }[]) =>
  problems.map(({ path, message }) => `${path.join(".")} ${message}`);
const placesOf = (all: readonly ImageFile[]) => all.map(({ split }) => split);

test("any of three settings draws", () => {
  expect(isDrawing(none)).toBe(false);
  expect(isDrawing({ ...none, validation: 0.1 })).toBe(true);
  expect(isDrawing({ ...none, test: 0.1 })).toBe(true);
  expect(isDrawing({ ...none, folds: 2 })).toBe(true);
});

describe("settings that contradict each other", () => {
  const of = (settings: Partial<Settings>, data: Partial<typeof plainData> = {}) =>
    said(splitProblems({ ...plainData, ...data }, { ...none, ...settings }));

  test("fractions leave something to train on", () => {
    expect(of({ validation: 0.5, test: 0.49 })).toEqual([]);
    expect(of({ validation: 0.5, test: 0.5 })).toEqual([
      `data.split ${messages.splitLeavesNothing(0.5, 0.5)}`,
    ]);
    expect(of({ folds: 2, validation: 0.49 })).toEqual([]);
    expect(of({ folds: 2, validation: 0.5 })).toEqual([
      `data.split ${messages.splitLeavesNothing(0.5, 0.5)}`,
    ]);
  });

  test("a split is given once", () => {
    const given = { validation: "val", test: "test" };
    expect(of({}, given)).toEqual([]);
    expect(of({ validation: 0.1, test: 0.1 }, given)).toEqual([
      `data.split.validation ${messages.splitGivenTwice("validation")}`,
      `data.split.test ${messages.splitGivenTwice("test")}`,
    ]);
    expect(of({ folds: 3, test: 0.1 }, { test: "test" })).toEqual([
      `data.split.test ${messages.splitGivenTwice("test")}`,
      `data.split.folds ${messages.foldsBesideTest("data.test")}`,
      `data.split.test ${messages.foldsBesideTest("data.split.test")}`,
    ]);
  });

  test("groups are given once", () => {
    const labels = (group: string | null) =>
      ({ labels: { columns: { group } } }) as unknown as Partial<typeof plainData>;
    expect(of({ group: "(.*)_" }, labels("patient"))).toEqual([
      `data.split.group ${messages.groupGivenTwice("patient")}`,
    ]);
    expect(of({ group: "(.*)_" }, labels(null))).toEqual([]);
    expect(of({}, labels("patient"))).toEqual([]);
  });

  test("there is such a fold", () => {
    expect(of({ folds: 3, fold: 3 })).toEqual([]);
    expect(of({ folds: 3, fold: 4 })).toEqual([`data.split.fold ${messages.noSuchFold(4, 3)}`]);
  });

  test("a column gives what is not drawn", () => {
    const by = (settings: Partial<Settings>, ...given: Split[]) =>
      said(columnProblems({ ...none, ...settings }, "part", new Set(given)));
    const beside = (split: Split) => messages.splitBesideColumn("part", split);
    const all = { validation: 0.1, test: 0.1 };
    expect(by(all, "train")).toEqual([]);
    expect(by({}, "train", "validation", "test")).toEqual([]);
    expect(by(all, "validation")).toEqual([`data.split.validation ${beside("validation")}`]);
    expect(by(all, "test")).toEqual([`data.split.test ${beside("test")}`]);
    expect(by({ folds: 3 }, "test")).toEqual([`data.split.folds ${beside("test")}`]);
    expect(by({ folds: 3 }, "validation")).toEqual([]);
  });
});

describe("images are dealt out", () => {
  const draw = (all: ImageFile[], settings: Partial<Settings>, seed = 1) =>
    said(drawSplits(all, ["a", "b", "c"], { settings: { ...none, ...settings }, seed }));

  test("in their shares, of each class", () => {
    const all = files(40);
    expect(draw(all, { validation: 0.2, test: 0.3 })).toEqual([]);
    for (const label of [0, 1]) {
      const ofClass = placesOf(all.filter((file) => file.label === label));
      const count = (split: Split) => ofClass.filter((one) => one === split).length;
      expect([count("train"), count("validation"), count("test")]).toEqual([10, 4, 6]);
    }
  });

  test("each fold is the test split once, the validation share is one of all", () => {
    const tested = new Map<string, number>();
    for (const fold of [1, 2, 3, 4]) {
      const all = files(40);
      expect(draw(all, { folds: 4, fold, validation: 0.25 })).toEqual([]);
      const count = (split: Split) => placesOf(all).filter((one) => one === split).length;
      expect([count("test"), count("validation"), count("train")]).toEqual([10, 10, 20]);
      for (const { split, name } of all)
        if (split === "test") tested.set(name, (tested.get(name) ?? 0) + 1);
    }
    expect(tested.size).toBe(40);
    expect(new Set(tested.values())).toEqual(new Set([1]));
  });

  test("a group is never cut, in folds neither, and each is tested once", () => {
    const tested = new Set<string>();
    for (const fold of [1, 2, 3]) {
      const all = files(36, 2, (index) => `p${index >> 2}`);
      expect(draw(all, { folds: 3, fold, validation: 0.3 })).toEqual([]);
      for (const [group, members] of Map.groupBy(all, (file) => file.group!)) {
        expect(new Set(placesOf(members)).size).toBe(1);
        if (members[0]!.split !== "test") continue;
        expect(tested.has(group)).toBe(false);
        tested.add(group);
      }
      expect(new Set(placesOf(all)).size).toBe(3);
    }
    expect(tested.size).toBe(9);
  });

  test("of groups too, the validation share is one of all images", () => {
    const all = files(400, 2, (index) => `p${index >> 2}`);
    expect(draw(all, { folds: 2, validation: 0.2 })).toEqual([]);
    const count = (split: Split) => placesOf(all).filter((one) => one === split).length;
    expect([count("test"), count("validation"), count("train")]).toEqual([200, 80, 120]);
  });

  test("groups in their shares, of each class", () => {
    const all = files(400, 2, (index) => `p${index >> 2}`);
    expect(draw(all, { validation: 0.2, test: 0.3 })).toEqual([]);
    for (const label of [0, 1]) {
      const ofClass = placesOf(all.filter((file) => file.label === label));
      const count = (split: Split) => ofClass.filter((one) => one === split).length;
      expect([count("train"), count("validation"), count("test")]).toEqual([100, 40, 60]);
    }
  });

  test("just enough are enough: an image or a group for each split that there is", () => {
    const grouped = (index: number) => `p${index % 4}`;
    expect(draw(files(4), { validation: 0.2 })).toEqual([]);
    expect(draw(files(40, 2, grouped), { test: 0.2 })).toEqual([]);
    expect(draw(files(40, 2, grouped), { validation: 0.2 })).toEqual([]);
    expect(draw(files(40, 2, grouped), { folds: 2 })).toEqual([]);
    const one = [...files(8, 1), { ...files(9)[8]!, label: 1 }];
    expect(draw(one, { folds: 2 })).toEqual([`data.split ${messages.tooFewToSplit("b", 1, 2)}`]);
    expect(draw(one, { validation: 0.2 })).toEqual([
      `data.split ${messages.tooFewToSplit("b", 1, 2)}`,
    ]);
    // Where the shares of the classes are not kept, a class may be in one group.
    const apart = files(40, 2, (index) => (index % 2 === 0 ? `p${index % 8}` : "q"));
    expect(draw(apart, { validation: 0.1, test: 0.1, stratify: false }).join()).not.toContain(
      messages.tooFewGroups("b", 1, 3),
    );
    expect(draw(apart, { validation: 0.1, test: 0.1 })).toEqual([
      `data.split ${messages.tooFewGroups("b", 1, 3)}`,
    ]);
  });

  // An experiment that is run again has to learn from the same images as before, with every later version too.
  test("as they always were", () => {
    const grouped = (index: number) => `p${(index * index) % 37}`;
    const dealt = [0, 1, 2, 3].flatMap((seed) =>
      [undefined, grouped].flatMap((groupOf) =>
        [true, false].flatMap((stratify) =>
          [
            { validation: 0.15, test: 0.25 },
            { folds: 4, fold: 3, validation: 0.1 },
          ].map((settings) => {
            const all = files(101, 3, groupOf).toReversed();
            draw(all, { ...settings, stratify }, seed);
            return placesOf(all);
          }),
        ),
      ),
    );
    expect(digest(dealt)).toBe("4ab7234a4d325974");
  });

  test("too few are told: of images, of groups, of folds", () => {
    expect(draw(files(6), { validation: 0.2, test: 0.2 })).toEqual([]);
    expect(draw(files(4), { validation: 0.2, test: 0.2 })).toEqual([
      `data.split ${messages.tooFewToSplit("a", 2, 3)}`,
      `data.split ${messages.tooFewToSplit("b", 2, 3)}`,
    ]);
    expect(draw(files(4), { test: 0.2 })).toEqual([]);
    const grouped = files(40, 2, (index) => `p${index % 4}`);
    expect(draw(grouped, { validation: 0.2, test: 0.2 })).toEqual([
      `data.split ${messages.tooFewGroups("a", 2, 3)}`,
      `data.split ${messages.tooFewGroups("b", 2, 3)}`,
    ]);
    expect(draw(files(10), { folds: 5 })).toEqual([]);
    expect(draw(files(10), { folds: 6 })).toEqual([
      `data.split.folds ${messages.tooManyFolds(6, 5, "image", true)}`,
    ]);
    expect(draw(files(10), { folds: 10, stratify: false })).toEqual([]);
    expect(
      draw(
        files(10, 2, (index) => `p${index % 3}`),
        { folds: 4, stratify: false },
      ),
    ).toEqual([`data.split.folds ${messages.tooManyFolds(4, 3, "group", false)}`]);
    const one = files(7, 1, () => "p");
    expect(draw(one, { validation: 0.3, test: 0.5, stratify: false })).toEqual([
      `data.split.validation ${messages.splitTookNone("validation", 1, 3, "group")}`,
      `data.split.test ${messages.splitTookNone("test", 1, 3, "group")}`,
    ]);
  });

  test("where nothing is wrong, each split that is asked for has an image, and train one of each class", () => {
    const share = fc.constantFrom(0, 0.001, 0.1, 0.3, 0.5, 0.9, 0.99);
    const image = fc.record({ label: fc.nat(2), group: fc.option(fc.nat(5)) });
    const settings = fc.record({
      validation: share,
      test: share,
      stratify: fc.boolean(),
      folds: fc.option(fc.integer({ min: 2, max: 24 })),
      fold: fc.integer({ min: 1, max: 24 }),
      group: fc.constant(null),
    });
    const images = fc.array(image, { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(images, settings, fc.nat(), fc.boolean(), (all, some, seed, isGrouped) => {
        fc.pre(isDrawing(some) && splitProblems(plainData, some).length === 0);
        const dealt = all.map(({ label, group }, index): ImageFile => ({
          ...files(index + 1)[index]!,
          label,
          ...(isGrouped && group !== null && { group: `p${group}` }),
        }));
        if (drawSplits(dealt, ["a", "b", "c"], { settings: some, seed }).length > 0) return;
        const labels = (split: Split) =>
          new Set(dealt.flatMap((file) => (file.split === split ? file.label : [])));
        expect(labels("train")).toEqual(new Set(all.map(({ label }) => label)));
        if (some.validation > 0) expect(labels("validation").size).toBeGreaterThan(0);
        if (some.test > 0 || some.folds !== null) expect(labels("test").size).toBeGreaterThan(0);
      }),
      cases(150, 500),
    );
  });

  test("a class of which nothing is left to learn from is told", () => {
    const told = Array.from({ length: 20 }, (_, seed) => {
      const all = files(12).map((file, index) => ({ ...file, label: index === 0 ? 1 : 0 }));
      const problems = draw(all, { test: 0.5, stratify: false }, seed);
      return { isGone: all[0]!.split === "test", problems };
    });
    expect(new Set(told.map(({ isGone }) => isGone)).size).toBe(2);
    for (const { isGone, problems } of told)
      expect(problems).toEqual(
        isGone ? [`data.split.stratify ${messages.splitTookAll("b", 1)}`] : [],
      );
  });

  test("by their names alone, whatever the order and the split they had", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.shuffledSubarray([...files(30).keys()], { minLength: 30 }),
        (seed, order) => {
          const settings = { validation: 0.2, test: 0.2 };
          const [first, second] = [files(30), files(30)];
          draw(first, settings, seed);
          for (const file of second) file.split = "test";
          draw(
            order.map((index) => second[index]!),
            settings,
            seed,
          );
          expect(placesOf(second)).toEqual(placesOf(first));
        },
      ),
    );
  });
});
