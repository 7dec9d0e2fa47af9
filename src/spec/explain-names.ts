import type { ErrorObject } from "ajv";
import { plainName } from "./carried.ts";
import { withNumber } from "./carried-values.ts";
import { describeValue, inOneLine } from "./describe.ts";
import type { Language } from "./language.ts";
import type { Path } from "./locate.ts";
import { messages } from "./messages.ts";
import { meantName, ownWord } from "./names.ts";
import type { Finding } from "./problem.ts";
import { isMapping } from "./resolve.ts";
import { follow, fullForm, type Schema, schemaAt, shownValue } from "./schema.ts";
import { settingPlaces } from "./setting-places.ts";

/** What ajv says is wrong, and where. */
export type Mistake = ErrorObject & {
  path: Path;
  /** The same with names that are meant in place of those that are written, where these differ. */
  place?: Path;
};

/** Keys under which other tools have the name of a layer. */
const nameKeys: ReadonlySet<string> = new Set(["type", "name", "classname"]);

/** Settings where one name belongs: not indented under it, or a name as the value of a key. */
export function explainSeveral(path: Path, keys: readonly string[], language: Language): string {
  const isLayer = path.at(-2) === "layers";
  const telling = isLayer ? keys.filter((key) => nameKeys.has(plainName(key))) : keys;
  const hint = telling
    .map((key) => language.carriedOver(path, key))
    .find((one) => one !== undefined);
  return hint !== undefined && (isLayer || ["optimizer", "search"].includes(String(path.at(-1))))
    ? hint
    : messages.severalKeys(keys, isLayer);
}

/** A word that is none of those allowed: a setting's value, or a layer or optimizer by its name alone. */
export function explainWord(
  path: Path,
  data: unknown,
  asked: Schema,
  carried: string | undefined,
  language: Language,
): string {
  const settings = fullForm(asked)?.properties;
  if (!settings || typeof data !== "string") {
    const words = (asked.enum ?? []).map(String);
    const meant = meantName(String(data), words);
    const hint = carried ?? (meant === undefined ? undefined : messages.meantWord(meant));
    return messages.notOneOf(describeValue(data), words, hint);
  }
  const names = Object.keys(settings);
  if (names.includes(data))
    return messages.needsSettings(data, settingsExample([[data, exampleValue(settings[data]!)]]));
  return explainName(path, data, names, language);
}

/** A layer or an optimizer that there is not. */
function explainName(
  path: Path,
  name: string,
  known: readonly string[],
  language: Language,
): string {
  const [, word = name, rest] = /^(\w+)(?:\s*=\s*|\s+)(\S.*)$/.exec(name) ?? [];
  const isKnown = rest !== undefined && known.includes(word);
  const settings = isKnown ? schemaAt([...path, word], language.schema) : undefined;
  if (isKnown && settings && fullForm(settings))
    return messages.unknownNameHint(nounAt(path), name, messages.colonForEquals(word, rest));
  // As it is called in Python: Conv2D(32, 3).
  const bare = isKnown ? word : name.replace(/\(.*\)$/, "");
  const hint = language.carriedOver(path, bare);
  if (hint !== undefined) return messages.unknownNameHint(nounAt(path), name, hint);
  return messages.unknownName(nounAt(path), name, known, meantName(bare, known));
}

/** A key that there is not. */
export function explainUnknownKey(
  { path, place = path, data }: Mistake,
  key: string,
  schema: Schema,
  language: Language,
): Finding {
  const names = namesAt(place, schema, language);
  if (schema.maxProperties === 1) {
    return {
      path,
      key,
      message: explainName(path, key, names, language),
    };
  }
  const hint = hintFor(place, key, names, language);
  const value = isMapping(data) ? data[key] : undefined;
  return {
    path,
    key,
    message: messages.unknownKey(key, withNumber(plainName(key), hint, value)),
  };
}

/** With those of shorter ways to write, which no expanded experiment has. */
function namesAt(path: Path, schema: Schema, language: Language): string[] {
  const asked = schemaAt(path, language.schema);
  const written = asked && (fullForm(asked) ?? asked).properties;
  const names = Object.keys(schema.properties ?? {});
  const short = Object.entries(written ?? {}).filter(([, { expands }]) => expands);
  return [...names, ...short.map(([name]) => name)];
}

/** A suggestion is of the same place, or of the very name elsewhere; otherwise there is none. */
function hintFor(path: Path, key: string, names: readonly string[], language: Language): string {
  const [, start, rest] = /^(\w+):(.+)$/.exec(key) ?? [];
  if (start !== undefined && names.includes(start)) return messages.spaceAfterColon(start, rest!);
  const own = ownWord(key, names);
  if (own !== undefined) return messages.didYouMean(own);
  const carried = language.carriedOver(path, key);
  if (carried !== undefined) return carried;
  if (path.length > 0 && Object.hasOwn(language.schema.properties ?? {}, key))
    return messages.ofTheExperiment(key);
  const places = settingPlaces(language.schema, messages.topLevel(language.noun));
  const elsewhere = places.has(key)
    ? key
    : [...places.keys()].find((name) => singular(name) === singular(key));
  const near = meantName(key, names);
  if (near !== undefined && elsewhere !== key) return messages.didYouMean(near);
  if (elsewhere !== undefined) return messages.belongsUnder(elsewhere, places.get(elsewhere)!);
  const other = language.carriedElsewhere(path, key);
  return other ? messages.isOfSection(key, other.section, other.hint) : messages.knownKeys(names);
}

const singular = (name: string) => plainName(name).replace(/s$/, "");

/** A value that a reader may begin with. */
export function exampleValue(part: Schema): unknown {
  const schema = follow(part);
  return shownValue(schema) ?? schema.default ?? "…";
}

/** `units: 64`, without the braces around it. */
export function settingsExample(settings: readonly [name: string, value: unknown][]): string {
  return inOneLine(Object.fromEntries(settings)).replace(/^\{ (.*) \}$/, "$1");
}

/** What a name in a list of layers is called, and otherwise the key that it stands at. */
function nounAt(path: Path): string {
  return path.at(-2) === "layers" ? "layer" : String(path.at(-1));
}
