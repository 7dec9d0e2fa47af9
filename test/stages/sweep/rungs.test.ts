import { expect, test } from "bun:test";
import fc from "fast-check";
import type { EpochRecord } from "../../../src/layout.ts";
import { sweepOf } from "../../../src/spec/sweeps/read-sweep.ts";
import { Rungs, rungsOf } from "../../../src/stages/sweep/rungs.ts";
import type { TrialResult } from "../../../src/sweep/results.ts";

const { resolved } = sweepOf({
  name: "s",
  file: "/s.yaml",
  shown: "s",
  text: "{ experiment: a.yaml, vary: { train.epochs: [8] }, search: { halving: { eta: 2 } }, trials: 4, objective: { minimise: loss } }",
});
const EPOCHS = 8;

test("rungs are eta times as far each, before the last epoch", () => {
  expect(rungsOf({ eta: 3, minEpochs: 1, seed: 1 }, 20)).toEqual([1, 3, 9]);
  expect(rungsOf({ eta: 2, minEpochs: 4, seed: 1 }, 4)).toEqual([]);
});

/** A trial as a worker does it: an epoch after the other, asking at the rungs. @returns the epoch that it ends after */
async function train(
  rungs: Rungs,
  trial: number,
  losses: readonly number[],
  turn: () => Promise<void>,
) {
  const epochs: EpochRecord[] = [];
  let best = -Infinity;
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    await turn();
    const heldOutLoss = losses[epoch - 1]!;
    best = Math.max(best, -heldOutLoss);
    epochs.push({ epoch, heldOutLoss } as EpochRecord);
    const isRung = rungs.settings.epochs.includes(epoch) && epoch < EPOCHS;
    if (isRung && !(await rungs.ask(trial, epoch, best))) break;
  }
  rungs.settle({
    record: { number: trial },
    history: { heldOut: "validation", epochs },
  } as unknown as TrialResult);
  return epochs.length;
}

test("the same trials go on whatever the number of workers and however long each epoch takes", async () => {
  const losses = fc.array(
    fc.array(fc.integer({ min: 0, max: 50 }), { minLength: EPOCHS, maxLength: EPOCHS }),
    {
      minLength: 1,
      maxLength: 10,
    },
  );
  await fc.assert(
    fc.asyncProperty(
      losses,
      fc.integer({ min: 1, max: 5 }),
      fc.scheduler(),
      async (all, workers, scheduler) => {
        const alone = Rungs.of(resolved)!;
        const expected: number[] = [];
        for (const [index, own] of all.entries())
          expected.push(await train(alone, index + 1, own, () => Promise.resolve()));

        const together = Rungs.of(resolved)!;
        const ended: number[] = [];
        let next = 0;
        const worker = async () => {
          while (next < all.length) {
            const index = next++;
            const turn = () => scheduler.schedule(Promise.resolve());
            ended[index] = await train(together, index + 1, all[index]!, turn);
          }
        };
        const work = Promise.all(Array.from({ length: workers }, worker));
        await scheduler.waitFor(work);
        expect(ended).toEqual(expected);
      },
    ),
    { numRuns: 40 },
  );
});
