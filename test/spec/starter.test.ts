import { expect, test } from "bun:test";
import fc from "fast-check";
import { parse } from "yaml";
import { inferShapes } from "../../src/model/shapes.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import { dataProblems, trainProblems } from "../../src/spec/semantics.ts";
import { starterText } from "../../src/spec/starter.ts";
import { findMistakes } from "../../src/spec/validate.ts";

const facts = {
  schema: "../schema/experiment.schema.json",
  train: "data/train",
  remark: "2 classes.",
  isGrey: false,
  deep: 0,
  images: 1000,
};
const write = (sizes: [number, number][], more = {}) =>
  parse(starterText({ ...facts, sizes, ...more })) as Experiment;

test("whatever the images are, the experiment is right and its network fits", () => {
  const side = fc.integer({ min: 1, max: 6000 });
  const any = fc.record({
    sizes: fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 5 }),
    isGrey: fc.boolean(),
    images: fc.integer({ min: 2, max: 1_000_000 }),
    train: fc.string({ minLength: 1 }),
  });
  const places = fc.constantFrom(
    {},
    { test: "t" },
    { validation: "v" },
    { test: "t", validation: "v" },
  );
  fc.assert(
    fc.property(any, places, ({ sizes, ...own }, given) => {
      const written = write(sizes, { ...own, ...given });
      expect(findMistakes(written).findings).toEqual([]);
      const { data, model, train } = resolveExperiment(written);
      expect([...dataProblems(data), ...trainProblems(train)]).toEqual([]);
      expect(data.train).toBe(own.train);
      const shape = [...data.targetSize, own.isGrey ? 1 : 3] as never;
      const { problems } = inferShapes(model.layers, shape, {
        classes: 2,
        batchSize: data.batchSize,
      });
      expect(problems).toEqual([]);
    }),
  );
});

test.each([
  [[[28, 28]], [28, 28]],
  [
    [
      [640, 480],
      [640, 480],
    ],
    [96, 128],
  ],
  [
    [
      [480, 640],
      [640, 480],
      [500, 500],
    ],
    [128, 128],
  ],
  [
    [
      [90, 60],
      [60, 90],
    ],
    [90, 90],
  ],
  [
    [
      [100, 100],
      [3024, 3024],
      [100, 100],
    ],
    [100, 100],
  ],
] as [[number, number][], [number, number]][])("%j become %j", (sizes, expected) => {
  expect(write(sizes).data.targetSize).toEqual(expected);
});

test("more than 8 bits are suggested where images have them, in a line to uncomment", () => {
  const sizes: [number, number][] = [
    [28, 28],
    [28, 28],
  ];
  const text = (deep: number) => starterText({ ...facts, sizes, deep });
  expect(text(0)).not.toContain("depth");
  expect(text(1)).toContain("some of these images have more than 8\n");
  expect(text(2)).toContain("# to keep all bits: these images have more than 8\n");
  expect(resolveExperiment(parse(text(2))).data.depth).toBe(8);
  const written = parse(text(2).replace("# depth", "depth")) as Experiment;
  expect(findMistakes(written).findings).toEqual([]);
  expect(resolveExperiment(written).data.depth).toBe(16);
});
