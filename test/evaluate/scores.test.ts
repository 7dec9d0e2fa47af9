import { expect, test } from "bun:test";
import fc from "fast-check";
import {
  balancedAccuracy,
  classScores,
  cohensKappa,
  matthewsCorrelation,
  meanOf,
  tally,
} from "../../src/evaluate/scores.ts";

const CLASSES = 3;
const answered = fc.array(
  fc.record({ label: fc.nat(CLASSES - 1), answer: fc.nat(CLASSES - 1), weight: fc.nat(3) }),
  { maxLength: 15 },
);
type Answered = { label: number; answer: number };

const tallyOf = (images: readonly Answered[], weights?: number[]) =>
  tally(
    images.map(({ label }) => label),
    images.map(({ answer }) => answer),
    CLASSES,
    weights,
  );

test("an image of weight 3 counts as three", () => {
  fc.assert(
    fc.property(answered, (images) => {
      const repeated = images.flatMap((image) => Array.from({ length: image.weight }, () => image));
      const weighted = tallyOf(
        images,
        images.map(({ weight }) => weight),
      );
      expect(weighted).toEqual(tallyOf(repeated));
    }),
  );
});

test("the figures of a class are shares of what is counted one by one; of nothing there is none", () => {
  const share = (images: readonly Answered[], right: (image: Answered) => boolean) =>
    images.length === 0 ? null : images.filter(right).length / images.length;
  fc.assert(
    fc.property(answered, (images) => {
      for (const [index, found] of classScores(tallyOf(images)).entries()) {
        const ofClass = images.filter(({ label }) => label === index);
        const others = images.filter(({ label }) => label !== index);
        const taken = images.filter(({ answer }) => answer === index);
        expect(found.recall).toBe(share(ofClass, ({ answer }) => answer === index));
        expect(found.precision).toBe(share(taken, ({ label }) => label === index));
        expect(found.specificity).toBe(share(others, ({ answer }) => answer !== index));
        const hits = taken.filter(({ label }) => label === index).length;
        const both = ofClass.length + taken.length;
        expect(found.f1).toBe(both === 0 ? null : (2 * hits) / both);
      }
    }),
  );
});

test("agreement beyond chance is 1 where all is right, 0 where answers follow no label, undefined of one class", () => {
  const right = [0, 1, 2, 0].map((label) => ({ label, answer: label }));
  expect(cohensKappa(tallyOf(right))).toBe(1);
  expect(matthewsCorrelation(tallyOf(right))).toBe(1);
  expect(balancedAccuracy(tallyOf(right))).toBe(1);
  const blind = [0, 1, 2].flatMap((label) => [0, 1, 2].map((answer) => ({ label, answer })));
  expect(cohensKappa(tallyOf(blind))).toBeCloseTo(0, 12);
  expect(matthewsCorrelation(tallyOf(blind))).toBe(0);
  const one = [{ label: 1, answer: 1 }];
  expect(cohensKappa(tallyOf(one))).toBeNull();
  expect(matthewsCorrelation(tallyOf(one))).toBeNull();
  // Of one answer to several classes, or several to one, too.
  expect(matthewsCorrelation(tallyOf([...one, { label: 0, answer: 1 }]))).toBeNull();
  expect(matthewsCorrelation(tallyOf([...one, { label: 1, answer: 0 }]))).toBeNull();
});

test("a mean leaves out what is undefined; weights that are all 0 count as equal", () => {
  expect(meanOf([1, null, 3])).toBe(2);
  expect(meanOf([1, null, 3], [1, 8, 3])).toBe(2.5);
  expect(meanOf([1, null, 3], [0, 8, 0])).toBe(2);
  expect(meanOf([null, null])).toBeNull();
  expect(meanOf([])).toBeNull();
});
