import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { decoderFiles, recipeOf } from "../../../src/data/cache/recipe.ts";

const folder = join(import.meta.dir, "../../../src/data/cache");

test("the decoder's files are decode.ts and all that it imports", () => {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const { imports } = new Bun.Transpiler({ loader: "ts" }).scan(readFileSync(file, "utf8"));
    for (const { path } of imports) if (path.startsWith(".")) visit(join(file, "..", path));
  };
  visit(join(folder, "../decode/decode.ts"));
  expect([...found].map((file) => relative(folder, file)).toSorted()).toEqual(
    decoderFiles.toSorted(),
  );
});

test("each target has its own recipe", () => {
  const recipes = ([1, 3] as const).flatMap((channels) =>
    [1, 2].flatMap((height) => [1, 2].map((width) => recipeOf({ height, width, channels }))),
  );
  expect(new Set(recipes).size).toBe(8);
});
