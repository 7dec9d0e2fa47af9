import fc from "fast-check";
import type { Experiment } from "../../src/spec/experiment.ts";
import { plainSchema } from "../../src/spec/plain.ts";
import { ownKeys, type Schema } from "../../src/spec/schema.ts";

/** Layers hold layers: how far. */
const MOST_INSIDE = 2;

const plain = plainSchema();

/** Any expanded experiment that is right by the schema, drawn from the schema itself. */
export const anyExperiment = arbitraryOf(plain) as fc.Arbitrary<Experiment>;

function follow({ $ref, ...own }: Schema): Schema {
  if ($ref === undefined) return own;
  return { ...follow(plain.definitions![$ref.replace("#/definitions/", "")]!), ...own };
}

/** @param above the references that lead to this part of the schema */
function arbitraryOf(part: Schema, above: readonly string[] = []): fc.Arbitrary<unknown> {
  const schema = follow(part);
  const inside = part.$ref === undefined ? above : [...above, part.$ref];
  const of = (inner: Schema) => arbitraryOf(inner, inside);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(of));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type) => of({ ...schema, type })));
  }
  switch (schema.type) {
    case "integer":
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 100, 100) });
    case "number":
      return fc.double({
        min: schema.minimum ?? schema.exclusiveMinimum ?? 0,
        max: schema.maximum ?? schema.exclusiveMaximum ?? 10,
        minExcluded: schema.exclusiveMinimum !== undefined,
        maxExcluded: schema.exclusiveMaximum !== undefined,
        noNaN: true,
      });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "string":
      return schema.pattern === undefined
        ? fc.string({ minLength: 1 })
        : fc.stringMatching(new RegExp(schema.pattern));
    case "array":
      return (schema.uniqueItems === true ? fc.uniqueArray : fc.array)(of(schema.items!), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(
          schema.minItems ?? 0,
          Math.min(schema.maxItems ?? 8, inside.length > 3 ? 3 : 8),
        ),
      });
    case "object":
      return arbitraryObject(schema, inside);
    default:
      throw new Error("A schema without a type.");
  }
}

function arbitraryObject(schema: Schema, above: readonly string[]): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], maxProperties } = schema;
  const own = ownKeys(schema);
  if (own) return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), arbitraryOf(own, above));
  const isTooDeep = above.filter((ref) => ref === above.at(-1)).length >= MOST_INSIDE;
  const parts = Object.entries(properties)
    .filter(([, part]) => !part.doNotSuggest && !(isTooDeep && holds(part, above.at(-1)!)))
    .map(([key, part]) => [key, arbitraryOf(part, above)] as const);
  if (maxProperties === 1)
    return fc.oneof(...parts.map(([key, part]) => part.map((value) => ({ [key]: value }))));
  return fc
    .record(Object.fromEntries(parts), { requiredKeys: required as never[] })
    .map((value) => ({ ...value }));
}

/** Whether what a reference names may be inside. @param seen references on the way */
function holds(part: Schema, ref: string, seen: readonly string[] = []): boolean {
  if (part.$ref === ref) return true;
  if (part.$ref !== undefined && seen.includes(part.$ref)) return false;
  const { items, anyOf = [], properties = {} } = follow(part);
  const inside = [...(items ? [items] : []), ...anyOf, ...Object.values(properties)];
  const on = part.$ref === undefined ? seen : [...seen, part.$ref];
  return inside.some((one) => holds(one, ref, on));
}
