import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import packageJson from "../package.json";
import { brokenExperiments } from "./broken/experiments.ts";
import { writeFolders } from "./broken/folders.ts";
import { exp } from "./fixtures/command-here.ts";

const root = join(import.meta.dir, "..");
const directory = mkdtempSync(join(tmpdir(), "lamina-exp-"));

const right = `data: { train: pneumonia/train, validation: pneumonia/val, test: pneumonia/test, targetSize: [28, 28], colour: grey }
model:
  layers:
    - conv: { filters: 8, kernelSize: 3, padding: same }
    - pool
    - flatten
    - dropout: 0.5
    - dense: { units: classes }
`;

beforeAll(() => {
  mkdirSync(join(directory, "experiments"));
  cpSync(join(root, "experiments/data/pneumonia-28px"), join(directory, "experiments/pneumonia"), {
    recursive: true,
  });
  writeFileSync(join(directory, "experiments/right.yaml"), right);
  writeFolders(directory);
});
afterAll(() => rmSync(directory, { recursive: true }));

async function run(
  words: string[],
  options: { preload?: string; environment?: Record<string, string> } = {},
) {
  const preload = options.preload ? ["--preload", options.preload] : [];
  const child = Bun.spawn([process.execPath, ...preload, join(root, "src/exp.ts"), ...words], {
    cwd: directory,
    env: { ...process.env, ...options.environment },
    stdout: "pipe",
    stderr: "pipe",
  });
  const [stdout, stderr] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  return { exitCode: await child.exited, stdout, stderr };
}

/** The same in this process: what is said, and not what becomes of a process. */
async function said(words: string[]) {
  const { exitCode, output, complaint } = await exp(directory, ...words);
  return { exitCode, stdout: output, stderr: complaint };
}

describe("exp", () => {
  test("--help lists the commands", async () => {
    const { exitCode, stdout } = await run(["--help"]);
    expect(exitCode).toBe(0);
    for (const name of ["run", "check", "lr", "charts", "doctor"])
      expect(stdout).toContain(`\n  ${name} `);
  });

  test("help is --help", async () => {
    for (const [words, meant] of [
      [["help"], ["--help"]],
      [
        ["help", "run"],
        ["run", "--help"],
      ],
    ] as const)
      expect(await said([...words])).toEqual(await said([...meant]));
  });

  test("--version is the package's", async () => {
    expect(await run(["--version"])).toEqual({
      exitCode: 0,
      stdout: `${packageJson.version}\n`,
      stderr: "",
    });
  });

  test.each(["run", "check", "lr", "charts", "doctor"])("%s --help tells how", async (name) => {
    const { exitCode, stdout } = await said([name, "--help"]);
    expect(exitCode).toBe(0);
    expect(stdout).toStartWith("Usage: exp ");
  });

  test.each([
    [[], "Usage: exp FILE.yaml"],
    [["chek", "right"], '"chek" is neither an experiment nor a command; did you mean check?'],
    [["train", "right"], '"train" is neither an experiment nor a command; did you mean run?'],
    [["Evaluate", "right"], "did you mean evaluate?"],
    [["score", "right"], "every run is evaluated as it ends"],
    [["classify", "right"], "did you mean predict?"],
    [["init"], "exp new NAME --from FOLDER"],
    [["nothing-like-it"], "It is no command either; exp --help lists them."],
    [["help", "nothing-like-it"], 'No experiment "nothing-like-it"'],
    [["check"], "Name an experiment"],
    [["check", "right", "wrong"], '"wrong" is too much'],
    [["lr", "right", "--stps", "50"], 'There is no option "--stps"; did you mean --steps?'],
    [["lr", "right", "--steps", "39"], '--steps takes a whole number from 40 to 100000, not "39"'],
    [["lr", "right", "--steps", "100001"], "from 40 to 100000"],
    [
      ["lr", "right", "--steps", "1e3"],
      '--steps takes a whole number from 40 to 100000, not "1e3"',
    ],
    [["lr", "right", "--min", "0"], '--min takes a number above 0, such as 1e-6, not "0"'],
    [["lr", "right", "--max", "big"], '--max takes a number above 0, such as 1e-6, not "big"'],
    [["lr", "right", "--min", "2"], "2 has to be below 1"],
    [["check", "right", "--jsn"], 'There is no option "--jsn"; did you mean --json?'],
    [["--jsn", "right"], 'There is no option "--jsn"; did you mean --json?'],
    [["check", "right", "--set"], "--set"],
    [["check", "rihgt"], 'Did you mean "right"?'],
    [["nothing-like-it"], 'No experiment "nothing-like-it"'],
    [["constructor"], 'No experiment "constructor"'],
    [["check", "\u001b[31m"], "\\u001b[31m"],
  ])("%j is a wrong call", async (words, says) => {
    const { exitCode, stdout, stderr } = await said(words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr).not.toContain("\u001b");
  });

  test("a wrong call ends a process with 2, and says so on standard error alone", async () => {
    const { exitCode, stdout, stderr } = await run(["check", "right", "--jsn"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain('There is no option "--jsn"');
  });
});

describe("exp check", () => {
  test("shows the layers and the images", async () => {
    expect(await run(["check", "right"])).toEqual({
      exitCode: 0,
      stderr: "",
      stdout: `No mistakes found in experiments/right.yaml.

layer      settings                                        output  parameters  multiply-adds     memory
image      grey                                       28 × 28 × 1
conv_1     filters 8, kernelSize 3 × 3, padding same  28 × 28 × 8          80         56,448     803 kB
pool_1                                                14 × 14 × 8           0              0     201 kB
flatten_1                                                    1568           0              0     201 kB
dropout_1  rate 0.5                                          1568           0              0     201 kB
dense_1    units classes                                        2       3,138          3,136  256 bytes
total                                                                   3,218         59,584     1.4 MB

A training step of 32 images: 7.8 MFLOP. The run takes 551 MB of memory at least.

images     train  validation  test
normal       200          50   100
pneumonia    200          50   100
total        400         100   200
`,
    });
  });

  test("--json says the same to a script", async () => {
    const { exitCode, stdout } = await said(["check", "right", "--json", "--set", "seed=5"]);
    const told = JSON.parse(stdout);
    expect(exitCode).toBe(0);
    expect(told).toMatchObject({
      ok: true,
      diagnostics: [],
      images: {
        classes: { normal: { train: 200, validation: 50, test: 100 } },
        total: { train: 400 },
      },
      resolved: { seed: 5 },
    });
    expect(told.layers).toHaveLength(5);
  });

  test("--json gives mistakes with their places", async () => {
    const { exitCode, stdout, stderr } = await said([
      "check",
      "right",
      "--json",
      "--set",
      "train.epoch=5",
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      diagnostics: [
        {
          file: "--set train.epoch=5",
          line: 1,
          column: 1,
          excerpt: "",
          message: 'train: unknown key "epoch"; did you mean "epochs"?',
        },
      ],
    });
  });

  test("ends quietly when its reader has seen enough", async () => {
    const relus = "    - relu\n".repeat(900);
    writeFileSync(
      join(directory, "long.yaml"),
      right.replaceAll("pneumonia/", "experiments/pneumonia/").replace("    - pool\n", relus),
    );
    const script = `"${process.execPath}" "${join(root, "src/exp.ts")}" check long.yaml --json | head -c 1; exit "\${PIPESTATUS[0]}"`;
    const child = Bun.spawn(["bash", "-c", script], {
      cwd: directory,
      stdout: "pipe",
      stderr: "pipe",
    });
    expect(await new Response(child.stderr).text()).toBe("");
    expect(await new Response(child.stdout).text()).toBe("{");
    expect(await child.exited).toBe(0);
  });

  test("shows class names without their control characters", async () => {
    const name = "red\u001b[31m";
    for (const split of ["train", "test"]) {
      for (const label of [name, "plain"]) {
        mkdirSync(join(directory, "hostile", split, label), { recursive: true });
        writeFileSync(join(directory, "hostile", split, label, "1.png"), "");
      }
    }
    writeFileSync(
      join(directory, "hostile.yaml"),
      "data: { train: hostile/train, test: hostile/test }\nmodel: { layers: [flatten, dense: { units: classes }] }\n",
    );
    const { exitCode, stdout } = await said(["check", "hostile"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("red\\u{1b}[31m");
    expect(stdout).not.toContain("\u001b");
  });

  const every = Math.floor(brokenExperiments.length / 12);
  test.each(
    brokenExperiments
      .filter((_, index) => index % every === 0)
      .map(({ name, text, says }) => [name, text, says] as const),
  )("refuses %s", async (name, text, says) => {
    writeFileSync(join(directory, `${name}.yaml`), text.replace("⌖", ""));
    const { exitCode, stdout, stderr } = await said(["check", `${name}.yaml`]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^${name}\\.yaml:\\d+:\\d+ {2}`));
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe("what is loaded", () => {
  const heavy = /@tensorflow|\/sharp|vega|\/src\/(?:engine|train|charts)\/|tensorflow\S*\.so/;
  const preload = join(root, "test/fixtures/loaded-modules.ts");

  async function loadedBy(words: string[]): Promise<string[]> {
    const list = join(directory, "loaded.json");
    await run(words, { preload, environment: { LOADED_MODULES: list } });
    return JSON.parse(readFileSync(list, "utf8"));
  }

  test("exp check loads neither TensorFlow nor an image decoder", async () => {
    const loaded = await loadedBy(["check", "right"]);
    expect(loaded).toContain(join(root, "src/check.ts"));
    expect(loaded.filter((path) => heavy.test(path))).toEqual([]);
  });

  test("nor does exp run where there is a mistake", async () => {
    const loaded = await loadedBy(["run", "right", "--set", "train.epoch=5"]);
    expect(loaded).toContain(join(root, "src/check.ts"));
    // It looks for a GPU with what takes no time to load.
    const others = loaded.filter((path) => !path.includes("/src/engine/"));
    expect(others.filter((path) => heavy.test(path))).toEqual([]);
  });

  test("and the list would show them: exp charts's help has them loaded", async () => {
    const loaded = await loadedBy(["charts", "--help"]);
    expect(loaded.filter((path) => heavy.test(path))).not.toEqual([]);
  });
});
