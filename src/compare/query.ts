import { UsageError } from "../errors.ts";
import { messages } from "../messages.ts";
import { nearest } from "../nearest.ts";
import { isSame, type Plain, printPlain } from "./settings.ts";

/** Something with values by name, such as a run with its metrics and settings. */
export interface Row {
  values: ReadonlyMap<string, Plain>;
}

/** One `--where accuracy>0.8`. */
export interface Condition {
  key: string;
  operator: Operator;
  wanted: string;
}

const operators = ["<=", ">=", "!=", "==", "=", "<", ">"] as const;
type Operator = (typeof operators)[number];

/** @throws UsageError where the text has no operator, or nothing on its left */
export function readCondition(text: string): Condition {
  const match = /^\s*([^<>=!]+?)\s*(<=|>=|!=|==|=|<|>)\s*(.*?)\s*$/s.exec(text);
  if (!match) throw new UsageError(messages.badCondition(text));
  return { key: match[1]!, operator: match[2] as Operator, wanted: match[3]! };
}

/**
 * The whole name of a value: as it is given, or the only one that ends with it, so that `learningRate` finds
 * `train.optimizer.adam.learningRate`.
 *
 * @throws UsageError naming the nearest one, or those that it may be
 */
export function findKey(given: string, keys: ReadonlySet<string>): string {
  const wanted = given.replaceAll(/\[(\d+)\]/g, ".$1");
  if (keys.has(wanted)) return wanted;
  const ending = [...keys].filter((key) => key.endsWith(`.${wanted}`));
  if (ending.length === 1) return ending[0]!;
  if (ending.length > 1) throw new UsageError(messages.ambiguousColumn(given, ending));
  throw new UsageError(messages.unknownColumn(given, nearestKey(wanted, [...keys])));
}

/** By the whole name, or by its last part, which is what is typed most often. */
function nearestKey(given: string, keys: readonly string[]): string | undefined {
  const lastParts = new Map(keys.map((key) => [key.split(".").at(-1)!, key]));
  const last = nearest(given, [...lastParts.keys()]);
  return nearest(given, keys) ?? (last === undefined ? undefined : lastParts.get(last));
}

/**
 * The rows of which all conditions are true. A row that has no such value fails each but `!=`.
 * @throws UsageError where a number is to be less or more than something that is none
 */
export function filterRows<Item extends Row>(
  rows: readonly Item[],
  conditions: readonly Condition[],
): Item[] {
  return rows.filter(({ values }) =>
    conditions.every((condition) => isTrue(condition, values.get(condition.key))),
  );
}

function isTrue({ key, operator, wanted }: Condition, found: Plain | undefined): boolean {
  if (found === undefined) return operator === "!=";
  const number = wanted === "" ? Number.NaN : Number(wanted);
  const isEqual = printPlain(found) === wanted || (typeof found === "number" && found === number);
  if (operator === "=" || operator === "==") return isEqual;
  if (operator === "!=") return !isEqual;
  if (found === null) return false;
  if (typeof found === "number" && Number.isNaN(number))
    throw new UsageError(messages.notComparable(key, found, wanted));
  const order =
    typeof found === "number" ? found - number : compareTexts(printPlain(found), wanted);
  return { "<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0 }[operator];
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** In the order of one value, equal ones as they were. A row that has none is last, whichever way round. */
export function sortRows<Item extends Row>(
  rows: readonly Item[],
  key: string,
  { reverse }: { reverse: boolean },
): Item[] {
  const sign = reverse ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [first, second] = [a.values.get(key) ?? null, b.values.get(key) ?? null];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return sign * comparePlain(first, second);
  });
}

const collator = new Intl.Collator("en", { numeric: true });

function comparePlain(a: Plain, b: Plain): number {
  return typeof a === "number" && typeof b === "number"
    ? a - b
    : collator.compare(printPlain(a), printPlain(b));
}

/** The names of the values that are not the same in every row, in the order in which they are met. */
export function differingKeys(rows: readonly Row[]): string[] {
  const keys = new Set(rows.flatMap(({ values }) => [...values.keys()]));
  return [...keys].filter((key) => {
    const first = rows[0]?.values.get(key);
    return rows.some(({ values }) => !isSame(values.get(key), first));
  });
}

/**
 * Dotted names cut to their ends, as far as no two become equal: `train.epochs` → `epochs`. A layer's setting keeps
 * the kind of the layer: `dropout.rate`.
 */
export function shortNames(keys: readonly string[]): Map<string, string> {
  const short = new Map<string, string>();
  for (const key of keys) {
    const parts = key.split(".");
    const least = key.startsWith("model.layers.") ? 2 : 1;
    const ends = parts.map((_, index) => parts.slice(-(index + 1)).join("."));
    const isClear = (end: string) =>
      keys.every((other) => other === key || !`.${other}`.endsWith(`.${end}`));
    short.set(key, ends.slice(least - 1).find(isClear) ?? key);
  }
  return short;
}
