import { describe, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { messages as runMessages } from "../../src/run/messages.ts";
import { messages as compareMessages } from "../../src/compare/messages.ts";
import { messages as cliMessages } from "../../src/cli/messages.ts";
import { committedOf } from "../../src/run/committed.ts";
import { versionsInGit } from "../../src/run/git-numbers.ts";
import { describeSurroundings } from "../../src/run/manifest.ts";
import { revisionSource } from "../../src/run/revision.ts";
import { createRunFolder } from "../../src/run/folder.ts";
import { writeRunFile } from "../../src/run/write-files.ts";
import { files } from "../../src/layout.ts";
import { foreignParts, SEAL_FILE, unkeptFolders } from "../../src/run/belongings.ts";
import { sealsOf, textSeal } from "../../src/run/seals.ts";
import { otherFileOf, seriesOf } from "../../src/run/series.ts";
import { exp } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { exampleRun } from "../fixtures/run.ts";
import { runTexts } from "../fixtures/run-folder.ts";

const root = useTemporaryFolder();
const identity = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"];

function git(folder: string, ...words: string[]): string {
  const { stdout, stderr, exitCode } = Bun.spawnSync(["git", ...identity, ...words], {
    cwd: folder,
  });
  if (exitCode !== 0) throw new Error(`git ${words.join(" ")}: ${stderr.toString()}`);
  return stdout.toString();
}

/** A repository with the first run of an experiment in it. */
async function repository(name = "first"): Promise<string> {
  const folder = join(root.path, name);
  mkdirSync(folder);
  git(folder, "init", "--quiet");
  await Bun.write(
    join(folder, ".gitignore"),
    "runs/**/model/\nruns/**/pictures/\nruns/**/report.html\nruns/**/charts/*.png\n",
  );
  await makeRun(folder, 0);
  commit(folder, "the first run");
  return folder;
}

function clone(from: string, name: string, ...words: string[]): string {
  const folder = join(root.path, name);
  git(root.path, "clone", "--quiet", ...words, `file://${from}`, folder);
  return folder;
}

function commit(folder: string, what: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", what);
}

let made = 0;

/** A finished run with a little of what git does not keep. @returns its name */
async function makeRun(folder: string, seed: number): Promise<string> {
  const { folder: run } = await createRunFolder(join(folder, "runs"), "baseline");
  for (const [name, text] of Object.entries(runTexts(exampleRun({ images: 10, seed }))))
    await writeRunFile(run.path, name, text);
  const manifest = {
    formatVersion: 1,
    status: "completed",
    id: `run ${++made}`,
    run: run.name,
    experiment: "experiments/baseline.yaml",
    command: [],
    startedAt: "2026-01-01T00:00:00.000Z",
    engine: {},
    lamina: { version: "0.1.0" },
    host: {},
    versions: {},
  };
  await writeRunFile(run.path, files.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
  await writeRunFile(run.path, "model/weights.bin", `weights of ${seed}`);
  await writeRunFile(run.path, "charts/accuracy.png", "png");
  return run.name;
}

const idOf = (folder: string, name: string) =>
  (JSON.parse(readFileSync(join(folder, "runs", name, files.manifest), "utf8")) as { id: string })
    .id;

describe("a number is not given again", () => {
  test("that another branch, a tag, a remote or a stash has", async () => {
    const folder = await repository();
    git(folder, "checkout", "--quiet", "-b", "other");
    expect(await makeRun(folder, 1)).toBe("baseline/v002");
    commit(folder, "second");
    git(folder, "checkout", "--quiet", "main");
    rmSync(join(folder, "runs/baseline/v002"), { recursive: true });
    expect(await makeRun(folder, 2)).toBe("baseline/v003");
    git(folder, "add", "--all");
    git(folder, "stash", "--quiet");
    rmSync(join(folder, "runs/baseline/v003"), { recursive: true, force: true });
    expect(await makeRun(folder, 3)).toBe("baseline/v004");
    const second = clone(folder, "second");
    expect(await makeRun(second, 4)).toBe("baseline/v003");
  });

  test("that was deleted, committed or not, with its branch or without", async () => {
    const folder = await repository();
    await makeRun(folder, 1);
    commit(folder, "second");
    git(folder, "rm", "-r", "--quiet", "runs/baseline/v002");
    git(folder, "commit", "--quiet", "--message", "deleted");
    rmSync(join(folder, "runs/baseline/v002"), { recursive: true, force: true });
    git(folder, "checkout", "--quiet", "-b", "gone");
    expect(await makeRun(folder, 2)).toBe("baseline/v003");
    commit(folder, "third");
    git(folder, "checkout", "--quiet", "main");
    git(folder, "branch", "--quiet", "-D", "gone");
    rmSync(join(folder, "runs"), { recursive: true });
    expect(await makeRun(folder, 3)).toBe("baseline/v004");
  });

  test("in a worktree, a submodule, a folder that is a link, a shallow clone, or below the root", async () => {
    const folder = await repository();
    git(folder, "branch", "other");
    git(folder, "worktree", "add", "--quiet", "../tree", "other");
    const tree = join(root.path, "tree");
    expect(await makeRun(tree, 1)).toBe("baseline/v002");
    commit(tree, "second");
    expect(await makeRun(folder, 2)).toBe("baseline/v003");
    commit(folder, "third");

    const shallow = clone(folder, "shallow", "--depth", "1");
    expect(await makeRun(shallow, 3)).toBe("baseline/v004");

    const outer = join(root.path, "outer");
    mkdirSync(outer);
    git(outer, "init", "--quiet");
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", folder, "inner");
    const inner = join(outer, "inner");
    rmSync(join(inner, "runs/baseline/v003"), { recursive: true });
    expect(await makeRun(inner, 4)).toBe("baseline/v004");

    const linked = join(root.path, "linked");
    mkdirSync(linked);
    symlinkSync(join(folder, "runs"), join(linked, "runs"));
    rmSync(join(folder, "runs/baseline/v003"), { recursive: true });
    expect(await makeRun(linked, 5)).toBe("baseline/v004");

    const below = join(outer, "project");
    mkdirSync(below);
    expect(await makeRun(below, 6)).toBe("baseline/v001");
    commit(outer, "below");
    rmSync(join(below, "runs"), { recursive: true });
    expect(await makeRun(below, 7)).toBe("baseline/v002");
  });

  test("without git, and without a commit, the folder alone counts", async () => {
    const folder = join(root.path, "plain");
    mkdirSync(folder);
    expect(await makeRun(folder, 1)).toBe("baseline/v001");
    git(folder, "init", "--quiet");
    expect(await makeRun(folder, 2)).toBe("baseline/v002");
  });
});

test("two clones that made the same number are merged after one rename, and nothing is lost or mixed", async () => {
  const first = await repository();
  const second = clone(first, "second");
  await makeRun(first, 1);
  commit(first, "ours");
  await makeRun(second, 2);
  commit(second, "theirs");
  const ids = [idOf(first, "baseline/v002"), idOf(second, "baseline/v002")];

  git(second, "fetch", "--quiet", "origin");
  expect((await exp(second, "rename", "baseline/v002")).output).toBe(
    "baseline/v002 is now baseline/v003\n",
  );
  commit(second, "renamed");
  git(second, "merge", "--quiet", "--no-edit", "origin/main");
  expect(readdirSync(join(second, "runs/baseline")).toSorted()).toEqual(["v001", "v002", "v003"]);
  expect(["baseline/v002", "baseline/v003"].map((name) => idOf(second, name))).toEqual(ids);
  const manifest = JSON.parse(
    readFileSync(join(second, "runs/baseline/v003", files.manifest), "utf8"),
  ) as { run: string };
  expect(manifest.run).toBe("baseline/v003");
  expect(readFileSync(join(second, "runs/baseline/v003/model/weights.bin"), "utf8")).toBe(
    "weights of 2",
  );
  expect(existsSync(join(second, "runs/baseline/v002/model"))).toBe(false);
  expect((await exp(second, "list")).output.match(/baseline\/v/g)).toHaveLength(3);
});

test("a number that is taken, or none, is refused, and the run stays", async () => {
  const folder = await repository();
  git(folder, "checkout", "--quiet", "-b", "other");
  await makeRun(folder, 1);
  commit(folder, "second");
  git(folder, "checkout", "--quiet", "main");
  for (const [word, message] of [
    ["v001", runMessages.numberTaken("baseline/v001")],
    ["v002", runMessages.numberTaken("baseline/v002")],
    ["7", runMessages.notARunNumber("7")],
    ["v7", runMessages.notARunNumber("v7")],
  ] as const) {
    const { exitCode, complaint } = await exp(folder, "rename", "baseline/v001", word);
    expect(complaint).toContain(message);
    expect(exitCode).toBe(2);
  }
  expect((await exp(folder, "rename", "baseline", "v010")).exitCode).toBe(0);
  expect(existsSync(join(folder, "runs/baseline/v010", files.manifest))).toBe(true);
});

test("what git leaves of a run is no run: passed over, named, and removed when asked", async () => {
  const folder = await repository();
  git(folder, "checkout", "--quiet", "-b", "other");
  await makeRun(folder, 1);
  commit(folder, "second");
  git(folder, "checkout", "--quiet", "main");
  const residue = join(folder, "runs/baseline/v002");
  expect(readdirSync(residue).toSorted()).toEqual(["charts", "model"]);

  const listed = await exp(folder, "list");
  expect(listed.output).toContain("baseline/v001");
  expect(listed.output + listed.complaint).not.toContain("v002");
  expect((await exp(folder, "diff", "baseline/v001", "baseline")).exitCode).toBe(0);
  const named = await exp(folder, "diff", "baseline/v001", "baseline/v002");
  expect(named.complaint).toContain(runMessages.runIsResidue("runs/baseline/v002"));
  expect((await exp(folder, "doctor")).output).toContain(
    cliMessages.residueFound(1, "runs/baseline/v002"),
  );
  // Its number is not free all the same.
  expect(await makeRun(folder, 3)).toBe("baseline/v003");

  expect((await exp(folder, "clean")).exitCode).toBe(2);
  expect(existsSync(residue)).toBe(true);
  expect((await exp(folder, "clean", "--yes")).output).toContain(cliMessages.cleaned(1));
  expect(existsSync(residue)).toBe(false);
  expect(existsSync(join(folder, "runs/baseline/v003/model/weights.bin"))).toBe(true);
  expect((await exp(folder, "clean")).output).toContain(cliMessages.nothingToClean());
});

test("a second file of a name has no part in the series of the first", async () => {
  const folder = await repository();
  const runs = join(folder, "runs/baseline");
  const [first, second] = [
    join(folder, "experiments/baseline.yaml"),
    join(folder, "baseline.yaml"),
  ];
  await Bun.write(second, "");
  // The first is gone: it may have been moved.
  expect(otherFileOf(second, runs, folder)).toBeUndefined();
  await Bun.write(first, "");
  expect(otherFileOf(second, runs, folder)).toBe("experiments/baseline.yaml");
  expect(otherFileOf(first, runs, folder)).toBeUndefined();
  expect(otherFileOf(second, join(folder, "runs/none"), folder)).toBeUndefined();
  // It has a series by its folder's name, as long as no third file has that.
  const name = "baseline";
  expect(seriesOf({ name, file: first }, folder)).toEqual({ name });
  expect(seriesOf({ name, file: second }, folder)).toEqual({
    name: "first/baseline",
    other: "experiments/baseline.yaml",
  });
  const manifest = JSON.stringify({ experiment: "experiments/baseline.yaml" });
  await Bun.write(join(folder, "runs/first/baseline/v001", files.manifest), manifest);
  expect(() => seriesOf({ name, file: second }, folder)).toThrow(
    runMessages.otherSeries(name, "experiments/baseline.yaml"),
  );
});

test("weights, pictures and a report beside another run's text are seen, and not shown as its own", async () => {
  const folder = await repository();
  const seal = (name: string) =>
    sealsOf(join(folder, "runs/baseline", name)).then((seals) => textSeal(seals));
  const run = join(folder, "runs/baseline/v001");
  const own = await seal("v001");
  for (const part of unkeptFolders) await writeRunFile(run, `${part}/${SEAL_FILE}`, `${own}\n`);
  expect(await exp(folder, "charts", "baseline/v001")).toMatchObject({
    exitCode: 0,
    complaint: "",
  });
  expect(foreignParts(run, own)).toEqual([]);
  const report = readFileSync(join(run, files.report), "utf8");
  expect((await exp(folder, "charts", "baseline/v001")).exitCode).toBe(0);
  expect(readFileSync(join(run, files.report), "utf8")).toBe(report);

  // As git does on another branch: another text, and what it does not keep stays.
  const texts = runTexts(exampleRun({ images: 10, seed: 5 }));
  for (const [name, text] of Object.entries(texts)) await writeRunFile(run, name, text);
  const manifest = join(run, files.manifest);
  const record = JSON.parse(readFileSync(manifest, "utf8")) as object;
  await Bun.write(manifest, JSON.stringify({ ...record, files: await sealsOf(run) }));
  const other = await seal("v001");
  expect(foreignParts(run, other)).toEqual([files.model, files.pictures, files.report]);
  const all = [files.model, files.pictures, files.report];
  const listed = await exp(folder, "list");
  expect(listed.complaint).toContain(compareMessages.foreignParts("baseline/v001", all));
  expect(listed.output).not.toContain("damaged");
  const drawn = await exp(folder, "charts", "baseline/v001");
  expect(drawn.exitCode).toBe(0);
  expect(drawn.complaint).toContain(compareMessages.foreignParts("runs/baseline/v001", all));
  expect(foreignParts(run, other)).toEqual([files.model, files.pictures]);
});

describe("a repository of someone else", async () => {
  /** Every program that a repository may name, each of which leaves a mark when it is started. */
  async function hostile(): Promise<{ folder: string; marks: () => string[] }> {
    const folder = await repository();
    await Bun.write(
      join(folder, ".gitattributes"),
      'runs/** filter=a.b diff=evil\n*.yaml filter="c"\n',
    );
    commit(folder, "attributes");
    const marked = join(root.path, "marks");
    mkdirSync(join(root.path, "hooks"));
    mkdirSync(marked);
    const program = async (name: string, path = join(root.path, name)) => {
      await Bun.write(path, `#!/bin/sh\n: > "${join(marked, name)}"\nexit 1\n`);
      chmodSync(path, 0o755);
      return path;
    };
    await program("hook", join(root.path, "hooks/post-index-change"));
    // Last, as `git config` would start them too.
    for (const [key, value] of [
      ["core.hooksPath", join(root.path, "hooks")],
      ["core.sshCommand", await program("ssh")],
      ["core.pager", await program("pager")],
      ["gpg.program", await program("gpg")],
      ["log.showSignature", "true"],
      ["diff.external", await program("external")],
      ["diff.evil.textconv", await program("textconv")],
      ["filter.a.b.clean", await program("clean")],
      ["filter.c.process", await program("process")],
      ["core.fsmonitor", await program("fsmonitor")],
    ] as const)
      git(folder, "config", key, value);
    return { folder, marks: () => readdirSync(marked) };
  }

  const touched = [
    ".gitignore",
    ...[files.manifest, files.metrics].map((name) => `runs/baseline/v001/${name}`),
  ];

  test("is only looked at: none of its programs is started, and its index stays as it is", async () => {
    const { folder, marks } = await hostile();
    const runs = join(folder, "runs/baseline");
    const index = () => readFileSync(join(folder, ".git/index"), "base64");
    for (const name of touched) utimesSync(join(folder, name), new Date(0), new Date(0));
    const before = index();
    const commitOf = async () => (await describeSurroundings(folder)).lamina.git;
    const { commit: head } = (await commitOf())!;
    expect(head).toBe(git(folder, "rev-parse", "HEAD").trim());
    expect(await versionsInGit(runs)).toContain("v001");
    const committed = (await committedOf(runs, "v001", null))!;
    expect(committed.has(`v001/${files.metrics}`)).toBe(true);
    const source = await revisionSource("HEAD", "baseline", folder);
    expect(await source.read(files.metrics)).toContain('"accuracy"');

    expect(await commitOf()).toEqual({ commit: head, changed: false });
    await Bun.write(join(runs, "v001", files.metrics), "{}");
    expect(await commitOf()).toEqual({ commit: head, changed: true });
    expect((await committedOf(runs, "v001", null))!.has(`v001/${files.metrics}`)).toBe(false);
    rmSync(join(runs, "v001", files.history));
    rmSync(join(runs, "v001", files.metrics));
    expect(await commitOf()).toEqual({ commit: head, changed: true });
    expect({ marks: marks(), isSame: index() === before }).toEqual({ marks: [], isSame: true });

    // As every other program that asks git would have it.
    Bun.spawnSync(["git", "status"], { cwd: folder });
    expect(marks()).toContain("fsmonitor");
    expect(index() === before).toBe(false);
  });

  test("fetches nothing that it lacks", async () => {
    const { folder, marks } = await hostile();
    const blob = git(folder, "rev-parse", `HEAD:runs/baseline/v001/${files.metrics}`).trim();
    rmSync(join(folder, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    for (const [key, value] of [
      ["core.repositoryformatversion", "1"],
      ["extensions.partialClone", "origin"],
      ["remote.origin.promisor", "true"],
      ["remote.origin.url", "ssh://nowhere/x"],
    ] as const)
      git(folder, "config", key, value);
    const source = await revisionSource("HEAD", "baseline", folder);
    await expect(source.read(files.metrics)).rejects.toThrow("git cannot show it");
    expect(marks()).toEqual([]);
    Bun.spawnSync(["git", "-c", "core.fsmonitor=false", "cat-file", "blob", blob], { cwd: folder });
    expect(marks()).toEqual(["ssh"]);
  });

  test("has no commit where it has a filter that cannot be taken from it", async () => {
    const folder = await repository();
    await Bun.write(join(folder, ".git/config"), '[filter "a=b"]\n\tclean = touch mark\n');
    const warnings: string[] = [];
    const { lamina } = await describeSurroundings(folder, (text) => warnings.push(text));
    expect({ git: lamina.git, warnings }).toEqual({
      git: null,
      warnings: [runMessages.gitSilent(folder)],
    });
  });

  test("is told where git refuses it, and stops no run", async () => {
    const folder = await repository();
    const told = runMessages.gitDistrusts(folder, folder);
    // As in git's own tests.
    process.env["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1";
    try {
      const warnings: string[] = [];
      const { lamina } = await describeSurroundings(folder, (text) => warnings.push(text));
      expect({ git: lamina.git, warnings }).toEqual({ git: null, warnings: [told] });
      await expect(revisionSource("HEAD", "baseline", folder)).rejects.toThrow(told);
    } finally {
      delete process.env["GIT_TEST_ASSUME_DIFFERENT_OWNER"];
    }
  });
});
