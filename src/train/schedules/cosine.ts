import type { SettingsOf } from "./settings.ts";
import { laidDown, type Course, type Schedule } from "./schedule.ts";

/**
 * Keras's CosineDecay: after a warm-up along a straight line from 0,
 * rate × ((1 - α) (1 + cos(π share done)) / 2 + α), α = final / rate; Loshchilov and Hutter 2017.
 */
export function cosine(
  { warmup, final }: SettingsOf<"cosine">,
  { learningRate, epochs, stepsPerEpoch }: Course,
): Schedule {
  const warmupSteps = Math.round(warmup * stepsPerEpoch);
  const decaySteps = epochs * stepsPerEpoch - warmupSteps;
  const least = final / learningRate;
  return laidDown((at) => {
    const done = at - 1;
    if (done < warmupSteps) return learningRate * (done / warmupSteps);
    const wave = 0.5 * (1 + Math.cos(Math.PI * ((done - warmupSteps) / decaySteps)));
    return learningRate * ((1 - least) * wave + least);
  });
}
