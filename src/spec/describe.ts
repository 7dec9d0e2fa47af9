import { stringify } from "yaml";
import { alternatives } from "../wording.ts";
import { follow, fullForm, shownValue, type Schema, type TypeName } from "./schema.ts";

const MOST_LETTERS = 40;

/** A value in words, short enough for a sentence: `the text "ten"`, `3.5`, `a list of 3 items`. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") {
    const quoted = JSON.stringify(value.slice(0, MOST_LETTERS));
    return value === ""
      ? "an empty text"
      : `the text ${quoted}${value.length > MOST_LETTERS ? "…" : ""}`;
  }
  if (value === null) return "empty";
  if (Array.isArray(value))
    return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  return typeof value === "object" ? "a mapping (key: value)" : String(value);
}

/** What a schema asks for in words: `a whole number from 1 to 4096`. */
export function describeSchema(part: Schema): string {
  const schema = follow(part);
  const full = fullForm(schema);
  if (full?.maxProperties === 1) return describeSchema(full);
  if (schema.anyOf) return alternatives([...new Set(schema.anyOf.map(describeSchema))]);
  if (schema.enum) return alternatives(schema.enum.map(String));
  if (schema.const !== undefined) return `the word ${schema.const}`;
  if (Array.isArray(schema.type)) {
    const nullLast = schema.type.toSorted((a, b) => Number(a === "null") - Number(b === "null"));
    return alternatives(nullLast.map((type) => describeType(type, schema)));
  }
  return schema.type ? describeType(schema.type, schema) : "something else";
}

function describeType(type: TypeName, schema: Schema): string {
  switch (type) {
    case "integer":
      return `a whole number${describeRange(schema)}`;
    case "number":
      return `a number${describeRange(schema)}`;
    case "boolean":
      return "true or false";
    case "string":
      if (schema.format === "path") return "the path of a folder";
      return schema.pattern === undefined ? "a text" : describePattern(schema.pattern);
    case "null":
      return "null";
    case "array":
      return schema.minItems !== undefined && schema.minItems === schema.maxItems && schema.items
        ? `a list of ${schema.minItems}, each ${describeSchema(schema.items)}`
        : "a list";
    case "object":
      return schema.maxProperties === 1
        ? `one of ${Object.keys(schema.properties ?? {}).join(", ")}`
        : "a mapping (key: value)";
  }
}

/** Of a name, or of a pattern that is a choice of words and, last, a form: `none, black, white or a colour such as "#f0f0f0"`. */
function describePattern(pattern: string): string {
  if (!pattern.startsWith("^(")) return 'a name of letters, digits, "_" and "-", a letter first';
  const words = pattern.replace(/^\^\(|\)\$$/g, "").split("|");
  return alternatives(
    words.map((word) => (word.startsWith("#") ? 'a colour such as "#f0f0f0"' : word)),
  );
}

function describeRange({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): string {
  const low =
    minimum !== undefined
      ? `from ${minimum}`
      : exclusiveMinimum !== undefined
        ? `above ${exclusiveMinimum}`
        : "";
  const high =
    maximum !== undefined
      ? `to ${maximum}`
      : exclusiveMaximum !== undefined
        ? `to below ${exclusiveMaximum}`
        : "";
  if (low !== "" && high !== "") return ` ${low} ${high}`;
  return low === "" ? high && ` ${high}` : ` ${low.replace("from", "of at least")}`;
}

/** A value that would be right, as YAML in one line; undefined where the schema has none at hand. */
export function exampleOf(part: Schema): string | undefined {
  const schema = follow(part);
  const example = shownValue(schema) ?? schema.default ?? undefined;
  if (example !== undefined) return inOneLine(example);
  const fullest = schema.anyOf?.at(-1);
  return fullest && exampleOf(fullest);
}

export function inOneLine(value: unknown): string {
  const text = stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim();
  // A text of several lines, which YAML has below its key.
  return text.includes("\n") ? JSON.stringify(value) : text;
}
