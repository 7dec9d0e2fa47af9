import { expect, test } from "bun:test";
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { messages } from "../../src/cli/messages.ts";
import { expHere } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const at = (path: string) => join(folder.path, path);

function put(path: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), "x");
}

test("exp clean removes what Lamina made of a run that is not there, and names what stays", async () => {
  for (const path of ["model/weights.bin", "pictures/mistake-01.png", "report.html"])
    for (const run of ["v001", "v002"]) put(`runs/a/${run}/${path}`);
  put("runs/a/v002/model/mine.txt");
  put("runs/a/v002/model/mine/weights.bin");
  put("elsewhere/v003/model/weights.bin");
  put("elsewhere/model/weights.bin");
  symlinkSync(at("elsewhere/model"), at("runs/a/v002/checkpoints"));
  symlinkSync(at("elsewhere"), at("runs/linked"));
  const { exitCode, output } = await expHere(folder.path, at("cache"), ["clean", "--yes"]);
  expect({ exitCode, output }).toEqual({
    exitCode: 0,
    output: [
      "runs/a/v001",
      "runs/a/v002",
      messages.stays("runs/a/v002", ["checkpoints", "model/mine", "model/mine.txt"]),
      messages.cleaned(1),
      "",
    ].join("\n"),
  });
  expect(existsSync(at("runs/a/v001"))).toBe(false);
  expect(readdirSync(at("runs/a/v002")).toSorted()).toEqual(["checkpoints", "model"]);
  expect(readdirSync(at("runs/a/v002/model")).toSorted()).toEqual(["mine", "mine.txt"]);
  expect(existsSync(at("elsewhere/v003/model/weights.bin"))).toBe(true);
  expect(existsSync(at("elsewhere/model/weights.bin"))).toBe(true);
});
