import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { codecs, decoderFiles, recipeOf } from "../../../src/data/cache/recipe.ts";
import { targetOf } from "../../../src/data/target.ts";
import { plainData } from "../../fixtures/data-settings.ts";
import { withImports } from "../../fixtures/imports.ts";

const folder = join(import.meta.dir, "../../../src/data/cache");

const isOf = (part: string) => (file: string) => relative(folder, file).startsWith(part);

test("the decoder's files are decode.ts and all that it imports or opens, and what reads JPEG files by TensorFlow", () => {
  const roots = ["../decode/decode.ts", "../decode/tensorflow-jpeg.ts"];
  const all = new Set(roots.flatMap((root) => withImports(join(folder, root))));
  const isAbout = (file: string) =>
    !isOf("../../engine/")(file) && relative(folder, file) !== "../../errors.ts";
  const code = [...all].filter(isAbout);
  const kernels = ["clahe", "resample"].map((name) => `../decode/${name}/kernels.wasm`);
  const files = [...code, ...kernels.map((file) => join(folder, file))];
  expect(files.map((file) => relative(folder, file)).toSorted()).toEqual(decoderFiles.toSorted());
});

test("of what a thread decodes with, only what hands on files and pixels is missing", () => {
  const used = withImports(join(folder, "../decode/answerer.ts"))
    .filter((file) => isOf("../decode/")(file) || isOf("../dicom/")(file))
    .map((file) => relative(folder, file));
  expect(used.length).toBeGreaterThan(50);
  expect(used.filter((file) => !decoderFiles.includes(file))).toEqual([
    "../decode/answerer.ts",
    "../decode/bundle.ts",
  ]);
});

test("every package that the decoder imports is of a version that the recipe names", () => {
  const code = decoderFiles.filter((file) => file.endsWith(".ts"));
  const packages = code.flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const { imports } = new Bun.Transpiler({ loader: "ts" }).scan(text);
    const names = imports.map(({ path }) => /^(?:@[^/]+\/)?[^/]+/.exec(path)![0]);
    return names.filter((name) => !/^[.]|^(?:node|bun):/.test(name));
  });
  expect([...new Set(packages)].toSorted()).toEqual([...codecs, "sharp"].toSorted());
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
