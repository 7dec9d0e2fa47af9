import type { TopLevelSpec } from "vega-lite";
import { effects, type Effect, type Level } from "../../sweep/statistics/effects.ts";
import { importances } from "../../sweep/statistics/importance.ts";
import { distinct } from "../../markup/label.ts";
import { shorten } from "../../text.ts";
import { maximum, minimum } from "../../arrays.ts";
import { frame, type Layer } from "../frame.ts";
import { colours } from "../theme.ts";
import type { SweepText } from "../../sweep/sweep-text.ts";
import {
  figureOf,
  finishedSettings,
  pointOf,
  shortKeys,
  toldOf,
  valueText,
} from "./drawn-sweep.ts";

/** From so many settings on importances tell something: five are among the best tenth then. */
export const LEAST_FOR_IMPORTANCE = 50;
/** Values of a key that are shown: those with the most settings. */
const MOST_LEVELS = 12;

/** Of each key that has at least two values among the settings, the most important first. */
export interface KeyEffect extends Effect {
  /** The key's end, as it stands on charts. */
  name: string;
  /** Its share of all; null where there are too few settings. */
  importance: number | null;
}

export function keyEffects(sweep: SweepText): KeyEffect[] {
  const { dimensions } = sweep;
  const settings = finishedSettings(sweep).map(({ setting, figure }) => ({
    point: pointOf(dimensions, setting),
    figure,
  }));
  const names = shortKeys(dimensions.map(({ key }) => key));
  const shares =
    settings.length < LEAST_FOR_IMPORTANCE ? null : importances(dimensions, toldOf(sweep));
  return effects(dimensions, settings)
    .map((effect, index) => ({
      ...effect,
      name: names[index]!,
      importance: shares?.[index] ?? null,
    }))
    .filter(({ levels }) => levels.length > 1)
    .toSorted((a, b) => (b.importance ?? 0) - (a.importance ?? 0));
}

export function levelText({ value }: Level, digits = 3): string {
  if (value !== null && typeof value === "object" && "from" in value && "to" in value) {
    const [from, to] = [value["from"], value["to"]].map((end) => valueText(end as number, digits));
    return from === to ? from! : `${from} to ${to}`;
  }
  return valueText(value, digits);
}

/** What each key's values make of the figure: their mean minus that of all other settings, with its interval. */
export function effectsChart(sweep: SweepText): TopLevelSpec {
  const { words, direction } = figureOf(sweep.summary);
  const keys = keyEffects(sweep);
  const rows = keys.map(({ levels }) => {
    const most = levels.toSorted((a, b) => b.settings - a.settings).slice(0, MOST_LEVELS);
    const kept = levels.filter((level) => most.includes(level));
    const texts = distinct(kept.map((level) => shorten(levelText(level), 19)));
    return kept.map(({ difference, interval, settings }, at) => ({
      level: `${texts[at]!} (${settings})`,
      difference,
      ...interval,
    }));
  });
  const isCut = keys.some(({ levels }) => levels.length > MOST_LEVELS);
  // Below one another, so that the charts of all keys have the same width.
  const extent = 14 + LETTER * maximum(rows.flat().map(({ level }) => Bun.stringWidth(level)));
  const ends = rows.flat().flatMap((row) => [row.difference ?? 0, row.low ?? 0, row.high ?? 0]);
  const room = 0.02 * (maximum(ends) - minimum(ends));
  const domain = [minimum(ends) - room, maximum(ends) + room];
  return {
    ...frame({ name: sweep.summary.sweep }, "Effect of each setting", [
      `Mean ${words} with a value,`,
      "minus that of all others; 95 % intervals.",
      "In brackets: settings that have the value.",
      `Further ${direction === "maximise" ? "right" : "left"} is better.`,
      ...(isCut ? [`The ${MOST_LEVELS} most frequent values of each key.`] : []),
    ]),
    spacing: 10,
    vconcat: keys.map(({ name, importance }, index) => ({
      title: {
        text: importance === null ? name : `${name} (importance ${importance.toFixed(2)})`,
        frame: "group",
        fontSize: 12,
        offset: 4,
      },
      width: 230,
      height: { step: 20 },
      data: { values: rows[index]! },
      layer: layersOf(
        {
          scale: { domain },
          ...(index === keys.length - 1
            ? { title: `Difference in ${words}`, axis: { tickCount: 5, labelFlush: false } }
            : {
                title: null,
                axis: { tickCount: 5, labels: false, ticks: false, domain: false },
              }),
        },
        extent,
      ),
    })),
  };
}

/** Pixels of a letter of an axis. */
const LETTER = 6.4;

function layersOf(ofX: object, extent: number): Layer[] {
  const x = { field: "difference", type: "quantitative", ...ofX };
  const y = {
    field: "level",
    type: "nominal",
    title: null,
    sort: null,
    axis: {
      ticks: false,
      domain: false,
      grid: true,
      labelLimit: 0,
      labelPadding: 8,
      minExtent: extent,
      maxExtent: extent,
    },
  };
  const layers = [
    {
      data: { values: [{ difference: 0 }] },
      mark: { type: "rule", color: colours.quiet, strokeDash: [2, 2], aria: false },
      encoding: { x },
    },
    {
      mark: { type: "rule", color: colours.train, strokeWidth: 2, aria: false },
      encoding: { y, x: { ...x, field: "low" }, x2: { field: "high" } },
    },
    {
      mark: { type: "point", filled: true, opacity: 1, size: 60, color: colours.train },
      encoding: { y, x },
    },
  ];
  return layers as Layer[];
}
