const LINE_COLUMNS = 100;

/**
 * JSON for git: one value per line, and each item of a list whole on its own line. A short list of numbers or words
 * stays on one, and so do the numbers or words that a short object inside another holds. Numbers are written as
 * JavaScript does, in the fewest digits that read back as the same number. A Map is an object whose keys keep their
 * order whatever they are: those of an object that are numbers come first.
 */
export function jsonText(value: object): string {
  return `${layOut(value, "")}\n`;
}

function layOut(value: unknown, indent: string): string {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new TypeError(`${value} cannot be written as JSON.`);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map(onOneLine);
    const line = `[${items.join(", ")}]`;
    if (items.length === 0 || (value.every(isPlain) && line.length <= LINE_COLUMNS)) return line;
    return `[\n${items.map((item) => inner + item).join(",\n")}\n${indent}]`;
  }
  const line = onOneLine(value);
  const isInner = indent !== "" && entriesOf(value).every(([, item]) => isPlain(item));
  if (isInner && line.length <= LINE_COLUMNS) return line;
  const entries = entriesOf(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${layOut(item, inner)}`,
  );
  return entries.length === 0 ? "{}" : `{\n${entries.join(",\n")}\n${indent}}`;
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

function onOneLine(value: unknown): string {
  if (isPlain(value)) return layOut(value, "");
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  const entries = entriesOf(value as object).map(
    ([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`,
  );
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** As in JSON.stringify, a property that is undefined is not there. */
function entriesOf(value: object): [string, unknown][] {
  const entries: [string, unknown][] = value instanceof Map ? [...value] : Object.entries(value);
  return entries.filter(([, item]) => item !== undefined);
}
