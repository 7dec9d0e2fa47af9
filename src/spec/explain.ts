import type { ErrorObject } from "ajv";
import { messages } from "./messages.ts";
import { carriedOver, plainName } from "./carried.ts";
import { describeSchema, describeValue, exampleOf, inOneLine } from "./describe.ts";
import type { Path } from "./locate.ts";
import { meantName, ownWord } from "./names.ts";
import type { Finding } from "./problem.ts";
import { experimentSchema, follow, fullForm, isOnlyText, type Schema, schemaAt } from "./schema.ts";

export type Mistake = ErrorObject & {
  path: Path;
  /** The same with names that are meant in place of those that are written, where these differ. */
  place?: Path;
};

/** ajv's errors in words that say what was found and what would be right. */
export function explain(mistakes: readonly Mistake[]): Finding[] {
  // With two keys where one belongs, the indentation is wrong, and whatever else is said about them misleads.
  const crowded = mistakes
    .filter(({ keyword }) => keyword === "maxProperties")
    .map(({ instancePath }) => instancePath);
  const telling = mistakes.filter(
    ({ keyword, instancePath }) =>
      keyword === "maxProperties" ||
      !crowded.some((path) => `${instancePath}/`.startsWith(`${path}/`)),
  );
  const missing = telling.filter(
    (mistake) => mistake.keyword === "required" && !isMisspelt(mistake),
  );
  return [
    ...telling.filter(({ keyword }) => keyword !== "required").map(explainOne),
    ...[...Map.groupBy(missing, ({ instancePath }) => instancePath).values()].map(explainMissing),
  ];
}

/** Whether a key is missing only because it is there under a wrong name, which is reported by itself. */
function isMisspelt({ data, params, parentSchema }: Mistake): boolean {
  const names = Object.keys((parentSchema as Schema).properties ?? {});
  const unknown = Object.keys(data as object).filter((key) => !names.includes(key));
  return unknown.some((key) => meantName(key, names) === params["missingProperty"]);
}

function explainOne(mistake: Mistake): Finding {
  const { path, data, params, keyword } = mistake;
  const schema = mistake.parentSchema as Schema;
  const asked = schemaAt(path) ?? schema;
  switch (keyword) {
    case "additionalProperties":
      return explainUnknownKey(mistake, params["additionalProperty"], schema);
    case "maxProperties":
      return {
        path,
        key: Object.keys(data as object)[1]!,
        message: explainSeveral(path, Object.keys(data as object)),
      };
    case "minProperties":
      return { path, message: messages.noKey(Object.keys(schema.properties ?? {})) };
    case "minItems":
      return {
        path,
        message: messages.listTooShort(lengthOf(data), params["limit"], example(asked)),
      };
    case "maxItems":
      return {
        path,
        message: messages.listTooLong(lengthOf(data), params["limit"], example(asked)),
      };
    case "enum":
      return { path, message: explainWord(path, data, asked) };
    case "type":
    case "const":
    case "anyOf":
      if (data === null && isOnlyText(asked))
        return { path, message: messages.emptyText(describeSchema(asked), example(asked)) };
      return {
        path,
        message: messages.wrongKind(
          describeValue(data),
          describeSchema(asked),
          rightForm(data, asked) ?? example(asked),
          meantWord(data, asked),
        ),
      };
    default:
      return {
        path,
        message: messages.wrongKind(describeValue(data), describeSchema(schema), example(asked)),
      };
  }
}

/** Settings where one name belongs: not indented under it, or a name as the value of a key. */
function explainSeveral(path: Path, keys: readonly string[]): string {
  const hint = keys.map((key) => carriedOver(path, key)).find((one) => one !== undefined);
  return hint !== undefined && path.at(-1) === "optimizer"
    ? hint
    : messages.severalKeys(keys, path.at(-2) === "layers");
}

/** How a value is written that is right but for its form: `"10"`, `(28, 28)`. */
function rightForm(data: unknown, asked: Schema): string | undefined {
  if (typeof data !== "string") return undefined;
  const [, inner] = /^[([{](.*)[)\]}]$/.exec(data.trim()) ?? [];
  const wanted = describeSchema(asked);
  if (inner !== undefined && wanted.includes("a list")) return messages.inBrackets(`[${inner}]`);
  const isNumber = data.trim() !== "" && Number.isFinite(Number(data));
  return isNumber && /\bnumber\b/.test(wanted) ? messages.withoutQuotes(data.trim()) : undefined;
}

/** The word that a text was most likely meant to be, where the schema allows one beside other values. */
function meantWord(data: unknown, asked: Schema): string | undefined {
  const words = (asked.anyOf ?? []).flatMap(({ const: word }) =>
    typeof word === "string" ? [word] : [],
  );
  return typeof data === "string" ? meantName(data, words) : undefined;
}

/** A word that is none of those allowed: a setting's value, or a layer or optimizer by its name alone. */
function explainWord(path: Path, data: unknown, asked: Schema): string {
  const settings = fullForm(asked)?.properties;
  if (!settings || typeof data !== "string") {
    const words = (asked.enum ?? []).map(String);
    return messages.notOneOf(describeValue(data), words, meantName(String(data), words));
  }
  const names = Object.keys(settings);
  if (names.includes(data))
    return messages.needsSettings(data, settingsExample([[data, exampleValue(settings[data]!)]]));
  return explainName(path, data, names);
}

/** A layer or an optimizer that there is not. */
function explainName(path: Path, name: string, known: readonly string[]): string {
  const hint = carriedOver(path, name);
  if (hint !== undefined) return messages.unknownNameHint(nounAt(path), name, hint);
  return messages.unknownName(nounAt(path), name, known, meantName(name, known));
}

function explainUnknownKey({ path, place = path }: Mistake, key: string, schema: Schema): Finding {
  const names = Object.keys(schema.properties ?? {});
  if (schema.maxProperties === 1) {
    return {
      path,
      key,
      message: explainName(path, key, names),
    };
  }
  const hint =
    path.length === 0 && inheritanceWords.has(key.toLowerCase())
      ? messages.noInheritance()
      : hintFor(place, key, names);
  return { path, key, message: messages.unknownKey(key, hint) };
}

/** By which other tools' configurations build on one another. */
const inheritanceWords: ReadonlySet<string> = new Set([
  "_base_",
  "base",
  "defaults",
  "extends",
  "import",
  "imports",
  "include",
  "inherit",
  "inherits",
  "parent",
]);

/** A suggestion is of the same place, or of the very name elsewhere; otherwise there is none. */
function hintFor(path: Path, key: string, names: readonly string[]): string {
  const [, start, rest] = /^(\w+):(.+)$/.exec(key) ?? [];
  if (start !== undefined && names.includes(start)) return messages.spaceAfterColon(start, rest!);
  const own = ownWord(key, names);
  if (own !== undefined) return messages.didYouMean(own);
  const carried = carriedOver(path, key);
  if (carried !== undefined) return carried;
  if (path.length > 0 && Object.hasOwn(experimentSchema.properties ?? {}, key))
    return messages.ofTheExperiment(key);
  const places = settingPlaces(experimentSchema, messages.topLevel());
  const elsewhere = [...places.keys()].find((name) => singular(name) === singular(key));
  const near = meantName(key, names);
  if (near !== undefined && elsewhere !== key) return messages.didYouMean(near);
  return elsewhere === undefined
    ? messages.knownKeys(names)
    : messages.belongsUnder(elsewhere, places.get(elsewhere)!);
}

const singular = (name: string) => plainName(name).replace(/s$/, "");

/** Every key of the schema, with the names of what it is a setting of. */
function settingPlaces(
  part: Schema,
  place: string,
  places = new Map<string, string[]>(),
): Map<string, string[]> {
  const schema = follow(part);
  for (const branch of schema.anyOf ?? []) settingPlaces(branch, place, places);
  if (schema.items) settingPlaces(schema.items, place, places);
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    places.set(key, [...(places.get(key) ?? []), place]);
    settingPlaces(property, key, places);
  }
  return places;
}

function explainMissing(mistakes: readonly Mistake[]): Finding {
  const { path, parentSchema } = mistakes[0]!;
  const missing = mistakes.map(({ params }) => String(params["missingProperty"]));
  const known = parentSchema as Schema;
  const shown =
    exampleOf(known) ??
    settingsExample(missing.map((key) => [key, exampleValue(known.properties![key]!)]));
  return { path, message: messages.keysMissing(missing, messages.forExample(shown)) };
}

function exampleValue(part: Schema): unknown {
  const { examples, default: value } = follow(part);
  return examples?.[0] ?? value ?? "…";
}

/** `units: 64`, without the braces around it. */
function settingsExample(settings: readonly [name: string, value: unknown][]): string {
  return inOneLine(Object.fromEntries(settings)).replace(/^\{ (.*) \}$/, "$1");
}

/** What a name in a list of layers is called, and otherwise the key that it stands at. */
function nounAt(path: Path): string {
  return path.at(-2) === "layers" ? "layer" : String(path.at(-1));
}

function example(schema: Schema): string {
  const shown = exampleOf(schema);
  return shown === undefined ? "" : messages.forExample(shown);
}

function lengthOf(data: unknown): number {
  return (data as unknown[]).length;
}
