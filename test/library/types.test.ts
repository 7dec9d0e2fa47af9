import { expect, test } from "bun:test";
import { join } from "node:path";
import * as lamina from "../../src/lamina.ts";
import { declareLibrary } from "../../src/library/document.ts";
import type * as declared from "../../src/library/lamina.d.ts";

/** The compiler holds what the package says of itself against what it is, either way. */
const asDeclared: typeof declared = lamina;
const asWritten: Omit<typeof lamina, "ExperimentError"> = asDeclared;

test("src/library/lamina.d.ts is what the code says; bun run generate writes it anew", async () => {
  for (const [path, text] of Object.entries(await declareLibrary()))
    expect(await Bun.file(join(import.meta.dir, "../..", path)).text()).toBe(text);
  expect(Object.keys(asWritten)).toContain("runExperiment");
});
