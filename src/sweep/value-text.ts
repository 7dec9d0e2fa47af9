/** A drawn number needs no more than a reader takes in. */
const DIGITS = 4;

/**
 * A value of a setting as one would say it: `0.0032`, `[28, 28]`, `adam (learningRate 0.01)`, `rotation 15, shift 0.1`,
 * and of layers `flatten > dense (units classes)`, as lists of runs have them.
 *
 * @param digits of a number, at most
 */
export function valueText(value: unknown, digits = DIGITS): string {
  if (typeof value === "number") return String(Number(value.toPrecision(digits)));
  if (typeof value === "string") return value;
  if (Array.isArray(value)) {
    const items = value.map((one) => valueText(one, digits));
    return value.some(isMapping) ? items.join(" > ") : `[${items.join(", ")}]`;
  }
  if (!isMapping(value)) return JSON.stringify(value) ?? "";
  const entries = Object.entries(value);
  return entries.length === 0
    ? "{}"
    : entries.map(([key, inner]) => settingText(key, inner, digits)).join(", ");
}

/** A key with its value; in parentheses what has keys of its own, and of what has none the key alone. */
function settingText(key: string, value: unknown, digits: number): string {
  if (!isMapping(value)) return `${key} ${valueText(value, digits)}`;
  return Object.keys(value).length === 0 ? key : `${key} (${valueText(value, digits)})`;
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
