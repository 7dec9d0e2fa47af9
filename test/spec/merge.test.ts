import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { stringify } from "yaml";
import { printPlace } from "../../src/spec/diagnostic.ts";
import { readInherited, type SourceText } from "../../src/spec/inherit.ts";
import { applyOverrides } from "../../src/spec/overrides.ts";
import { cases } from "../fixtures/cases.ts";

/** Files each of which extends the next. */
async function read(...texts: string[]) {
  const sources = texts.map((text, index): SourceText => {
    const isLast = index === texts.length - 1;
    const shown = `${index}.yaml`;
    const own = isLast ? text : `extends: ${index + 1}.yaml\n${text}`;
    return { file: `/${shown}`, shown, text: own };
  });
  const {
    value,
    texts: places,
    diagnostics,
  } = await readInherited(
    sources[0]!,
    {},
    async (path) => sources.find(({ file }) => file === path) ?? null,
  );
  return {
    model: (value as { model?: { layers: unknown; blocks?: unknown } } | undefined)?.model,
    value,
    place: (...path: (string | number)[]) => printPlace(places.locate(path, "value")),
    said: diagnostics.map(
      ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
    ),
  };
}

const base = `model:
  blocks:
    stage:
      filters: 8
      layers:
        - conv: { filters: $filters, kernelSize: 3, name: inner }
  layers:
    - conv: { filters: 4, kernelSize: 3, name: stem }
    - residual:
        - dropout: { rate: 0.1, name: drop }
    - repeat: { times: 2, layers: [conv: { filters: 3, kernelSize: 1, name: again }] }
    - block: { use: stage, filters: 2, name: used }
    - dense: { units: classes }
`;

describe("a mapping in the place of layers changes those that it names:", () => {
  test("settings are put together, lists in them replaced, and each value's place is known", async () => {
    const { model, place, said } = await read(
      "model:\n  layers:\n    stem: { kernelSize: [5, 3] }\n    drop: { rate: 0.5 }\n",
      "model:\n  layers:\n    stem: { filters: 9, kernelSize: 7 }\n    again:\n      filters: 6\n    used: { filters: 1 }\n",
      base,
    );
    expect(said).toEqual([]);
    expect(model!.layers).toEqual([
      { conv: { filters: 9, kernelSize: [5, 3], name: "stem" } },
      { residual: [{ dropout: { rate: 0.5, name: "drop" } }] },
      { repeat: { times: 2, layers: [{ conv: { filters: 6, kernelSize: 1, name: "again" } }] } },
      { block: { use: "stage", filters: 1, name: "used" } },
      { dense: { units: "classes" } },
    ]);
    const stem = ["model", "layers", 0, "conv"];
    expect([
      place(...stem, "filters"),
      place(...stem, "kernelSize", 1),
      place(...stem, "name"),
      place("model", "layers", 1, "residual", 0, "dropout", "rate"),
      place("model", "layers", 2, "repeat", "layers", 0, "conv", "filters"),
      place("model", "layers", 3, "block", "use"),
      place("model", "layers", 4, "dense", "units"),
    ]).toEqual([
      "1.yaml:4",
      "0.yaml:4",
      "2.yaml:8",
      "0.yaml:5",
      "1.yaml:6",
      "2.yaml:12",
      "2.yaml:13",
    ]);
  });

  test("those of a block likewise", async () => {
    const { model, place } = await read(
      "model: { blocks: { stage: { filters: 5, layers: { inner: { kernelSize: 5 } } } } }\n",
      base,
    );
    expect(model!.blocks).toEqual({
      stage: {
        filters: 5,
        layers: [{ conv: { filters: "$filters", kernelSize: 5, name: "inner" } }],
      },
    });
    const conv = ["model", "blocks", "stage", "layers", 0, "conv"];
    expect([place(...conv, "kernelSize"), place(...conv, "filters")]).toEqual([
      "0.yaml:2",
      "1.yaml:6",
    ]);
  });

  test("a list replaces all of them, as before", async () => {
    const { model } = await read("model: { layers: [flatten] }\n", base);
    expect(model!.layers).toEqual(["flatten"]);
  });

  test.each([
    [
      "stme: { filters: 3 }",
      "0.yaml:4:5 model.layers.stme: no layer in 1.yaml has this name; did you mean stem?",
    ],
    [
      "inner: { filters: 3 }",
      '0.yaml:4:5 model.layers.inner: no layer in 1.yaml has this name; the names there are "stem", "drop", "again", "used"',
    ],
    [
      "dense_1: { units: 3 }",
      '0.yaml:4:5 model.layers.dense_1: no layer in 1.yaml has this name; the names there are "stem", "drop", "again", "used"',
    ],
    [
      "stem: 3",
      "0.yaml:4:5 model.layers.stem: must hold the settings that are different, for example { filters: 64 }, but is 3",
    ],
    ["stem:", /must hold the settings .* but is empty$/],
    ["stem: [relu]", /must hold the settings .* but is a list of 1$/],
  ] as [string, string | RegExp][])("%s is refused", async (patch, message) => {
    const { said } = await read(`model:\n  layers:\n    ${patch}\n`, base);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(message);
  });

  test("where no layer has a name, and where two have it", async () => {
    const patch = "model: { layers: { stem: { filters: 3 } } }\n";
    expect((await read(patch, "model: { layers: [relu, flatten] }\n")).said).toEqual([
      "0.yaml:2:20 model.layers.stem: no layer in 1.yaml has this name; none has one: write name: stem among the settings of the one that is meant",
    ]);
    const twice = "model: { layers: [relu: { name: stem }, residual: [relu: { name: stem }]] }\n";
    expect((await read(patch, twice)).said).toEqual([
      "0.yaml:2:20 model.layers.stem: 2 layers are called stem, and which of them is meant cannot be told: give each a name of its own",
    ]);
    const { value } = await read(twice);
    const target = { experimentFolder: "/", directory: "/" };
    const { diagnostics } = applyOverrides(value, ["model.layers.stem.filters=3"], target);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining("2 layers are called stem"),
    ]);
  });
});

const layer = fc.record({
  filters: fc.integer({ min: 1, max: 64 }),
  kernelSize: fc.oneof(fc.constantFrom(1, 3), fc.constant([3, 1])),
});
const network = fc
  .array(fc.tuple(layer, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 8 })
  .map((all) =>
    all.map(([settings, depth], index) => {
      let written: unknown = { conv: { ...settings, name: `layer${index}` } };
      for (let level = 0; level < depth; level++)
        written =
          level % 2 === 0 ? { residual: [written] } : { repeat: { times: 2, layers: [written] } };
      return written;
    }),
  );

test("what a mapping changes is what --set changes, and stands in the file that says so", async () => {
  const change = fc.record({
    index: fc.nat(7),
    filters: fc.integer({ min: 100, max: 200 }),
    strides: fc.option(fc.constant(2), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(network, change, async (layers, { index, filters, strides }) => {
      const name = `layer${index % layers.length}`;
      const text = stringify({ model: { layers } });
      const patch = { filters, ...(strides !== undefined && { strides }) };
      const { value, said, place } = await read(
        stringify({ model: { layers: { [name]: patch } } }),
        text,
      );
      expect(said).toEqual([]);
      const { value: written } = await read(text);
      const sets = Object.entries(patch).map(([key, one]) => `model.layers.${name}.${key}=${one}`);
      const overridden = applyOverrides(written, sets, { experimentFolder: "/", directory: "/" });
      expect(value).toEqual(overridden.value as never);
      for (const { path } of overridden.overrides) expect(place(...path)).toStartWith("0.yaml:");
      const kernelSize = [...overridden.overrides[0]!.path.slice(0, -1), "kernelSize"];
      expect(place(...kernelSize)).toStartWith("1.yaml:");
    }),
    cases(40, 100),
  );
});
