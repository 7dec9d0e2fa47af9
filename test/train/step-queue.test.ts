import { expect, test } from "bun:test";
import type { Batch } from "../../src/data/batches.ts";
import { StepQueue } from "../../src/train/step-queue.ts";
import type { PreparedStep, Trainer } from "../../src/train/step.ts";

const batch: Batch = { images: new Uint8Array(1), labels: new Int32Array(1), length: 1 };

/** Notes what is done, and gives the number of each step as its loss. */
function noting() {
  const done: string[] = [];
  const numbers = new Map<PreparedStep, number>();
  const trainer: Trainer = {
    prepare(_, { step }) {
      const prepared = { images: 1, moves: true, inputs: [] };
      numbers.set(prepared, step);
      return prepared;
    },
    begin(steps) {
      const own = steps.map((step) => numbers.get(step)!);
      done.push(`begin ${own}`);
      return () => {
        done.push(`read ${own}`);
        return own.map((loss) => ({ images: 1, loss, correct: 0 }));
      };
    },
    load: () => undefined,
    state: () => [],
    dispose: () => undefined,
  };
  return { trainer, done };
}

test.each([
  [1, ["begin 1", "begin 2", "read 1", "begin 3", "read 2", "read 3"]],
  [2, ["begin 1", "begin 2,3", "read 1", "read 2,3"]],
  [4, ["begin 1", "begin 2,3", "read 1", "read 2,3"]],
])(
  "with %d steps a call the next call is begun before the one before it is read",
  (size, expected) => {
    const { trainer, done } = noting();
    const queue = new StepQueue(trainer, size);
    const losses: number[] = [];
    for (let step = 1; step <= 3; step++) {
      const turn = { step, update: step, learningRate: 1, images: 1 };
      for (const { loss } of queue.add(batch, turn, step === 3)?.() ?? []) losses.push(loss);
    }
    for (const { loss } of queue.drain()) losses.push(loss);
    expect(done).toEqual(expected);
    expect(losses).toEqual([1, 2, 3]);
    expect(queue.drain()).toEqual([]);
  },
);
