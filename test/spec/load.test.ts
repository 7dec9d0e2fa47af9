import { afterAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { stringify } from "yaml";
import { UsageError } from "../../src/errors.ts";
import { ExperimentError } from "../../src/spec/diagnostic.ts";
import { loadExperiment } from "../../src/spec/load.ts";
import { applyOverrides } from "../../src/spec/overrides.ts";
import { experimentName } from "../../src/spec/find.ts";
import { anyExperiment } from "./experiments.ts";
import { cases } from "../fixtures/cases.ts";

const directory = mkdtempSync(join(tmpdir(), "lamina-load-"));
afterAll(() => rmSync(directory, { recursive: true }));
mkdirSync(join(directory, "experiments"));

const text = `# A comment.
data: { train: images/train, test: images/test }
model:
  layers:
    - conv: { filters: 8, kernelSize: 3 }
    - flatten
    - dense: { units: classes }
train:
  optimizer: adam
`;
writeFileSync(join(directory, "experiments/baseline.yaml"), text);
writeFileSync(join(directory, "other.yml"), `\uFEFF${text.replaceAll("\n", "\r\n")}`);

const load = (file: string, ...overrides: string[]) =>
  loadExperiment({ file, overrides, directory });
const messageOf = async (loading: Promise<unknown>) => {
  const error = await loading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ExperimentError || error instanceof UsageError) return error.message;
  throw error ?? new Error("The experiment was found to be right.");
};

describe("an experiment is found", () => {
  test.each([
    "baseline",
    "baseline.yaml",
    "experiments/baseline.yaml",
    "experiments/baseline",
    join(directory, "experiments/baseline.yaml"),
  ])("as %s", async (file) => {
    const experiment = await load(file);
    expect(experiment.name).toBe("baseline");
    expect(experiment.file).toBe(join(directory, "experiments/baseline.yaml"));
    expect(experiment.directory).toBe(join(directory, "experiments"));
    expect(experiment.text).toBe(text);
  });

  test("where the user is before in experiments/", async () => {
    mkdirSync(join(directory, "both/experiments"), { recursive: true });
    writeFileSync(join(directory, "both/a.yaml"), text);
    writeFileSync(join(directory, "both/experiments/a.yaml"), text);
    const { file } = await loadExperiment({
      file: "a",
      overrides: [],
      directory: join(directory, "both"),
    });
    expect(file).toBe(join(directory, "both/a.yaml"));
  });

  test("or the nearest is named", async () => {
    expect(await messageOf(load("baselin"))).toBe(
      'No experiment "baselin" here or in experiments/. Did you mean "baseline"?',
    );
    expect(await messageOf(load("nothing/like/it.yaml"))).toBe(
      'No experiment "nothing/like/it.yaml" here or in experiments/. There are "baseline".',
    );
  });
});

test("a byte order mark and Windows line ends stay in the text and shift nothing", async () => {
  const experiment = await load("other");
  expect(experiment.text).toStartWith("\uFEFF# A comment.\r\n");
  expect(experiment.locate(["model", "layers", 0, "conv", "kernelSize"])).toMatchObject({
    line: 5,
    column: 39,
  });
});

describe("a value is located", () => {
  test.each([
    [["data"], "2:7"],
    [["data", "test"], "2:36"],
    [["data", "batchSize"], "2:7"],
    [["model"], "3:1"],
    [["model", "layers", 1], "6:7"],
    [["model", "layers", 1, "flatten"], "6:7"],
    [["model", "layers", 0, "conv"], "5:13"],
    [["model", "layers", 0, "conv", "kernelSize", 1], "5:39"],
    [["train", "optimizer", "adam", "beta1"], "9:14"],
    [["engine"], "2:1"],
    [[], "2:1"],
  ])("%p at %s", async (path, place) => {
    const { file, line, column } = (await load("baseline")).locate(path);
    expect(`${file}:${line}:${column}`).toBe(`experiments/baseline.yaml:${place}`);
  });

  test("at the override that it comes from", async () => {
    const { locate } = await load("baseline", "train.epochs=3", "train.optimizer.adam.beta1=0.5");
    expect(locate(["train", "epochs"]).file).toBe("--set train.epochs=3");
    expect(locate(["train", "optimizer", "adam", "beta1"]).file).toBe(
      "--set train.optimizer.adam.beta1=0.5",
    );
    expect(locate(["model"]).file).toBe("experiments/baseline.yaml");
  });
});

describe("an override", () => {
  test("replaces a value, and goes where there is none", async () => {
    const { resolved } = await load(
      "baseline",
      "train.epochs=3",
      "model.layers.0.conv.filters=16",
      "model.layers.1=relu",
      "engine={threads: 2}",
      "data.split.validation=0.25",
    );
    expect(resolved.train.epochs).toBe(3);
    expect(resolved.model.layers.slice(0, 2)).toMatchObject([
      { conv: { filters: 16, kernelSize: [3, 3] } },
      { relu: {} },
    ]);
    expect(resolved.engine.threads).toBe(2);
    expect(resolved.data.split).toEqual({
      validation: 0.25,
      test: 0,
      stratify: true,
      group: null,
      folds: null,
      fold: 1,
    });
  });

  test("finds a layer by its name, also inside of another", async () => {
    const layers = [
      "{ conv: { filters: 4, kernelSize: 3, name: stem } }",
      "{ residual: [{ conv: { filters: 4, kernelSize: 3, padding: same, name: in-side } }, { dropout: { rate: 0.5, name: shed } }] }",
      "flatten",
      "{ dense: { units: classes } }",
    ];
    const set = async (...overrides: string[]) =>
      (await load("baseline", `model.layers=[${layers.join(", ")}]`, ...overrides)).resolved.model
        .layers;
    const changed = await set(
      "model.layers.stem.filters=64",
      "model.layers.stem.conv.strides=2",
      "model.layers.in-side.useBias=false",
      "model.layers.shed=relu",
    );
    expect(changed[0]!.conv).toMatchObject({ filters: 64, strides: [2, 2], name: "stem" });
    expect(changed[1]!.residual).toEqual([
      { conv: expect.objectContaining({ filters: 4, useBias: false }) },
      { relu: {} },
    ]);
    const noted = await load(
      "baseline",
      `model.layers=[${layers.join(", ")}]`,
      "model.layers.in-side.filters=8",
    );
    expect(noted.overrides.at(-1)).toEqual({
      key: "model.layers.1.residual.0.conv.filters",
      value: 8,
    });
  });

  test("opens a bare word", async () => {
    const { resolved } = await load("baseline", "train.optimizer.adam.learningRate=0.1");
    expect(resolved.train.optimizer).toEqual({
      adam: { learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, weightDecay: 0 },
    });
  });

  test("takes paths from where the user is", async () => {
    const { resolved } = await load(
      "baseline",
      "data.test=more/test",
      "data.train=experiments/x",
      "data.validation=/elsewhere",
    );
    expect(resolved.data).toMatchObject({
      test: "../more/test",
      train: "x",
      validation: "/elsewhere",
    });
    const whole = await load("baseline", "data={train: experiments, test: more}");
    expect(whole.resolved.data).toMatchObject({ train: ".", test: "../more" });
  });

  test("leaves a path alone that is in the file", async () => {
    expect((await load("baseline", "seed=3")).resolved.data.train).toBe("images/train");
  });

  test.each([
    ["train.epoch=3", 'train: unknown key "epoch"; did you mean "epochs"?'],
    [
      "train.epochs=many",
      'train.epochs: must be a whole number from 1 to 1000000, but is the text "many", for example 10',
    ],
    ["train.epochs", "write --set KEY=VALUE"],
    ["=3", '"" is no key'],
    ["train..epochs=3", '"train..epochs" is no key'],
    ["__proto__.seed=3", '"__proto__.seed" is no key'],
    ["train.constructor=3", '"train.constructor" is no key'],
    ["train={__proto__: 3}", '"__proto__" cannot be a key'],
    ["train=[", '"[" is not closed'],
    [
      "model.layers.7.conv.filters=3",
      'model.layers has the items 0 to 2 as it is written, but "7" was given',
    ],
    [
      "model.layers.first=relu",
      'model.layers has the items 0 to 2 as it is written, but "first" was given, and no layer has that name',
    ],
    [
      "data.train.folder=x",
      'data.train is the text "images/train", so there is no "folder" inside it',
    ],
    [
      "train.optimizer.momentum=0.9",
      "train.optimizer is adam: write train.optimizer.adam.momentum",
    ],
    ["model.layers.1.rate=0.9", "model.layers[1] is flatten: write model.layers[1].flatten.rate"],
    [
      "model.layers[1].dropout=0.9",
      "model.layers[1] is flatten, not dropout; to put another layer in its place, write all of it: --set 'model.layers[1]={ dropout: … }'",
    ],
  ])("%s is refused where it is written", async (override, says) => {
    const message = await messageOf(load("baseline", override));
    expect(message).toStartWith(`--set ${override}  ${says}`);
    expect(message).not.toContain("\n\n");
  });

  test("puts another layer in the place of one where it says all of it, or where a run has done so", async () => {
    const { layers } = (await load("baseline", "model.layers[1]={ dropout: 0.9 }")).resolved.model;
    expect(layers[1]).toEqual({ dropout: { rate: 0.9 } });
    const experiment = { model: { layers: ["relu", "flatten"] } };
    const noted = [{ key: "model.layers.1.dropout", value: 0.9 }];
    expect(
      applyOverrides(experiment, noted, { experimentFolder: directory, directory }),
    ).toMatchObject({ value: { model: { layers: ["relu", { dropout: 0.9 }] } }, diagnostics: [] });
  });

  test("with a prototype in it pollutes nothing", async () => {
    await messageOf(load("baseline", "__proto__.polluted=1"));
    await messageOf(load("baseline", "engine={constructor: {prototype: {polluted: 1}}}"));
    expect("polluted" in {}).toBe(false);
  });
});

describe("where only a text is allowed it is taken as it is written", () => {
  const written = fc
    .string({ unit: fc.constantFrom(..."0123456789.eExXabf-+truNuoOlL~_:/ #'\"&*{}[],|") })
    .map((name) => name.trim())
    .filter((name) => name !== "" && !/^["']/.test(name));

  test.each([
    "1",
    "2024",
    "1.0",
    "007",
    "0x1F",
    "1e3",
    "true",
    "False",
    ".nan",
    "2024-01-31",
    "-0",
  ])("%s in a file", async (name) => {
    const inFile = text
      .replace("images/train", name)
      .replace("test: images/test", `labels: { columns: { label: ${name}, split: ${name} } }`);
    writeFileSync(join(directory, "texts.yaml"), `${inFile}evaluate: { positiveClass: ${name} }\n`);
    const { data, evaluate } = (await load("texts")).resolved;
    expect(data.train).toBe(name);
    expect(data.labels!.columns).toMatchObject({ label: name, split: name });
    expect(evaluate.positiveClass).toBe(name);
  });

  test("whatever it is, in a call", async () => {
    await fc.assert(
      fc.asyncProperty(written, async (name) => {
        fc.pre(!/^(~|null)$/i.test(name));
        const { resolved } = await load("baseline", `evaluate.positiveClass=${name}`);
        expect(resolved.evaluate.positiveClass).toBe(name);
      }),
      cases(40, 200),
    );
    const { data } = (await load("baseline", "data.train=/x/#1 set: a")).resolved;
    expect(data.train).toBe("/x/#1 set: a");
  });

  test("quotes around all of it are YAML's, and null is null where it is allowed", async () => {
    const { resolved } = await load(
      "baseline",
      'evaluate.positiveClass="a \\u00e9"',
      "data.validation=null",
      "data.labels={columns: {label: 1}, extension: 2.50}",
    );
    expect(resolved.evaluate.positiveClass).toBe("a é");
    expect(resolved.data.validation).toBeNull();
    expect(resolved.data.labels).toMatchObject({ columns: { label: "1" }, extension: "2.50" });
  });

  test("a number stays one where numbers are allowed", async () => {
    expect((await load("baseline", "train.epochs=3")).resolved.train.epochs).toBe(3);
    expect(await messageOf(load("baseline", "data.colour=1"))).toContain("must be grey or rgb");
  });

  test("what is empty tells of quotes", async () => {
    writeFileSync(
      join(directory, "empty.yaml"),
      text.replace("{ train: images/train,", "{ train: , # 1\n"),
    );
    expect(await messageOf(load("empty"))).toContain("goes in quotes");
  });
});

describe("anchors and aliases", () => {
  const aliased = text.replace(
    "- flatten",
    "- conv: &small { filters: 4, kernelSize: 1 }\n    - conv: *small\n    - flatten",
  );

  test("are written out", async () => {
    writeFileSync(join(directory, "aliased.yaml"), aliased);
    const { resolved } = await load("aliased");
    expect(resolved.model.layers[2]).toEqual(resolved.model.layers[1]!);
  });

  test("lead to the place of what they stand for", async () => {
    writeFileSync(
      join(directory, "aliased-wrong.yaml"),
      aliased.replace("filters: 4", "filters: 0"),
    );
    const message = await messageOf(load("aliased-wrong"));
    expect(message.match(/^aliased-wrong.*?(?= {2})/gm)).toEqual([
      "aliased-wrong.yaml:6:31",
      "aliased-wrong.yaml:6:31",
    ]);
  });
});

describe("merge keys", () => {
  const merged = (layer: string) =>
    text.replace(
      "- conv: { filters: 8, kernelSize: 3 }",
      `- conv: &c { filters: 8, kernelSize: 3 }\n    - conv: &d { padding: same, filters: 2, kernelSize: 1 }\n    - conv: ${layer}`,
    );
  const conv = async (layer: string) => {
    writeFileSync(join(directory, "merged.yaml"), merged(layer));
    return (await load("merged")).resolved.model.layers[2]!.conv;
  };

  test("take in another mapping's keys, which give way to those that are written", async () => {
    expect(await conv("{ <<: *c, filters: 16 }")).toMatchObject({
      filters: 16,
      kernelSize: [3, 3],
    });
    expect(await conv("{ filters: 16, <<: *c }")).toMatchObject({
      filters: 16,
      kernelSize: [3, 3],
    });
    expect(await conv("{ <<: [*c, *d] }")).toMatchObject({ filters: 8, padding: "same" });
    expect(await conv("{ <<: *d }")).toMatchObject({ filters: 2, padding: "same" });
  });

  test("lead to the place of what they take in", async () => {
    writeFileSync(join(directory, "merged.yaml"), merged("{ <<: [*c, *d] }"));
    const { locate } = await load("merged");
    expect(locate(["model", "layers", 2, "conv", "padding"])).toMatchObject({
      line: 6,
      column: 27,
    });
    expect(locate(["model", "layers", 2, "conv", "kernelSize"])).toMatchObject({ line: 5 });
  });

  test.each(["{ <<: 3, filters: 1 }", "{ <<: [*c, 3], filters: 1 }"])(
    "%s is refused",
    async (layer) => {
      writeFileSync(join(directory, "merged.yaml"), merged(layer));
      expect(await messageOf(load("merged"))).toContain("<< takes in a mapping");
    },
  );

  test.each(["*none", "&self { <<: *self, filters: 1, kernelSize: 1 }"])(
    "<<: %s goes nowhere",
    async (value) => {
      const layer = value.startsWith("&") ? value : `{ <<: ${value}, filters: 1, kernelSize: 1 }`;
      writeFileSync(join(directory, "merged.yaml"), merged(layer));
      expect(await messageOf(load("merged"))).toMatch(
        /^merged\.yaml:7:\d+ {2}\*\w+ (refers|stands)/,
      );
    },
  );
});

test.each(["_base_: base.yaml", "extend: base.yaml", "defaults: [base, _self_]", "include: x"])(
  "%s is answered with what there is in its place",
  async (line) => {
    writeFileSync(join(directory, "inherits.yaml"), `${line}\n${text}`);
    expect(await messageOf(load("inherits"))).toMatch(
      /^inherits\.yaml:1:1 .*write extends: FILE\.yaml/,
    );
  },
);

describe("a character that cannot be seen is named where it is the mistake", () => {
  test.each([
    ["  layers:", "  layers:\u00a0", 4, 10, "a no-break space (U+00A0)"],
    ["optimizer: adam", "optimizer:\u00a0adam", 9, 13, "replace it by an ordinary space"],
    ["optimizer: adam", "opti\u200bmizer: adam", 9, 7, "a zero-width space (U+200B)"],
    ["optimizer: adam", "optimizer: adam\ufeff", 9, 18, "delete it"],
    ["train:\n", "\u3000train:\n", 8, 1, "an ideographic space"],
  ])("%j as %j", async (right, wrong, line, column, says) => {
    writeFileSync(join(directory, "unseen.yaml"), text.replace(right, wrong));
    const message = await messageOf(load("unseen"));
    expect(message).toContain(`unseen.yaml:${line}:${column}  here is `);
    expect(message).toContain(says);
  });

  test("and nowhere else", async () => {
    writeFileSync(
      join(directory, "unseen.yaml"),
      `${text}# a\u00a0b\nevaluate: { positiveClass: "a\u00a0b" }\n`,
    );
    expect((await load("unseen")).resolved.evaluate.positiveClass).toBe("a\u00a0b");
  });
});

test("any experiment that the schema allows loads, or is refused by place", async () => {
  const file = "any.yaml";
  await fc.assert(
    fc.asyncProperty(anyExperiment, async (experiment) => {
      writeFileSync(join(directory, file), stringify(experiment));
      try {
        expect((await load(file)).name).toBe("any");
      } catch (error) {
        if (!(error instanceof ExperimentError)) throw error;
        for (const { line, column } of error.diagnostics)
          expect(Math.min(line, column)).toBeGreaterThan(0);
        expect(error.message).toMatch(
          /nothing is held out|nesterov|engine\.precision|data\.(augment|preprocess|range|dicom)|model\.base|train\.(sampling|schedule|earlyStopping)/,
        );
      }
    }),
    cases(20, 60),
  );
});

test("any text at all loads or is refused by place", async () => {
  const piece = fc.constantFrom(
    "data:",
    " ",
    "\n",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ": ",
    "&a",
    "*a",
    '"',
    "'",
    "\t",
    "#",
    "!!str ",
    "!!omap ",
    "!!binary ",
    "<<: ",
    "---\n",
    "train",
    "model",
    "? ",
    "| ",
    "é",
    "\0",
    "1",
    "~",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      writeFileSync(join(directory, "text.yaml"), pieces.join(""));
      expect(await messageOf(load("text.yaml"))).toMatch(/^text\.yaml:\d+:\d+ {2}/);
    }),
    cases(60, 300),
  );
});

const images = "data: { train: a, test: b }\n";
const layers = "model: { layers: [flatten, { dense: { units: classes } }] }\n";
const many = (line: (index: number) => string) =>
  Array.from({ length: 20_000 }, (_, index) => line(index)).join("");

// Each took a minute and more, as every mistake was held against every other one.
test.each<[string, string, number]>([
  ["unknown keys", images + layers + many((index) => `k${index}: 1\n`), 20_000],
  ["unknown layers", `${images}model:\n  layers:\n${many(() => "    - foo\n")}`, 20_001],
  ["keys of one line", `${images}${layers}x: {${many(() => "k: 1, ")}}\n`, 20_000],
  ["quotes that are not closed", `${images}${layers}${many(() => 'a: "x\n')}`, 1],
])(
  "many %s are told in a moment, the first of them and how many there are",
  async (_, content, mistakes) => {
    writeFileSync(join(directory, "many.yaml"), content);
    const message = await messageOf(load("many.yaml"));
    expect(message.match(/^many\.yaml:/gm)).toHaveLength(Math.min(50, mistakes));
    if (mistakes > 50) expect(message).toEndWith(`\n\nand ${mistakes - 50} more`);
  },
);

test("the name of an experiment has the folders of experiments/ in it, and no others", () => {
  const name = (file: string) => experimentName(file, "/work");
  expect(name("/work/experiments/a.yaml")).toBe("a");
  expect(name("/work/experiments/other/a.yml")).toBe("other/a");
  expect(name("/work/a.yaml")).toBe("a");
  expect(name("/elsewhere/experiments/other/a.yaml")).toBe("a");
  expect(name("/work/experiments-old/a.yaml")).toBe("a");
});

test("what is no path is left as it is given, to be told as it was written", async () => {
  writeFileSync(
    join(directory, "kept.yaml"),
    "data: { train: a, test: b }\nmodel: { layers: [flatten, { dense: { units: classes } }] }\n",
  );
  for (const given of ["https://example.org/a", "~/images", "$DATA/a"]) {
    const request = { file: "kept.yaml", overrides: [`data.train=${given}`], directory };
    expect((await loadExperiment(request)).resolved.data.train).toBe(given);
  }
});
