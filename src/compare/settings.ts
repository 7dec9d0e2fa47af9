import { classIntervalNames, type ClassMetrics, type Metrics } from "../layout.ts";
import { keysOf, type Name, printName } from "./names.ts";

/** A value that is not looked into: one setting, or one figure. A list of plain values is one too. */
export type Plain = string | number | boolean | null | readonly Plain[];

/**
 * Every value inside a record by its name, as `--set` takes it: `train.optimizer.adam.learningRate`. An empty mapping,
 * such as the settings of relu, holds none.
 */
export function flatten(record: object): Map<string, Plain> {
  return new Map(valuesIn(record, []).map(([name, value]) => [printName(name), value]));
}

function valuesIn(value: unknown, name: Name): [Name, Plain][] {
  if (value === undefined) return [];
  if (isPlain(value)) return [[name, value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    valuesIn(inner, [...name, Array.isArray(value) ? Number(key) : key]),
  );
}

function isPlain(value: unknown): value is Plain {
  return typeof value !== "object" || value === null
    ? true
    : Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null);
}

/** `[3, 3]`, `adam`, `0.001`, `null`: as it would stand in the YAML. */
export function printPlain(value: Plain): string {
  return Array.isArray(value)
    ? `[${(value as readonly Plain[]).map(printPlain).join(", ")}]`
    : String(value);
}

export function isSame(a: Plain | undefined, b: Plain | undefined): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && printPlain(a) === printPlain(b));
}

/** A stack of layers in a line, `conv 32 > relu > pool > dense classes`: what each is and how large. */
export function summariseLayers(layers: readonly object[]): string {
  return layers
    .map((layer) => {
      const [kind, settings] = Object.entries(layer)[0] ?? ["?", {}];
      const { filters, units } = (settings ?? {}) as Record<string, unknown>;
      return [kind, filters ?? units].filter((part) => part !== undefined).join(" ");
    })
    .join(" > ");
}

/**
 * Every figure of a metrics.json that need not be as it should: `positive.auc`, and a class's by its name,
 * `recall.normal`, since two runs may number their classes differently.
 */
export function figuresOf(metrics: object | null): Map<string, Plain> {
  const {
    classes,
    topAccuracy,
    formatVersion: _,
    ...overall
  } = (metrics ?? {}) as Partial<Metrics>;
  const figures = flatten(overall);
  const put = (name: Name, interval: unknown) => {
    for (const [ends, value] of valuesIn(interval, ["intervals", ...name]))
      figures.set(printName(ends), value);
  };
  for (const { count, accuracy, interval } of objectsOf<Metrics["topAccuracy"][number]>(
    topAccuracy,
  )) {
    figures.set(`top${count}Accuracy`, accuracy);
    put([`top${count}Accuracy`], interval);
  }
  for (const { label, support: __, intervals, ...scores } of objectsOf<ClassMetrics>(classes)) {
    for (const [score, value] of valuesIn(scores, []))
      figures.set(printName([...score, String(label)]), value);
    for (const [score, interval] of Object.entries(intervals ?? {}))
      put([score, String(label)], interval);
  }
  return figures;
}

/** The objects of a list that no schema has looked at. */
export function objectsOf<Item extends object>(value: unknown): Item[] {
  const items: unknown[] = Array.isArray(value) ? value : [];
  return items.filter((item) => typeof item === "object" && item !== null) as Item[];
}

/** Where the interval of a figure of metrics.json may stand: beside it, or among those of the bootstrap. */
export function intervalKeys(figure: string): string[] {
  const keys = keysOf(figure);
  const groups = keys[0] === "groups" ? ["groups"] : [];
  const own = keys.slice(groups.length);
  if (own.includes("operatingPoint"))
    return [printName([...keys.slice(0, -1), "intervals", keys.at(-1)!])];
  const isOfClass = own.length === 2 && ownScores.has(String(own[0]));
  const drawn = bootstrapped[own.join(".")] ?? (own.length === 1 || isOfClass ? own : undefined);
  return [
    printName([...keys.slice(0, -1), `${keys.at(-1)}Interval`]),
    ...(drawn === undefined ? [] : [printName([...groups, "intervals", ...drawn])]),
  ];
}

/** Figures that the bootstrap calls otherwise; see `Figures.intervals` in layout.ts. */
const bootstrapped: Readonly<Record<string, Name>> = {
  "macro.f1": ["f1"],
  "macro.auc": ["auc"],
  "macro.averagePrecision": ["averagePrecision"],
  "positive.auc": ["auc"],
  "positive.averagePrecision": ["averagePrecision"],
  "positive.sensitivity": ["sensitivity"],
  "positive.specificity": ["specificity"],
};

/** Figures of each class that have intervals of their own. */
const ownScores: ReadonlySet<string> = new Set(classIntervalNames);
