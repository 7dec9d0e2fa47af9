import type { TopLevelSpec } from "vega-lite";
import { rank, rankedPoints, type RankedPoint } from "../evaluate/ranking.ts";
import type { ClassMetrics, Run } from "../layout.ts";
import { ticks, type Layer, type UnitLayer } from "./frame.ts";
import { labels } from "../markup/label.ts";
import { colours } from "./theme.ts";

/** More lines than this cannot be told apart. */
export const MOST_LINES = 10;

/** A class that has a line in a chart, and the figure that its name in the legend is followed by. */
export interface ClassLine {
  index: number;
  name: string;
  figure: number;
}

/**
 * The classes whose curves are drawn: of two the positive one; otherwise all that have one, or those of the lowest
 * figure where there are too many.
 */
export function classLines(
  { metrics }: Run,
  /** Short, as it stands in a legend. */
  figureName: string,
  figureOf: (scores: ClassMetrics) => number | null,
): { lines: ClassLine[]; notes: string[] } {
  const { classes, positive } = metrics;
  const names = labels(classes.map(({ label }) => label));
  const known = classes.flatMap((scores, index) => {
    const figure = figureOf(scores);
    if (figure === null || (positive && positive.label !== scores.label)) return [];
    const name = `${names[index]!} (${figureName} ${figure.toFixed(3)})`;
    return [{ index, name, figure }];
  });
  if (known.length <= MOST_LINES) {
    const missing = positive ? 1 - known.length : classes.length - known.length;
    const notes =
      missing === 0 ? [] : ["A class without images, or with all of them, has no curve."];
    return { lines: known, notes };
  }
  const lowest = known.toSorted((a, b) => a.figure - b.figure || a.index - b.index);
  return {
    lines: lowest.slice(0, MOST_LINES),
    notes: [`The ${MOST_LINES} lowest of ${known.length} classes.`],
  };
}

/** With more lines than this each has a small chart of its own: in one, good curves lie on one another in a corner. */
const MOST_TOGETHER = colours.series.length;

export function hasSmallCharts(lines: readonly ClassLine[]): boolean {
  return lines.length > MOST_TOGETHER;
}

type SmallCharts = Extract<TopLevelSpec, { facet: unknown }>;

/** The scale of a share. */
export const unit = { domain: [0, 1], nice: false };

/** Without titles and with few ticks, for small charts; their titles stand above them once. */
const smallAxis = { title: null, axis: { values: [0, 0.5, 1], ...ticks(".1f") } };

/**
 * A small chart for each class.
 * @param values the points of all curves
 * @param shape how the points are joined
 * @param behind what stands in each chart behind the curve
 */
export function smallCharts(
  lines: readonly ClassLine[],
  values: readonly CurvePoint[],
  shape: { interpolate?: "step-before" },
  behind: Layer[],
): Omit<SmallCharts, "$schema"> {
  const names = lines.map(({ name }) => name);
  const curve: UnitLayer = {
    mark: { type: "line", ...shape, strokeWidth: 2, color: colours.train },
    encoding: {
      x: { field: "x", type: "quantitative", scale: unit, ...smallAxis },
      y: { field: "y", type: "quantitative", scale: unit, ...smallAxis },
      order: { field: "order", type: "quantitative" },
    },
  };
  return {
    data: { values: [...values] },
    facet: {
      field: "class",
      type: "nominal",
      title: null,
      sort: names,
      header: { labelFontSize: 12, labelColor: colours.ink, labelPadding: 4, labelLimit: 0 },
    },
    columns: 4,
    spacing: 16,
    spec: { width: 92, height: 92, layer: [...behind, curve] },
  };
}

/** Of up to `MOST_TOGETHER` lines. Colour and dash, one legend for both. */
export function lineStyle(lines: readonly ClassLine[], title: string) {
  const domain = lines.map(({ name }) => name);
  const series = colours.series.slice(0, lines.length);
  const legend =
    lines.length <= 1
      ? null
      : ({ title, symbolType: "stroke", symbolSize: 400, symbolStrokeWidth: 2.5 } as const);
  return {
    color: {
      field: "class",
      type: "nominal",
      scale: { domain, range: series.map(({ colour }) => colour) },
      legend,
    },
    strokeDash: {
      field: "class",
      type: "nominal",
      scale: { domain, range: series.map(({ dash }) => dash) },
      legend,
    },
  } as const;
}

interface Point {
  x: number;
  y: number;
}

/** A point of a class's curve; `class` is the name of its line. */
interface CurvePoint extends Point {
  class: string;
  order: number;
}

/** What a class's curve is made of: the counts at each threshold, from the highest down, of the class against the rest. */
export function classPoints({ predictions, metrics }: Run, { index }: ClassLine): RankedPoint[] {
  const { label } = metrics.classes[index]!;
  const ranking = rank(
    predictions.map(({ probabilities }) => probabilities[index]!),
    predictions.map(({ actual }) => actual === label),
  );
  return rankedPoints(ranking);
}

/** A class's curve as it is drawn: thinned, to four decimals. */
export function curveOf(points: readonly Point[], { name }: ClassLine): CurvePoint[] {
  return thinned(points).map(({ x, y }, order) => ({
    class: name,
    order,
    x: Number(x.toFixed(4)),
    y: Number(y.toFixed(4)),
  }));
}

/** Points of a curve nearer than this in both directions to the one before would not be seen. */
const NEAREST = 1 / 200;

/** A curve without the points that it looks the same without: its ends and its corners stay. */
function thinned(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  points.forEach((point, index) => {
    const [last, next] = [kept.at(-1), points[index + 1]];
    const isEnd = !last || !next;
    const isCorner =
      !isEnd &&
      !(last.x === point.x && point.x === next.x) &&
      !(last.y === point.y && point.y === next.y);
    const isFar =
      last && (Math.abs(point.x - last.x) >= NEAREST || Math.abs(point.y - last.y) >= NEAREST);
    if (isEnd || (isCorner && isFar)) kept.push(point);
  });
  return kept;
}
