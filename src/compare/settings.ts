import type { ClassMetrics, Metrics } from "../run/layout.ts";

/** A value that is not looked into: one setting, or one figure. A list of plain values is one too. */
export type Plain = string | number | boolean | null | readonly Plain[];

/**
 * Every value inside a record by its dotted path, as `--set` takes it: `train.optimizer.adam.learningRate`. An empty
 * mapping, such as the settings of relu, holds none.
 */
export function flatten(record: object): Map<string, Plain> {
  const values = new Map<string, Plain>();
  const walk = (value: unknown, path: string) => {
    if (value === undefined) return;
    if (isPlain(value)) values.set(path, value);
    else
      for (const [key, inner] of Object.entries(value as object))
        walk(inner, path === "" ? key : `${path}.${key}`);
  };
  walk(record, "");
  return values;
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
  for (const { count, accuracy } of objectsOf<Metrics["topAccuracy"][number]>(topAccuracy))
    figures.set(`top${count}Accuracy`, accuracy);
  for (const { label, support: __, ...scores } of objectsOf<ClassMetrics>(classes))
    for (const [score, value] of flatten(scores)) figures.set(`${score}.${label}`, value);
  return figures;
}

/** The objects of a list that no schema has looked at. */
export function objectsOf<Item extends object>(value: unknown): Item[] {
  const items: unknown[] = Array.isArray(value) ? value : [];
  return items.filter((item) => typeof item === "object" && item !== null) as Item[];
}

/** Where the interval of a figure of metrics.json may stand: beside it, or among those of the bootstrap. */
export function intervalKeys(figure: string): string[] {
  const [, groups = "", name] = /^(groups\.)?(.+)$/.exec(figure)!;
  const drawn = bootstrapped[name!] ?? (name!.includes(".") ? undefined : name!);
  return [`${figure}Interval`, ...(drawn === undefined ? [] : [`${groups}intervals.${drawn}`])];
}

/** Figures that the bootstrap calls otherwise; see `Figures.intervals` in run/layout.ts. */
const bootstrapped: Readonly<Record<string, string>> = {
  "macro.f1": "f1",
  "macro.auc": "auc",
  "positive.auc": "auc",
  "positive.sensitivity": "sensitivity",
  "positive.specificity": "specificity",
};
