import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  averagePrecision,
  rank,
  rankedPoints,
  rocAuc,
  sidesOf,
  thresholdFor,
} from "../../src/evaluate/ranking.ts";

/** Images with many ties, and how often each counts. */
const drawn = fc
  .array(
    fc.record({
      score: fc.nat(4).map((step) => step / 4),
      isPositive: fc.boolean(),
      weight: fc.nat(3),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((images) => ({
    images,
    ranking: of(images),
    weights: images.map(({ weight }) => weight),
    /** Each image as often as it counts. */
    repeated: images.flatMap((image) => Array.from({ length: image.weight }, () => image)),
  }));

interface Image {
  score: number;
  isPositive: boolean;
}

function of(images: readonly Image[]) {
  return rank(
    images.map(({ score }) => score),
    images.map(({ isPositive }) => isPositive),
  );
}

/** Images of the class, or of the rest, of at least a probability. */
const count = (images: readonly Image[], wanted: boolean, least = 0) =>
  images.filter(({ score, isPositive }) => score >= least && isPositive === wanted).length;

test("a ranking has the images from the most probable down, equals in their order, and where each tie ends", () => {
  fc.assert(
    fc.property(drawn, ({ images, ranking }) => {
      const places = images
        .map(({ score }, place) => ({ score, place }))
        .toSorted((a, b) => b.score - a.score || a.place - b.place);
      expect([...ranking.order]).toEqual(places.map(({ place }) => place));
      const thresholds = [...new Set(places.map(({ score }) => score))];
      expect(ranking.thresholds).toEqual(thresholds);
      expect(ranking.ends).toEqual(
        thresholds.map((threshold) => places.filter(({ score }) => score >= threshold).length),
      );
    }),
  );
});

test("each point counts the images of at least its probability", () => {
  fc.assert(
    fc.property(drawn, ({ images, ranking, weights, repeated }) => {
      const counted = (among: readonly Image[]) =>
        ranking.thresholds.map((threshold) => ({
          threshold,
          truePositives: count(among, true, threshold),
          falsePositives: count(among, false, threshold),
        }));
      expect(rankedPoints(ranking)).toEqual(counted(images));
      expect(rankedPoints(ranking, weights)).toEqual(counted(repeated));
    }),
  );
});

/** The chance that an image of the class is above one of the rest, pair by pair. */
function pairwise(images: readonly Image[]): number | null {
  const chances = images
    .filter(({ isPositive }) => isPositive)
    .flatMap((one) =>
      images
        .filter(({ isPositive }) => !isPositive)
        .map((other) => (Math.sign(one.score - other.score) + 1) / 2),
    );
  return chances.length === 0
    ? null
    : chances.reduce((total, chance) => total + chance, 0) / chances.length;
}

function expectClose(found: number | null, wanted: number | null): void {
  if (found === null || wanted === null) expect(found).toBe(wanted);
  else expect(found).toBeCloseTo(wanted, 12);
}

test("the area under the ROC curve is the chance of a right order, ties counting half", () => {
  fc.assert(
    fc.property(drawn, ({ images, ranking, weights, repeated }) => {
      expectClose(rocAuc(ranking), pairwise(images));
      expectClose(rocAuc(ranking, weights), pairwise(repeated));
    }),
  );
});

test("the average precision is the mean, over the images of the class, of the precision where each is found", () => {
  const mean = (images: readonly Image[]) => {
    const precisions = images
      .filter(({ isPositive }) => isPositive)
      .map(({ score }) => {
        const found = count(images, true, score);
        return found / (found + count(images, false, score));
      });
    return precisions.length === 0
      ? null
      : precisions.reduce((total, one) => total + one, 0) / precisions.length;
  };
  fc.assert(
    fc.property(drawn, ({ images, ranking, weights, repeated }) => {
      expectClose(averagePrecision(ranking), mean(images));
      expectClose(averagePrecision(ranking, weights), mean(repeated));
    }),
  );
  expect(averagePrecision(of([]))).toBeNull();
});

describe("a threshold", () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });

  test("is the highest that reaches a sensitivity, and the lowest that keeps a specificity", () => {
    fc.assert(
      fc.property(drawn, share, ({ images, ranking }, wanted) => {
        const [positives, negatives] = [count(images, true), count(images, false)];
        const found = (["sensitivity", "specificity"] as const).map((name) =>
          thresholdFor(ranking, name, wanted),
        );
        if (positives === 0 || negatives === 0) {
          expect(found).toEqual([null, null]);
          return;
        }
        const { thresholds } = ranking;
        const sensitivity = (at: number) => count(images, true, at) / positives;
        const specificity = (at: number) => (negatives - count(images, false, at)) / negatives;
        expect(found).toEqual([
          thresholds.find((at) => sensitivity(at) >= wanted)!,
          thresholds.findLast((at) => specificity(at) >= wanted) ?? null,
        ]);
      }),
    );
  });

  test("may be reached exactly", () => {
    const images = [0.9, 0.7, 0.5, 0.3].map((score) => ({ score, isPositive: score !== 0.7 }));
    expect(thresholdFor(of(images), "sensitivity", 2 / 3)).toBe(0.5);
    expect(thresholdFor(of(images), "sensitivity", 2 / 3 + 1e-9)).toBe(0.3);
    expect(thresholdFor(of(images), "specificity", 1)).toBe(0.9);
    // The most probable of all is no positive.
    const wrong = images.map((image, index) => ({ ...image, isPositive: index === 3 }));
    expect(thresholdFor(of(wrong), "specificity", 1)).toBeNull();
  });

  test("has the images of other sets on its sides too", () => {
    fc.assert(
      fc.property(drawn, share, ({ images, ranking }, threshold) => {
        fc.pre(images.length > 0);
        expect(sidesOf(ranking, threshold)).toEqual({
          truePositives: count(images, true, threshold),
          falsePositives: count(images, false, threshold),
          positives: count(images, true),
          negatives: count(images, false),
        });
      }),
    );
  });
});
