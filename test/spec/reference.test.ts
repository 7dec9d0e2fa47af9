import { expect, test } from "bun:test";
import { everyEntry, findEntries } from "../../src/spec/reference.ts";

test("every key of the schema is there once, with what it means and what may be written", () => {
  const all = everyEntry();
  expect(all.length).toBeGreaterThan(200);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { name, description, type } of all) {
    expect([name, description]).not.toEqual([name, ""]);
    expect(type).not.toMatch(/undefined|something else/);
  }
});

test.each([
  ["conv.filters", ["conv.filters"], []],
  ["conv", ["conv"], []],
  ["data.split", ["data.split"], []],
  ["model.layers[3].dropout.rate", ["dropout.rate"], []],
  ["model.layers.3.pool.size", ["pool.size"], []],
  [
    "kernel_size",
    ["conv", "depthwiseConv", "separableConv", "convTranspose"].map((kind) => `${kind}.kernelSize`),
    [],
  ],
  ["split.test", ["data.split.test"], []],
  ["train", ["train"], []],
  ["vary.seed", ["vary.seed"], []],
  ["tpe.startup", ["search.tpe.startup"], []],
  ["vary.sed", [], ["vary.seed"]],
  ["seed", ["seed"], []],
  ["repeat.times", ["repeat.times"], []],
  ["conv.filtrs", [], ["conv.filters"]],
  ["optimiser", [], ["train.optimizer"]],
  ["xyzzy", [], []],
])("%s", (name, entries, meant) => {
  const found = findEntries(name);
  expect([found.entries.map((entry) => entry.name), found.meant]).toEqual([entries, meant]);
});

test("what a key may be, its default and an example are the schema's", () => {
  const [filters] = findEntries("conv.filters").entries;
  expect(filters).toMatchObject({
    place: "conv",
    type: "a whole number from 1 to 65536",
    default: null,
    isRequired: true,
    example: "filters: 32",
  });
  expect(findEntries("data.batchSize").entries[0]).toMatchObject({
    place: "data",
    default: "32",
    isRequired: false,
  });
  expect(findEntries("data.train").entries[0]!.isRequired).toBe(true);
});
