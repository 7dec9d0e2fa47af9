import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { type PairedAreas, testAreas } from "./areas.ts";
import { compareData, type DataChange } from "./data.ts";
import { type Change, compareCosts, compareEnvironments } from "./environment.ts";
import { compareExperiments, type SettingChange } from "./experiment.ts";
import {
  compareFigures,
  type EvaluatedImages,
  type FigureChange,
  findFlips,
  type Flip,
  type PairedTest,
  pairImages,
  testPairs,
} from "./results.ts";
import type { Note } from "../run/remarks.ts";
import type { Side } from "./side.ts";

/** All in which two runs differ; `exp diff --json` prints it. */
export interface RunDiff {
  formatVersion: 1;
  a: SideSummary;
  b: SideSummary;
  settings: SettingChange[];
  /** null where one is an experiment that was not run, or one alone is an evaluation. */
  data: DataChange[] | null;
  environment: Change[];
  /** Seconds, speed and memory: they differ between any two runs. */
  cost: Change[];
  /** null where a run has no results. */
  results: ResultsDiff | null;
}

export interface SideSummary {
  run: string;
  status: string | null;
  /** The split that the figures are of. */
  split: string | null;
  images: number | null;
  notes: Note[];
  tags: string[];
}

export interface ResultsDiff {
  figures: FigureChange[];
  images: { both: number; onlyA: string[]; onlyB: string[]; relabelled: string[] };
  /** null where no image was judged by both. */
  test: PairedTest | null;
  /** Areas under the ROC curve on the images that both judged. */
  areas: PairedAreas[];
  flips: Flip[];
}

export interface DiffOptions {
  /** Compare figures though they are of different images. */
  allowDifferentImages: boolean;
}

/** @throws UsageError where both have results, and not of the same images */
export function diffRuns(a: Side, b: Side, options: DiffOptions): RunDiff {
  return {
    formatVersion: 1,
    a: summarise(a),
    b: summarise(b),
    settings: compareExperiments(a, b),
    data: a.data && b.data && areAlike(a, b) ? compareData(a.data, b.data) : null,
    environment: compareEnvironments(a.manifest, b.manifest),
    cost: compareCosts(a.manifest, b.manifest),
    results: compareResults(a, b, options),
  };
}

/** Whether both are runs, or both are evaluations: of a run and an evaluation the images have nothing to do with one another. */
function areAlike(a: Side, b: Side): boolean {
  return (a.data?.evaluation === undefined) === (b.data?.evaluation === undefined);
}

function summarise({ label, manifest, results, remarks }: Side): SideSummary {
  return {
    run: label,
    status: manifest?.status ?? null,
    split: results?.metrics.split ?? null,
    images: results?.metrics.images ?? null,
    notes: remarks.notes,
    tags: remarks.tags,
  };
}

function compareResults(a: Side, b: Side, options: DiffOptions): ResultsDiff | null {
  if (!a.results || !b.results || !a.data || !b.data) return null;
  const found = pairImages(
    { data: a.data, results: a.results },
    { data: b.data, results: b.results },
  );
  if (!isSameTest(found) && areAlike(a, b) && !options.allowDifferentImages)
    throw new UsageError(messages.differentTestImages(a.label, b.label, found));
  const { pairs, onlyA, onlyB, relabelled } = found;
  return {
    figures: compareFigures(a.results.metrics, b.results.metrics),
    images: { both: pairs.length, onlyA, onlyB, relabelled },
    test: pairs.length > 0 ? testPairs(pairs) : null,
    areas: testAreas(a, b, pairs),
    flips: findFlips(pairs),
  };
}

export function isSameTest({ onlyA, onlyB, relabelled }: Omit<EvaluatedImages, "pairs">): boolean {
  return onlyA.length + onlyB.length + relabelled.length === 0;
}
