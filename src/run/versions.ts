import { RunError } from "../errors.ts";
import { messages } from "./messages.ts";
import { formatVersions } from "../layout.ts";

/** A JSON record as some version of Lamina wrote it. */
export type StoredRecord = Record<string, unknown>;

/** The way from one version to the next. */
export interface Step {
  /** What is new in the newer one: a sentence for schema/run/README.md. */
  news: string;
  /**
   * Makes an old record into a new one, apart from its `formatVersion`. It does not change the old one, and takes nothing
   * from one of the new version that has lost its number.
   */
  lift(old: StoredRecord): StoredRecord;
}

/**
 * The steps of each kind of record: the first makes version 1 into version 2, and so on up to the version of today in
 * `formatVersions`. A step stays as it is once a version of Lamina with it is out, and so do the runs in
 * test/fixtures/runs, on which each is tried.
 */
export const steps: Readonly<Record<keyof typeof formatVersions, readonly Step[]>> = {
  data: [
    {
      news: "The images are in a file beside the runs, and paths start from their folder; before, the images were in this file, and paths started from the experiment's folder.",
      lift: (old) => ({ folder: ".", ...old }),
    },
  ],
  request: [],
  metrics: [
    {
      news: "Many more figures, their bootstrap intervals, and which weights were evaluated; before, those of the last epoch. Read from version 1, a figure is worked out from predictions.csv.",
      lift: moreFigures,
    },
  ],
  confusionMatrix: [],
  manifest: [],
  resolved: [],
  pictures: [],
};

function moreFigures(old: StoredRecord): StoredRecord {
  if ("weights" in old) return old;
  const averages = {
    precision: null,
    recall: null,
    specificity: null,
    f1: null,
    auc: null,
    averagePrecision: null,
  };
  const { split, images, accuracyInterval, majorityClassAccuracy, accuracy, loss } = old;
  return {
    split,
    weights: { use: "last", epoch: null },
    images,
    accuracyInterval,
    majorityClassAccuracy,
    baseline: { balancedAccuracy: null, f1: null, loss: null },
    resampled: "images",
    accuracy,
    balancedAccuracy: null,
    loss,
    brier: null,
    calibrationError: null,
    kappa: null,
    matthews: null,
    macro: averages,
    weighted: averages,
    topAccuracy: [],
    positive: null,
    intervals: {},
    groups: null,
    classes: Array.isArray(old["classes"])
      ? old["classes"].map((scores: object) => ({ ...averages, ...scores }))
      : old["classes"],
  };
}

/**
 * A record as today's Lamina would have written it.
 *
 * @param value parsed JSON; a record that names no version is of the first
 * @throws RunError when it is no record, or of a version that is not known
 */
export function lift(value: unknown, file: string, path: readonly Step[]): StoredRecord {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new RunError(messages.wrongRecord(file, "", "must be object"));
  const stored = value as StoredRecord;
  const { formatVersion = 1 } = stored;
  const current = path.length + 1;
  if (!isVersion(formatVersion) || formatVersion > current)
    throw new RunError(messages.wrongFormatVersion(file, formatVersion, current));
  if (formatVersion === current) return stored;
  const lifted = path.slice(formatVersion - 1).reduce((record, step) => step.lift(record), stored);
  return { ...lifted, formatVersion: current };
}

function isVersion(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1;
}
