import { expect, test } from "bun:test";
import { join, relative } from "node:path";
import { decoderFiles, recipeOf } from "../../../src/data/cache/recipe.ts";
import { targetOf } from "../../../src/data/target.ts";
import { plainData } from "../../fixtures/data-settings.ts";
import { withImports } from "../../fixtures/imports.ts";

const folder = join(import.meta.dir, "../../../src/data/cache");

test("the decoder's files are decode.ts and all that it imports or opens", () => {
  const code = withImports(join(folder, "../decode/decode.ts"));
  const kernels = ["clahe", "resample"].map((name) => `../decode/${name}/kernels.wasm`);
  const files = [...code, ...kernels.map((file) => join(folder, file))];
  expect(files.map((file) => relative(folder, file)).toSorted()).toEqual(decoderFiles.toSorted());
});

test("each target has its own recipe", () => {
  const recipes = ([1, 3] as const).flatMap((channels) =>
    [1, 2].flatMap((height) => [1, 2].map((width) => recipeOf({ height, width, channels }))),
  );
  expect(new Set(recipes).size).toBe(8);
  expect(recipes).not.toContain(recipeOf({ height: 1, width: 1, channels: 1, depth: 16 }));
  // Of 8 bits a target says nothing of it, as before there were others.
  expect(targetOf(plainData)).not.toHaveProperty("depth");
  expect(targetOf({ ...plainData, depth: 16 })).toHaveProperty("depth", 16);
});
