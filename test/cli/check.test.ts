import { expect, test } from "bun:test";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { messages } from "../../src/cli/messages.ts";
import { command } from "../fixtures/call.ts";
import { exp } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

const folder = useTemporaryFolder();
const check = (...words: string[]) => exp(folder.path, "check", ...words);

test("exp check --graph draws the network into a file, and over nothing of the user's", async () => {
  writeSmallExperiment(folder.path, "{ epochs: 1 }");
  const picture = join(folder.path, "net.svg");
  expect((await check("small", "--graph", "net.svg")).exitCode).toBe(0);
  const text = readFileSync(picture, "utf8");
  expect(text).toContain("4 layers from images of 8 × 8 × 1 to 2 scores");
  expect(text).toContain(">flatten_1</text>");
  // An SVG under another name opens nowhere.
  expect((await check("small", "--graph", "net.png")).complaint).toBe(
    `${messages.notSvg("net.png")}\n`,
  );
  expect(existsSync(join(folder.path, "net.png"))).toBe(false);
  // Its own may be replaced.
  expect((await check("small", "--graph", "net.svg", "--json")).exitCode).toBe(0);
  expect(readFileSync(picture, "utf8")).toBe(text);
  writeFileSync(picture, "mine");
  expect((await check("small", "--graph", "net.svg")).exitCode).toBe(2);
  expect(readFileSync(picture, "utf8")).toBe("mine");
  expect((await check("small", "--graph", "experiments/data/train/dark/net.svg")).exitCode).toBe(2);
  expect(existsSync(join(folder.path, "experiments/data/train/dark/net.svg"))).toBe(false);
});

test("exp check says what a step and a run take, and takes variables from the environment", async () => {
  writeSmallExperiment(folder.path, "{ epochs: 1 }");
  const path = join(folder.path, "experiments/small.yaml");
  const text = readFileSync(path, "utf8").replace("data/train", '"${LAMINA_TEST_DATA}/train"');
  writeFileSync(path, `environment: { LAMINA_TEST_DATA: nowhere }\n${text}`);
  expect(Object.values(await check("small")).join("")).toContain("nowhere");
  const called = Bun.spawnSync([process.execPath, command, "check", "small", "--json"], {
    cwd: folder.path,
    env: { ...process.env, LAMINA_TEST_DATA: "data" },
  });
  const { ok, cost, resolved } = JSON.parse(called.stdout.toString());
  expect([ok, resolved.data.train]).toEqual([true, "data/train"]);
  // Of 4 images: 64 values times 2 scores, forward, and the gradients of the kernel and of what batchNorm gives.
  expect(cost).toMatchObject({ batchSize: 4, stepFlops: 4 * 3 * 2 * 64 * 2 });
  expect(cost.memoryBytes).toBeGreaterThan(5e8);
  writeFileSync(path, text.replace('"${LAMINA_TEST_DATA}/train"', "data/train"));
  expect((await check("small")).output).toContain(
    "A training step of 4 images: 0.0031 MFLOP. The run takes 550 MB",
  );
});

test("exp check shows model.base as one line, and each of its layers with --expand", async () => {
  writeSmallExperiment(folder.path, "{ epochs: 1 }");
  const path = join(folder.path, "experiments/small.yaml");
  const text = readFileSync(path, "utf8")
    .replace("targetSize: [8, 8]", "targetSize: [32, 32]")
    .replace(
      /model: .*/,
      "model: { base: { from: mobilenetV2 }, layers: [globalPool, { dense: { units: classes } }] }",
    );
  writeFileSync(path, text);
  const { exitCode, output } = await check("small", "--graph", "net.svg");
  expect([exitCode, output]).toEqual([0, output]);
  expect(output).toMatch(
    /^mobilenetV2 +base of 145 layers, none trained +1 × 1 × 1280 +2,257,984 /m,
  );
  expect(output).not.toContain("block_1_");
  expect(output).toMatch(/^total +2,260,546 /m);
  const picture = readFileSync(join(folder.path, "net.svg"), "utf8");
  expect(picture).toContain(">mobilenetV2</text>");
  const whole = (await check("small", "--expand", "--graph", "net.svg")).output;
  expect(whole).toMatch(/^block_1_expand +conv, filters 96/m);
  expect(whole).toMatch(/^total +2,260,546 /m);
  expect(readFileSync(join(folder.path, "net.svg"), "utf8")).toContain(">block_1_expand</text>");
});
