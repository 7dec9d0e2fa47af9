import type { SettingsOf } from "./settings.ts";
import { laidDown, type Course, type Schedule } from "./schedule.ts";

/**
 * PyTorch's OneCycleLR with `anneal_strategy="cos"`, of which the optimizer's learning rate is `max_lr`: up along half a
 * cosine in `pctStart` of the steps, and down along another in the rest; Smith and Topin 2018.
 */
export function oneCycle(
  { pctStart, divFactor, finalDivFactor }: SettingsOf<"oneCycle">,
  { learningRate, epochs, stepsPerEpoch }: Course,
): Schedule {
  const total = epochs * stepsPerEpoch;
  const first = learningRate / divFactor;
  const last = first / finalDivFactor;
  const top = pctStart * total - 1;
  return laidDown((at) => {
    const done = at - 1;
    return done <= top
      ? along(first, learningRate, done / top)
      : along(learningRate, last, (done - top) / (total - 1 - top));
  });
}

/** @param share of the way, 0 to 1; of no way at all its end */
function along(from: number, to: number, share: number): number {
  if (Number.isNaN(share)) return to;
  return to + ((from - to) / 2) * (Math.cos(Math.PI * share) + 1);
}
