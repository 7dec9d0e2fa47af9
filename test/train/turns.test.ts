import { expect, test } from "bun:test";
import fc from "fast-check";
import { laidDown } from "../../src/train/schedules/schedule.ts";
import { planTurns } from "../../src/train/turns.ts";

const schedule = laidDown((step) => 1 / step);

test("a batch an update, and the number of the batch is that of the update", () => {
  const turns = planTurns({ images: 25, batchSize: 10, accumulate: 1 });
  expect(turns.updatesPerEpoch).toBe(3);
  expect(turns.at(1, 1, schedule)).toEqual({ step: 1, update: 1, learningRate: 1, images: 10 });
  expect(turns.at(2, 3, schedule)).toEqual({ step: 6, update: 6, learningRate: 1 / 6, images: 5 });
});

test("every image goes into one update, and no update into two epochs", () => {
  const whole = fc.integer({ min: 1, max: 50 });
  fc.assert(
    fc.property(whole, whole, fc.integer({ min: 1, max: 8 }), (images, batchSize, accumulate) => {
      const turns = planTurns({ images, batchSize, accumulate });
      const batches = Math.ceil(images / batchSize);
      const epochs = [1, 2].map((epoch) =>
        Array.from({ length: batches }, (_, index) => turns.at(epoch, index + 1, schedule)),
      );
      for (const epoch of epochs) {
        expect(epoch.reduce((sum, turn) => sum + (turn.images ?? 0), 0)).toBe(images);
        expect(epoch.filter((turn) => turn.images !== null)).toHaveLength(turns.updatesPerEpoch);
        expect(epoch.at(-1)!.images).not.toBeNull();
      }
      const all = epochs.flat();
      expect(all.map(({ step }) => step)).toEqual(all.map((_, index) => index + 1));
      const updates = all.map(({ update }) => update);
      all.forEach(({ images: made }, index) => {
        const next = updates[index + 1] ?? updates[index]! + 1;
        expect(next - updates[index]!).toBe(made === null ? 0 : 1);
      });
      expect(updates[batches - 1]).toBe(turns.updatesPerEpoch);
    }),
  );
});
