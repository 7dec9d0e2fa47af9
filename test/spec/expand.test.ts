import { describe, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { ExperimentError } from "../../src/spec/diagnostic.ts";
import { readDraft } from "../../src/spec/draft.ts";
import { expand } from "../../src/spec/expand.ts";
import { finish, loadExperiment } from "../../src/spec/load.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { cases } from "../fixtures/cases.ts";

const folder = useTemporaryFolder();

/** An experiment whose model is this, indented by two. */
async function load(model: string, ...overrides: string[]) {
  mkdirSync(join(folder.path, "experiments"), { recursive: true });
  const text = `data: { train: a, test: b }\nmodel:\n${model}`;
  writeFileSync(join(folder.path, "experiments/x.yaml"), text);
  return loadExperiment({ file: "x", overrides, directory: folder.path });
}

const layersOf = async (model: string, ...overrides: string[]) =>
  (await load(model, ...overrides)).resolved.model.layers;

/** What is said, as "4:9 …". */
async function said(model: string, ...overrides: string[]): Promise<string[]> {
  const error = await load(model, ...overrides).catch((reason: unknown) => reason);
  if (!(error instanceof ExperimentError)) throw new Error("No mistake was found.");
  return error.diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const conv = (filters: number) => `conv: { filters: ${filters}, kernelSize: 3 }`;
const end = "    - flatten\n    - dense: { units: classes }\n";
const stage = `  blocks:
    unit:
      filters:
      act: relu
      layers:
        - conv: { filters: $filters, kernelSize: 3 }
        - $act
    stage:
      filters: 8
      times: 2
      layers:
        - repeat: { times: $times, layers: [block: { use: unit, filters: $filters }] }
        - pool: { size: [2, 2] }
`;

describe("layers that are written shorter are those that are written out", () => {
  test.each([
    ["repeat", `    - repeat: { times: 2, layers: [${conv(4)}, relu] }\n`, [4, 0, 4, 0]],
    [
      "repeat in repeat, and in what holds layers",
      `    - residual: [repeat: { times: 2, layers: [repeat: { times: 2, layers: [relu] }] }]\n`,
      [[0, 0, 0, 0]],
    ],
    ["a block with its defaults", "    - block: stage\n", [8, 0, 8, 0, 0]],
    [
      "blocks with arguments, through blocks",
      "    - block: { use: stage, filters: 2, times: 1 }\n    - concat: [[block: { use: unit, filters: 6 }], []]\n",
      [2, 0, 0, [[6, 0], []]],
    ],
    [
      "settings for an argument",
      "    - block: { use: unit, filters: 1, act: { dropout: 0.5 } }\n",
      [1, 0],
    ],
  ])("%s", async (_, layers, expected) => {
    const sizes = (list: readonly object[]): unknown[] =>
      list.map((layer) => {
        const [kind, settings] = Object.entries(layer)[0]! as [string, never];
        if (kind === "residual") return sizes(settings);
        if (kind === "concat") return (settings as object[][]).map(sizes);
        return (settings as { filters?: number }).filters ?? 0;
      });
    const all = await layersOf(`${stage}  layers:\n${layers}${end}`);
    expect(sizes(all.slice(0, -2))).toEqual(expected);
  });

  test("--set goes to what is written", async () => {
    const model = `${stage}  layers:\n    - block: stage\n${end}`;
    const changes: [string, number[]][] = [
      ["model.blocks.stage.filters=5", [5, 5]],
      ["model.blocks.stage.times=1", [8]],
      ["model.layers.0={ block: { use: unit, filters: 3 } }", [3]],
    ];
    for (const [override, filters] of changes) {
      const layers = await layersOf(model, override);
      expect(layers.flatMap((layer) => layer.conv?.filters ?? [])).toEqual(filters);
    }
  });
});

const use = (text: string) => `${stage}  layers:\n    - ${text}\n${end}`;

describe("a mistake is told where it is written, once, with what wrote it out", () => {
  test.each([
    [
      use("block: stage").replace("kernelSize: 3", "kernelsiz: 3"),
      [
        '8:38 model.blocks.unit.layers[0].conv: unknown key "kernelsiz"; did you mean "kernelSize"? (block unit, used in line 14; block stage, used in line 17)',
      ],
    ],
    [
      use("block: { use: stage, filters: many }"),
      [
        '17:37 model.layers[0].block.filters: must be a whole number from 1 to 65536, but is the text "many" (which stands at model.blocks.unit.layers[0].conv.filters)',
      ],
    ],
    [
      use("block: { use: stage, filter: 3 }"),
      [
        '17:28 model.layers[0].block: the block stage has no argument "filter"; did you mean "filters"?',
      ],
    ],
    [
      use("block: unit"),
      [
        '17:14 model.layers[0].block: the block unit needs a value for "filters": write { use: unit, filters: … }',
      ],
    ],
    [
      use("block: stag"),
      ['17:14 model.layers[0].block: there is no block "stag"; did you mean stage?'],
    ],
    [
      "  layers:\n    - block: a\n",
      [
        '4:14 model.layers[0].block: there is no block "a"; write it under model: { blocks: { … } }',
      ],
    ],
    [
      use("block: { filters: 3 }"),
      ["17:14 model.layers[0].block: use is missing, for example use: stage"],
    ],
    [
      use("block: stage").replace("$filters, kernel", "$filtrs, kernel"),
      [
        '8:28 model.blocks.unit.layers[0].conv.filters: the block has no argument "filtrs"; did you mean $filters?',
      ],
    ],
    [
      use("conv: { filters: $filters, kernelSize: 3 }"),
      [
        "17:24 model.layers[0].conv.filters: $filters stands for an argument of a block, and this is in none; write a value",
      ],
    ],
    [
      use("repeat: { times: 0, layers: [relu] }"),
      [
        "17:24 model.layers[0].repeat.times: must be a whole number from 1 to 1000, but is 0, for example 3",
      ],
    ],
    [
      use("repeat: { times: 2 }"),
      [
        "17:15 model.layers[0].repeat: layers is missing, for example { times: 3, layers: [ { conv: { filters: 32, kernelSize: 3 } }, relu ] }",
      ],
    ],
    [
      use("repeat: { tims: 2, layers: [relu] }"),
      ['17:17 model.layers[0].repeat: unknown key "tims"; did you mean "times"?'],
    ],
    [use("repeet: { times: 2, layers: [relu] }"), [/^17:7 .*did you mean repeat\?$/]],
    [
      use("repeat: { times: 2, layers: [relu, rely] }"),
      [
        /^17:42 model\.layers\[0\]\.repeat\.layers\[1\]: unknown layer "rely"; did you mean relu\?$/,
      ],
    ],
    [
      use("block: a").replace(
        "  blocks:\n",
        "  blocks:\n    a: { layers: [block: b] }\n    b: { layers: [block: a] }\n",
      ),
      [
        "5:26 model.blocks.b.layers[0].block: a block cannot use itself, directly or through another: a uses b uses a",
      ],
    ],
    [
      use("block: a").replace("  blocks:\n", "  blocks:\n    a: { use: 3, layers: [relu] }\n"),
      ['4:10 model.blocks.a: "use" says which block is used: rename this argument'],
    ],
    [
      use("relu").replace("  blocks:\n", "  blocks:\n    a: { layer: [relu] }\n"),
      [/^4:10 model\.blocks\.a: unknown key "layer"; did you mean "layers"/],
    ],
    [
      use("repeat: { times: 1000, layers: [repeat: { times: 2, layers: [relu] }] }"),
      ["17:15 model.layers[0].repeat: repeat and block stand for more than 1000 layers"],
    ],
  ] as [string, (string | RegExp)[]][])("%#", async (model, expected) => {
    const found = await said(model);
    expect(found).toHaveLength(expected.length);
    for (const [index, line] of found.entries()) expect(line).toMatch(expected[index]!);
  });

  test("a block that no layer uses is warned of", async () => {
    writeFileSync(
      join(folder.path, "unused.yaml"),
      `data: { train: a, test: b }\nmodel: { blocks: { spare: { layers: [reluu] } }, layers: [flatten, dense: { units: classes }] }\n`,
    );
    const draft = await readDraft({ file: "unused.yaml", overrides: [], directory: folder.path });
    expect(() => finish(draft)).not.toThrow();
    expect(draft.warnings).toEqual([
      "model.blocks.spare is used by no layer, and was not checked for mistakes.",
    ]);
  });
});

test("whatever is written, it is written out in little time to little, and never throws", () => {
  const { layer } = fc.letrec((tie) => ({
    layer: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom("relu", "$a", "$b", "$", null, 3),
      fc.record({
        repeat: fc.record({
          times: fc.constantFrom(1, 30, 1000, "$a"),
          layers: fc.array(tie("layer"), { maxLength: 3 }),
        }),
      }),
      fc.record({
        block: fc.oneof(
          fc.constantFrom("a", "b", "$a"),
          fc.record(
            { use: fc.constantFrom("a", "b", "$b"), a: tie("layer") },
            { requiredKeys: [] },
          ),
        ),
      }),
      fc.record({ residual: fc.array(tie("layer"), { maxLength: 3 }) }),
      fc.anything({ maxDepth: 2 }),
    ),
  }));
  const block = fc.oneof(
    fc.anything({ maxDepth: 1 }),
    fc.record(
      { a: layer, b: layer, layers: fc.array(layer, { minLength: 1, maxLength: 3 }) },
      { requiredKeys: ["layers"] },
    ),
  );
  const model = fc.record({
    blocks: fc.record({ a: block, b: block }),
    layers: fc.array(layer, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(model, (value) => {
      const { value: long, findings } = expand({ model: value });
      // Nothing is left of short forms that were right.
      const text = JSON.stringify(long) ?? "";
      expect(text.length).toBeLessThan(10_000_000);
      expect(new Set(findings.map((finding) => JSON.stringify(finding))).size).toBe(
        findings.length,
      );
    }),
    cases(100, 300),
  );
});
