import { describe, expect, test } from "bun:test";
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { messages as stagesMessages } from "../../src/stages/messages.ts";
import { messages as cliMessages } from "../../src/cli/messages.ts";
import type { Manifest } from "../../src/layout.ts";
import { manifestText } from "../../src/run/manifest-text.ts";
import { command } from "../fixtures/call.ts";
import { exp } from "../fixtures/command-here.ts";
import { endedProcess } from "../fixtures/ended-process.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

const folder = useTemporaryFolder();
const at = (path: string) => join(folder.path, path);
const call = (...words: string[]) => exp(folder.path, ...words);
const kept = ["history.csv", "predictions.csv", "metrics.json", "model/weights.bin"];
const bits = (run: string) => kept.map((file) => readFileSync(at(`runs/small/${run}/${file}`)));
const manifestOf = (run: string) =>
  JSON.parse(readFileSync(at(`runs/small/${run}/manifest.json`), "utf8")) as Manifest;
const checkpointsOf = (run: string) => readdirSync(at(`runs/small/${run}/checkpoints`)).toSorted();
const train = (more: string) => `{ epochs: 16, checkpoint: { everyEpochs: 1 }, ${more} }`;

/** Starts a run that is sent a signal as soon as it tells of an epoch; not by us, who may be told late. */
function disturb(signal: NodeJS.Signals, epoch = 6): number {
  const { exitCode, signalCode } = Bun.spawnSync(
    [
      process.execPath,
      "--preload",
      join(import.meta.dir, "../fixtures/end-at.ts"),
      command,
      "small.yaml",
    ],
    { cwd: folder.path, env: { ...process.env, SIGNAL: signal, UNTIL: ` ${epoch}/16` } },
  );
  return signalCode === undefined
    ? exitCode
    : 128 + constants.signals[signalCode as NodeJS.Signals];
}

test("exp resume ends with the bits of a run that nobody disturbed", async () => {
  writeSmallExperiment(
    folder.path,
    train("averageWeights: { decay: 0.9 }, earlyStopping: { monitor: auc, patience: 14 }"),
  );
  expect((await call("small.yaml")).exitCode).toBe(0);

  expect(disturb("SIGKILL")).toBe(137);
  cpSync(at("runs/small/v002"), at("killed"), { recursive: true });
  // As if it had been killed in the middle of writing, by a process that is no more.
  writeFileSync(at(`runs/small/v002/checkpoints/.half.${endedProcess}.part`), "half");
  const { exitCode, output } = await call("resume", "small/v002");
  expect(exitCode).toBe(0);
  expect(output).not.toContain(" 1/16");
  expect(bits("v002")).toEqual(bits("v001"));
  const { status, resumed, id } = manifestOf("v002");
  expect(status).toBe("completed");
  expect(resumed).toEqual([{ at: expect.any(String) }]);
  expect(id).not.toBe(manifestOf("v001").id!);
  expect((await call("verify", "small/v002")).exitCode).toBe(0);
  // Once it is finished, only what a longer training goes on from is kept.
  expect(checkpointsOf("v002")).toHaveLength(1);

  expect(disturb("SIGINT")).toBe(130);
  const newest = checkpointsOf("v003").at(-1)!;
  const file = at(`runs/small/v003/checkpoints/${newest}`);
  writeFileSync(file, readFileSync(file).subarray(0, 1000));
  expect(await call("resume", "small/v003")).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining(stagesMessages.checkpointDamaged(newest, true)),
  });
  expect(bits("v003")).toEqual(bits("v001"));

  // Killed before there was a checkpoint.
  rmSync(at("runs/small/v002"), { recursive: true });
  rmSync(at("killed/checkpoints"), { recursive: true });
  renameSync(at("killed"), at("runs/small/v002"));
  const begun = await call("resume", "small/v002");
  expect(begun).toMatchObject({ exitCode: 0, output: expect.stringContaining(" 1/16") });
  expect(bits("v002")).toEqual(bits("v001"));
}, 60_000);

describe("exp resume refuses", () => {
  test("a run that is no longer what it was, and says what is not", async () => {
    writeSmallExperiment(folder.path, train(""));
    disturb("SIGKILL", 3);
    const image = at("experiments/data/train/dark/0.pgm");
    const before = readFileSync(image, "utf8");
    writeFileSync(image, before.replace(" 255 ", " 255 1"));
    expect(await call("verify", "small")).toMatchObject({ exitCode: 2, output: "" });
    const images = await call("resume", "small");
    expect(images.exitCode).toBe(1);
    expect(images.complaint).toContain(
      stagesMessages.imageIsAnother("changed", "train/dark/0.pgm"),
    );
    writeFileSync(image, before);
    const text = at("runs/small/v001/experiment.yaml");
    writeFileSync(text, readFileSync(text, "utf8").replace("seed: 3", "seed: 4"));
    const settings = await call("resume", "small");
    expect(settings.exitCode).toBe(1);
    expect(settings.complaint).toContain(stagesMessages.settingChanged("seed", "3", "4"));
    expect(manifestOf("v001").status).toBe("running");
  });

  test("a run that goes on, one that is finished, and one that never began", async () => {
    writeSmallExperiment(folder.path, train(""));
    expect((await call("small.yaml")).exitCode).toBe(0);
    expect(await call("resume", "small")).toMatchObject({
      exitCode: 2,
      complaint: `${stagesMessages.nothingToResume("small/v001")}\n`,
    });
    const running = { ...manifestOf("v001"), status: "running", pid: process.pid };
    const startedAt = new Date(Date.now() + 5000).toISOString();
    writeFileSync(at("runs/small/v001/manifest.json"), manifestText({ ...running, startedAt }));
    expect((await call("resume", "small")).complaint).toBe(
      `${stagesMessages.runStillGoesOn("small/v001")}\n`,
    );
    rmSync(at("runs/small/v001/request.json"));
    expect((await call("resume", "small")).complaint).toBe(
      `${stagesMessages.runNeverBegan("small/v001")}\n`,
    );
  });
});

describe("exp resume --epochs", () => {
  test("gives a new run the bits of one of so many epochs, and says where it came from", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 5, averageWeights: { decay: 0.9 } }");
    expect((await call("small.yaml")).exitCode).toBe(0);
    const { exitCode, output } = await call("resume", "small/v001", "--epochs", "9");
    expect(exitCode).toBe(0);
    expect(output).toContain("6/9");
    expect(output).not.toContain("5/9");
    expect((await call("small.yaml", "--set", "train.epochs=9")).exitCode).toBe(0);
    expect(bits("v002")).toEqual(bits("v003"));
    expect(manifestOf("v002").extended).toEqual({
      run: "small/v001",
      id: manifestOf("v001").id!,
      epochs: 5,
    });
    expect((await call("resume", "small/v002", "--epochs", "9")).complaint).toContain(
      cliMessages.notLonger("small/v002", 9),
    );
    expect((await call("resume", "small/v001", "--epochs", "many")).complaint).toContain(
      cliMessages.notEpochs("many"),
    );
    rmSync(at("runs/small/v001/checkpoints"), { recursive: true });
    expect(await call("resume", "small/v001", "--epochs", "9")).toMatchObject({
      exitCode: 1,
      complaint: `${stagesMessages.nothingToExtend("small/v001")}\n`,
    });
  });

  test("refuses a training that more epochs would have made another", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 3, schedule: cosine }");
    expect((await call("small.yaml")).exitCode).toBe(0);
    expect((await call("resume", "small", "--epochs", "9")).complaint).toContain(
      "train.schedule: cosine",
    );
    const stop = "--set=train.earlyStopping={monitor: accuracy, patience: 1, minDelta: 1}";
    expect((await call("small.yaml", stop)).exitCode).toBe(0);
    expect((await call("resume", "small", "--epochs", "9")).complaint).toContain(
      cliMessages.extendStopped("small/v002", 2),
    );
  });
});

test("early stopping ends a run, keeps the best weights and says so", async () => {
  writeSmallExperiment(
    folder.path,
    "{ epochs: 30, earlyStopping: { monitor: auc, patience: 2, minDelta: 1 } }",
  );
  const { exitCode, output } = await call("small.yaml", "--json");
  expect(exitCode).toBe(0);
  const { metrics } = JSON.parse(output);
  expect(metrics.weights).toMatchObject({
    use: "best",
    stopped: { by: "earlyStopping", epoch: 3 },
  });
  expect(readFileSync(at("runs/small/v001/history.csv"), "utf8").split("\n")).toHaveLength(5);
  expect(readFileSync(at("runs/small/v001/history.csv"), "utf8")).toContain("validation_auc");
  expect((await call("list")).output).toMatch(/small\/v001 .* 3\/30 /);
});

test("a loss that is no number names the step, the rate and the images, and saves the best weights", async () => {
  // The weights grow a thousandfold at each step.
  const decay = "optimizer: { sgd: { learningRate: 1000, weightDecay: 1 } }";
  writeSmallExperiment(folder.path, train(`${decay}, gradientClip: { norm: 0.000001 }`));
  const { exitCode, complaint } = await call("small.yaml");
  expect(exitCode).toBe(1);
  expect(complaint).toMatch(/in epoch \d+, step \d, with a learning rate of 1000/);
  expect(complaint).toMatch(/"train\/(dark|light)\/\d\.pgm"/);
  expect(complaint).toContain("the best so far, are in model/ of the run.");
  expect(manifestOf("v001").status).toBe("failed");
  const weights = new Float32Array(readFileSync(at("runs/small/v001/model/weights.bin")).buffer);
  expect(weights.every((value) => Number.isFinite(value))).toBeTrue();
});

describe("exp verify", () => {
  test("agrees with a run from its folder alone, whatever became of its file", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 3, maxMinutes: 5 }");
    expect((await call("small.yaml")).exitCode).toBe(0);
    writeFileSync(at("experiments/small.yaml"), "seed: 1\n");
    const { exitCode, output } = await call("verify", "small");
    expect([exitCode, output]).toEqual([0, expect.stringContaining("byte for byte")]);
    rmSync(at("runs/small/v001/model"), { recursive: true });
    rmSync(at("runs/small/v001/report.html"));
    const cloned = await call("verify", "small", "--json");
    expect(cloned.exitCode).toBe(0);
    expect(JSON.parse(cloned.output)).toMatchObject({
      differences: [],
      absent: expect.arrayContaining(["model/weights.bin", "report.html"]),
    });
  });

  test("names an image of which one pixel is another", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 2 }");
    expect((await call("small.yaml")).exitCode).toBe(0);
    const image = at("experiments/data/val/light/9.pgm");
    writeFileSync(image, readFileSync(image, "utf8").replace(/\d\n$/, "0\n"));
    const { exitCode, output } = await call("verify", "small");
    expect(exitCode).toBe(1);
    expect(output).toContain(stagesMessages.imageIsAnother("changed", "val/light/9.pgm"));
  });

  test("names the first epoch that differs, and the world that a run was made in", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 4 }");
    expect((await call("small.yaml")).exitCode).toBe(0);
    const history = at("runs/small/v001/history.csv");
    const rows = readFileSync(history, "utf8").split("\n");
    rows[3] = rows[3]!.replace(/\d,/, "9,").replace("3,", "3,");
    const cells = rows[3].split(",");
    cells[0] = "3";
    cells[1] = "0.123456";
    rows[3] = cells.join(",");
    writeFileSync(history, rows.join("\n"));
    const manifest = manifestOf("v001");
    const own = Number(manifest.engine["threadsPerOperation"]);
    const seal = Bun.CryptoHasher.hash("sha256", readFileSync(history), "hex");
    writeFileSync(
      at("runs/small/v001/manifest.json"),
      manifestText({
        ...manifest,
        engine: { ...manifest.engine, threadsPerOperation: own + 1, oneDnn: false },
        files: { ...manifest.files, "history.csv": seal },
      }),
    );
    const { exitCode, output } = await call("verify", "small");
    expect(exitCode).toBe(1);
    expect(output).toContain(stagesMessages.verifyEpoch(3));
    expect(output).toContain(
      stagesMessages.verifyEnvironment(`engine.threadsPerOperation: ${own + 1} before, ${own} now`),
    );
    expect(output).toContain(
      stagesMessages.verifyEnvironment("engine.oneDnn: false before, true now"),
    );
  });

  test("names each kind of file of which one bit is another", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 2 }");
    expect((await call("small.yaml")).exitCode).toBe(0);
    const checkpoint = `checkpoints/${checkpointsOf("v001")[0]}`;
    for (const name of ["manifest.json", checkpoint, "model/weights.bin"]) {
      const file = at(`runs/small/v001/${name}`);
      const content = readFileSync(file);
      const flipped = Buffer.from(content);
      flipped[content.length >> 1]! ^= 1;
      writeFileSync(file, flipped);
      const { exitCode, output, complaint } = await call("verify", "small");
      expect([name, exitCode, `${output}${complaint}`]).toEqual([
        name,
        1,
        expect.stringContaining(name),
      ]);
      writeFileSync(file, content);
    }
  });
});
