import { afterAll, beforeAll, expect, test } from "bun:test";
import { join } from "node:path";
import { parseDocument } from "yaml";
import {
  allowsNull,
  experimentSchema,
  follow,
  isNullable,
  shownValue,
  type Schema,
} from "../../src/spec/schema.ts";
import settings from "../../.vscode/settings.json";
import { LanguageServer, type Offered } from "../fixtures/language-server.ts";

const root = join(import.meta.dir, "../..");
const file = "experiments/new.yaml";

let server: LanguageServer;
beforeAll(async () => {
  // Or it would look for other schemas on the network.
  server = await LanguageServer.start({ ...settings, "yaml.schemaStore.enable": false });
});
afterAll(() => server.stop());

/** The keys of one place, as ["train", "optimizer", "adam"], and ["model", "layers", 0, "conv"]. */
interface Level {
  path: (string | number)[];
  schema: Schema;
}

/** Every place of an experiment that has keys. */
function levels(part: Schema, path: Level["path"] = [], above: readonly string[] = []): Level[] {
  // Layers hold layers.
  if (part.$ref !== undefined && above.includes(part.$ref)) return [];
  const inside = part.$ref === undefined ? above : [...above, part.$ref];
  const schema = follow(part);
  const { properties, anyOf = [], items } = schema;
  return [
    ...(properties && Object.keys(properties).length > 0 ? [{ path, schema }] : []),
    ...Object.entries(properties ?? {}).flatMap(([key, inner]) =>
      levels(inner, [...path, key], inside),
    ),
    ...anyOf.flatMap((branch) => levels(branch, path, inside)),
    ...(items ? levels(items, [...path, 0], inside) : []),
  ];
}

/** YAML down to a place, and what stands before a key there. */
function written(path: Level["path"]): { above: string; indent: string } {
  let above = "";
  let indent = "";
  let isItem = false;
  for (const step of path) {
    if (step === 0) {
      isItem = true;
      continue;
    }
    above += `${indent}${isItem ? "- " : ""}${step}:\n`;
    indent += isItem ? "    " : "  ";
    isItem = false;
  }
  return { above, indent: isItem ? `${indent}- ` : indent };
}

/** A value that is right, as JSON, which is YAML as well. */
function sample(part: Schema): string {
  const schema = follow(part);
  if (isNullable(schema)) return "null";
  const { default: value, enum: words, anyOf, items, required = [] } = schema;
  const shown = shownValue(schema) ?? value ?? words?.[0] ?? schema.minimum;
  if (shown !== undefined) return JSON.stringify(shown);
  if (anyOf) return sample(anyOf.at(-1)!);
  if (items) return `[${sample(items)}]`;
  if (schema.type === "string") return "a";
  if (schema.type !== "object") return "1";
  return `{ ${required.map((key) => `${key}: ${sample(schema.properties![key]!)}`).join(", ")} }`;
}

const every = levels(experimentSchema);

test("in an empty file every key of an experiment is offered; elsewhere none is", async () => {
  const offered = await server.complete(server.open(file, ""), 0, 0);
  const keys = Object.keys(experimentSchema.properties!);
  expect(offered.map(({ label }) => label)).toEqual(keys);
  for (const path of ["experiments/data/labels.yaml", "labels.yaml"]) {
    const others = await server.complete(server.open(path, ""), 0, 0);
    expect(others.filter(({ label }) => keys.includes(label))).toEqual([]);
  }
});

test("every key of every level is offered with what it means", async () => {
  expect(every.length).toBeGreaterThan(40);
  for (const { path, schema } of every) {
    const { above, indent } = written(path);
    const line = above.split("\n").length - 1;
    // On an empty line the server offers none of which there may be one only.
    const typed = schema.maxProperties === 1 && path.at(-1) !== 0 ? "a" : "";
    const uri = server.open(file, `${above}${indent}${typed}`);
    const offered = await server.complete(uri, line, indent.length + typed.length);
    for (const [key, part] of Object.entries(schema.properties!)) {
      if (part.doNotSuggest) continue;
      const own = offered.find(({ label, insertText }) => label === key && insertText !== key);
      const place = [...path, key].join(".");
      expect([place, own?.documentation]).toEqual([place, follow(part).description]);
    }
    expect(offered.filter((one) => !isYaml(one))).toEqual([]);
  }
});

test("what is offered behind a key is YAML, whether it is a word, a list or a mapping", async () => {
  for (const { path, schema } of every) {
    const { above, indent } = written(path);
    const line = above.split("\n").length - 1;
    for (const key of Object.keys(schema.properties!)) {
      const typed = `${indent}${key}: `;
      const offered = await server.complete(server.open(file, above + typed), line, typed.length);
      expect(offered.filter((one) => !isYaml(one))).toEqual([]);
    }
  }
});

test.each([
  ["model:\n  ", "layers:\n  - flatten\n  - dense:\n      units: classes"],
  ["data:\n  train: a\nmodel:\n  la", "layers: "],
  ["model:\n  layers:\n    - relu\n    - con", "conv:\n    filters: $1\n    kernelSize: $2"],
  ["model:\n  layers:\n    - conv: { filters: 8, k", "kernelSize"],
  ["extends: baseline.yaml\nmodel:\n  ba", "base:\n  "],
])("a file that is half written is completed: %j", async (text, insertText) => {
  const lines = text.split("\n");
  for (const rest of ["", "\ntrain:\n  epochs: 3\n"]) {
    const uri = server.open(file, text + rest);
    const offered = await server.complete(uri, lines.length - 1, lines.at(-1)!.length);
    expect(offered.map((one) => one.insertText)).toContain(insertText);
  }
});

test("every key shows where it belongs and what it means", async () => {
  for (const { path, schema } of every) {
    const { above, indent } = written(path);
    const line = above.split("\n").length - 1;
    for (const [key, part] of Object.entries(schema.properties!)) {
      const uri = server.open(file, `${above}${indent}${key}: ${sample(part)}\n`);
      const [heading, , said] = (await server.hover(uri, line, indent.length + 1)).split("\n");
      const { title = titleAt(path) } = follow(part);
      const place = [...path, key].join(".");
      expect([place, heading]).toEqual([place, `#### ${title}`]);
      expect(descriptions(part)).toContain(plain(said));
    }
  }
});

test("in a file that extends another every setting may be null and shows what it means; in others none may", async () => {
  const own = ["extends", "environment", "preset", "width"];
  const inMappings = every.filter(({ path }) => !path.includes(0));
  expect(inMappings.length).toBeGreaterThan(30);
  for (const { path, schema } of inMappings) {
    const { above, indent } = written(path);
    const lines = (keys: readonly string[]) =>
      keys.map((key) => `${indent}${key}: null\n`).join("");
    const [fixed, keys] = partition(Object.keys(schema.properties!), (key) => own.includes(key));
    const head = path.length === 0 ? "extends: a.yaml\n" : `extends: a.yaml\n${above}`;
    const isOne = schema.maxProperties === 1;
    const removed = isOne ? [] : keys;
    expect([path, await server.diagnose(file, head + lines(removed))]).toEqual([path, []]);
    for (const key of [...fixed, ...(isOne ? keys : [])].filter((one) => one !== "extends"))
      if (!allowsNull(schema.properties![key]!))
        expect([key, await server.diagnose(file, head + lines([key]))]).not.toEqual([key, []]);
    const strict = removed.filter((key) => !allowsNull(schema.properties![key]!));
    const whole = await server.diagnose(file, above + lines(strict));
    expect(whole.filter((one) => /type|value/i.test(one)).length).toBeGreaterThanOrEqual(
      Math.min(1, strict.length),
    );
    for (const key of removed) {
      const uri = server.open(file, `${head}${indent}${key}: null\n`);
      const said = await server.hover(uri, head.split("\n").length - 1, indent.length + 1);
      expect(descriptions(schema.properties![key]!)).toContain(plain(said.split("\n")[2]));
    }
  }
});

test("words are offered as values", async () => {
  for (const [above, last, words] of [
    ["data:", "  colour: ", ["grey", "rgb"]],
    ["train:", "  optimizer: ", ["adam", "lion"]],
    ["train:\n  earlyStopping:", "    monitor: ", ["loss", "auc"]],
    ["model:\n  layers:", "    - ", ["relu", "flatten"]],
  ] as const) {
    const uri = server.open(file, `${above}\n${last}`);
    const offered = await server.complete(uri, above.split("\n").length, last.length);
    expect(offered.map(({ label }) => label)).toEqual(expect.arrayContaining([...words]));
  }
});

test.each(["experiments/baseline.yaml", "runs/baseline/v001/experiment.yaml"])(
  "%s has nothing wrong in it, and mistakes are found",
  async (path) => {
    const text = await Bun.file(join(root, path)).text();
    const withoutHeader = text.replace(/^# yaml-language-server.*\n/, "");
    expect(withoutHeader).not.toBe(text);
    for (const one of [text, withoutHeader]) {
      expect(await server.diagnose(path, one)).toEqual([]);
      const wrong = one.replace("epochs:", "epoch:");
      expect(await server.diagnose(path, wrong)).toEqual(["Property epoch is not allowed."]);
    }
  },
);

const short = `model:
  blocks:
    stage:
      filters: 8
      layers:
        - conv: { filters: $filters, kernelSize: 3 }
        - relu
        - repeat: { times: 2, layers: [relu, block: { use: other, size: $filters }] }
  layers:
    - block: stage
    - repeat:
        times: 2
        layers:
          - block: { use: stage, filters: 4 }
    - flatten
`;

test("short forms and files that extend others have nothing wrong in them, and are completed", async () => {
  const whole = `data: { train: a }\n${short}`;
  expect(await server.diagnose(file, whole)).toEqual([]);
  expect(await server.diagnose(file, `extends: a.yaml\ntrain: { epochs: 2 }\n${short}`)).toEqual(
    [],
  );
  const patch = "extends: a.yaml\nmodel: { layers: { stem: { filters: 8 } } }\n";
  expect(await server.diagnose(file, patch)).toEqual([]);
  expect(await server.diagnose(file, patch.replace("{ filters: 8 }", "8"))).not.toEqual([]);
  const variables = `environment: { DATA: a, SIZE: 3, NAME: }\ndata: { train: "\${DATA}/b" }\n${short}`;
  expect(await server.diagnose(file, variables)).toEqual([]);
  const preset = "data: { train: a }\nmodel: { preset: resnet8 }\n";
  expect(await server.diagnose(file, preset)).toEqual([]);
  expect(await server.diagnose(file, preset.replace("preset: resnet8", ""))).toEqual([
    'Missing property "layers".',
  ]);
  expect(await server.diagnose(file, short)).toEqual(['Missing property "data".']);
  expect(await server.diagnose(file, whole.replace("- relu\n", "- reluu\n"))).not.toEqual([]);
  expect(
    await server.diagnose(file, whole.replaceAll("        times:", "        time:")),
  ).not.toEqual([]);
  for (const [above, last, label] of [
    ["model:\n  layers:", "    - ", "repeat"],
    ["model:\n  layers:\n    - repeat:\n        layers:", "          - ", "block"],
    ["model:\n  blocks:\n    a:\n      layers:", "        - ", "conv"],
    ["model:\n  blocks:\n    a:\n      layers:\n        - conv:", "            ", "filters"],
  ] as const) {
    const uri = server.open(file, `${above}\n${last}`);
    const offered = await server.complete(uri, above.split("\n").length, last.length);
    expect(offered.map((one) => one.label)).toContain(label);
  }
});

test("a file that extends another says what is different alone, at every depth; a whole one has to have the rest", async () => {
  for (const [part, missing] of [
    ["model: { blocks: { stage: { filters: 8 } } }", "layers"],
    ["model: { base: { trainable: true } }", "from"],
    ["train: { schedule: { step: { factor: 0.5 } } }", "every"],
    ["train: { schedule: { exponential: { } } }", "factor"],
  ] as const) {
    expect(await server.diagnose(file, `extends: a.yaml\n${part}\n`)).toEqual([]);
    const whole = `data: { train: a }\n${part.startsWith("model") ? part : `model: { preset: lenet }\n${part}`}\n`;
    expect(await server.diagnose(file, whole)).toContain(`Missing property "${missing}".`);
  }
  const changed =
    "data: { train: a }\nmodel: { preset: resnet8, blocks: { stage: { filters: 8 } } }\n";
  expect(await server.diagnose(file, changed)).toEqual([]);
});

function partition<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}

/** Whether what would be written is YAML, with the words that are proposed in it and nothing where there are none. */
function isYaml({ label, insertText }: Offered): boolean {
  const text = insertText
    .replaceAll(/\$\{\d+:((?:\\\}|[^}])*)\}/g, "$1")
    .replaceAll(/\$\d+/g, "")
    .replaceAll("\\$", "$");
  return !`${label}${text}`.includes("[object Object]") && parseDocument(text).errors.length === 0;
}

/** What a part is said to mean by itself, or where it has one of its forms. */
function descriptions(part: Schema): string[] {
  const { description, anyOf = [] } = follow(part);
  return [...(description === undefined ? [] : [description]), ...anyOf.flatMap(descriptions)];
}

/** The nearest heading above a key. */
function titleAt(path: Level["path"]): string {
  const last = path.findLast((step) => typeof step === "string");
  return last ?? experimentSchema.title!;
}

/** Without the escapes of Markdown. */
function plain(text = ""): string {
  return text.replaceAll(/\\([\\`*_{}[\]#+!])/g, "$1");
}
