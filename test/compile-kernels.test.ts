import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileKernels, kernelFolders } from "../src/compile-kernels.ts";

test.each(kernelFolders)(
  "%s/kernels.wasm is what its source gives; bun run generate rewrites it",
  async (folder) => {
    const file = join(import.meta.dir, "../src", folder, "kernels.wasm");
    expect(Buffer.from(await compileKernels(folder))).toEqual(readFileSync(file));
  },
  60_000,
);
