import { describe, expect, test } from "bun:test";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { RunError, UsageError } from "../../src/errors.ts";
import { messages } from "../../src/run/messages.ts";
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

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder.path, path)), { recursive: true });
  writeFileSync(join(folder.path, path), text);
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

  test("is found from the root, from where the user is and from its runs, and never outside", async () => {
    git("init", "--quiet");
    for (const path of ["deep/runs/b/v001", "deep/runs/b/v002", "runs/a/v001", "single"])
      put(`${path}/experiment.yaml`, "seed: 1\n");
    put("runs/a/v001/charts/roc.svg", "<svg/>");
    commit("runs");
    const deep = join(folder.path, "deep");
    const label = async (path: string, from = folder.path) =>
      (await revisionSource("HEAD", path, from)).label;
    expect(await label("deep/runs/b/v001")).toBe("HEAD:deep/runs/b/v001");
    expect(await label("b", deep)).toBe("HEAD:deep/runs/b/v002");
    expect(await label("runs/b/v001", deep)).toBe("HEAD:deep/runs/b/v001");
    expect(await label("./runs/a/", deep)).toBe("HEAD:runs/a/v001");
    expect(await label("../runs/a", deep)).toBe("HEAD:runs/a/v001");
    expect(await label("single")).toBe("HEAD:single");
    for (const path of ["../../..", "../../../x"])
      await expect(revisionSource("HEAD", path, deep)).rejects.toThrow(
        new UsageError(messages.runNotInRevision("HEAD", path, undefined)),
      );
    await expect(revisionSource("HEAD", "bb", deep)).rejects.toThrow(
      new UsageError(messages.runNotInRevision("HEAD", "bb", "b")),
    );
    await expect(revisionSource("HEAD", "a/v003", folder.path)).rejects.toThrow(
      new UsageError(messages.runNotInRevision("HEAD", "a/v003", "v001")),
    );
  });

  test("has the name of its experiment, and its files their places", async () => {
    git("init", "--quiet");
    put("runs/a/v001/experiment.yaml", "seed: 1\n");
    put("runs/a/v001/charts/roc.svg", "<svg/>");
    commit("runs");
    const source = await revisionSource("HEAD", "a", folder.path);
    expect([source.name, source.place("data.json")]).toEqual(["a", "HEAD:runs/a/v001/data.json"]);
    expect(await source.read("experiment.yaml")).toBe("seed: 1\n");
    // It is there, and is no text.
    await expect(source.read("charts")).rejects.toThrow(RunError);
  });

  test("is asked for in vain where there is no repository, or no such revision", async () => {
    const source = () => revisionSource("no-such", "a", folder.path);
    await expect(source()).rejects.toThrow(new UsageError(messages.noRepository()));
    git("init", "--quiet");
    await expect(source()).rejects.toThrow(new UsageError(messages.noRevision("no-such")));
  });
});
