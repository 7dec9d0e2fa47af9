import { describe, expect, test } from "bun:test";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { RunError, UsageError } from "../../src/errors.ts";
import { readRun, readRunFrom } from "../../src/run/read.ts";
import { revisionSource } from "../../src/run/revision.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const kept = join(import.meta.dir, "../../runs/baseline");

function git(...words: string[]): void {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"];
  const { exitCode, stderr } = Bun.spawnSync(["git", ...identity, ...words], { cwd: folder.path });
  if (exitCode !== 0) throw new Error(stderr.toString());
}

function commit(what: string): void {
  git("add", "--all", "--force");
  git("commit", "--quiet", "--allow-empty", "--message", what);
}

describe.skipIf(Bun.which("git") === null)("a run in git", () => {
  test("is read with its list of images, though nothing of it is there any more", async () => {
    git("init", "--quiet");
    for (const part of ["v001", "v002", "images"])
      cpSync(join(kept, part), join(folder.path, "runs/baseline", part), { recursive: true });
    commit("runs");
    const there = await readRun(join(folder.path, "runs/baseline/v001"));
    rmSync(join(folder.path, "runs"), { recursive: true });
    commit("none");
    for (const path of ["baseline/v001", "runs/baseline/v001"])
      expect(await readRunFrom(await revisionSource("HEAD~1", path, folder.path))).toEqual(there);
    const latest = await revisionSource("HEAD~1", "baseline", folder.path);
    expect(latest.label).toBe("HEAD~1:runs/baseline/v002");
    await expect(revisionSource("HEAD", "baseline", folder.path)).rejects.toThrow(UsageError);
  });

  test("without its list of images is told by the list's name", async () => {
    git("init", "--quiet");
    cpSync(join(kept, "v001"), join(folder.path, "runs/baseline/v001"), { recursive: true });
    commit("runs");
    const source = await revisionSource("HEAD", "baseline/v001", folder.path);
    await expect(readRunFrom(source)).rejects.toThrow(RunError);
    await expect(readRunFrom(source)).rejects.toThrow(/HEAD:runs\/baseline\/images\/\w+\.csv/);
    expect(await source.read("no-such-file.json")).toBe(null);
    expect(await source.read("../images/0123456789abcdef.csv")).toBe(null);
  });
});
