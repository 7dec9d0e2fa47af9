import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { nearest } from "../nearest.ts";
import { keysOf, parseName, printName } from "./names.ts";
import { type Plain, printPlain } from "./settings.ts";

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
  const match = /^\s*((?:"(?:[^"\\]|\\.)*"|[^<>=!"])+?)\s*(<=|>=|!=|==|=|<|>)\s*(.*?)\s*$/s.exec(
    text,
  );
  if (!match) throw new UsageError(messages.badCondition(text));
  return { key: match[1]!, operator: match[2] as Operator, wanted: match[3]! };
}

/**
 * The whole name of a value: as it is given, or the only one that ends with it, so that `learningRate` finds
 * `train.optimizer.adam.learningRate`. Quotes in it may be missing where it is clear without.
 *
 * @throws UsageError naming the nearest one, or those that it may be
 */
export function findKey(given: string, keys: ReadonlySet<string>): string {
  const wanted = given.replaceAll(/\[(\d+)\]/g, ".$1");
  const found = [given, wanted].find((name) => keys.has(name));
  if (found !== undefined) return found;
  const names = [...keys].map((key) => ({ key, plain: keysOf(key).join(".") }));
  for (const isMeant of [
    (plain: string) => plain === given || plain === wanted,
    (plain: string) => plain.endsWith(`.${given}`) || plain.endsWith(`.${wanted}`),
    (plain: string) => plain.endsWith(`.${parseName(given)?.join(".")}`),
  ]) {
    const meant = names.filter(({ plain }) => isMeant(plain)).map(({ key }) => key);
    if (meant.length === 1) return meant[0]!;
    if (meant.length > 1) throw new UsageError(messages.ambiguousColumn(given, meant));
  }
  throw new UsageError(messages.unknownColumn(given, nearestKey(wanted, [...keys])));
}

/** Letters that are the beginning of a name, and not only near to one. */
const LEAST_BEGUN = 3;

/** What begins so: `acc` is accuracy. Otherwise by the whole name, or by its last key, which is what is typed most often. */
function nearestKey(given: string, keys: readonly string[]): string | undefined {
  const begun = given.length < LEAST_BEGUN ? [] : keys.filter((key) => key.startsWith(given));
  if (begun.length > 0) return begun.toSorted((a, b) => a.length - b.length)[0];
  const lastKeys = new Map(keys.map((key) => [String(keysOf(key).at(-1)), key]));
  const last = nearest(given, [...lastKeys.keys()]);
  return nearest(given, keys) ?? (last === undefined ? undefined : lastKeys.get(last));
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
  const isEqual =
    printPlain(found) === wanted ||
    (typeof found === "number" && found === number) ||
    // One of several words, such as tags.
    (Array.isArray(found) && found.some((item) => typeof item === "string" && item === wanted));
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

/**
 * Names of values that are not the same in all rows of a group: those with most values first, as they tell most. A name
 * that only stands for none where others have something inside it (`augment: null`) tells nothing.
 */
export function varyingKeys(
  rows: readonly Row[],
  groupOf: (row: Row) => Plain | undefined,
): string[] {
  const keys = new Set(rows.flatMap(({ values }) => [...values.keys()]));
  const groups = [...Map.groupBy(rows, groupOf).values()].filter(({ length }) => length > 1);
  const found = [...keys].flatMap((key) => {
    if (rows.every(({ values }) => values.get(key) == null)) return [];
    const more = groups.map(
      (group) => new Set(group.map(({ values }) => JSON.stringify(values.get(key)))).size - 1,
    );
    const count = more.reduce((sum, one) => sum + one, 0);
    return count > 0 ? { key, count } : [];
  });
  return found.toSorted((a, b) => b.count - a.count).map(({ key }) => key);
}

/**
 * Names cut to their ends, as far as no two become equal: `train.epochs` → `epochs`. A layer's setting keeps the kind of
 * the layer: `dropout.rate`.
 */
export function shortNames(names: readonly string[]): Map<string, string> {
  const keys = names.map(keysOf);
  const endings = new Map<string, number>();
  for (const own of keys)
    for (let length = 1; length <= own.length; length++) {
      const end = printName(own.slice(-length));
      endings.set(end, (endings.get(end) ?? 0) + 1);
    }
  return new Map(
    names.map((name, index) => {
      const own = keys[index]!;
      const least = own[0] === "model" && own[1] === "layers" ? 2 : 1;
      const ends = own.map((_, left) => printName(own.slice(-(left + 1))));
      return [name, ends.slice(least - 1).find((end) => endings.get(end) === 1) ?? name];
    }),
  );
}
