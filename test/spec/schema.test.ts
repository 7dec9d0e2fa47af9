import { Ajv } from "ajv";
import { expect, test } from "bun:test";
import { experimentSchema } from "../../src/spec/schema.ts";

test("the schema of experiments is one by draft-07", () => {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, formats: { path: true } });
  expect(ajv.validateSchema(experimentSchema)).toBe(true);
  expect(ajv.errors).toBeNull();
});
