import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkExperiment } from "../../src/check.ts";
import { describeFailure, type Failure } from "../../src/cli/failure.ts";
import { brokenExperiments } from "./experiments.ts";
import { writeFolders } from "./folders.ts";

const MARK = "⌖";
const directory = mkdtempSync(join(tmpdir(), "lamina-broken-"));

beforeAll(() => writeFolders(directory));
afterAll(() => rmSync(directory, { recursive: true }));

async function failureOf(file: string, overrides: string[] = []): Promise<Failure> {
  try {
    await checkExperiment({ file, overrides, directory });
  } catch (error) {
    return describeFailure(error);
  }
  throw new Error(`${file} was found to be right.`);
}

/** line:column of the mark, each from 1. */
function markedPlace(text: string): string {
  const before = text.slice(0, text.indexOf(MARK)).split("\n");
  return `${before.length}:${before.at(-1)!.length + 1}`;
}

function write(name: string, content: string | Uint8Array): string {
  const file = `${name}.yaml`;
  writeFileSync(join(directory, file), content);
  return file;
}

test("every broken experiment has a name of its own", () => {
  const names = brokenExperiments.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(100);
});

describe("is reported at its place", () => {
  test.each(brokenExperiments.map(({ name, text, says }) => [name, text, says] as const))(
    "%s",
    async (name, text, says) => {
      const file = write(name, text.replace(MARK, ""));
      const { exitCode, message } = await failureOf(file);
      expect(exitCode).toBe(2);
      expect(message).toContain(says);
      if (text.includes(MARK)) expect(message).toStartWith(`${file}:${markedPlace(text)}  `);
      else expect(message).toMatch(/^\S+\.yaml:\d+:\d+ {2}/);
      expect(message).not.toMatch(/\n\s+at /);
      expect(message).not.toMatch(/[^\P{Cc}\n]/u);
    },
  );
});

describe("files that are no text", () => {
  const right = "data: { train: images/train, test: images/test }\n";

  test.each([
    ["ten-megabytes", Buffer.alloc(10_000_000, "# \n"), "1:1", "larger than 1 MB"],
    ["binary", Buffer.from(`${right}a: \0\u0001`), "2:4", "NUL byte"],
    ["latin-1", Buffer.from(`${right}# caf\u00e9\n`, "latin1"), "2:6", "not UTF-8"],
    ["utf-16", Buffer.from(`\uFEFF${right}`, "utf16le"), "1:1", "not UTF-8"],
  ])("%s", async (name, bytes, place, says) => {
    const file = write(name, bytes);
    const { exitCode, message } = await failureOf(file);
    expect(exitCode).toBe(2);
    expect(message).toStartWith(`${file}:${place}  `);
    expect(message).toContain(says);
  });

  test("a folder", async () => {
    mkdirSync(join(directory, "folder.yaml"));
    const { exitCode, message } = await failureOf("folder.yaml");
    expect({ exitCode, message }).toEqual({
      exitCode: 2,
      message: "folder.yaml:1:1  this is a folder; an experiment is a YAML file",
    });
  });

  test("a device", async () => {
    symlinkSync("/dev/zero", join(directory, "device.yaml"));
    const { exitCode, message } = await failureOf("device.yaml");
    expect({ exitCode, message }).toEqual({
      exitCode: 2,
      message: "device.yaml:1:1  this is no regular file; an experiment is a YAML file",
    });
  });

  test("a name that no run folder can have", async () => {
    const { exitCode, message } = await failureOf(
      write("..", `${right}model: { layers: [flatten, dense: { units: classes }] }\n`),
    );
    expect(exitCode).toBe(2);
    expect(message).toStartWith("...yaml:1:1  ");
  });
});

test("all mistakes are reported at once, in the order of the file", async () => {
  const file = write(
    "many",
    [
      "sed: 7",
      "data: { train: images/trian, test: images/test, targetSize: [8, 8], color: grey }",
      "model:",
      "  layers:",
      "    - conv: { filters: 1, kernelSize: 9 }",
      "    - dense: { units: 7 }",
      "train: { epochs: none }",
    ].join("\n"),
  );
  const { message } = await failureOf(file);
  const places = message.match(/^many\.yaml:\d+:\d+/gm);
  expect(places).toEqual(["many.yaml:1:1", "many.yaml:2:69", "many.yaml:7:18"]);
});

test("mistakes in images and layers are reported together", async () => {
  const file = write(
    "images-and-layers",
    [
      "data: { train: images/trian, test: images/test, targetSize: [8, 8] }",
      "model:",
      "  layers:",
      "    - conv: { filters: 1, kernelSize: 9 }",
      "    - dense: { units: 7 }",
      "train: { epochs: none }",
    ].join("\n"),
  );
  const { message } = await failureOf(file);
  const places = message
    .match(/^images-and-layers\.yaml:\d+:\d+/gm)
    ?.map((place) => place.split(".yaml:")[1]);
  expect(places).toEqual(["1:16", "4:7", "5:7", "6:18"]);
});
