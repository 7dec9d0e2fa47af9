import type { ErrorObject } from "ajv";
import { messages } from "../messages.ts";
import { describeSchema, describeValue, exampleOf, inOneLine } from "./describe.ts";
import type { Path } from "./locate.ts";
import { meantName, ownWord } from "./names.ts";
import type { Finding } from "./problem.ts";
import { experimentSchema, follow, fullForm, isOnlyText, type Schema, schemaAt } from "./schema.ts";

type Mistake = ErrorObject & { path: Path };

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
      return explainUnknownKey(path, params["additionalProperty"], schema);
    case "maxProperties":
      return {
        path,
        key: Object.keys(data as object)[1]!,
        message: messages.severalKeys(Object.keys(data as object)),
      };
    case "minProperties":
      return { path, message: messages.noKey(Object.keys(schema.properties ?? {})) };
    case "minItems":
      return {
        path,
        message: messages.listTooShort(lengthOf(data), params["limit"], example(asked)),
      };
    case "maxItems":
      return { path, message: messages.listTooLong(lengthOf(data), params["limit"]) };
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
          example(asked),
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
  return messages.unknownName(nounAt(path), data, names, meantName(data, names));
}

function explainUnknownKey(path: Path, key: string, schema: Schema): Finding {
  const names = Object.keys(schema.properties ?? {});
  if (schema.maxProperties === 1) {
    return {
      path,
      key,
      message: messages.unknownName(nounAt(path), key, names, meantName(key, names)),
    };
  }
  const hint =
    path.length === 0 && inheritanceWords.has(key.toLowerCase())
      ? messages.noInheritance()
      : hintFor(key, names);
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

function hintFor(key: string, names: readonly string[]): string {
  const own = ownWord(key, names);
  if (own !== undefined) return messages.didYouMean(own);
  const places = settingPlaces(experimentSchema, messages.topLevel());
  const elsewhere = places.get(key);
  if (elsewhere) return messages.belongsUnder(key, elsewhere);
  const near = meantName(key, names);
  if (near !== undefined) return messages.didYouMean(near);
  const far = meantName(key, [...places.keys()]);
  return far === undefined
    ? messages.knownKeys(names)
    : messages.didYouMeanUnder(far, places.get(far)!);
}

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
