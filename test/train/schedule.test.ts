import { describe, expect, test } from "bun:test";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { buildSchedule } from "../../src/train/schedule.ts";
import type { Schedule } from "../../src/train/schedules/schedule.ts";
import golden from "../golden/schedules.json";

function build(schedule: unknown, course = {}): Schedule {
  const { train } = resolveExperiment({
    data: { train: "unused" },
    model: { layers: ["flatten"] },
    train: { schedule: schedule as NonNullable<Experiment["train"]>["schedule"] & object },
  });
  return buildSchedule(train.schedule, { ...golden, ...course });
}

/** The rates of double arithmetic: a cosine or a power may differ in its last bits. */
function expectSame(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((rate, index) => {
    expect(Math.abs(rate - expected[index]!)).toBeLessThanOrEqual(1e-15);
  });
}

describe("goes as Keras's and PyTorch's do:", () => {
  test.each(golden.cases.map((one) => [one.name, one] as const))(
    "%s",
    (_, { schedule: settings, rates }) => {
      const schedule = build(settings);
      expectSame(
        rates.map((__, index) => schedule.rateOf(index + 1)),
        rates,
      );
      expect(schedule.save()).toBeNull();
    },
  );

  test.each(golden.plateaus.map((one) => [one.name, one] as const))(
    "%s",
    (_, { schedule: settings, rates }) => {
      let schedule = build(settings);
      const found = golden.losses.map((loss) => {
        const rate = schedule.rateOf(1);
        schedule.after({ loss });
        // As a run that is stopped and resumed after each epoch.
        const saved = JSON.stringify(schedule.save());
        schedule = build(settings);
        schedule.load(JSON.parse(saved));
        return rate;
      });
      expectSame(found, rates);
    },
  );
});

test("one cycle of a handful of steps has a rate at each", () => {
  for (const stepsPerEpoch of [1, 2, 3, 4, 5, 10]) {
    const schedule = build("oneCycle", { epochs: 1, stepsPerEpoch });
    for (let step = 1; step <= stepsPerEpoch; step++) {
      expect(schedule.rateOf(step)).toBeGreaterThan(0);
      expect(schedule.rateOf(step)).toBeLessThanOrEqual(golden.learningRate);
    }
  }
});
