import { expect, test } from "bun:test";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exp } from "../fixtures/call.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

const folder = useTemporaryFolder();
const check = (...words: string[]) => exp(folder.path, "check", ...words);

test("exp check --graph draws the network into a file, and over nothing of the user's", () => {
  writeSmallExperiment(folder.path, "{ epochs: 1 }");
  const picture = join(folder.path, "net.svg");
  expect(check("small", "--graph", "net.svg").exitCode).toBe(0);
  const text = readFileSync(picture, "utf8");
  expect(text).toContain("4 layers from images of 8 × 8 × 1 to 2 scores");
  expect(text).toContain(">flatten_1</text>");
  // Its own may be replaced.
  expect(check("small", "--graph", "net.svg", "--json").exitCode).toBe(0);
  expect(readFileSync(picture, "utf8")).toBe(text);
  writeFileSync(picture, "mine");
  expect(check("small", "--graph", "net.svg").exitCode).toBe(2);
  expect(readFileSync(picture, "utf8")).toBe("mine");
  expect(check("small", "--graph", "experiments/data/train/dark/net.svg").exitCode).toBe(2);
  expect(existsSync(join(folder.path, "experiments/data/train/dark/net.svg"))).toBe(false);
});
