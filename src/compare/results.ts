import { maximum } from "../arrays.ts";
import { differenceInterval, mcnemar } from "../evaluate/mcnemar.ts";
import type { Interval, Metrics, PredictionRecord, Run } from "../layout.ts";
import { keysOf } from "./names.ts";
import { figuresOf, intervalKeys, type Plain } from "./settings.ts";

/** One image as two runs judged it. */
export interface JudgedPair {
  a: PredictionRecord;
  b: PredictionRecord;
}

/** The images that two runs were evaluated on, held against each other. */
export interface EvaluatedImages {
  /** In both, with the same class. */
  pairs: JudgedPair[];
  onlyA: string[];
  onlyB: string[];
  /** In both, but with another class: what was right for one is wrong for the other. */
  relabelled: string[];
}

type Results = Pick<Run, "data"> & { results: Pick<Run, "metrics" | "predictions"> };

/** An image is the same one when its content is, wherever its file lies. */
export function pairImages(a: Results, b: Results): EvaluatedImages {
  const inA = byContent(a);
  const inB = byContent(b);
  const found: EvaluatedImages = { pairs: [], onlyA: [], onlyB: [], relabelled: [] };
  for (const [content, ofA] of inA) {
    const ofB = inB.get(content);
    if (!ofB) found.onlyA.push(ofA.file);
    else if (ofA.actual !== ofB.actual) found.relabelled.push(ofA.file);
    else found.pairs.push({ a: ofA, b: ofB });
  }
  for (const [content, { file }] of inB) if (!inA.has(content)) found.onlyB.push(file);
  return found;
}

/** Predictions by the hash of the image; of equal images in one set the second is `…#2`. */
function byContent({ data, results }: Results): Map<string, PredictionRecord> {
  const { metrics, predictions } = results;
  const hashes = new Map(
    data.images
      .filter(({ split }) => split === metrics.split)
      .map(({ file, sha256 }) => [file, sha256]),
  );
  const taken = new Map<string, number>();
  return new Map(
    predictions.map((prediction) => {
      const hash = hashes.get(prediction.file) ?? prediction.file;
      const number = (taken.get(hash) ?? 0) + 1;
      taken.set(hash, number);
      return [`${hash}#${number}`, prediction];
    }),
  );
}

/** McNemar's test on the images that both runs judged. */
export interface PairedTest {
  images: number;
  bothRight: number;
  onlyA: number;
  onlyB: number;
  bothWrong: number;
  /** Two-sided, exact. */
  p: number;
  /** Accuracy of B minus that of A on these images. */
  difference: number;
  interval: Interval;
}

export function testPairs(pairs: readonly JudgedPair[]): PairedTest {
  const count = (a: boolean, b: boolean) =>
    pairs.filter((pair) => isRight(pair.a) === a && isRight(pair.b) === b).length;
  const [onlyA, onlyB] = [count(true, false), count(false, true)];
  return {
    images: pairs.length,
    bothRight: count(true, true),
    onlyA,
    onlyB,
    bothWrong: count(false, false),
    p: mcnemar(onlyA, onlyB),
    difference: (onlyB - onlyA) / pairs.length,
    interval: differenceInterval(onlyA, onlyB, pairs.length),
  };
}

export function isRight({ actual, predicted }: PredictionRecord): boolean {
  return actual === predicted;
}

/** An image for which the two runs answered differently. */
export interface Flip {
  file: string;
  actual: string;
  /** What each answered, and with which probability. */
  a: { predicted: string; probability: number };
  b: { predicted: string; probability: number };
  verdict: "fixed" | "regressed" | "wrong otherwise";
}

const verdicts = ["regressed", "fixed", "wrong otherwise"] as const;

/** fixed: only B is right. regressed: only A is. Of each kind the most certain of B's answers first. */
export function findFlips(pairs: readonly JudgedPair[]): Flip[] {
  return pairs
    .filter(({ a, b }) => a.predicted !== b.predicted)
    .map(({ a, b }): Flip => {
      const verdict = isRight(b) ? "fixed" : isRight(a) ? "regressed" : "wrong otherwise";
      return { file: b.file, actual: b.actual, a: answer(a), b: answer(b), verdict };
    })
    .toSorted(
      (a, b) =>
        verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) ||
        b.b.probability - a.b.probability ||
        (a.file < b.file ? -1 : 1),
    );
}

function answer({ predicted, probabilities }: PredictionRecord) {
  return { predicted, probability: maximum(probabilities) };
}

/** A figure of both runs. null where a run has none, or it is undefined. */
export interface FigureChange {
  name: string;
  a: number | null;
  b: number | null;
  aInterval: Interval | null;
  bInterval: Interval | null;
}

/** Whether a figure is of the network, and not of the images as such or of how sure it is. */
function isOfNetwork(name: string): boolean {
  const keys = keysOf(name);
  const isOfGroups = keys[0] === "groups";
  const [first] = isOfGroups ? keys.slice(1) : keys;
  const point = keys.indexOf("operatingPoint");
  // What it was chosen on is told where it was chosen.
  if (point !== -1 && (keys[point + 1] !== "reached" || keys.includes("intervals"))) return false;
  return !(isOfGroups ? notOfGroups : notOfTheNetwork).has(String(first));
}

const notOfTheNetwork: ReadonlySet<string> = new Set([
  "images",
  "majorityClassAccuracy",
  "baseline",
  "weights",
  "accuracyInterval",
  "intervals",
]);
const notOfGroups: ReadonlySet<string> = new Set(["count", "mixed", "intervals"]);

/** Every figure that either run has: of all images first, then of each class. */
export function compareFigures(a: Metrics | null, b: Metrics | null): FigureChange[] {
  const [inA, inB] = [figuresOf(a), figuresOf(b)];
  return [...new Set([...inA.keys(), ...inB.keys()])]
    .filter(isOfNetwork)
    .map((name) => ({
      name,
      a: numberOf(inA.get(name)),
      b: numberOf(inB.get(name)),
      aInterval: intervalOf(name, inA),
      bInterval: intervalOf(name, inB),
    }))
    .filter((figure) => figure.a !== null || figure.b !== null);
}

function numberOf(value: Plain | undefined): number | null {
  return typeof value === "number" ? value : null;
}

function intervalOf(name: string, figures: ReadonlyMap<string, Plain>): Interval | null {
  // The bootstrap calls several figures by one name: only that of a figure that is there is its own.
  if (numberOf(figures.get(name)) === null) return null;
  for (const key of intervalKeys(name)) {
    const [low, high] = [figures.get(`${key}.low`), figures.get(`${key}.high`)];
    if (typeof low === "number" && typeof high === "number") return { low, high };
  }
  return null;
}
