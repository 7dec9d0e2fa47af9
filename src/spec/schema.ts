import source from "../../schema/experiment.schema.json";
import sweepSource from "../../schema/sweep.schema.json";

/** The part of JSON Schema (draft-07) that the schemas of experiments and sweeps use. */
export interface Schema {
  title?: string;
  description?: string;
  type?: TypeName | TypeName[];
  $ref?: string;
  default?: unknown;
  examples?: unknown[];
  /** Mappings as examples: of those in `examples` editors would offer `[object Object]`. */
  defaultSnippets?: { body: unknown }[];
  /** A list as an example that no editor offers, since it would be written as what it is not. */
  example?: unknown;
  anyOf?: Schema[];
  /** Of whole files: what is demanded of them alone. */
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  /** An object: what the values of keys of the user's own are. */
  additionalProperties?: boolean | Schema;
  maxProperties?: number;
  items?: Schema;
  minItems?: number;
  uniqueItems?: boolean;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  definitions?: Record<string, Schema>;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  /** A shorter way to write what stands elsewhere in the schema: no expanded experiment has it. */
  expands?: true;
  /** Told to editors: nobody writes it, it follows from the rest. */
  doNotSuggest?: true;
}

export type TypeName = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

const { definitions: all, if: _if, then: _then, else: _else, ...root } = source as Schema;
/** Of whole files. What the schema has beside it, for those that extend others, is written from it: see `changes.ts`. */
export const experimentSchema: Schema = {
  ...root,
  ...all!["whole"],
  definitions: Object.fromEntries(
    Object.entries(all!).filter(([name]) => name !== "whole" && !name.endsWith("Changes")),
  ),
};
export const sweepSchema = sweepSource as Schema;

/** Of all kinds of files: no name is taken twice. */
const definitions: Readonly<Record<string, Schema>> = {
  ...sweepSchema.definitions,
  ...experimentSchema.definitions,
};

/** The schema itself where it is a reference; what stands beside the reference wins. */
export function follow({ $ref, ...own }: Schema): Schema {
  if ($ref === undefined) return own;
  const target = definitions[$ref.replace("#/definitions/", "")];
  if (!target) throw new Error(`The schema refers to ${$ref}, which it does not define.`);
  return { ...follow(target), ...own };
}

/**
 * The full form among a schema's short ones (`relu`, `kernelSize: 3`): the last branch, where it is a list or an
 * object and every other is a single value. undefined where each branch means something of its own.
 */
export function fullForm(schema: Schema): Schema | undefined {
  const branches = schema.anyOf?.map(follow);
  const last = branches?.at(-1);
  const isFull = (branch: Schema) => branch.type === "array" || branch.type === "object";
  const isShort = (branch: Schema) => !isFull(branch) && branch.type !== "null" && !branch.anyOf;
  return last && isFull(last) && branches?.slice(0, -1).every(isShort) ? last : undefined;
}

/** The schema of the value at a path, through short and full forms alike; undefined where the schema knows no such key. */
export function schemaAt(
  path: readonly (string | number)[],
  from: Schema = experimentSchema,
): Schema | undefined {
  const schema = follow(from);
  const [head, ...rest] = path;
  if (head === undefined) return schema;
  if (schema.anyOf) return schema.anyOf.map((branch) => schemaAt(path, branch)).find(Boolean);
  const inner =
    typeof head === "number"
      ? schema.items
      : (Object.entries(schema.properties ?? {}).find(([key]) => key === head)?.[1] ??
        ownKeys(schema));
  return inner && schemaAt(rest, inner);
}

/** What the values of keys of the user's own are, such as names of classes; undefined where there may be none. */
export function ownKeys({ additionalProperties }: Schema): Schema | undefined {
  return typeof additionalProperties === "object" ? additionalProperties : undefined;
}

/** Whether a schema allows nothing but a text of the user's own, such as a path or the name of a class, and null. */
export function isOnlyText(part: Schema): boolean {
  const schema = follow(part);
  const types = [schema.type ?? []].flat();
  return (
    schema.enum === undefined &&
    types.includes("string") &&
    types.every((type) => type === "string" || type === "null")
  );
}

/** A value as someone may write it; undefined where the schema has none at hand. */
export function shownValue({ examples, defaultSnippets, example }: Schema): unknown {
  return examples?.[0] ?? example ?? unescaped(defaultSnippets?.[0]?.body);
}

/** Editors take `$name` for a place to type in, and `\$name` for the text. */
function unescaped(body: unknown): unknown {
  if (typeof body === "string") return body.replaceAll("\\$", "$");
  if (Array.isArray(body)) return body.map(unescaped);
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, unescaped(value)]));
}

/** Whether null, or nothing, is allowed. */
export function isNullable(part: Schema): boolean {
  return [follow(part).type ?? []].flat().includes("null");
}

/** Whether null is allowed by a schema, or by one of its forms. */
export function allowsNull(part: Schema): boolean {
  return formsOf(part).some((one) => isNullable(one) || one.enum?.includes(null));
}

/** Whether one key of several is chosen, such as an optimizer: another one takes its place. */
export function isChoice(part: Schema): boolean {
  return formsOf(part).some(({ maxProperties }) => maxProperties === 1);
}

/** A schema and its forms. */
export function formsOf(part: Schema): Schema[] {
  const schema = follow(part);
  return [schema, ...(schema.anyOf ?? []).map(follow)];
}
