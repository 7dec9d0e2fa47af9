import { maximum } from "../../arrays.ts";
import { stream } from "../../random.ts";
import { drawPlaces, logDensities, parzenEstimator, type Coordinates } from "./parzen.ts";
import { randomPoint } from "./random.ts";
import type { Dimension, Json, Point, Search, Space, Told } from "../types.ts";
import { isFree, valueOnScale } from "./space.ts";

export interface TpeSettings {
  /** Trials at the beginning whose points are random. */
  startup: number;
  /** Trials that are proposed without the results of one another, so that they may run side by side. */
  generation: number;
  /** Points of which the most promising is proposed. */
  candidates: number;
}

const usual: TpeSettings = { startup: 10, generation: 8, candidates: 24 };

/**
 * Tree-structured Parzen Estimator (Bergstra et al., 2011) as Optuna 5's TPESampler has it by default: two densities,
 * of the best tenth of the trials (at most 25) and of the others, and the candidate drawn from the first at which it
 * is the most times the second. Multivariate: the dimensions are drawn together. Points of the own generation that have
 * no result yet count among the others, so that no two are proposed side by side ("constant liar").
 *
 * What differs from Optuna: trials come in generations, whose results do not matter to one another, so that the same
 * points follow whatever the number of workers; and a real number is rounded to six digits. Failed trials are left out,
 * as there. Pruned trials there are none: one that was stopped early counts by what it is told with.
 */
export function tpeSearch(space: Space, seed: number, settings: Partial<TpeSettings> = {}): Search {
  const { startup, generation, candidates } = { ...usual, ...settings };
  const awaits = (number: number) =>
    number <= startup ? 0 : number - 1 - ((number - 1 - startup) % generation);
  const propose = (number: number, told: readonly Told[]): Point => {
    const known = awaits(number);
    const finished = told.filter(isFinished).filter((trial) => trial.number <= known);
    const random = randomPoint(space, seed, "tpe", number);
    if (finished.length < startup) return random;
    const model = { space, finished, candidates };
    // Those of the generation before this one follow from the same results.
    const pending: Point[] = [];
    for (let one = known + 1; one < number; one++)
      pending.push(promising(model, pending, randomPoint(space, seed, "tpe", one), seed, one));
    return promising(model, pending, random, seed, number);
  };
  return { size: null, awaits, propose };
}

type Finished = Told & { objective: number };

function isFinished(trial: Told): trial is Finished {
  return trial.objective !== null && !Number.isNaN(trial.objective);
}

interface Model {
  space: Space;
  finished: readonly Finished[];
  candidates: number;
}

function promising(
  { space, finished, candidates }: Model,
  pending: readonly Point[],
  usualPoint: Point,
  seed: number,
  number: number,
): Point {
  const free = space.dimensions.flatMap((dimension, index) =>
    isFree(dimension) ? [{ dimension, index }] : [],
  );
  if (free.length === 0) return usualPoint;
  const dimensions = free.map(({ dimension }) => dimension);
  const coordinates = (point: Point): Coordinates =>
    free.map(({ dimension, index }) => coordinateOf(dimension, point[index]!));
  const [good, others] = split(finished);
  const better = parzenEstimator(dimensions, good.map(coordinates));
  const worse = parzenEstimator(dimensions, [...others, ...pending].map(coordinates));
  const places = drawPlaces(better, candidates, stream(seed, "sweep", "tpe", number, "candidates"));
  const points = places.map((place) =>
    place.map((value, index) => roundedTo(dimensions[index]!, value)),
  );
  const [above, below] = [logDensities(better, points), logDensities(worse, points)];
  const gains = above.map((log, index) => log - below[index]!);
  const best = points[gains.indexOf(maximum(gains))]!;
  return space.dimensions.map((dimension, index) => {
    const place = free.findIndex((one) => one.index === index);
    if (place === -1) return usualPoint[index]!;
    return "list" in dimension ? dimension.list[best[place]!]! : best[place]!;
  });
}

/** The points of the best tenth, at most 25, and those of the others, each in the order of their numbers. */
function split(finished: readonly Finished[]): [Point[], Point[]] {
  const inOrder = finished.toSorted((a, b) => a.number - b.number);
  const ranked = inOrder.toSorted((a, b) => a.objective - b.objective);
  const good = new Set(ranked.slice(0, Math.min(25, Math.ceil(0.1 * finished.length))));
  const pointsOf = (trials: readonly Finished[]) => trials.map(({ point }) => point);
  return [
    pointsOf(inOrder.filter((trial) => good.has(trial))),
    pointsOf(inOrder.filter((trial) => !good.has(trial))),
  ];
}

function coordinateOf(dimension: Dimension, value: Json): number {
  if (!("list" in dimension)) return value as number;
  const index = dimension.list.findIndex((one) => Bun.deepEquals(one, value, true));
  if (index === -1)
    throw new RangeError(`${JSON.stringify(value)} is no value of ${dimension.key}.`);
  return index;
}

function roundedTo(dimension: Dimension, place: number): number {
  return "list" in dimension ? place : valueOnScale(dimension, place);
}
