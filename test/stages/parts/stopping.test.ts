import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import type { EpochRecord } from "../../../src/layout.ts";
import { earlyStopping } from "../../../src/stages/parts/early-stopping.ts";
import type { EpochPart } from "../../../src/stages/parts/part.ts";
import { endAfter, timeLimit } from "../../../src/stages/parts/time-limit.ts";

/** The epoch after which a part ends a training of these figures; null where it never does. */
function end(part: EpochPart, figures: readonly number[], of: keyof EpochRecord): number | null {
  for (const [index, figure] of figures.entries()) {
    const record = { epoch: index + 1, [of]: figure } as unknown as EpochRecord;
    if (part.after(record)) return index + 1;
  }
  return null;
}

/** Keras's EarlyStopping, with mode "min" and from its first epoch. */
function kerasEnd(losses: readonly number[], patience: number, minDelta: number): number | null {
  let [best, waited] = [Infinity, 0];
  for (const [index, loss] of losses.entries()) {
    waited += 1;
    if (loss + minDelta < best) [best, waited] = [loss, 0];
    if (waited >= patience && index > 0) return index + 1;
  }
  return null;
}

describe("early stopping", () => {
  test("counts epochs as Keras does", () => {
    const losses = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 20 });
    fc.assert(
      fc.property(
        losses,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(0, 1),
        (of, patience, minDelta) => {
          const part = earlyStopping({ monitor: "loss", patience, minDelta });
          expect(end(part, of, "heldOutLoss")).toBe(kerasEnd(of, patience, minDelta));
        },
      ),
    );
  });

  test("waits for more of what is the better the larger", () => {
    const part = () => earlyStopping({ monitor: "auc", patience: 2, minDelta: 0 });
    expect(end(part(), [0.5, 0.6, 0.7, 0.8], "monitored")).toBeNull();
    expect(end(part(), [0.5, 0.6, 0.6, 0.55], "monitored")).toBe(4);
    expect(end(part(), [0.5, NaN, NaN], "monitored")).toBe(3);
    expect(end(part(), [NaN, NaN, 0.5], "monitored")).toBe(2);
  });

  test("goes on after an interruption as if there had been none", () => {
    const figures = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(figures, fc.nat(), (losses, at) => {
        const settings = { monitor: "loss", patience: 3, minDelta: 0 } as const;
        const cut = at % losses.length;
        const first = earlyStopping(settings);
        const early = end(first, losses.slice(0, cut), "heldOutLoss");
        const second = earlyStopping(settings);
        second.load!(JSON.parse(JSON.stringify(first.save!())));
        const late = end(second, losses.slice(cut), "heldOutLoss");
        const whole = end(earlyStopping(settings), losses, "heldOutLoss");
        expect(early ?? (late === null ? null : late + cut)).toBe(whole);
      }),
    );
  });
});

describe("a time limit", () => {
  test("ends training after the epoch in which the time is over, whatever was interrupted", () => {
    let now = 0;
    const part = timeLimit(1, () => now);
    const after = (limit: EpochPart, epoch: number) => limit.after({ epoch } as EpochRecord);
    now = 59_999;
    expect(after(part, 1)).toBeUndefined();
    const saved = part.save!();
    now = 1_000_000;
    const next = timeLimit(1, () => now);
    next.load!(saved);
    expect(after(next, 2)).toBeUndefined();
    now += 1;
    expect(after(next, 3)).toBe("maxMinutes");
  });

  test("is where it was when a run is made again, without a clock", () => {
    expect(end(endAfter({ epoch: 3, by: "maxMinutes" }), [0, 0, 0, 0], "heldOutLoss")).toBe(3);
  });
});
