import { laidDown, type Course, type Schedule } from "./schedule.ts";

/** The same rate from the first step to the last. */
export function constant(_settings: object, { learningRate }: Course): Schedule {
  return laidDown(() => learningRate);
}
