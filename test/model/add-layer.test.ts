import { beforeAll, expect, test } from "bun:test";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findOrFetchLibrary } from "../../src/engine/install.ts";
import { FETCH_MS } from "../fixtures/engine.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

const root = join(import.meta.dir, "../..");
const folder = useTemporaryFolder();

beforeAll(
  () => findOrFetchLibrary({ environment: process.env, report: () => undefined }),
  FETCH_MS,
);

const softsign = `import type { ResolvedLayers } from "./definition.ts";
import { activation } from "./shape-keeping.ts";

/** x / (1 + |x|), any shape. */
export const softsign = activation<ResolvedLayers["softsign"]>({
  isRising: true,
  build: (_settings, { tf, name }) => tf.layers.activation({ activation: "softsign", name }),
  run: (input, _settings, { tf }) => tf.div(input, tf.add(tf.abs(input), 1)),
});
`;

test("a layer is added as src/README.md says, and trains", () => {
  const at = (path: string) => join(folder.path, path);
  const edit = (path: string, change: (text: string) => string) => {
    const text = readFileSync(at(path), "utf8");
    const changed = change(text);
    expect(changed).not.toBe(text);
    writeFileSync(at(path), changed);
  };
  const bun = (...words: string[]) => {
    const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, ...words], {
      cwd: folder.path,
      env: { ...process.env, FORCE_COLOR: "0" },
    });
    return { exitCode, said: `${stdout}${stderr}` };
  };
  for (const path of ["src", "schema", "package.json", "tsconfig.json"])
    cpSync(join(root, path), at(path), { recursive: true });
  symlinkSync(join(root, "node_modules"), at("node_modules"));

  const told = /^## To add a layer\n(.*?)^## /ms.exec(
    readFileSync(at("src/README.md"), "utf8"),
  )![1]!;
  const lines = told.match(/^\d\. .*(?:\n {3}.*)*/gm)!;
  expect(lines.map((line) => /`([^`]*)`/.exec(line)![1])).toEqual([
    "schema/experiment.schema.json",
    "bun run generate",
    "model/layers/NAME.ts",
    "model/layers.ts",
    "test/golden/layers.py",
  ]);

  edit("schema/experiment.schema.json", (text) => {
    const schema = JSON.parse(text);
    const { layer } = schema.definitions;
    schema.definitions.softsign = {
      ...schema.definitions.tanh,
      title: "softsign",
      description: "x / (1 + |x|), between -1 and 1.",
    };
    const [word, full] = layer.anyOf;
    word.enum.push("softsign");
    full.properties.softsign = { $ref: "#/definitions/softsign" };
    return JSON.stringify(schema);
  });

  // The other generators have no part in it.
  const generator = "src/spec/generate.ts";
  expect(readFileSync(at("package.json"), "utf8")).toContain(`"generate": "bun ${generator} `);
  expect(bun(generator)).toMatchObject({ exitCode: 0 });
  expect(readFileSync(at("schema/README.md"), "utf8")).toContain("softsign");

  writeFileSync(at("src/model/layers/softsign.ts"), softsign);
  const asked = bun("check");
  expect(asked.exitCode).toBe(1);
  expect(asked.said).toContain("src/model/layers.ts");
  expect(asked.said).toContain("softsign");

  edit("src/model/layers.ts", (text) =>
    text
      .replace(
        'import { tanh } from "./layers/tanh.ts";\n',
        (line) => `import { softsign } from "./layers/softsign.ts";\n${line}`,
      )
      .replace("  tanh,\n", (line) => `  softsign,\n${line}`),
  );

  writeSmallExperiment(folder.path, "{ epochs: 1 }");
  edit("experiments/small.yaml", (text) => text.replace("flatten,", "flatten, softsign,"));
  expect(bun("src/exp.ts", "small.yaml")).toMatchObject({ exitCode: 0 });
  const model = readFileSync(at("runs/small/v001/model/model.json"), "utf8");
  expect(model).toContain('"activation": "softsign"');
  // The fifth line needs Keras.
  expect(readFileSync(join(root, "test/golden/layers.py"), "utf8")).toContain("CASES = [");
});
