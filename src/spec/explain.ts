import type { ErrorObject } from "ajv";
import { messages } from "./messages.ts";
import { plainName } from "./carried.ts";
import { shareOf, withNumber } from "./carried-values.ts";
import { describeSchema, describeValue, exampleOf, inOneLine } from "./describe.ts";
import type { Language } from "./language.ts";
import type { Path } from "./locate.ts";
import { meantName, ownWord } from "./names.ts";
import type { Finding } from "./problem.ts";
import { follow, fullForm, isOnlyText, type Schema, schemaAt, shownValue } from "./schema.ts";
import { withoutShorthands } from "./plain.ts";
import { isMapping } from "./resolve.ts";
import { settingPlaces } from "./setting-places.ts";

export type Mistake = ErrorObject & {
  path: Path;
  /** The same with names that are meant in place of those that are written, where these differ. */
  place?: Path;
};

/** ajv's errors in words that say what was found and what would be right. */
export function explain(mistakes: readonly Mistake[], language: Language): Finding[] {
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
    ...telling
      .filter(({ keyword }) => keyword !== "required")
      .map((mistake) => explainOne(mistake, language)),
    ...[...Map.groupBy(missing, ({ instancePath }) => instancePath).values()].map(explainMissing),
  ];
}

/** Whether a key is missing only because it is there under a wrong name, which is reported by itself. */
function isMisspelt({ data, params, parentSchema }: Mistake): boolean {
  const { properties = {}, additionalProperties } = parentSchema as Schema;
  if (additionalProperties !== false) return false;
  const names = Object.keys(properties);
  const unknown = Object.keys(data as object).filter((key) => !names.includes(key));
  return unknown.some((key) => meantName(key, names) === params["missingProperty"]);
}

function explainOne(mistake: Mistake, language: Language): Finding {
  const { path, place = path, data, params, keyword } = mistake;
  const schema = mistake.parentSchema as Schema;
  const asked = withoutShorthands(schemaAt(path, language.schema) ?? schema);
  const carried = language.carriedValue(place, data);
  switch (keyword) {
    case "additionalProperties":
      return explainUnknownKey(mistake, params["additionalProperty"], schema, language);
    case "maxProperties":
      return {
        path,
        key: Object.keys(data as object)[1]!,
        message: explainSeveral(path, Object.keys(data as object), language),
      };
    case "minProperties":
      return { path, message: messages.noKey(Object.keys(schema.properties ?? {})) };
    case "minItems":
      return {
        path,
        message: messages.listTooShort(
          lengthOf(data),
          params["limit"],
          carried === undefined ? example(asked) : messages.instead(carried),
        ),
      };
    case "maxItems":
      return {
        path,
        message: messages.listTooLong(
          lengthOf(data),
          params["limit"],
          carried === undefined ? example(asked) : messages.instead(carried),
        ),
      };
    case "uniqueItems": {
      // The later of the two, by ajv's words.
      const later = Math.max(Number(params["i"]), Number(params["j"]));
      const value = describeValue((data as unknown[])[later]);
      return { path: [...path, later], message: messages.listedTwice(value) };
    }
    case "enum":
      return { path, message: explainWord(path, data, asked, carried, language) };
    case "type":
    case "const":
    case "anyOf":
      if (dashOf(data, asked) !== undefined) {
        const dash = dashOf(data, asked)!;
        return { path, key: dash, message: messages.spaceAfterDash(`${dash.slice(1)}: …`) };
      }
      if (data === null && isOnlyText(asked))
        return { path, message: messages.emptyText(describeSchema(asked), example(asked)) };
      return {
        path,
        message: messages.wrongKind(
          describeValue(data),
          describeSchema(asked),
          carried === undefined
            ? (rightForm(data, asked) ?? bareWord(path, data, language) ?? example(asked))
            : messages.instead(carried),
          meantWord(data, asked),
        ),
      };
    default:
      return {
        path,
        message: messages.wrongKind(
          describeValue(data),
          describeSchema(schema),
          inPercent(data, schema) ?? example(asked),
        ),
      };
  }
}

/** A key that was meant as an item, `-conv: …`, where a list belongs. */
function dashOf(data: unknown, asked: Schema): string | undefined {
  const isWrong = asked.type === "array" && typeof data === "object" && data !== null;
  return isWrong ? Object.keys(data).find((key) => /^-[A-Za-z]/.test(key)) : undefined;
}

/** Keys under which other tools have the name of a layer. */
const nameKeys: ReadonlySet<string> = new Set(["type", "name", "classname"]);

/** Settings where one name belongs: not indented under it, or a name as the value of a key. */
function explainSeveral(path: Path, keys: readonly string[], language: Language): string {
  const isLayer = path.at(-2) === "layers";
  const telling = isLayer ? keys.filter((key) => nameKeys.has(plainName(key))) : keys;
  const hint = telling
    .map((key) => language.carriedOver(path, key))
    .find((one) => one !== undefined);
  return hint !== undefined && (isLayer || ["optimizer", "search"].includes(String(path.at(-1))))
    ? hint
    : messages.severalKeys(keys, isLayer);
}

/** How a value is written that is right but for its form: `"10"`, `(28, 28)`. */
function rightForm(data: unknown, asked: Schema): string | undefined {
  if (asked.type === "array" && asked.items?.$ref === "#/definitions/layer" && isMapping(data))
    return messages.instead(messages.layersAreAList());
  if (typeof data !== "string") return undefined;
  const [, inner] = /^[([{](.*)[)\]}]$/.exec(data.trim()) ?? [];
  const wanted = describeSchema(asked);
  if (inner !== undefined && wanted.includes("a list")) return messages.inBrackets(`[${inner}]`);
  const share = shareOf(data);
  if (data.includes("%") && share !== undefined && /\bnumber\b/.test(wanted))
    return messages.instead(messages.write(String(share)));
  if (!/\bnumber\b/.test(wanted) || data.trim() === "") return undefined;
  if (Number.isFinite(Number(data))) return messages.withoutQuotes(data.trim());
  const digits = data.trim().replaceAll(/[;,]$|(?<=\d)[_, '](?=\d{3}\b)/g, "");
  return Number.isFinite(Number(digits)) ? messages.instead(messages.write(digits)) : undefined;
}

/** How a name is written that needs no settings, and has none behind its colon: `- flatten:`. */
function bareWord(path: Path, data: unknown, { schema }: Language): string | undefined {
  const [holder, name] = path.slice(-2);
  const words = schemaAt(path.slice(0, -1), schema)?.anyOf?.flatMap(
    (one) => follow(one).enum ?? [],
  );
  if (data !== null || !words?.includes(name)) return undefined;
  return messages.instead(
    messages.write(typeof holder === "number" ? `- ${name}` : `${holder}: ${name}`),
  );
}

/** How a share is written that is meant in percent: 20 where nothing above 1 is allowed. */
function inPercent(data: unknown, { maximum, exclusiveMaximum }: Schema): string | undefined {
  const isShare = (maximum ?? exclusiveMaximum) === 1;
  return isShare && typeof data === "number" && data > 1 && data < 100
    ? messages.instead(messages.write(String(data / 100)))
    : undefined;
}

/** The word that a text was most likely meant to be, where the schema allows one beside other values. */
function meantWord(data: unknown, asked: Schema): string | undefined {
  const words = (asked.anyOf ?? []).flatMap(({ const: word }) =>
    typeof word === "string" ? [word] : [],
  );
  return typeof data === "string" ? meantName(data, words) : undefined;
}

/** A word that is none of those allowed: a setting's value, or a layer or optimizer by its name alone. */
function explainWord(
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

function explainUnknownKey(
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
  const schema = follow(part);
  return shownValue(schema) ?? schema.default ?? "…";
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
