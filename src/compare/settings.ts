/** A value that is not looked into: one setting, or one figure. A list of plain values is one too. */
export type Plain = string | number | boolean | null | readonly Plain[];

/**
 * Every value inside a record by its dotted path, as `--set` takes it: `train.optimizer.adam.learningRate`. An empty
 * mapping, such as the settings of relu, holds none.
 */
export function flatten(record: object): Map<string, Plain> {
  const values = new Map<string, Plain>();
  const walk = (value: unknown, path: string) => {
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

/** Where the interval of a figure of metrics.json may stand: beside it, or among the bootstrap's. */
export function intervalKeys(figure: string): string[] {
  const name = /^(?:(?:macro|positive)\.)?(\w+)$/.exec(figure)?.[1];
  return [`${figure}Interval`, ...(name === undefined ? [] : [`intervals.${name}`])];
}
