import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { stringify } from "yaml";
import { printOrigin } from "../../src/spec/diagnostic.ts";
import { readDraft, type KeptExperiment } from "../../src/spec/draft.ts";
import { requestOf } from "../../src/run/kept.ts";
import { finish } from "../../src/spec/load.ts";

const model = "model: { layers: [flatten, dense: { units: classes }] }\n";

/** An experiment in /p, that extends the next text in /p/base. */
async function draftOf(texts: readonly string[], environment: Record<string, string | undefined>) {
  const [text, ...others] = texts as [string, ...string[]];
  const kept: KeptExperiment = {
    name: "x",
    file: "/p/x.yaml",
    shown: "x.yaml",
    text,
    extended: others.map((one, index) => ({
      file: `/p/base/${index}.yaml`,
      shown: `${index}.yaml`,
      text: one,
    })),
    environment: Object.fromEntries(
      Object.entries(environment).filter((one): one is [string, string] => one[1] !== undefined),
    ),
    overrides: [],
    templates: "/p/none",
  };
  return readDraft({ file: kept.file, overrides: [], directory: "/p", kept });
}

async function said(text: string, environment = {}): Promise<string[]> {
  const { diagnostics } = await draftOf(
    [`${model}${text.replace("data: {", "data: { test: b,")}`],
    environment,
  );
  return diagnostics.map(({ line, column, message }) => `${line - 1}:${column} ${message}`);
}

describe("a variable that is declared", () => {
  const text = `environment: { DATA: images, SIZE: 9, COLOUR: }
data: { train: "\${DATA}/train", test: "\${DATA}/\${SIZE}/t", colour: "\${COLOUR}", exclude: ["$\${DATA}", "\${SIZE}"] }
train: { epochs: "\${SIZE}" }
${model}`;

  test("has the value that is set, or its default where it is not set or empty", async () => {
    const draft = await draftOf([text], { DATA: "/d", SIZE: "", COLOUR: "rgb", OTHER: "x" });
    expect(draft.diagnostics).toEqual([]);
    expect(draft.value).toMatchObject({
      data: { train: "/d/train", test: "/d/9/t", colour: "rgb", exclude: ["${DATA}", "9"] },
      train: { epochs: 9 },
    });
    expect(Object.keys(draft.value as object)).not.toContain("environment");
    expect(draft.environment).toEqual({ DATA: "/d", SIZE: "9", COLOUR: "rgb" });
    const { origin } = finish(draft);
    expect(printOrigin(origin(["data", "test"])!)).toBe("x.yaml:2, ${DATA}, ${SIZE}");
    expect(printOrigin(origin(["train", "epochs"])!)).toBe("x.yaml:1, ${SIZE}");
    expect(printOrigin(origin(["data", "exclude", 0])!)).toBe("x.yaml:2");
  });

  test("is kept by a run, whose value goes before what is set since", async () => {
    const draft = await draftOf([text], { COLOUR: "grey", DATA: "then" });
    const { environment } = requestOf(finish(draft), "/p");
    expect(environment).toEqual({ DATA: "then", SIZE: "9", COLOUR: "grey" });
    const again = await draftOf([text], environment!);
    expect(again.value).toEqual(draft.value as never);
    const none = await draftOf([`data: { train: a, test: b }\n${model}`], {});
    expect(requestOf(finish(none), "/p")).not.toHaveProperty("environment");
  });

  test("in a file that is extended: a path starts from the folder of the file that says so", async () => {
    const child =
      'extends: base/0.yaml\nenvironment: { SIZE: 5 }\ndata: { validation: "${DATA}/v" }\n';
    const draft = await draftOf([child, text], { COLOUR: "grey" });
    expect(draft.diagnostics).toEqual([]);
    expect(draft.value).toMatchObject({
      data: { train: "base/images/train", test: "base/images/5/t", validation: "images/v" },
      train: { epochs: 5 },
    });
    expect(draft.environment).toEqual({ SIZE: "5", DATA: "images", COLOUR: "grey" });
  });
});

test.each([
  [
    'data: { train: "${DATA}/a" }',
    /^1:25 data\.train: \$\{DATA\} stands for a variable .* none of this name is declared; write environment: \{ DATA: … \}/,
  ],
  [
    'environment: { DATA: a }\ndata: { train: "${DTA}" }',
    /^2:25 data\.train: .* did you mean \$\{DATA\}\?$/,
  ],
  [
    'environment: { DATA: }\ndata: { train: "${DATA}" }',
    /^2:25 data\.train: the variable DATA of the environment is not set, and has no default/,
  ],
  ['data: { train: "${DATA:-a}" }', /^1:25 data\.train: write \$\{DATA\}, and under environment/],
  ['data: { train: "${oc.env:DATA,a}" }', /^1:25 data\.train: write \$\{DATA\}, and under/],
  ["environment: DATA\ndata: { train: a }", /^1:14 environment: must name variables/],
  ["environment: { 2b: a }\ndata: { train: a }", /^1:16 environment\.2b: cannot be the name/],
  ["environment: { A: [b] }\ndata: { train: a }", /^1:16 environment\.A: must be the value/],
  [
    "environment: { MY_TOKEN: }\ndata: { train: a }",
    /^1:16 environment\.MY_TOKEN: .* it is a secret/,
  ],
  [
    'environment: { E: ten }\ndata: { train: a }\ntrain: { epochs: "${E}" }',
    /^1:19 train\.epochs: must be a whole number .* but is the text "ten"/,
  ],
])("%s is told by its place, once", async (text, expected) => {
  const found = await said(`${text}\n`);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(expected);
});

test("no value is more than a value: what is set cannot add settings, or stand for other variables", async () => {
  const text = `environment: { A: x, B: secret }\ndata: { train: "\${A}" }\ntrain: { epochs: 3, classWeights: "\${A}" }\n${model}`;
  for (const value of ["{ a: 3 }", "[1, 2]", "&a b", "${B}", "a: b", "- a", "{", "!!set {a}"]) {
    const draft = await draftOf([text], { A: value });
    expect(draft.value).toMatchObject({
      data: { train: value },
      train: { classWeights: expect.any(String) },
    });
  }
});

test("a text without a variable is what it was", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom("$", "{", "}", "a", "/", "_", "1") }),
      async (pattern) => {
        fc.pre(pattern !== "" && !/\$\{[a_]/.test(pattern));
        const text = stringify({
          data: { train: "a", exclude: [pattern] },
          environment: { A: "b" },
        });
        const { value } = await draftOf([`${text}${model}`], {});
        expect((value as { data: { exclude: string[] } }).data.exclude).toEqual([pattern]);
      },
    ),
    { numRuns: 100 },
  );
});
