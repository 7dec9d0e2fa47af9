import { describe, expect, test } from "bun:test";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { messages as cliMessages } from "../../src/cli/messages.ts";
import type { ListedOutput } from "../../src/cli/outputs.ts";
import { messages as runMessages } from "../../src/run/messages.ts";
import { messages } from "../../src/stages/sweep/messages.ts";
import type { SweepManifest, SweepSummary } from "../../src/sweep/layout.ts";
import { readSweepText } from "../../src/sweep/sweep-text.ts";
import { command } from "../fixtures/call.ts";
import { exp } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

const folder = useTemporaryFolder();
const at = (path: string) => join(folder.path, path);
const call = (...words: string[]) => exp(folder.path, ...words);
const text = (path: string) => readFileSync(at(path), "utf8");
const write = (name: string, content: string) => writeFileSync(at(`experiments/${name}`), content);

const search = `experiment: small.yaml
vary:
  train.optimizer.adam.learningRate: [0.001, 0.01]
  seed: { seeds: 2 }
objective: { minimise: loss }
`;

/** Starts a sweep, and ends it without a word once a trial has come to its end, or a worker of it. */
async function disturb(who: "controller" | "worker", ...words: string[]): Promise<string> {
  const started = Bun.spawn([process.execPath, command, "sweep", ...words], {
    cwd: folder.path,
    stdout: "pipe",
    stderr: "ignore",
  });
  const decoder = new TextDecoder();
  let output = "";
  for await (const bytes of started.stdout) {
    output += decoder.decode(bytes, { stream: true });
    if (!output.includes("trial 1/4")) continue;
    if (who === "controller") started.kill("SIGKILL");
    else {
      const children = Bun.spawnSync(["pgrep", "-P", String(started.pid)]).stdout.toString();
      const [first] = children.trim().split("\n");
      if (first) process.kill(Number(first), "SIGKILL");
    }
    break;
  }
  await started.exited;
  return output;
}

test("a sweep comes to the same whatever the workers, and whether or not it was killed", async () => {
  writeSmallExperiment(folder.path, "{ epochs: 4 }");
  write("lr.sweep.yaml", search);
  const { exitCode, output } = await call("sweep", "lr", "--workers", "1");
  expect(exitCode).toBe(0);
  expect(output).toContain("Best by loss of the validation images");
  const kept = ["summary.json", "trials.jsonl", "trials.csv", "README.md"];
  const bits = (sweep: string) =>
    kept.map((name) => text(`runs/lr/${sweep}/${name}`).replaceAll(sweep, "sweep"));

  await disturb("controller", "lr", "--workers", "2");
  expect(existsSync(at("runs/lr/sweep-002/summary.json"))).toBe(false);
  expect((await call("list")).output).toMatch(/lr\/sweep-002 +killed +[1-3]\/4 /);
  // Its worker had not got to its manifest.
  mkdirSync(at("runs/lr/sweep-002/trials/0009"));
  const listed = await call("list", "lr/sweep-002");
  expect(listed.output).toMatch(/trials\/0009 +interrupted/);
  expect(listed.output + listed.complaint).not.toContain("damaged");
  rmdirSync(at("runs/lr/sweep-002/trials/0009"));
  expect((await call("sweep", "lr", "--resume")).exitCode).toBe(0);
  expect(bits("sweep-002")).toEqual(bits("sweep-001"));

  const summary = JSON.parse(text("runs/lr/sweep-001/summary.json")) as SweepSummary;
  expect(summary).toMatchObject({
    split: "validation",
    trials: { planned: 4, completed: 4, stopped: 0, failed: 0 },
    repetitions: { seeds: 2, folds: 1, repeats: 1 },
    winner: { folder: "winner", split: "test" },
  });
  expect(summary.settings.map(({ trials }) => trials)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  // What the report says in words of how it was done.
  const { firstTrial } = readSweepText(at("runs/lr/sweep-001"));
  expect(firstTrial!.data.train).toBe("data/train");
  expect(output).toContain("Finished. Open runs/lr/sweep-001/report.html");
  // What a search has not seen.
  const trial = "lr/sweep-001/trials/0001";
  const { split } = JSON.parse(text(`runs/${trial}/metrics.json`)) as { split: string };
  expect(split).toBe("validation");
  const manifest = JSON.parse(text("runs/lr/sweep-002/manifest.json")) as SweepManifest;
  expect(manifest).toMatchObject({ status: "completed", workers: 2 });
  expect(manifest.resumed).toHaveLength(1);

  // A trial is a run like any other.
  expect((await call("verify", trial)).exitCode).toBe(0);
  expect((await call("diff", trial, "lr/sweep-001/trials/0003")).output).toContain("learningRate");
  expect((await call("list", "lr/sweep-001")).output).toContain("lr/sweep-001/trials/0004");
  const own = ["--columns", "auc,experiment", "--csv"];
  expect((await call("list", "lr/sweep-001", ...own)).output).toMatch(
    /^run,auc,.*,experiment\nlr\/sweep-001\/trials\/0001,0\.\d+,.*,small\n/,
  );
  expect((await call("predict", "lr/sweep-001", ".")).complaint).toContain(
    "such as lr/sweep-001/winner.",
  );
  expect((await call("charts", "lr/sweep-001/winner")).exitCode).toBe(0);
  expect((await call("list")).output).toMatch(/lr\/sweep-001 +completed +4\/4 +grid/);
  const items = JSON.parse((await call("list", "--json")).output) as ListedOutput[];
  expect(items.find(({ run }) => run === "lr/sweep-001")).toMatchObject({
    status: "completed",
    metrics: null,
    sweep: {
      trials: { finished: 4, planned: 4 },
      search: "grid",
      best: { setting: summary.choice!.setting, figure: "loss", value: summary.choice!.objective },
    },
  });
  expect(JSON.parse((await call("list", "--json", "--where", "accuracy>=0")).output)).toEqual([]);

  // What was changed since is told by name.
  write("lr.sweep.yaml", search.replace("0.01]", "0.02]"));
  const changed = await call("sweep", "lr.sweep.yaml", "--resume");
  expect(changed.exitCode).toBe(2);
  expect(changed.complaint).toContain("train.optimizer.adam.learningRate");
  writeFileSync(at("runs/lr/sweep-002/trials/0003/metrics.json"), "{}");
  writeFileSync(at("runs/lr/sweep-002/manifest.json"), text("runs/lr/sweep-002/manifest.json"));
  expect((await call("rm", "lr/sweep-002")).complaint).toBe(
    `${runMessages.removesForGood("lr/sweep-002", "sweep")}\n`,
  );
  expect((await call("rm", "--force", "lr/sweep-002")).exitCode).toBe(0);
  expect(readdirSync(at("runs/lr"))).toEqual(["sweep-001"]);
}, 180_000);

test("a worker that dies is told, and its trial goes on in another one", async () => {
  writeSmallExperiment(folder.path, "{ epochs: 4 }");
  write("seeds.sweep.yaml", "{ experiment: small.yaml, vary: { seed: { seeds: 4 } } }");
  mkdirSync(at("runs/seeds/sweep-001"), { recursive: true });
  writeFileSync(at("runs/seeds/sweep-001/sweep.yaml"), "");
  writeFileSync(at("runs/seeds/sweep-001/manifest.json"), '{ "status": "interrupted" }');
  // Who forgot --resume is told of it before another one begins.
  expect(await disturb("worker", "seeds", "--workers", "1")).toStartWith(
    `${cliMessages.sweepUnfinished("seeds/sweep-001", "interrupted")}\nsweep   seeds/sweep-002`,
  );
  const { status, died } = JSON.parse(text("runs/seeds/sweep-002/manifest.json")) as SweepManifest;
  expect({ status, died }).toEqual({
    status: "completed",
    died: [{ trial: expect.any(Number), reason: messages.processEnded(null, "SIGKILL", "") }],
  });
  expect(text("runs/seeds/sweep-002/trials.csv").match(/,completed,/g)).toHaveLength(4);
}, 180_000);

test("trials of either precision run in one process, to the same bits in either order", async () => {
  writeSmallExperiment(folder.path, "{ epochs: 1 }");
  const layers =
    "[{ conv: { filters: 8, kernelSize: 3 } }, { conv: { filters: 8, kernelSize: 3 } }, flatten, { dense: { units: classes } }]";
  const [first, second] = ["float32", "mixed_bfloat16"];
  const bits: Record<string, string> = {};
  for (const [name, order] of [
    ["one", [first, second]],
    ["other", [second, first]],
  ] as const) {
    const vary = `vary: { model.layers: [${layers}], engine.precision: [${order.join(", ")}] }`;
    write(`${name}.sweep.yaml`, `{ experiment: small.yaml, ${vary} }`);
    expect((await call("sweep", name, "--workers", "1")).exitCode).toBe(0);
    const trials = ["0001", "0002"].map((trial) => `runs/${name}/sweep-001/trials/${trial}`);
    const pids = trials.map((trial) => JSON.parse(text(`${trial}/manifest.json`)).pid);
    expect(new Set(pids).size).toBe(1);
    for (const [index, trial] of trials.entries())
      bits[`${name} ${order[index]}`] = text(`${trial}/predictions.csv`);
  }
  expect(bits[`one ${first}`]).toBe(bits[`other ${first}`]!);
  expect(bits[`one ${second}`]).toBe(bits[`other ${second}`]!);
  expect(bits[`one ${first}`]).not.toBe(bits[`one ${second}`]!);
}, 60_000);

test("exp sweep status tells trials of several experiments apart, and not what all of them have", async () => {
  writeSmallExperiment(folder.path, "{ epochs: 1 }");
  write("other.yaml", "extends: small.yaml\nseed: 3\n");
  const both = "experiment: [small.yaml, other.yaml]\nvary: { data.batchSize: [8] }\n";
  write("both.sweep.yaml", both);
  expect((await call("sweep", "both", "--workers", "1")).exitCode).toBe(0);
  const { output } = await call("sweep", "status", "both");
  expect(output).toStartWith(`trial  state      epoch  experiment
    1  completed    1/1  small.yaml
    2  completed    1/1  other.yaml
`);
  const told = JSON.parse((await call("sweep", "status", "both", "--json")).output);
  expect(told).toMatchObject({
    trials: [
      { number: 1, experiment: "small.yaml", values: { "data.batchSize": 8 } },
      { number: 2, experiment: "other.yaml" },
    ],
  });
}, 60_000);

describe("before anything runs", () => {
  test("mistakes of all trials are told at their places in the sweep", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 4 }");
    write(
      "bad.sweep.yaml",
      `experiment: small.yaml
vary:
  train.optimizer.adam.learnigRate: [0.1, 0.2]
  model.layers[2].dropout: [0.1, 1.5]
objective: { maximise: recall.foo }
`,
    );
    const { exitCode, complaint } = await call("sweep", "bad");
    expect(exitCode).toBe(2);
    expect(complaint).toContain(
      'bad.sweep.yaml:3:3  train.optimizer.adam: unknown key "learnigRate"',
    );
    expect(complaint).toContain("bad.sweep.yaml:4:34  model.layers[2].dropout: must be a number");
    expect(existsSync(at("runs"))).toBe(false);
  });

  test.each([
    ["train.optimizer.sgd.momentum", "train.optimizer is adam, and this would put sgd"],
    ["model.layers[0].dropout", "model.layers[0] is batchNorm, and this would put dropout"],
  ])("%s, which is of another kind than the experiment has, is refused", async (key, expected) => {
    writeSmallExperiment(folder.path, "{ epochs: 4 }");
    const rate = "train.optimizer.adam.learningRate: [0.1, 0.2]";
    write("kind.sweep.yaml", `experiment: small.yaml\nvary:\n  ${rate}\n  ${key}: [0.9]\n`);
    const { exitCode, complaint } = await call("sweep", "kind", "--dry-run");
    expect(exitCode).toBe(2);
    expect(complaint).toContain("kind.sweep.yaml:4:");
    expect(complaint).toContain(expected);
  });

  test("whole kinds are compared, and no key undoes another", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 4 }");
    const kinds = "  train.optimizer: [adam, { sgd: { momentum: 0.9 } }]\n";
    write("kinds.sweep.yaml", `experiment: small.yaml\nvary:\n${kinds}`);
    expect((await call("sweep", "kinds", "--dry-run")).exitCode).toBe(0);
    const rate = "  train.optimizer.adam.learningRate: [0.1]\n";
    write("kinds.sweep.yaml", `experiment: small.yaml\nvary:\n${rate}${kinds}`);
    const { exitCode, complaint } = await call("sweep", "kinds", "--dry-run");
    expect(exitCode).toBe(2);
    expect(complaint).toContain("kinds.sweep.yaml:4:3");
    expect(complaint).toContain("this undoes what train.optimizer.adam.learningRate is set to");
    const rates = "  model.layers[2].dropout: [0.1, 0.5]\n  model.layers[2].dropout.rate: [0.3]\n";
    write("kinds.sweep.yaml", `experiment: small.yaml\nvary:\n${rates}`);
    expect((await call("sweep", "kinds", "--dry-run")).complaint).toContain(
      "model.layers[2].dropout says this already",
    );
    const adam = "  train.optimizer: [adam]\n  train.optimizer.adam.learningRate: [0.1, 0.2]\n";
    write("kinds.sweep.yaml", `experiment: small.yaml\nvary:\n${adam}`);
    expect((await call("sweep", "kinds", "--dry-run")).exitCode).toBe(0);
  });

  test("folds beside test images are refused, and go as the message says", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 4 }");
    write("cv.sweep.yaml", "experiment: small.yaml\nvary: { fold: { folds: 2 } }\n");
    const { exitCode, complaint } = await call("sweep", "cv", "--dry-run");
    expect(exitCode).toBe(2);
    expect(complaint).toContain(
      `cv.sweep.yaml:2:9  vary.fold: ${messages.foldsBesideTest("small.yaml")}`,
    );
    write("alone.yaml", "extends: small.yaml\ndata: { test: null }\n");
    write("cv.sweep.yaml", "experiment: alone.yaml\nvary: { fold: { folds: 2 } }\n");
    expect((await call("sweep", "cv", "--dry-run")).exitCode).toBe(0);
  });

  test("a search by tpe that is all at random says so", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 4 }");
    const tpe = (trials: number) =>
      `${search.replace("[0.001, 0.01]", "{ log: [0.001, 0.01] }")}search: { tpe: { startup: 4 } }\ntrials: ${trials}\n`;
    const said = async () => (await call("sweep", "tpe", "--dry-run")).output;
    write("tpe.sweep.yaml", tpe(8));
    expect(await said()).toContain(cliMessages.allAtRandom(4, 4));
    write("tpe.sweep.yaml", tpe(10));
    expect(await said()).not.toContain("at random");
  });

  test("--set is answered with what to write in the file", async () => {
    const { exitCode, complaint } = await call(
      "sweep",
      "lr",
      "--set",
      "model.layers[2].dropout=0.5",
    );
    expect(exitCode).toBe(2);
    expect(complaint).toContain('vary: { "model.layers[2].dropout": [0.5] }');
  });

  test("a name that is misspelt is answered with the one that is meant", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 4 }");
    write("mine.sweep.yaml", "experiment: smal.yaml\nvary: { seed: { seeds: 2 } }\n");
    expect((await call("sweep", "mnie")).complaint).toContain('Did you mean "mine.sweep.yaml"?');
    expect((await call("mine")).complaint).toContain("exp sweep mine runs it");
    expect((await call("sweep", "mine")).complaint).toContain('did you mean "small.yaml"?');
    const winner = at("runs/mine/sweep-001/winner");
    mkdirSync(winner, { recursive: true });
    writeFileSync(join(winner, "manifest.json"), "{}");
    expect((await call("predict", "mine/sweep-001/winer", "x.png")).complaint).toContain(
      'Did you mean "mine/sweep-001/winner"?',
    );
  });

  test("a mistake of the experiment that a key of the sweep brings about is told at that key", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 9, schedule: { cosine: { warmup: 5 } } }");
    const rate = "train.optimizer.adam.learningRate: [0.1, 0.2]";
    write("short.sweep.yaml", `experiment: small.yaml\nvary:\n  ${rate}\n  train.epochs: [9, 3]\n`);
    const { exitCode, complaint } = await call("sweep", "short");
    expect(exitCode).toBe(2);
    expect(complaint).toContain("short.sweep.yaml:4:21  train.schedule.cosine.warmup: ");
    expect(complaint).toMatch(/small\.yaml:4, with train\.epochs: 3\)/);
  });

  test("--dry-run shows the trials and runs none", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 4 }");
    write("lr.sweep.yaml", search);
    const { exitCode, output } = await call("sweep", "lr", "--dry-run", "--json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      sweep: "lr",
      trials: [{ number: 1, seed: 3 }, {}, {}, {}],
    });
    expect(existsSync(at("runs"))).toBe(false);
  });
});
