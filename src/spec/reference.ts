import { nearest } from "../nearest.ts";
import { plainName } from "./carried.ts";
import { demandedOf } from "./demands.ts";
import { describeSchema, inOneLine } from "./describe.ts";
import { meantName } from "./names.ts";
import {
  experimentSchema,
  follow,
  fullForm,
  ownKeys,
  shownValue,
  sweepSchema,
  type Schema,
} from "./schema.ts";

/** A key of experiments, as the schema documents it. */
export interface Entry {
  /** `data.split.test`, `train.optimizer.adam.beta1`; a layer's setting is `conv.filters`, wherever the layer stands. */
  name: string;
  /** Where it is written. */
  place: string;
  description: string;
  /** What is allowed, in words. */
  type: string;
  /** As YAML in one line; null where there is none. */
  default: string | null;
  isRequired: boolean;
  /** As YAML in one line, with the key; null where the schema has none. */
  example: string | null;
  /** The keys inside it. */
  keys: Entry[];
}

/** Every key of an experiment, or of a sweep, with all that is inside it, in the order of the schema. */
export function reference(schema = experimentSchema): Entry[] {
  return entriesIn(schema, [], []);
}

/** The same, each key for itself. */
export function everyEntry(entries = reference()): Entry[] {
  return entries.flatMap((entry) => [entry, ...everyEntry(entry.keys)]);
}

const LAYERS = "model.layers";

/** Layers hold layers, which are told once. */
const layer = "#/definitions/layer";

function entriesIn(part: Schema, path: readonly string[], above: readonly string[]): Entry[] {
  const { $ref } = part;
  const isNested = $ref === layer && path.join(".") !== LAYERS;
  if (isNested || ($ref !== undefined && above.includes($ref))) return [];
  const inside = $ref === undefined ? above : [...above, $ref];
  const schema = follow(part);
  const own = ownKeys(schema);
  return [
    ...Object.entries(schema.properties ?? {}).map(([key, property]) =>
      entryOf(key, property, schema, path, inside),
    ),
    ...(schema.anyOf ?? []).flatMap((branch) => entriesIn(branch, path, inside)),
    ...(schema.items ? entriesIn(schema.items, path, inside) : []),
    ...(own?.$ref ? entriesIn(own, [...path, "NAME"], inside) : []),
  ];
}

function entryOf(
  key: string,
  property: Schema,
  holder: Schema,
  above: readonly string[],
  refs: readonly string[],
): Entry {
  const schema = follow(property);
  const path = [...above, key];
  const isLayer = above.join(".") === LAYERS;
  const required = [...(holder.required ?? []), ...demandedOf(refs.at(-1))];
  const ofHolder = (shownValue(holder) as Record<string, unknown> | undefined)?.[key];
  const full = fullForm(schema);
  const example = shownValue(schema) ?? ofHolder ?? (full && shownValue(full)) ?? schema.default;
  const isShown = example !== undefined && example !== null;
  const written = isShown ? inOneLine({ [key]: example }).replace(/^\{ (.*) \}$/s, "$1") : null;
  return {
    name: path.join(".").replace(`${LAYERS}.`, ""),
    place: isLayer ? LAYERS : above.join(".").replace(`${LAYERS}.`, ""),
    description: schema.description ?? "",
    type: describeSchema(property),
    default: schema.default === undefined ? null : inOneLine(schema.default),
    isRequired: required.includes(key),
    example: written !== null && isLayer ? `- ${written}` : written,
    keys: entriesIn(property, path, refs),
  };
}

/** What is found under a name. */
export interface Found {
  /** Keys of this name, or of names that end with it. */
  entries: Entry[];
  /** Whether they are keys of sweeps, which are looked at where experiments have none. */
  isOfSweeps: boolean;
  /** Names of keys that may be meant, where there is none. */
  meant: string[];
}

/** The keys that someone means by a name: whole, its end, or with the numbers of layers in it. */
export function findEntries(name: string): Found {
  const steps = name
    .replaceAll(/\[\d+\]/g, "")
    .split(".")
    .filter((step) => step !== "" && !/^\d+$/.test(step));
  const bare = steps.join(".").replace(/^model\.layers\.(?=\w)/, "");
  const [all, ofSweeps] = [everyEntry(), everyEntry(reference(sweepSchema))];
  const own = entriesCalled(bare, all);
  if (own.length > 0 || bare === "") return { entries: own, isOfSweeps: false, meant: [] };
  const entries = entriesCalled(bare, ofSweeps);
  if (entries.length > 0) return { entries, isOfSweeps: true, meant: [] };
  const none = { entries: [], isOfSweeps: false };
  const names = all.map((entry) => entry.name);
  const near = nearest(bare, [...names, ...ofSweeps.map((entry) => entry.name)]);
  if (near !== undefined) return { ...none, meant: [near] };
  const lastOf = (one: string) => one.split(".").at(-1)!;
  const last = meantName(lastOf(bare), [...new Set(names.map(lastOf))]);
  return { ...none, meant: names.filter((one) => lastOf(one) === last) };
}

/** Those of a name, or else those whose names end with it. */
function entriesCalled(bare: string, all: readonly Entry[]): Entry[] {
  const whole = all.filter((entry) => plainName(entry.name) === plainName(bare));
  const ends = all.filter((entry) => plainName(`.${entry.name}`).endsWith(plainName(`.${bare}`)));
  return whole.length > 0 ? whole : ends;
}
