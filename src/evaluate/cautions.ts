import { messages } from "../messages.ts";
import type { Run } from "../run/layout.ts";

/** With fewer images the interval of an accuracy is wider than 0.2 at its worst. */
const FEW_IMAGES = 100;

/** What a reader would otherwise take the figures for. */
export function cautions({ metrics, predictions }: Pick<Run, "metrics" | "predictions">): string[] {
  const { images, split, accuracyInterval, majorityClassAccuracy, classes } = metrics;
  const answers = new Set(predictions.map(({ predicted }) => predicted));
  const [answer] = answers;
  const names = classes.map(({ label }) => label);
  const lacked = classes.flatMap(({ label, support }) => (support === 0 ? label : []));
  return [
    ...(lacked.length > 0 ? [messages.classesNotInSplit(split, lacked, names)] : []),
    ...(answers.size === 1 ? [messages.oneAnswer(answer!)] : []),
    ...(accuracyInterval.low <= majorityClassAccuracy
      ? [messages.notAboveMajority(accuracyInterval, majorityClassAccuracy)]
      : []),
    ...(images < FEW_IMAGES ? [messages.fewImages(images, split, accuracyInterval)] : []),
  ];
}
