import { beforeEach, describe, expect, test } from "bun:test";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, join, relative } from "node:path";
import { readListedRun } from "../../src/compare/list.ts";
import { NewerSettings } from "../../src/compare/listed-settings.ts";
import { messages as runMessages } from "../../src/run/messages.ts";
import { messages as cliMessages } from "../../src/cli/messages.ts";
import { contentsOf, planRemoval, removeRun } from "../../src/run/remove.ts";
import { exp } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { copyKeptRuns } from "../fixtures/kept-runs.ts";

const folder = useTemporaryFolder();
const rm = (...words: string[]) => exp(folder.path, "rm", ...words);
const inRuns = (path: string) => join(folder.path, "runs", path);
const refused = (message: string) => ({ exitCode: 2, output: "", complaint: `${message}\n` });
const done = (...lines: string[]) => ({
  exitCode: 0,
  output: lines.map((line) => `${line}\n`).join(""),
  complaint: "",
});

function put(path: string, text = "x"): string {
  mkdirSync(dirname(inRuns(path)), { recursive: true });
  writeFileSync(inRuns(path), text);
  return inRuns(path);
}

/** Every file and link below runs/. */
function everything(): string[] {
  const entries = readdirSync(inRuns(""), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(inRuns(""), join(parentPath, name)))
    .toSorted();
}

function git(...words: string[]): string {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@b"];
  const { stdout, stderr, exitCode } = Bun.spawnSync(["git", ...identity, ...words], {
    cwd: folder.path,
  });
  if (exitCode !== 0) throw new Error(stderr.toString());
  return stdout.toString().trim();
}

function commit(): string {
  git("init", "--quiet");
  cpSync(join(import.meta.dir, "../../.gitignore"), join(folder.path, ".gitignore"));
  git("add", "--all");
  git("commit", "--quiet", "--message", "runs");
  return git("rev-parse", "--short", "HEAD");
}

/** Changes what the manifest of baseline/v001 says. */
function say(more: object): void {
  const file = inRuns("baseline/v001/manifest.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...more }));
}

/** The one list of images that both runs of this repository have. */
let images = "";

beforeEach(() => {
  copyKeptRuns(inRuns("baseline"));
  for (const name of ["weights.bin", "text.sha256"]) put(`baseline/v001/model/${name}`);
  put("baseline/v001/pictures/mistake-1.png");
  put("baseline/v001/report.html");
  images = `images/${readdirSync(inRuns("baseline/images"))[0]!}`;
});

describe("a finished run that is in no commit", () => {
  test("is only removed with --force, and its list of images with the last run that has it", async () => {
    const before = everything();
    expect(await rm("baseline/v001")).toEqual(
      refused(runMessages.removesForGood("baseline/v001", "finished")),
    );
    expect(everything()).toEqual(before);
    expect(await rm("baseline/v001", "--force")).toEqual(
      done(cliMessages.removed("baseline/v001")),
    );
    expect(existsSync(inRuns("baseline/v001"))).toBe(false);
    expect(everything()).toContain(`baseline/${images}`);
    expect(await rm("runs/baseline/v002/", "--force")).toEqual(
      done(cliMessages.removed("baseline/v002")),
    );
    expect(everything()).toEqual([]);
  });

  test("keeps its number where it was committed before", async () => {
    commit();
    expect((await rm("baseline/v002")).exitCode).toBe(0);
    expect((await rm("baseline/v002")).exitCode).toBe(2);
    expect((await exp(folder.path, "rename", "baseline/v001", "v002")).complaint).toBe(
      `${runMessages.numberTaken("baseline/v002")}\n`,
    );
  });

  test("damaged or not: only what says that it is unfinished is", async () => {
    writeFileSync(inRuns("baseline/v001/manifest.json"), "{");
    expect(await rm("baseline/v001")).toEqual(
      refused(runMessages.removesForGood("baseline/v001", "damaged")),
    );
  });
});

describe("a run that is committed", () => {
  test("is removed, and comes back by what is said then", async () => {
    const revision = commit();
    const text = everything().filter((path) => !/model|pictures|report/.test(path));
    const paths = ["v001", "v002", images].map((name) => `runs/baseline/${name}`);
    put("baseline/v002/charts/.DS_Store");
    expect(await rm("baseline/v001", "baseline/v002", "baseline/v001")).toEqual(
      done(
        cliMessages.removed("baseline/v001"),
        cliMessages.removed("baseline/v002"),
        cliMessages.restores(revision, paths),
      ),
    );
    expect(everything()).toEqual([]);
    git("commit", "--quiet", "--all", "--message", "gone");
    git("restore", `--source=${revision}`, ...paths);
    expect(everything()).toEqual(text);
    expect((await exp(folder.path, "list")).complaint).toBe("");
  });

  test("and has had a note since is only removed with --force", async () => {
    commit();
    put("baseline/v001/notes.md");
    expect(await rm("baseline/v001")).toEqual(
      refused(runMessages.removesChanges("baseline/v001", ["notes.md"])),
    );
    expect(await rm("baseline/v001", "--force")).toEqual(
      done(cliMessages.removed("baseline/v001")),
    );
  });

  test("and was changed, or whose list of images is not, is only removed with --force", async () => {
    cpSync(inRuns("baseline"), inRuns("other"), { recursive: true });
    commit();
    writeFileSync(inRuns("baseline/v001/history.csv"), "edited\n");
    git("rm", "--quiet", "--cached", `runs/baseline/${images}`);
    git("commit", "--quiet", "--message", "without the list");
    expect((await rm("baseline/v001", "baseline/v002")).complaint).toBe(
      `${runMessages.removesChanges("baseline/v001", ["history.csv", images])}\n`,
    );
    // Nor does a run of this number, of another experiment, take the list from those that need it.
    expect((await rm("baseline/v002", "other/v001")).exitCode).toBe(0);
  });
});

describe("an unfinished run", () => {
  beforeEach(() => {
    say({ status: "interrupted" });
    rmSync(inRuns("baseline/v001/metrics.json"));
  });

  test("is removed", async () => {
    put("baseline/v001/.reserve");
    put("baseline/v001/.history.csv.4711.part");
    put("baseline/v001/.DS_Store");
    expect(await rm("baseline/v001")).toEqual(done(cliMessages.removed("baseline/v001")));
    expect(existsSync(inRuns("baseline/v001"))).toBe(false);
  });

  test("is only removed with --force when it has notes, or checkpoints that git does not keep", async () => {
    put("baseline/v001/notes.md", "- mine\n");
    expect(await rm("baseline/v001")).toEqual(
      refused(runMessages.removesForGood("baseline/v001", "remarks")),
    );
    put("baseline/v001/checkpoints/000012-9f86d081884c7d65.safetensors");
    commit();
    expect(await rm("baseline/v001")).toEqual(
      refused(runMessages.removesForGood("baseline/v001", "checkpoints")),
    );
    expect((await rm("baseline/v001", "--force")).exitCode).toBe(0);
    expect(existsSync(inRuns("baseline/v001"))).toBe(false);
  });

  test("is not removed while it goes on", async () => {
    const started = new Date().toISOString();
    say({ status: "running", pid: process.pid, host: { name: hostname() }, startedAt: started });
    const before = everything();
    expect(await rm("baseline/v001", "--force")).toEqual(
      refused(runMessages.runGoesOn("baseline/v001", "stop it, or remove it")),
    );
    say({ pid: Bun.spawnSync(["true"]).pid });
    expect(everything()).toEqual(before);
    expect((await rm("baseline/v001")).exitCode).toBe(0);
  });

  test("is not removed as it begins, and keeps the list that it may be about to name", async () => {
    mkdirSync(inRuns("baseline/v003"));
    expect(await rm("baseline/v003", "--force")).toEqual(
      refused(runMessages.runBegins("baseline/v003")),
    );
    expect((await rm("baseline/v001", "baseline/v002", "--force")).exitCode).toBe(0);
    expect(everything()).toEqual([`baseline/${images}`]);
    const long = new Date("2020-01-01T00:00:00Z");
    utimesSync(inRuns("baseline/v003"), long, long);
    expect(await rm("baseline/v003")).toEqual(done(cliMessages.removed("baseline/v003")));
  });
});

describe("what is the user's own", () => {
  test("stays, and is named", async () => {
    const mine = [
      "charts/mine.psd",
      "charts/old/roc.svg",
      "checkpoints/best.safetensors",
      "experiment.yaml.bak",
      "history.csv/a.txt",
      "mine/metrics.json",
    ];
    rmSync(inRuns("baseline/v001/history.csv"));
    for (const name of mine) put(`baseline/v001/${name}`);
    const kept = [
      "charts/mine.psd",
      "charts/old",
      "checkpoints/best.safetensors",
      "experiment.yaml.bak",
      "history.csv",
      "mine",
    ];
    expect(await rm("baseline/v001", "--force")).toEqual(
      done(cliMessages.removedButOwn("baseline/v001", "runs/baseline/v001", kept)),
    );
    expect(everything().filter((path) => path.includes("v001"))).toEqual(
      mine.map((name) => `baseline/v001/${name}`),
    );
    expect((await rm("baseline/v001", "--force")).complaint).toContain("is no run");
  });

  test("is behind links, which are not followed and not removed", async () => {
    const elsewhere = join(folder.path, "elsewhere");
    mkdirSync(elsewhere);
    for (const name of ["weights.bin", "roc.svg"]) writeFileSync(join(elsewhere, name), "x");
    rmSync(inRuns("baseline/v001/model"), { recursive: true });
    symlinkSync(elsewhere, inRuns("baseline/v001/model"));
    symlinkSync(join(elsewhere, "roc.svg"), inRuns("baseline/v001/charts/mine.svg"));
    mkdirSync(inRuns("baseline/v001/checkpoints"));
    symlinkSync(elsewhere, inRuns("baseline/v001/checkpoints/last"));
    const { output } = await rm("baseline/v001", "--force");
    expect(output).toBe(
      `${cliMessages.removedButOwn("baseline/v001", "runs/baseline/v001", ["charts/mine.svg", "checkpoints/last", "model"])}\n`,
    );
    expect(readdirSync(elsewhere).toSorted()).toEqual(["roc.svg", "weights.bin"]);
  });

  test("is outside runs/, however it is named", async () => {
    const outside = join(folder.path, "kept/baseline");
    cpSync(inRuns("baseline"), outside, { recursive: true });
    symlinkSync(outside, inRuns("linked"));
    symlinkSync(join(outside, "v001"), inRuns("baseline/v009"));
    const before = everything();
    const cases: [word: string, message: string][] = [
      ["kept/baseline/v001", runMessages.notInRuns("kept/baseline/v001")],
      ["../kept/baseline/v001", runMessages.notInRuns("../kept/baseline/v001")],
      [join(outside, "v001"), runMessages.notInRuns(join(outside, "v001"))],
      ["linked/v001", runMessages.notThroughLinks("runs/linked")],
      ["baseline/v009", runMessages.notThroughLinks("runs/baseline/v009")],
    ];
    for (const [word, message] of cases)
      expect(await rm("--force", word)).toEqual(refused(message));
    expect(everything()).toEqual(before);
    expect(readdirSync(outside)).toEqual(["images", "v001", "v002"]);
  });

  test("is where runs/ leads to, where that is a link", async () => {
    renameSync(inRuns(""), join(folder.path, "disk"));
    symlinkSync(join(folder.path, "disk"), inRuns(""));
    expect(await rm("baseline/v001", "--force")).toEqual(
      done(cliMessages.removed("baseline/v001")),
    );
    expect(readdirSync(join(folder.path, "disk/baseline")).toSorted()).toEqual(["images", "v002"]);
  });

  test("is not lost by a slip", async () => {
    put("baseline/v001/v002/metrics.json");
    const before = everything();
    const cases: [words: string[], message: string][] = [
      [[], cliMessages.operandMissing("a run")],
      [["baseline"], runMessages.notANumberedRun("baseline")],
      [["."], runMessages.notANumberedRun(".")],
      [["runs"], runMessages.notANumberedRun("runs")],
      [["baseline/images"], runMessages.notANumberedRun("baseline/images")],
      [["baseline/v001/charts"], runMessages.notANumberedRun("baseline/v001/charts")],
      [["baseline/v001/v002"], runMessages.notANumberedRun("baseline/v001/v002")],
      // Neither is the one that is named rightly.
      [
        ["baseline/v001", "baseline/v02"],
        runMessages.runNotFound("baseline/v02", "runs", "baseline/v002"),
      ],
    ];
    for (const [words, message] of cases)
      expect(await rm("--force", ...words)).toEqual(refused(message));
    commit();
    put("baseline/v002/tags.txt", "final\n");
    expect((await rm("baseline/v001", "baseline/v002")).exitCode).toBe(2);
    expect(everything()).toEqual([...before, "baseline/v002/tags.txt"].toSorted());
  });
});

describe("what git has left behind of a run", () => {
  test("is only removed with --force: exp clean shows it first", async () => {
    put("baseline/v004/model/weights.bin");
    expect(await rm("baseline/v004")).toEqual(refused(runMessages.removesResidue("baseline/v004")));
    expect(await rm("baseline/v004", "--force")).toEqual(
      done(cliMessages.removed("baseline/v004")),
    );
  });
});

describe("killed after any file", () => {
  test.each([
    ["committed", true],
    ["in no commit", false],
  ])(
    "a run that is %s is no finished one, and the next call removes the rest",
    async (_, isCommitted) => {
      rmSync(inRuns("baseline/v002"), { recursive: true });
      if (isCommitted) commit();
      cpSync(inRuns(""), join(folder.path, "whole"), { recursive: true });
      const run = { folder: inRuns("baseline/v001"), name: "baseline/v001" };
      const { own } = contentsOf(run.folder);
      expect(own[0]).toBe("manifest.json");
      for (let killed = 1; killed < own.length; killed++) {
        rmSync(inRuns(""), { recursive: true });
        cpSync(join(folder.path, "whole"), inRuns(""), { recursive: true });
        for (const path of own.slice(0, killed)) rmSync(join(run.folder, path));
        // The list goes before what names it.
        if (killed === own.length - 1) rmSync(inRuns(`baseline/${images}`));
        const { status } = await readListedRun(run.folder, run.name, new NewerSettings());
        expect([killed, status]).toEqual([killed, "damaged"]);
        // What had to be asked for once need not be asked for again.
        removeRun(await planRemoval(run, [run.folder], false));
        expect(everything()).toEqual([]);
      }
    },
  );
});
