import type { SettingsOf } from "./settings.ts";
import { laidDown, type Course, type Schedule } from "./schedule.ts";

/** rate × factor^⌊epochs done / every⌋, which is Keras's ExponentialDecay with `staircase` and PyTorch's StepLR. */
export function step(
  { every, factor }: SettingsOf<"step">,
  { learningRate, stepsPerEpoch }: Course,
): Schedule {
  return laidDown((at) => learningRate * factor ** Math.floor((at - 1) / (every * stepsPerEpoch)));
}
