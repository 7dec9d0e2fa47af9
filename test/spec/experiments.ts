import fc from "fast-check";
import type { Experiment } from "../../src/spec/experiment.ts";
import { experimentSchema, follow, ownKeys, type Schema } from "../../src/spec/schema.ts";

/** Any experiment that is right by the schema, drawn from the schema itself. */
export const anyExperiment = arbitraryOf(experimentSchema) as fc.Arbitrary<Experiment>;

function arbitraryOf(part: Schema): fc.Arbitrary<unknown> {
  const schema = follow(part);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(arbitraryOf));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type) => arbitraryOf({ ...schema, type })));
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
      return fc.array(arbitraryOf(schema.items!), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 8, 8),
      });
    case "object":
      return arbitraryObject(schema);
    default:
      throw new Error("A schema without a type.");
  }
}

function arbitraryObject(schema: Schema): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], maxProperties } = schema;
  const own = ownKeys(schema);
  if (own) return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), arbitraryOf(own));
  const parts = Object.entries(properties).map(([key, part]) => [key, arbitraryOf(part)] as const);
  if (maxProperties === 1)
    return fc.oneof(...parts.map(([key, part]) => part.map((value) => ({ [key]: value }))));
  return fc
    .record(Object.fromEntries(parts), { requiredKeys: required as never[] })
    .map((value) => ({ ...value }));
}
