import { describeSchema, describeValue, exampleOf } from "./describe.ts";
import {
  exampleValue,
  explainSeveral,
  explainUnknownKey,
  explainWord,
  type Mistake,
  settingsExample,
} from "./explain-names.ts";
import { bareWord, dashOf, inPercent, meantWord, rightForm } from "./explain-values.ts";
import type { Language } from "./language.ts";
import { messages } from "./messages.ts";
import { meantName } from "./names.ts";
import { withoutShorthands } from "./plain.ts";
import type { Finding } from "./problem.ts";
import { isOnlyText, type Schema, schemaAt } from "./schema.ts";

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

function explainMissing(mistakes: readonly Mistake[]): Finding {
  const { path, parentSchema } = mistakes[0]!;
  const missing = mistakes.map(({ params }) => String(params["missingProperty"]));
  const known = parentSchema as Schema;
  const shown =
    exampleOf(known) ??
    settingsExample(missing.map((key) => [key, exampleValue(known.properties![key]!)]));
  return { path, message: messages.keysMissing(missing, messages.forExample(shown)) };
}

function example(schema: Schema): string {
  const shown = exampleOf(schema);
  return shown === undefined ? "" : messages.forExample(shown);
}

function lengthOf(data: unknown): number {
  return (data as unknown[]).length;
}
