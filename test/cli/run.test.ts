import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { constants, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findOrFetchLibrary } from "../../src/engine/install.ts";
import { confusionMatrix } from "../../src/evaluate/confusion.ts";
import { metrics } from "../../src/evaluate/metrics.ts";
import { rounded } from "../../src/evaluate/rounded.ts";
import type { Manifest } from "../../src/layout.ts";
import { readRun } from "../../src/run/read.ts";
import { exp } from "../fixtures/command-here.ts";
import { FETCH_MS } from "../fixtures/engine.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { holdOutput } from "../fixtures/outputs.ts";
import { messages as stagesMessages } from "../../src/stages/messages.ts";
import { messages as cliMessages } from "../../src/cli/messages.ts";
import { systemReason } from "../../src/system-error.ts";

const command = resolve(import.meta.dir, "../../src/exp.ts");
const sample = resolve(import.meta.dir, "../../experiments/data/pneumonia-28px");

const folder = useTemporaryFolder();

// Fetched before the clock of the first test starts.
beforeAll(
  () => findOrFetchLibrary({ environment: process.env, report: () => undefined }),
  FETCH_MS,
);

interface Ended {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** In this process. */
async function call(...words: string[]): Promise<Ended> {
  const { exitCode, output, complaint } = await exp(folder.path, ...words);
  return { exitCode, stdout: output, stderr: complaint };
}

/** In a process of its own. */
async function runApart(
  words: string[],
  environment: Record<string, string> = {},
  cwd = folder.path,
): Promise<Ended> {
  const child = Bun.spawn(["bun", command, ...words], {
    cwd,
    env: { ...process.env, ...environment },
    stdout: "pipe",
    stderr: "pipe",
  });
  const [stdout, stderr] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  holdOutput(words, stdout);
  return { exitCode: await child.exited, stdout, stderr };
}

const experiment = (more = "") => `# yaml-language-server: $schema=../schema/experiment.schema.json
seed: 3
data:
  train: ${sample}/train
  validation: ${sample}/val
  test: ${sample}/test
  targetSize: [14, 14]
  colour: grey
model:
  layers: [{ conv: { filters: 4, kernelSize: 3 } }, relu, pool, flatten, { dropout: 0.2 }, { dense: { units: classes } }]
train: { epochs: 2 }
${more}`;

/** Where what is drawn is not what is looked at. */
const plain = experiment("evaluate: { charts: [loss], pictures: 0, resamples: 10 }\n");

async function writeExperiment(text = experiment(), to = folder.path): Promise<void> {
  await mkdir(join(to, "experiments"), { recursive: true });
  await writeFile(join(to, "experiments", "small.yaml"), text);
  await mkdir(join(to, "schema"), { recursive: true });
  await writeFile(join(to, "schema", "experiment.schema.json"), "{}");
}

async function readManifest(run: string, from = folder.path): Promise<Manifest> {
  return JSON.parse(await readFile(join(from, "runs", run, "manifest.json"), "utf8"));
}

/** Every file of a folder by its path, but the manifest, and the report that says which run it is. */
async function contents(run: string, from = folder.path): Promise<Map<string, string>> {
  const root = join(from, "runs", run);
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const entries = names
    .filter((entry) => entry.isFile() && !["manifest.json", "report.html"].includes(entry.name))
    .map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(root.length + 1), await readFile(path, "base64")] as const;
    });
  return new Map((await Promise.all(entries)).toSorted());
}

describe("a run of which everything is drawn", () => {
  let whole = "";
  let ended: Ended;
  const callThere = async (...words: string[]): Promise<Ended> => {
    const { exitCode, output, complaint } = await exp(whole, ...words);
    return { exitCode, stdout: output, stderr: complaint };
  };
  beforeAll(async () => {
    whole = await mkdtemp(join(tmpdir(), "lamina-"));
    await writeExperiment(experiment(), whole);
    // In a process of its own, as the run that is to have the same bytes: TensorFlow may have other threads in this one.
    ended = await runApart(["small.yaml"], {}, whole);
  }, 60_000);
  afterAll(() => rm(whole, { recursive: true, force: true }));

  test("fills a numbered folder, and its figures follow from its predictions", async () => {
    const { exitCode, stdout, stderr } = ended;
    expect(stderr).toBe("");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("2/2");
    expect(stdout).toContain("runs/small/v001/report.html");
    expect([...(await contents("small/v001", whole)).keys()]).toEqual([
      "README.md",
      ...[
        "accuracy",
        "calibration",
        "class-distribution",
        "confusion-matrix",
        "loss",
        "precision-recall",
        "roc",
      ].flatMap((name) => ["png", "svg", "vl.json"].map((kind) => `charts/${name}.${kind}`)),
      expect.stringMatching(/^checkpoints\/000001-[0-9a-f]{16}\.safetensors$/),
      "confusion-matrix.json",
      "data.json",
      "experiment.yaml",
      "history.csv",
      "metrics.json",
      "model/README.md",
      "model/model.json",
      "model/preprocessing.json",
      "model/text.sha256",
      "model/weights.bin",
      ...[...(await contents("small/v001", whole)).keys()].filter((name) =>
        name.startsWith("pictures/"),
      ),
      "predictions.csv",
      "request.json",
      "resolved.json",
    ]);
    expect((await readManifest("small/v001", whole)).status).toBe("completed");
    const pointer = join(whole, "runs/small/schema/experiment.schema.json");
    expect(JSON.parse(await readFile(pointer, "utf8"))).toEqual({
      $ref: "../../../schema/experiment.schema.json",
    });

    const run = await readRun(join(whole, "runs/small/v001"));
    expect(run.experimentText).toBe(experiment());
    expect(run.history.epochs).toHaveLength(run.resolved.train.epochs);
    expect(run.predictions).toHaveLength(
      run.data.images.filter(({ split }) => split === "test").length,
    );
    const correct = run.predictions.filter(({ actual, predicted }) => actual === predicted).length;
    expect(run.metrics.accuracy).toBe(correct / run.predictions.length);
    expect(confusionMatrix("test", run.data.classes, run.predictions)).toEqual(run.confusionMatrix);
    expect(
      rounded(
        metrics({
          split: "test",
          classes: run.data.classes,
          predictions: run.predictions,
          groupOf: new Map(),
          weights: run.metrics.weights,
          settings: run.resolved.evaluate,
          seed: run.resolved.seed,
        }),
      ),
    ).toEqual(run.metrics);
    const trace = run.confusionMatrix.counts.reduce((sum, row, index) => sum + row[index]!, 0);
    expect(trace).toBe(correct);
  });

  test("is drawn again from its text to the same bytes", async () => {
    const drawn = await contents("small/v001", whole);
    await rm(join(whole, "runs/small/v001/charts"), { recursive: true });
    await rm(join(whole, "runs/small/v001/report.html"));
    expect((await callThere("charts", "small")).exitCode).toBe(0);
    expect(await contents("small/v001", whole)).toEqual(drawn);
  }, 60_000);

  test("repeated has the same bytes but for its manifest; with another seed it has not", async () => {
    const plainer = ["evaluate.charts=[loss]", "evaluate.pictures=0", "seed=4"];
    const both = [
      await runApart(["small.yaml"], {}, whole),
      await callThere("small.yaml", ...plainer.flatMap((one) => ["--set", one])),
    ];
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    const [first, second, other] = await Promise.all(
      ["small/v001", "small/v002", "small/v003"].map((run) => contents(run, whole)),
    );
    expect(second).toEqual(first!);
    expect(other!.get("model/weights.bin")).not.toBe(first!.get("model/weights.bin")!);
  }, 60_000);
});

describe("a run", () => {
  test("two at a time get two numbers, and each says how TensorFlow was set up, as it was asked", async () => {
    await writeExperiment(plain);
    const settings = ["engine.threads=1", "engine.oneDnn=false", "engine.recorded=false"];
    const both = await Promise.all([
      runApart(["small.yaml"]),
      runApart(["small.yaml", ...settings.flatMap((one) => ["--set", one])]),
    ]);
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect((await readdir(join(folder.path, "runs/small"))).toSorted()).toEqual([
      "images",
      "schema",
      "v001",
      "v002",
    ]);
    const manifests = await Promise.all(
      ["small/v001", "small/v002"].map((run) => readManifest(run)),
    );
    const [as, changed] = manifests
      .map(({ engine }) => engine)
      .toSorted((a) => (a.oneDnn ? -1 : 1));
    expect(as).toMatchObject({ oneDnn: true });
    expect(changed).toMatchObject({ threads: 1, threadsPerOperation: 1, oneDnn: false });
  }, 60_000);

  test("from one folder that it splits itself", async () => {
    await writeExperiment(`data: { train: ${sample}/train, split: { test: 0.25 }, targetSize: [8, 8] }
model: { layers: [flatten, { dense: { units: 1 } }] }
train: { epochs: 1, optimizer: sgd }
`);
    const { exitCode, stdout } = await call("run", "small", "--json");
    expect(exitCode).toBe(0);
    const { run, metrics: figures } = JSON.parse(stdout);
    expect(run).toBe("small/v001");
    expect(figures.images).toBe(100);
    const history = await readFile(join(folder.path, "runs/small/v001/history.csv"), "utf8");
    expect(history).toStartWith(
      "epoch,train_loss,train_accuracy,test_loss,test_accuracy,learning_rate\n",
    );
  }, 60_000);
});

describe("an unfinished run says so:", () => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const) {
    test(
      signal,
      async () => {
        await writeExperiment(plain.replace("epochs: 2", "epochs: 100000"));
        const child = Bun.spawn(["bun", command, "small.yaml"], {
          cwd: folder.path,
          stdout: "pipe",
          stderr: "pipe",
        });
        const decoder = new TextDecoder();
        let seen = "";
        for await (const chunk of child.stdout) {
          seen += decoder.decode(chunk);
          if (seen.includes(" 3/100000")) break;
        }
        const listed = async () => JSON.parse((await call("list", "--json")).stdout)[0];
        if (signal === "SIGKILL") {
          expect(await listed()).toMatchObject({ status: "running", problem: null });
          expect((await call("rm", "small/v001", "--force")).exitCode).toBe(2);
        }
        child.kill(signal);
        const exitCode = await child.exited;
        const { status, error } = await readManifest("small/v001");
        if (signal === "SIGKILL") {
          expect(status).toBe("running");
          const { status: told, problem } = await listed();
          expect([told, problem]).toEqual([
            "killed",
            expect.stringContaining("the last sign of it"),
          ]);
        } else {
          expect(exitCode).toBe(128 + constants.signals[signal]);
          expect(error).toBe(stagesMessages.stoppedBy(signal));
          expect(await new Response(child.stderr).text()).toContain(
            stagesMessages.interrupted("small/v001", true),
          );
          expect(status).toBe("interrupted");
        }
        expect(
          (await readFile(join(folder.path, "runs/small/v001/history.csv"), "utf8")).split("\n")
            .length,
        ).toBeGreaterThan(3);
      },
      60_000,
    );
  }

  test("but not because its screen is closed", async () => {
    await writeExperiment(plain);
    const shell = `"${process.execPath}" "${command}" small.yaml | head -n 1`;
    const { stdout } = Bun.spawnSync(["sh", "-c", shell], { cwd: folder.path });
    expect(stdout.toString()).toStartWith("images ");
    // The shell waits for head alone.
    for (
      let tries = 0;
      (await readManifest("small/v001").catch(() => null))?.status !== "completed";
      tries++
    ) {
      expect(tries).toBeLessThan(300);
      await Bun.sleep(100);
    }
    expect(await readdir(join(folder.path, "runs/small/v001"))).not.toContain(".reserve");
  }, 60_000);

  test.skipIf(process.platform !== "linux")(
    "a screen that cannot be written is told of",
    async () => {
      const shell = `"${process.execPath}" "${command}" --help > /dev/full`;
      const { exitCode, stderr } = Bun.spawnSync(["sh", "-c", shell], { cwd: folder.path });
      expect(exitCode).toBe(1);
      expect(stderr.toString()).toBe(
        `${cliMessages.outputRefuses("Standard output", systemReason({ code: "ENOSPC" }))}\n`,
      );
    },
  );

  test("a loss that diverges", async () => {
    await writeExperiment(
      experiment().replace(
        "train: { epochs: 2 }",
        "train: { epochs: 50, optimizer: { sgd: { learningRate: 1.0e+30 } } }",
      ),
    );
    const { exitCode, stderr } = await call("small.yaml");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("learning rate is probably too large");
    expect(stderr).not.toContain("    at ");
    expect((await readManifest("small/v001")).status).toBe("failed");
  }, 60_000);
});

describe("ends with 1 and a clear word when", () => {
  test("TensorFlow is nowhere and nothing can fetch it", async () => {
    await writeExperiment(plain);
    const { exitCode, stderr } = await runApart(["small.yaml"], {
      LAMINA_TENSORFLOW: "",
      LAMINA_CACHE: join(folder.path, "cache"),
      PATH: await pathWithBunOnly(),
      // What the fallback asks for cannot be reached either.
      HTTPS_PROXY: "http://127.0.0.1:1",
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("TensorFlow was not found and could not be fetched");
    expect(stderr).toContain("neither python3, python nor pip was found");
    expect(stderr).toContain("Three ways out");
    expect(stderr).not.toContain("    at ");
    expect(existsSync(join(folder.path, "runs"))).toBe(false);
  }, 60_000);

  test("the library is none", async () => {
    await writeExperiment(plain);
    const library = join(folder.path, "libtensorflow.so.2");
    await writeFile(library, "not a library");
    const { exitCode, stderr } = await runApart(["small.yaml"], { LAMINA_TENSORFLOW: library });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("cannot be opened as a TensorFlow library");
    expect(stderr).not.toContain("    at ");
  }, 60_000);

  test("every training image of a class is damaged", async () => {
    await cp(sample, join(folder.path, "images"), { recursive: true });
    const normal = join(folder.path, "images/train/normal");
    for (const name of await readdir(normal)) await writeFile(join(normal, name), "no image");
    await writeExperiment(experiment().replaceAll(sample, join(folder.path, "images")));
    const { exitCode, stderr } = await call("small.yaml");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("normal");
    expect(stderr).not.toContain("    at ");
  }, 60_000);

  test.skipIf(process.getuid?.() === 0)(
    "the runs cannot be written",
    async () => {
      await writeExperiment();
      await mkdir(join(folder.path, "runs"));
      await chmod(join(folder.path, "runs"), 0o500);
      const { exitCode, stderr } = await runApart(["small.yaml"]);
      await chmod(join(folder.path, "runs"), 0o700);
      expect(exitCode).toBe(1);
      expect(stderr).toContain("cannot be written");
    },
    60_000,
  );

  test("runs is a file", async () => {
    await writeExperiment();
    await writeFile(join(folder.path, "runs"), "");
    const { exitCode, stderr } = await call("small.yaml");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("runs");
    expect(stderr).not.toContain("    at ");
  }, 60_000);
});

/** A PATH on which there is nothing but bun. */
async function pathWithBunOnly(): Promise<string> {
  const bin = join(folder.path, "bin");
  await mkdir(bin);
  await Bun.$`ln -s ${process.execPath} ${join(bin, "bun")}`.quiet();
  return bin;
}

test("damaged images are left out and named", async () => {
  await cp(sample, join(folder.path, "images"), { recursive: true });
  const victim = join(folder.path, "images/train/normal/broken.png");
  await writeFile(victim, "no image");
  await writeExperiment(plain.replaceAll(sample, join(folder.path, "images")));
  const { exitCode, stdout } = await call("small.yaml");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("skipped 1 file: 1 not-an-image");
  expect(stdout).toContain("broken.png: not-an-image");
  const { data } = await readRun(join(folder.path, "runs/small/v001"));
  expect(data.excluded).toHaveLength(1);
  expect(data.excluded[0]).toMatchObject({
    split: "train",
    label: "normal",
    reason: "not-an-image",
  });
  expect(await readFile(victim, "utf8")).toBe("no image");
  await rm(victim);
}, 60_000);
