import { expect, test } from "bun:test";
import { bests } from "../../bench/sweep/bests.ts";
import { median } from "../../bench/table.ts";
import { functions } from "../../bench/sweep/functions.ts";
import golden from "../../golden/tpe.json";

const SEEDS = 20;

/** Medians over the seeds of the best value after 100 trials, one at a time on either side. */
test.each(["branin", "hartmann6", "mixed"] as const)(
  "tpe's best of 100 trials on %s is Optuna's to 5 %, as a value and as a share of the way from random search's to the least",
  (name) => {
    const last = golden.trials.length - 1;
    const at = (values: readonly (readonly number[])[]) => median(values.map((row) => row[last]!));
    const { least } = functions[name];
    const [ours, optuna, random] = [
      at(bests(functions[name], 1, SEEDS)),
      at(golden[name].tpe),
      at(golden[name].random),
    ];
    expect(ours).toBeGreaterThan(least - 1e-4);
    expect(ours).toBeLessThanOrEqual(optuna + 0.05 * Math.abs(optuna));
    const way = (value: number) => (random - value) / (random - least);
    expect(way(ours)).toBeGreaterThanOrEqual(0.95 * way(optuna));
  },
  60_000,
);
