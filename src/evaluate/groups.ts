import { maximum } from "../arrays.ts";
import type { DataRecord, PredictionRecord } from "../layout.ts";
import { largest } from "./confusion.ts";
import { sum } from "./scores.ts";

export interface Grouped {
  /** One for each group whose images are all of one class; `file` is the group's name. */
  predictions: PredictionRecord[];
  /** Groups with images of several classes: such a group has no one right answer. */
  mixed: number;
}

/**
 * One prediction a group, by the mean of its images' probabilities. An image without a group is one of its own.
 *
 * @param positive of two classes, the one whose largest probability among the images is taken in place of the mean, and that
 *   a group is of if any of its images is; null for the mean
 */
export function groupPredictions(
  classes: readonly string[],
  predictions: readonly PredictionRecord[],
  groupOf: ReadonlyMap<string, string>,
  positive: number | null = null,
): Grouped {
  const units = unitsOf(predictions, groupOf);
  const grouped: PredictionRecord[] = [];
  let mixed = 0;
  for (const members of Map.groupBy(predictions, (_, index) => units[index]!).values()) {
    const [first] = members;
    const actual = actualOf(members, positive === null ? null : classes[positive]!);
    const probabilities = positive === null ? means(members) : largestOf(members, positive);
    if (actual === null) mixed += 1;
    else {
      grouped.push({
        file: groupOf.get(first!.file) ?? first!.file,
        actual,
        predicted: classes[largest(probabilities)]!,
        probabilities,
      });
    }
  }
  return { predictions: grouped, mixed };
}

/** The class of a group; null where its images are of several and none of these decides. */
function actualOf(members: readonly PredictionRecord[], deciding: string | null): string | null {
  const classes = new Set(members.map(({ actual }) => actual));
  if (deciding !== null && classes.has(deciding)) return deciding;
  return classes.size === 1 ? members[0]!.actual : null;
}

function means(members: readonly PredictionRecord[]): number[] {
  return members[0]!.probabilities.map(
    (_, label) => sum(members.map((image) => image.probabilities[label]!)) / members.length,
  );
}

/** Of two classes. */
function largestOf(members: readonly PredictionRecord[], positive: number): number[] {
  const most = maximum(members.map(({ probabilities }) => probabilities[positive]!));
  return [0, 1].map((label) => (label === positive ? most : 1 - most));
}

/** A group, and how many of its images are predicted wrongly. */
export interface FailedGroup {
  group: string;
  wrong: number;
  images: number;
}

/** The groups in which most is predicted wrongly, the worst first. */
export function failedGroups(
  predictions: readonly PredictionRecord[],
  groupOf: ReadonlyMap<string, string>,
): FailedGroup[] {
  const groups = Map.groupBy(predictions, ({ file }) => groupOf.get(file));
  return [...groups]
    .flatMap(([group, members]) => {
      const wrong = members.filter(({ actual, predicted }) => actual !== predicted).length;
      return group === undefined || wrong === 0 ? [] : { group, wrong, images: members.length };
    })
    .toSorted(
      (a, b) =>
        b.wrong - a.wrong ||
        b.wrong / b.images - a.wrong / a.images ||
        (a.group < b.group ? -1 : 1),
    );
}

/** The group of each image that has one, by its file. */
export function groupsOf({ images }: DataRecord): Map<string, string> {
  return new Map(
    images.flatMap(({ file, group }) => (group === undefined ? [] : [[file, group] as const])),
  );
}

/** The number of each image's group, from 0 in the order of the predictions. */
export function unitsOf(
  predictions: readonly PredictionRecord[],
  groupOf: ReadonlyMap<string, string>,
): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(predictions, ({ file }) => {
    const group = groupOf.get(file);
    const key = group === undefined ? `image ${file}` : `group ${group}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}
