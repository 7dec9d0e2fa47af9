import type { SettingsOf } from "./settings.ts";
import { laidDown, type Course, type Schedule } from "./schedule.ts";

/** rate × factor^(epochs done / every), at every step anew: Keras's ExponentialDecay. */
export function exponential(
  { factor, every }: SettingsOf<"exponential">,
  { learningRate, stepsPerEpoch }: Course,
): Schedule {
  return laidDown((at) => learningRate * factor ** ((at - 1) / (every * stepsPerEpoch)));
}
