import { describe, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { jointOf } from "../../src/model/joints.ts";
import { inferShapes } from "../../src/model/shapes.ts";
import { ExperimentError, printPlace } from "../../src/spec/diagnostic.ts";
import { readDraft } from "../../src/spec/draft.ts";
import { loadExperiment } from "../../src/spec/load.ts";
import { joinTexts } from "../../src/spec/inherit.ts";
import { requestOf } from "../../src/run/kept.ts";
import { presetNames } from "../../src/spec/presets.ts";
import { resolvedYaml } from "../../src/spec/resolved-yaml.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { anyExperiment } from "./experiments.ts";

const folder = useTemporaryFolder();

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, path)), { recursive: true });
    writeFileSync(join(folder.path, path), text);
  }
}

const load = (file: string, ...overrides: string[]) =>
  loadExperiment({ file, overrides, directory: folder.path });

/** What is said, as "x.yaml:4:9 …". */
async function said(file: string, ...overrides: string[]): Promise<string[]> {
  const error = await load(file, ...overrides).catch((reason: unknown) => reason);
  if (!(error instanceof ExperimentError)) throw new Error("No mistake was found.");
  return error.diagnostics.map(
    ({ file: of, line, column, message }) => `${of}:${line}:${column} ${message}`,
  );
}

const base = `data: { train: images/train, test: /all/test, targetSize: [8, 8], augment: { shift: 0.1, noise: 0.1 } }
model:
  layers:
    - conv: { filters: 4, kernelSize: 3 }
    - flatten
    - dense: { units: classes }
train: { epochs: 7, optimizer: { adam: { learningRate: 0.1, beta1: 0.8 } }, classWeights: { a: 1 } }
`;

describe("what is written goes before what it extends", () => {
  test.each([
    ["train: { epochs: 3 }", "train.epochs", 3],
    ["train: { optimizer: { adam: { learningRate: 0.2 } } }", "train.optimizer.adam.beta1", 0.8],
    ["train: { optimizer: sgd }", "train.optimizer.adam", undefined],
    ["train: { optimizer: { sgd: {} } }", "train.optimizer.sgd.momentum", 0],
    ["train: { classWeights: { b: 2 } }", "train.classWeights", { a: 1, b: 2 }],
    ["train: { classWeights: null }", "train.classWeights", null],
    ["model: { layers: [flatten, dense: { units: classes }] }", "model.layers.length", 2],
    ["data: { augment: null }", "data.augment", null],
    ["train: { epochs: null }", "train.epochs", 10],
    ["train: { optimizer: { adam: { beta1: null } } }", "train.optimizer.adam.beta1", 0.9],
    ["train: { optimizer: { adam: { beta1: null } } }", "train.optimizer.adam.learningRate", 0.1],
    ["train: { optimizer: null }", "train.optimizer.adam.learningRate", 0.001],
    ["train: null", "train.optimizer.adam.beta1", 0.9],
    ["train: { classWeights: { a: null, b: 2 } }", "train.classWeights", { b: 2 }],
    ["data: { augment: { noise: null } }", "data.augment.noise", 0],
    [
      "data: { augment: { shift: { width: 0.2 } } }",
      "data.augment.shift",
      { width: 0.2, height: 0 },
    ],
    ["data: { augment: { shift: { width: 0.2 } } }", "data.augment.noise", 0.1],
    ["", "data.train", "../base/images/train"],
    ["", "data.test", "/all/test"],
    ["data: { train: mine }", "data.train", "mine"],
  ])("%s", async (more, path, expected) => {
    write({ "base/base.yaml": base, "own/x.yaml": `extends: ../base/base.yaml\n${more}\n` });
    const { resolved, overrides } = await load("own/x.yaml");
    expect(overrides).toEqual([]);
    const value = path
      .split(".")
      .reduce<unknown>((holder, key) => (holder as Record<string, unknown>)[key], resolved);
    expect(value).toEqual(expected as never);
  });

  test("over several levels, with --set above all, and each value's place is known", async () => {
    write({
      "a.yaml": `extends: b.yaml\ntrain: { epochs: 2 }\n`,
      "b.yaml": `extends: base.yaml\n# …\ntrain:\n  epochs: 3\n  accumulate: 2\n`,
      "base.yaml": base,
    });
    const { resolved, origin, extended } = await load("a.yaml", "train.maxMinutes=4");
    expect(extended.map(({ shown }) => shown)).toEqual(["b.yaml", "base.yaml"]);
    const lines = resolvedYaml(resolved, (path) => {
      const place = origin(path);
      return place ? printPlace(place) : "default";
    });
    expect(parse(lines)).toEqual(resolved);
    const remark = (text: string) =>
      /# (.*)$/.exec(lines.split("\n").find((line) => line.trim().startsWith(text))!)![1];
    expect({
      epochs: remark("epochs:"),
      accumulate: remark("accumulate:"),
      maxMinutes: remark("maxMinutes:"),
      beta1: remark("beta1:"),
      beta2: remark("beta2:"),
      kernelSize: remark("kernelSize:"),
      strides: remark("strides:"),
      width: remark("width:"),
      flatten: remark("- flatten:"),
      a: remark("a:"),
      seed: remark("seed:"),
    }).toEqual({
      epochs: "a.yaml:2",
      accumulate: "b.yaml:5",
      maxMinutes: "--set train.maxMinutes=4",
      beta1: "base.yaml:7",
      beta2: "default",
      kernelSize: "base.yaml:4",
      strides: "default",
      width: "base.yaml:1",
      flatten: "base.yaml:5",
      a: "base.yaml:7",
      seed: "default",
    });
  });
});

test("null removes a setting of a named layer, through several files, and is told where there is nothing to remove", async () => {
  const layers = "layers: [dense: { units: classes, l2: 0.1, name: head }]";
  write({
    "base.yaml": `data: { train: a, test: b }\nmodel: { ${layers} }\ntrain: { epochs: 7 }\n`,
    "b.yaml":
      "extends: base.yaml\nmodel: { layers: { head: { l2: null } } }\ntrain: { epochs: null }\n",
    "a.yaml": "extends: b.yaml\ntrain: { accumulate: 2 }\n",
    "nothing.yaml": "extends: b.yaml\ntrain:\n  epochs:\n  epoch:\n  optimizer: { adam: }\n",
    "demanded.yaml": "extends: b.yaml\ndata: { train: null }\n",
  });
  const { resolved, origin } = await load("a.yaml");
  expect(resolved.model.layers).toMatchObject([{ dense: { l2: 0 } }]);
  expect(resolved.train.epochs).toBe(10);
  expect(origin(["train", "epochs"])).toBeNull();
  const told = async (file: string) => String(await load(file).catch((error: unknown) => error));
  const nothing = await told("nothing.yaml");
  expect(nothing).toContain("nothing.yaml:3:3");
  expect(nothing).toContain("train.epochs: must be a whole number");
  expect(nothing).toContain('unknown key "epoch"');
  expect(nothing).toContain("train.optimizer.adam: must be");
  expect(await told("demanded.yaml")).toContain("demanded.yaml:2:7  data: train is missing");
});

describe("a preset is a file that comes with Lamina", () => {
  const every = presetNames().flatMap((name) => [1, 0.25, 1.4].map((width) => [name, width]));
  test.each(every)(
    "%s has no mistakes, and a network that fits, of width %d",
    async (name, width) => {
      write({
        "x.yaml": `data: { train: a, test: b }\nmodel: { preset: ${name}, width: ${width} }\n`,
      });
      const { resolved, extended, origin } = await load("x.yaml");
      expect(extended.map(({ shown }) => shown)).toEqual([`presets/${name}.yaml`]);
      expect(origin(["model", "layers", 0])!.file).toBe(`presets/${name}.yaml`);
      for (const shape of [
        [28, 28, 1],
        [96, 64, 3],
      ] as [number, number, number][]) {
        const { problems } = inferShapes(resolved.model.layers, shape, {
          classes: 3,
          batchSize: 8,
        });
        expect(problems).toEqual([]);
      }
    },
  );

  test("of another width where that is asked for, below what its own file says", async () => {
    write({
      "x.yaml": `data: { train: a, test: b }
model: { preset: lenet, width: 2, layers: { stem: { filters: 5 }, head: { l2: 0.1 } } }
`,
      "y.yaml": "extends: x.yaml\nmodel: { blocks: { more: { filters: 6, layers: [relu] } } }\n",
    });
    const { resolved, extended } = await load("x.yaml");
    const widths = resolved.model.layers.flatMap(
      ({ conv, dense }) => conv?.filters ?? dense?.units ?? [],
    );
    expect(widths).toEqual([5, 32, 240, 168, "classes"]);
    expect(resolved.model.layers.at(-1)!.dense).toMatchObject({ l2: 0.1, name: "head" });
    // As exp diff puts together what a run has kept.
    const sources = [
      { shown: "x.yaml", text: await Bun.file(join(folder.path, "x.yaml")).text() },
      ...extended,
    ];
    const joined = joinTexts(
      sources.map(({ shown, text }) => ({ file: shown, shown, text })),
      {},
    );
    expect(joined.value).toMatchObject({
      model: { layers: expect.arrayContaining([{ dense: { units: 240 } }]) },
    });
    const y = await readDraft({ file: "y.yaml", overrides: [], directory: folder.path });
    expect(y.value).toMatchObject({
      model: { layers: expect.arrayContaining([{ dense: { units: 240 } }]) },
    });
  });

  test.each([
    [
      "{ preset: lenet, width: 0 }",
      "2:32 model.width: must be a number above 0 to 16, but is 0, for example 0.5",
    ],
    [
      "{ preset: lenet, width: wide }",
      /^x\.yaml:2:32 model\.width: must be a number .* but is the text "wide"/,
    ],
    ["{ preset: lenet, width: .nan }", /^x\.yaml:2:32 model\.width: must be a number/],
    [
      "{ width: 2, layers: [flatten] }",
      /^x\.yaml:2:17 model\.width: a width is that of the preset beside it/,
    ],
  ] as [string, string | RegExp][])("%s is refused", async (model, message) => {
    write({ "x.yaml": `data: { train: a, test: b }\nmodel: ${model}\n` });
    const found = await said("x.yaml");
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  test("above what its own file extends, and below what stands beside it", async () => {
    write({
      "base.yaml": base,
      "x.yaml":
        "extends: base.yaml\nmodel: { preset: resnet8, blocks: { unit: { filters: 5 } } }\n",
      "y.yaml":
        "extends: x.yaml\nmodel: { layers: [block: unit, flatten, dense: { units: classes }] }\n",
    });
    const x = await load("x.yaml");
    expect(x.extended.map(({ shown }) => shown)).toEqual(["presets/resnet8.yaml", "base.yaml"]);
    expect(x.resolved.train.epochs).toBe(7);
    expect(jointOf(x.resolved.model.layers[3]!)?.branches[0]!.layers[0]!.conv!.filters).toBe(5);
    write({
      "z.yaml": "extends: y.yaml\nmodel: { layers: [flatten, dense: { units: classes }] }\n",
    });
    const z = await readDraft({ file: "z.yaml", overrides: [], directory: folder.path });
    expect([z.diagnostics, z.warnings]).toEqual([[], []]);
    const y = await load("y.yaml");
    expect(y.resolved.model.layers.map((layer) => Object.keys(layer)[0])).toEqual([
      "residual",
      "relu",
      "flatten",
      "dense",
    ]);
    expect(requestOf(y, folder.path).extends).toEqual([
      "x.yaml",
      "presets/resnet8.yaml",
      "base.yaml",
    ]);
  });

  test("of a name that there is", async () => {
    write({ "x.yaml": "data: { train: a, test: b }\nmodel: { preset: resnet }\n" });
    expect(await said("x.yaml")).toEqual([
      'x.yaml:2:18 model.preset: must be lenet, vggSmall, resnet8, resnet18 or mobilenetV2Small, but is the text "resnet"; did you mean resnet8?',
    ]);
  });
});

describe("a mistake is told in the file that it is in", () => {
  test.each([
    ["train: { epoch: 3 }", {}, ['x.yaml:2:10 train: unknown key "epoch"; did you mean "epochs"?']],
    [
      "seed: a",
      { "base.yaml": base.replace("epochs", "epoch") },
      [
        'x.yaml:2:7 seed: must be a whole number from 0 to 2147483647, but is the text "a", for example 1',
        'base.yaml:7:10 train: unknown key "epoch"; did you mean "epochs"?',
      ],
    ],
    ["", { "base.yaml": "data: [\n" }, [/^base\.yaml:1:7 .*is not closed/]],
    ["", { "base.yaml": "model: { layers: [flatten] }" }, [/^x\.yaml:1:1 data is missing/]],
    [
      "",
      { "base.yaml": "extends: x.yaml" },
      [
        "base.yaml:1:10 extends: these files extend one another: x.yaml extends base.yaml extends x.yaml",
      ],
    ],
    [
      "",
      { "base.yaml": "extends: base.yaml" },
      ["base.yaml:1:10 extends: this file extends itself"],
    ],
    [
      "",
      { "base.yaml": "extends: [a]" },
      [
        "base.yaml:1:10 extends: must be the path of another experiment file, for example baseline.yaml",
      ],
    ],
    [
      "",
      { "base.yaml": "extends: none.yaml" },
      [`base.yaml:1:10 extends: there is no file "none.yaml" from this file's folder`],
    ],
    ["", { "base.yaml": "extends: folder" }, [/^folder:1:1 this is a folder/]],
    ["", { "base.yaml": `${base}\u00a0seed: 4\n` }, [/^base\.yaml:8:1 here is a no-break space/]],
  ] as [string, Record<string, string>, (string | RegExp)[]][])(
    "%j %j",
    async (own, files, expected) => {
      mkdirSync(join(folder.path, "folder"), { recursive: true });
      write({ "base.yaml": base, ...files, "x.yaml": `extends: base.yaml\n${own}\n` });
      const found = await said("x.yaml");
      expect(found).toHaveLength(expected.length);
      for (const [index, line] of found.entries()) expect(line).toMatch(expected[index]!);
    },
  );

  test("too many files, and --set extends", async () => {
    for (let index = 0; index < 20; index++)
      write({ [`${index}.yaml`]: `extends: ${index + 1}.yaml\n` });
    expect(await said("0.yaml")).toEqual([
      "15.yaml:1:10 extends: more than 16 files extend one another",
    ]);
    write({ "base.yaml": base });
    expect(await said("base.yaml", "model.preset=lenet")).toHaveLength(1);
    expect(await said("base.yaml", "model.width=2")).toHaveLength(1);
    expect((await said("base.yaml", "extends=0.yaml")).join()).toContain("belong into a file");
  });
});

test("a resolved experiment printed as YAML reads as itself", () => {
  fc.assert(
    fc.property(anyExperiment, (experiment) => {
      const resolved = resolveExperiment(experiment);
      expect(parse(resolvedYaml(resolved, () => "here"))).toEqual(parse(stringify(resolved)));
    }),
    { numRuns: 20 },
  );
});
