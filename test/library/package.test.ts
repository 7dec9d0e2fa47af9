import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import packageJson from "../../package.json";
import { FETCH_MS, testLibrary } from "../fixtures/engine.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

const root = join(import.meta.dir, "../..");
const place = mkdtempSync(join(tmpdir(), "lamina-package-"));
const project = join(place, "project");
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** `bun WORDS…` in the project, or elsewhere. */
function bun(words: string[], cwd = project) {
  const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, ...words], { cwd });
  return { exitCode, output: stdout.toString(), complaint: stderr.toString() };
}

/**
 * Adds the packed package to an empty project, from the packages that Bun keeps for all projects: what it knows of them is in
 * Lamina's own lock file, so that no registry is asked.
 */
function addPackage() {
  const packed = bun(["pm", "pack", "--destination", place, "--quiet"], root);
  expect(packed).toMatchObject({ exitCode: 0 });
  const tarball = `../lamina-${packageJson.version}.tgz`;
  const lock = Bun.JSONC.parse(readFileSync(join(root, "bun.lock"), "utf8")) as {
    workspaces: object;
    packages: Record<string, unknown[]>;
  };
  const { dependencies, bin } = packageJson;
  lock.workspaces = { "": { name: "mine", dependencies: { lamina: tarball } } };
  lock.packages["lamina"] = [`lamina@${tarball}`, { dependencies, bin }, ""];
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), `{ "name": "mine", "type": "module" }\n`);
  writeFileSync(join(project, "bun.lock"), JSON.stringify(lock, null, 2));
  return bun(["add", tarball, "--offline"]);
}

const added = addPackage();
/** Of a machine whose packages were put there otherwise. */
const isUncached = /failed to resolve|not (?:found )?in (?:the )?cache|offline/i.test(
  added.exitCode === 0 ? "" : added.complaint,
);

test.skipIf(isUncached)("bun add takes the package and runs no script of it", () => {
  expect(added).toMatchObject({ exitCode: 0 });
  const { dependencies } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  expect(Object.keys(dependencies)).toEqual(["lamina"]);
});

describe.skipIf(isUncached)("a project that has added Lamina", () => {
  const installed = (path: string) => existsSync(join(project, "node_modules/lamina", path));
  const examples = Array.from(
    readFileSync(join(root, "src/library/README.md"), "utf8").matchAll(/```ts\n([^]*?)```/g),
    ([, code]) => code!,
  );

  beforeAll(async () => {
    await testLibrary();
    writeSmallExperiment(project, "{ epochs: 3 }");
    writeFileSync(
      join(project, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          target: "ES2022",
          module: "Preserve",
          moduleResolution: "bundler",
          lib: ["ESNext", "DOM", "DOM.AsyncIterable"],
          types: [],
          noEmit: true,
          strict: true,
          skipLibCheck: false,
          verbatimModuleSyntax: true,
          noUncheckedIndexedAccess: true,
          noPropertyAccessFromIndexSignature: true,
          exactOptionalPropertyTypes: true,
          noUnusedLocals: true,
          noUnusedParameters: true,
          noImplicitReturns: true,
        },
        include: ["*.ts"],
      }),
    );
  }, FETCH_MS);

  test("has the schema and the presets, and nothing of the tests, the runs and the images", () => {
    for (const path of ["schema/experiment.schema.json", "schema/presets/lenet.yaml", "LICENSE"])
      expect(installed(path)).toBe(true);
    for (const path of ["test", "runs", "experiments", "node_modules", "bun.lock", ".ci"])
      expect(installed(path)).toBe(false);
  });

  test("bunx lamina runs an experiment, into its own runs/", () => {
    const { exitCode, complaint } = bun(["x", "--no-install", "lamina", "experiments/small.yaml"]);
    expect({ exitCode, complaint }).toEqual({ exitCode: 0, complaint: "" });
    const manifest = JSON.parse(
      readFileSync(join(project, "runs/small/v001/manifest.json"), "utf8"),
    );
    expect(manifest).toMatchObject({ status: "completed", lamina: packageJson.version && {} });
    expect(bun(["run", "exp", "list"]).output).toContain("small/v001");
  });

  test("an experiment that it writes names the schema in node_modules, and may take a preset", () => {
    const call = (...words: string[]) => bun(["x", "--no-install", "lamina", ...words]);
    expect(call("new", "mine", "--from", "experiments/data").exitCode).toBe(0);
    const text = readFileSync(join(project, "experiments/mine.yaml"), "utf8");
    const [, path] = /\$schema=(\S+)/.exec(text)!;
    expect(path).toBe("../node_modules/lamina/schema/experiment.schema.json");
    expect(existsSync(join(project, "experiments", path!))).toBe(true);
    writeFileSync(
      join(project, "experiments/preset.yaml"),
      "data: { train: data/train, test: data/test, targetSize: [28, 28], colour: grey }\nmodel: { preset: lenet }\n",
    );
    expect(call("check", "preset")).toMatchObject({ exitCode: 0 });
  });

  test("the examples of the page run", () => {
    expect(examples.length).toBeGreaterThan(3);
    for (const [index, code] of examples.entries())
      writeFileSync(join(project, `example-${index + 1}.ts`), code);
    const outputs = examples.map((_, index) => {
      const { exitCode, output, complaint } = bun([`example-${index + 1}.ts`]);
      expect({ exitCode, complaint }).toEqual({ exitCode: 0, complaint: "" });
      return output;
    });
    expect(outputs.join("")).toContain("small/v001/evaluations/clinic");
    expect(outputs[1]).toBe("40\n");
    expect(outputs[3]).toContain("true");
  }, 60_000);

  test("its types hold by strict settings, and find a mistake", () => {
    // Of Bun, whose types the project has not installed.
    writeFileSync(
      join(project, "bun.d.ts"),
      `declare const Bun: {
  file(path: string): { bytes(): Promise<Uint8Array> };
  write(path: string, text: string): Promise<number>;
};\n`,
    );
    for (const [index, code] of examples.entries())
      writeFileSync(join(project, `example-${index + 1}.ts`), code);
    expect(bun(["check", "--no-script"])).toMatchObject({ exitCode: 0 });
    writeFileSync(
      join(project, "wrong.ts"),
      `import { loadRun, openModel, runExperiment } from "lamina";
const run = await loadRun("small");
console.log(run.metrics.acuracy);
await runExperiment("small", { onProgres: () => undefined });
await (await openModel("small")).predict(3);
`,
    );
    const { exitCode, output, complaint } = bun(["check", "--no-script", "--no-pretty"]);
    expect(exitCode).not.toBe(0);
    for (const line of ["wrong.ts(3,", "wrong.ts(4,", "wrong.ts(5,"])
      expect(output + complaint).toContain(line);
  });
});
