import { describe, expect, test } from "bun:test";
import { betterEpoch, cautions } from "../../src/evaluate/cautions.ts";
import { messages as dataMessages } from "../../src/data/split/messages.ts";
import { messages as evaluateMessages } from "../../src/evaluate/messages.ts";
import type { ImageRecord, LeakRecord } from "../../src/layout.ts";
import { repeat, runOf } from "../fixtures/run-of.ts";

describe("cautions", () => {
  test("none where there is nothing to warn of", () => {
    expect(cautions(runOf([...repeat(60, "a", "a"), ...repeat(60, "b", "b")]))).toEqual([]);
  });

  test("every image taken for one class", () => {
    const run = runOf([...repeat(60, "a", "a"), ...repeat(60, "b", "a")]);
    expect(cautions(run)).toContain(evaluateMessages.oneAnswer("a"));
  });

  test("no better than always answering the most frequent class", () => {
    const run = runOf([...repeat(80, "a", "a"), ...repeat(10, "b", "b"), ...repeat(30, "b", "a")]);
    expect(cautions(run)).toEqual([
      evaluateMessages.notAboveMajority(run.metrics.accuracyInterval, 80 / 120),
    ]);
  });

  test("an interval that begins where that answer is", () => {
    const run = runOf([...repeat(80, "a", "a"), ...repeat(40, "b", "b")]);
    const told = (low: number) => {
      const metrics = { ...run.metrics, accuracyInterval: { low, high: 1 } };
      return cautions({ ...run, metrics }).length;
    };
    const { majorityClassAccuracy } = run.metrics;
    expect([told(majorityClassAccuracy), told(majorityClassAccuracy + 1e-9)]).toEqual([1, 0]);
  });

  test("a class without an image, whatever the others come to", () => {
    const run = runOf(repeat(120, "a", "a"));
    expect(cautions(run)).toContain(dataMessages.classesNotInSplit("test", ["b"], ["a", "b"]));
  });

  test.each([
    [99, 1],
    [100, 0],
  ])("of %i images there are %i", (images, number) => {
    const run = runOf([...repeat(50, "a", "a"), ...repeat(images - 50, "b", "b")]);
    expect(cautions(run)).toEqual(
      number === 0
        ? []
        : [evaluateMessages.fewImages(images, "test", run.metrics.accuracyInterval)],
    );
  });

  describe("leaks", () => {
    /** 120 test images, the first 20 of which are wrong and the next 4 of one patient. */
    function leaking(...leaks: LeakRecord[]) {
      const run = runOf([
        ...repeat(20, "a", "b"),
        ...repeat(40, "a", "a"),
        ...repeat(60, "b", "b"),
      ]);
      const inTest = run.predictions.map(({ file, actual }, index): ImageRecord => ({
        split: "test",
        label: actual,
        file,
        sha256: "",
        ...(index >= 20 && index < 24 && { group: "7" }),
      }));
      const inTrain: ImageRecord = {
        split: "train",
        label: "a",
        file: "t",
        sha256: "",
        group: "7",
      };
      run.data.images = [inTrain, ...inTest];
      run.data.leaks = leaks;
      return run;
    }
    const leak = (kind: LeakRecord["kind"], files: string[], more: Partial<LeakRecord> = {}) => ({
      kind,
      splits: ["train" as const, "test" as const],
      labels: ["a"],
      files,
      ...more,
    });
    const [same, near] = [
      leak("same-pixels", ["t", "30.png", "31.png"]),
      leak("near-duplicate", ["31.png", "t"]),
    ];
    const group = leak("shared-group", ["t", "20.png"], { group: "7" });

    test.each<[string, LeakRecord[], string[]]>([
      ["none", [], []],
      [
        "the same and nearly the same picture, each image once",
        [same, near],
        [
          evaluateMessages.leaked(2, 120, "test", ["same-pixels", "near-duplicate"], {
            images: 118,
            accuracy: 98 / 118,
          }),
        ],
      ],
      [
        "a group, all its images",
        [group],
        [
          evaluateMessages.leaked(4, 120, "test", ["shared-group"], {
            images: 116,
            accuracy: 96 / 116,
          }),
        ],
      ],
      [
        "every image",
        [
          leak(
            "same-pixels",
            Array.from({ length: 120 }, (_, index) => `${index}.png`),
          ),
        ],
        [
          evaluateMessages.leaked(120, 120, "test", ["same-pixels"], {
            images: 0,
            accuracy: Number.NaN,
          }),
        ],
      ],
      [
        "a label in doubt, in one split or two",
        [
          leak("two-labels", ["1.png", "2.png"], { splits: ["test"] }),
          leak("near-two-labels", ["t", "2.png"]),
        ],
        [evaluateMessages.labelsInDoubt(2, 120, "test")],
      ],
      [
        "between other splits, and copies within one",
        [
          leak("same-pixels", ["t", "u"], { splits: ["train", "validation"] }),
          leak("same-pixels", ["1.png", "2.png"], { splits: ["test"] }),
        ],
        [],
      ],
    ])("%s", (_, leaks, expected) => {
      expect(cautions(leaking(...leaks))).toEqual(expected);
    });

    test("say which share of what they are, and what is left", () => {
      expect(cautions(leaking(same, group))).toEqual([
        "6 of the 120 test images leak: the same picture or the same group is in another split too. The accuracy is likely too high; on the other 114 it is 0.825.",
      ]);
      expect(cautions(leaking(leak("two-labels", ["1.png"])))).toEqual([
        "1 of the 120 test images has the same picture, or nearly the same, under another label: what is counted as wrong may be right.",
      ]);
    });
  });

  test("weights of a last epoch that is clearly worse than the best one", () => {
    const run = runOf([...repeat(60, "a", "a"), ...repeat(60, "b", "b")]);
    run.data.counts.validation = { a: 100, b: 100 };
    const epoch = (number: number, heldOutLoss: number, heldOutAccuracy: number) => ({
      epoch: number,
      trainLoss: 0.1,
      trainAccuracy: 0.99,
      heldOutLoss,
      heldOutAccuracy,
      learningRate: 0.001,
    });
    const [best, last] = [epoch(2, 0.2, 0.91), epoch(3, 1.8, 0.4)];
    run.history = { heldOut: "validation", epochs: [epoch(1, 0.5, 0.7), best, last] };
    expect(cautions(run)).toEqual([evaluateMessages.lastEpochWorse("validation", best, last)]);
    // Nothing is said of what may be chance, or of the best weights.
    run.history.epochs[2] = epoch(3, 0.3, 0.88);
    expect(cautions(run)).toEqual([]);
    // Two hundredths are not clearly worse, and a little more of many images is.
    run.data.counts.validation = { a: 1e9 };
    run.history.epochs = [epoch(1, 0.2, 0.02), epoch(2, 0.3, 0)];
    expect(betterEpoch(run)).toBe(null);
    run.history.epochs[0] = epoch(1, 0.2, 0.0201);
    expect(betterEpoch(run)).not.toBe(null);
    run.data.counts.validation = { a: 100, b: 100 };
    run.history.epochs = [epoch(1, 0.5, 0.7), best, last];
    // As much of 0.05 is chance in few images, and not in many.
    run.history.epochs[2] = epoch(3, 0.3, 0.86);
    expect(betterEpoch(run)).not.toBe(null);
    run.data.counts.validation = { a: 30, b: 30 };
    expect(betterEpoch(run)).toBe(null);
    run.history.epochs[2] = last;
    run.metrics.weights = { use: "best", epoch: 2 };
    expect(cautions(run)).toEqual([]);
    expect(betterEpoch(run)).toBe(null);
  });
});
