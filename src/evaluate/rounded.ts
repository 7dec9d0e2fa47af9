/** One more than the probabilities have from which the figures follow; more would be noise of the order of additions. */
const DIGITS = 10;

/** What is compared with probabilities or was asked for stays as it is. */
const exact: ReadonlySet<string> = new Set(["threshold", "wanted"]);

/** Figures as metrics.json has them, to 10 significant digits. Rounded again they are the same. */
export function rounded<Record extends object>(record: Record): Record {
  return round(record) as Record;
}

function round(value: unknown, key = ""): unknown {
  if (typeof value === "number") return exact.has(key) ? value : Number(value.toPrecision(DIGITS));
  if (Array.isArray(value)) return value.map((item) => round(item, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, round(item, name)]));
}
