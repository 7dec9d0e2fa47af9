import { expect, test } from "bun:test";
import fc from "fast-check";
import { permutation, stream } from "../../src/random.ts";
import { epochOrder, type Ordered } from "../../src/train/order.ts";

const classes = 4;

/** Images of two to four classes: a class may have none. */
const anySplit = fc
  .record({
    labels: fc.array(fc.integer({ min: 0, max: classes - 1 }), { minLength: 1, maxLength: 60 }),
    seed: fc.nat(100),
  })
  .map(({ labels, seed }): Ordered => ({
    labels: Int32Array.from(labels),
    classes,
    seed,
    sampling: "balanced",
  }));

test("natural: every image once, by the stream of the epoch", () => {
  const order = epochOrder(
    { labels: new Int32Array(9), classes: 1, seed: 3, sampling: "natural" },
    2,
  );
  expect(order).toEqual(permutation(9, stream(3, "shuffle", 2)));
});

test("balanced: as many images as there are, of each class as many, and the same each time", () => {
  fc.assert(
    fc.property(anySplit, fc.integer({ min: 1, max: 20 }), (split, epoch) => {
      const order = epochOrder(split, epoch);
      expect(order).toHaveLength(split.labels.length);
      expect(epochOrder(split, epoch)).toEqual(order);
      const present = new Set(split.labels);
      const counts = [...present].map(
        (label) => order.filter((image) => split.labels[image] === label).length,
      );
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }),
  );
});

test("balanced: of a class every image comes before any comes again", () => {
  fc.assert(
    fc.property(anySplit, (split) => {
      const counts = split.labels.map(() => 0);
      for (let epoch = 1; epoch <= 6; epoch++) {
        for (const image of epochOrder(split, epoch)) counts[image]! += 1;
        for (let label = 0; label < classes; label++) {
          const own = counts.filter((_, image) => split.labels[image] === label);
          if (own.length === 0) continue;
          expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});
