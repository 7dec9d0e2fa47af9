import { expect, test } from "bun:test";
import { join } from "node:path";
import { documentFormats } from "../../src/run/document.ts";
import { files } from "../../src/layout.ts";

test("schema/run is what the code says; bun run generate writes it anew", async () => {
  const documented = await documentFormats();
  for (const [path, text] of Object.entries(documented))
    expect(await Bun.file(join(import.meta.dir, "../..", path)).text()).toBe(text);
  const readme = documented["schema/run/README.md"]!;
  for (const file of [files.data, files.metrics, files.history, files.predictions, files.manifest])
    expect(readme).toContain(`\n## ${file}\n`);
  for (const type of ["DataRecord", "ImageRecord", "Metrics", "Manifest", "EpochRecord"])
    expect(readme.match(new RegExp(`^interface ${type}\\b`, "gm"))).toHaveLength(1);
});
