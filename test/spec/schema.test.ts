import { Ajv } from "ajv";
import { expect, test } from "bun:test";
import { experimentSchema, follow, ownKeys, type Schema } from "../../src/spec/schema.ts";

test("the schema of experiments is one by draft-07", () => {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, formats: { path: true } });
  expect(ajv.validateSchema(experimentSchema)).toBe(true);
  expect(ajv.errors).toBeNull();
});

/** Every part of the schema, with the key that it is the value of. */
function parts(schema: Schema, key?: string): [key: string | undefined, part: Schema][] {
  const { properties = {}, definitions = {}, anyOf = [], items } = schema;
  return [
    [key, schema],
    ...Object.entries({ ...definitions }).flatMap(([, part]) => parts(part)),
    ...Object.entries(properties).flatMap(([name, part]) => parts(part, name)),
    ...anyOf.flatMap((part) => parts(part)),
    ...(items ? parts(items) : []),
  ];
}

const hasSettings = (part: Schema): boolean => {
  const schema = follow(part);
  const { properties, anyOf = [] } = schema;
  return properties !== undefined || ownKeys(schema) !== undefined || anyOf.some(hasSettings);
};

test("what has settings is headed by its key in editors, and lists of types begin with null", () => {
  const all = parts(experimentSchema);
  const titled = all.flatMap(([key, part]) => (key && hasSettings(part) ? [[key, part]] : []));
  expect(titled.length).toBeGreaterThan(40);
  for (const [key, part] of titled) expect(follow(part as Schema).title).toBe(key as string);
  // yaml-language-server takes the first for the type of the default, and stops at a null that is a string by it.
  const lists = all.flatMap(([, { type }]) => (Array.isArray(type) ? [type] : []));
  expect(lists.length).toBeGreaterThan(10);
  for (const types of lists) expect(types[0]).toBe("null");
});
