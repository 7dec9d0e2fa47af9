import { expect, test } from "bun:test";
import { join } from "node:path";
import { generate } from "../../src/spec/generate.ts";

test("types, validator and reference are those of the schema; bun run generate writes them anew", async () => {
  const generated = await generate();
  expect(Object.keys(generated)).toEqual([
    "experiment.ts",
    "resolved.ts",
    "sweeps/resolved.ts",
    "validator.js",
    "../../schema/experiment.schema.json",
    "../../schema/README.md",
    "../../schema/sweep.md",
  ]);
  for (const [name, text] of Object.entries(generated)) {
    expect(await Bun.file(join(import.meta.dir, "../../src/spec", name)).text()).toBe(text);
  }
});
