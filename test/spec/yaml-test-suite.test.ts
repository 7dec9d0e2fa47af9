import { describe, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { ExperimentError } from "../../src/spec/diagnostic.ts";
import { loadExperiment } from "../../src/spec/load.ts";

const suite = join(import.meta.dir, "../../../shared/data/yaml-test-suite");

describe.skipIf(!existsSync(suite))("shared/data/yaml-test-suite", () => {
  test("no file of it does more than to be refused by place", async () => {
    const entries = await readdir(suite, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(300);
    for (const file of files) {
      const error: unknown = await loadExperiment({ file, overrides: [], directory: suite }).catch(
        (reason) => reason,
      );
      if (!(error instanceof ExperimentError)) throw new Error(`${file}: ${Bun.inspect(error)}`);
      expect(error.message).toStartWith(`${relative(suite, file)}:`);
    }
  });
});
