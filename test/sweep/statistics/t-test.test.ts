import { expect, test } from "bun:test";
import fc from "fast-check";
import golden from "../../golden/sweep-statistics.json";
import { meanFigures } from "../../../src/sweep/statistics/mean.ts";
import { studentQuantile, studentTails } from "../../../src/sweep/statistics/student.ts";
import {
  correctedTTest,
  pairedTTest,
  welchInterval,
} from "../../../src/sweep/statistics/t-test.ts";

/** Apart by no more than so much of what is expected. */
function expectNear(value: number | undefined, expected: number, most = 1e-9): void {
  expect(Math.abs(value! - expected)).toBeLessThanOrEqual(
    most * Math.max(1e-6, Math.abs(expected)),
  );
}

test("Student's t is scipy's, of degrees of freedom that are no whole number too", () => {
  for (const { freedom, cumulative, quantiles } of golden.student) {
    for (const { t, value } of cumulative) {
      expectNear(studentTails(t, freedom), 2 * Math.min(value, 1 - value), 1e-8);
    }
    for (const { share, value } of quantiles) expectNear(studentQuantile(share, freedom), value);
  }
});

test("a quantile has its share below it", () => {
  const shares = fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true });
  fc.assert(
    fc.property(shares, fc.double({ min: 0.6, max: 500, noNaN: true }), (share, freedom) => {
      const tails = studentTails(studentQuantile(share, freedom), freedom);
      expect(tails).toBeCloseTo(2 * Math.min(share, 1 - share), 10);
    }),
  );
});

test("mean, deviation and interval are scipy's; a single value has a mean alone", () => {
  for (const { values, mean, deviation, low, high } of golden.means) {
    const found = meanFigures(values)!;
    expectNear(found.mean, mean);
    expectNear(found.deviation!, deviation);
    expectNear(found.interval!.low, low);
    expectNear(found.interval!.high, high);
  }
  expect(meanFigures([0.5])).toEqual({ count: 1, mean: 0.5, deviation: null, interval: null });
  expect(meanFigures([])).toBeNull();
});

test("the corrected t-test is scikit-learn's example, and its published figures", () => {
  const { differences, share } = golden.published;
  const found = correctedTTest(differences, share)!;
  expect(found.t.toFixed(3)).toBe("0.750");
  expect((found.p / 2).toFixed(3)).toBe("0.227");
  for (const one of [golden.published, ...golden.corrected]) {
    const { t, p, interval, freedom } = correctedTTest(one.differences, one.share)!;
    expectNear(t, one.t);
    expectNear(p, one.p);
    expectNear(interval.low, one.low);
    expectNear(interval.high, one.high);
    expect(freedom).toBe(one.differences.length - 1);
  }
});

test("without overlap it is the paired t-test, and Welch's interval is scipy's", () => {
  for (const { differences, t, p, low, high } of golden.paired) {
    const found = pairedTTest(differences)!;
    expectNear(found.t, t);
    expectNear(found.p, p);
    expectNear(found.interval.low, low);
    expectNear(found.interval.high, high);
  }
  for (const { one, other, low, high } of golden.welch) {
    const interval = welchInterval(one, other)!;
    expectNear(interval.low, low);
    expectNear(interval.high, high);
  }
});

test("too few differences have no test, equal ones a plain answer", () => {
  expect(correctedTTest([0.1], 0.25)).toBeNull();
  expect(welchInterval([1], [1, 2])).toBeNull();
  expect(welchInterval([1, 1], [2, 2])).toBeNull();
  expect(pairedTTest([0, 0, 0])).toMatchObject({ t: 0, p: 1, interval: { low: 0, high: 0 } });
  expect(pairedTTest([0.25, 0.25])).toMatchObject({ t: Infinity, p: 0, mean: 0.25 });
});

test("the more the training sets overlap, the less certain the difference is", () => {
  const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: 2,
    maxLength: 12,
  });
  fc.assert(
    fc.property(values, fc.double({ min: 0.01, max: 1, noNaN: true }), (differences, share) => {
      const [corrected, plain] = [correctedTTest(differences, share)!, pairedTTest(differences)!];
      expect(corrected.p).toBeGreaterThanOrEqual(plain.p - 1e-12);
      expect(corrected.mean).toBe(plain.mean);
      // Both ways round.
      const turned = correctedTTest(
        differences.map((value) => -value),
        share,
      )!;
      expect(turned.p).toBeCloseTo(corrected.p, 10);
      expect(turned.interval.low).toBeCloseTo(-corrected.interval.high, 10);
    }),
  );
});
