import { beforeEach, describe, expect, test } from "bun:test";
import { cp, mkdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { fitColumns } from "../../src/cli/table.ts";
import { messages as compareMessages } from "../../src/compare/messages.ts";
import { messages as cliMessages } from "../../src/cli/messages.ts";
import { parseCsv } from "../../src/run/csv.ts";
import { messages as runMessages } from "../../src/run/messages.ts";
import { manifestText } from "../../src/run/manifest-text.ts";
import { exp } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { readListedRun } from "../../src/compare/list.ts";
import { NewerSettings } from "../../src/compare/listed-settings.ts";
import { keepReserve } from "../../src/run/reserve.ts";
import { sealedFiles, sealOf } from "../../src/run/seals.ts";

const folder = useTemporaryFolder();
const list = async (...words: string[]) => await exp(folder.path, "list", ...words);
const inRuns = (path: string) => join(folder.path, "runs", path);

async function change(path: string, edit: (text: string) => string): Promise<void> {
  await writeFile(inRuns(path), edit(await readFile(inRuns(path), "utf8")));
}

/** Notes in the manifest what the run's files are, as a run does when it finishes. */
async function seal(name: string): Promise<void> {
  const seals: Record<string, string> = {};
  await writeFile(
    inRuns(`${name}/request.json`),
    `{ "formatVersion": 1, "file": "small.yaml", "overrides": [] }
`,
  );
  for (const file of sealedFiles) seals[file] = sealOf(await readFile(inRuns(`${name}/${file}`)));
  await change(
    `${name}/manifest.json`,
    (text) => `${JSON.stringify({ ...JSON.parse(text), files: seals })}\n`,
  );
}

beforeEach(async () => {
  await cp(join(import.meta.dir, "../fixtures/runs"), inRuns(""), { recursive: true });
  for (const name of ["small/v001", "no-validation/v001"]) await seal(name);
});

describe("exp list", () => {
  test("shows results, the settings that differ, and runs that are not finished", async () => {
    const { exitCode, output, complaint } = await list();
    expect({ exitCode, complaint }).toEqual({ exitCode: 0, complaint: "" });
    expect(output).toBe(`\
run                 status          epoch  accuracy   95 % interval    loss  epochs  started
no-validation/v001  completed           –    0.5000  0.280 to 0.720  0.6835       3  2026-11-24 23:57
small/v001          completed           –    0.5000  0.280 to 0.720  0.6835       3  2026-11-24 23:57
small/v002          interrupted  5/200000         –               –       –  200000  2026-11-24 23:57
`);
  });

  test("a setting that is newer than a run has its default there, and is no difference", async () => {
    await change("small/v001/resolved.json", (text) => {
      const settings = JSON.parse(text);
      return `${JSON.stringify({ ...settings, engine: { ...settings.engine, oneDnn: true } })}\n`;
    });
    expect((await list()).output.split("\n")[0]).not.toContain("oneDnn");
    await change("small/v001/resolved.json", (text) =>
      text.replace('"oneDnn":true', '"oneDnn":false'),
    );
    expect((await list("--columns", "oneDnn")).output).toMatch(
      /no-validation\/v001 +true\nsmall\/v001 +false/,
    );
  });

  test("shows what differs of a layer, and the whole stack where its kinds differ", async () => {
    const edit = (from: string, to: string) =>
      change("small/v002/resolved.json", (text) => text.replace(from, to));
    await edit('"filters": 4', '"filters": 8');
    const [head, ...rows] = (await list("small")).output.split("\n");
    expect(head).toContain("conv.filters");
    expect(head).not.toContain("layers");
    expect(rows[1]).toMatch(/ 8 /);
    await edit('"flatten"', '"globalAverage"');
    expect((await list("small")).output.split("\n")[0]).toContain("model.layers");
  });

  test("chooses, sorts and takes other columns", async () => {
    const { output } = await list(
      "--where",
      "epochs<10",
      "--sort",
      "run",
      "--reverse",
      "--columns",
      "loss, recall.normal",
    );
    expect(output).toBe(`\
run                   loss  recall.normal
small/v001          0.6835         0.8750
no-validation/v001  0.6835         0.8750

2 of 3 runs.
`);
  });

  test("takes an experiment, a folder and a run", async () => {
    expect((await list("small")).output).not.toContain("no-validation");
    expect((await list("runs/small", "small/v001")).output).toContain("small/v002");
    expect((await list("small/v001")).output.split("\n")).toHaveLength(3);
    expect(await list("smal")).toEqual({
      exitCode: 2,
      output: "",
      complaint: `${cliMessages.noRunsIn("smal")}\n`,
    });
  });

  test("--json has every metric and setting", async () => {
    const [run] = JSON.parse((await list("--json", "small")).output);
    expect(run).toMatchObject({
      run: "small/v001",
      status: "completed",
      problem: null,
      metrics: { accuracy: 0.5 },
      settings: { train: { epochs: 3 } },
    });
  });

  test("--csv has whole names and numbers, and nothing that a spreadsheet would calculate", async () => {
    await cp(inRuns("small"), inRuns("=cmd()"), { recursive: true });
    const rows = parseCsv((await list("--csv")).output, "list").map(({ cells }) => cells);
    expect(rows[0]).toContain("accuracyInterval.low");
    expect(rows[0]).toContain("train.epochs");
    expect(rows.map(([name]) => name)).toContain("'=cmd()/v001");
    expect(rows.every(({ length }) => length === rows[0]!.length)).toBe(true);
  });

  test("names damaged runs, and shows the others", async () => {
    await change("small/v001/metrics.json", (text) => text.slice(0, 100));
    await rm(inRuns("no-validation/v001/manifest.json"));
    await mkdir(inRuns("small/v003"));
    await change("small/v002/manifest.json", (text) => text.replace('"interrupted"', '"asleep"'));
    const { exitCode, output, complaint } = await list();
    expect(exitCode).toBe(0);
    expect(output.match(/damaged/g)).toHaveLength(4);
    for (const part of ["metrics.json ends in the middle of line", "There is no", "/status"])
      expect(complaint).toContain(part);
    expect(complaint).not.toContain("mistake in Lamina");
  });

  test("a figure that does not follow from the predictions is not listed, and the files are named", async () => {
    const read = (name: string) => readListedRun(inRuns(name), name, new NewerSettings());
    const disagree = runMessages.filesDisagree(
      inRuns("small/v001"),
      "predictions.csv",
      "metrics.json",
      runMessages.figureDiffers("accuracy", 0.99, 0.5),
    );
    const changed = (file: string) => runMessages.changedSince(inRuns(`small/v001/${file}`));
    const refused = async (problem: string) => {
      const run = await read("small/v001");
      const { status, metrics } = run;
      expect({ status, problem: run.problem, metrics }).toEqual({
        status: "damaged",
        problem,
        metrics: null,
      });
      expect([...run.values.keys()].filter((key) => /^(accuracy|loss|recall)/.test(key))).toEqual(
        [],
      );
      expect(run.values.get("train.epochs")).toBe(3);
    };
    const manifest = async (more: object) =>
      change("small/v001/manifest.json", (text) =>
        manifestText({ ...(JSON.parse(text) as object), ...more }),
      );
    expect((await read("small/v001")).metrics?.accuracy).toBe(0.5);
    await change("small/v001/metrics.json", (text) =>
      text.replace('"accuracy": 0.5', '"accuracy": 0.99'),
    );
    await refused(changed("metrics.json"));
    // As in runs of before manifests knew what the files are, and in one that was stopped at its very end.
    await manifest({ files: undefined });
    await refused(disagree);
    await manifest({ status: "interrupted" });
    await refused(disagree);
    await rm(inRuns("small/v001/confusion-matrix.json"));
    expect(await read("small/v001")).toMatchObject({ status: "interrupted", metrics: null });
    await cp(join(import.meta.dir, "../fixtures/runs/small/v001"), inRuns("small/v001"), {
      recursive: true,
    });
    await seal("small/v001");
    await change("small/v001/metrics.json", (text) => text.replace("0.27999", "0.28999"));
    await refused(changed("metrics.json"));
    await manifest({});
    await change("small/v001/manifest.json", (text) => text.replace('"cores": 2', '"cores": 4'));
    const { status, problem } = await read("small/v001");
    expect({ status, problem }).toEqual({
      status: "damaged",
      problem: runMessages.manifestChanged(inRuns("small/v001/manifest.json")),
    });
  });

  test("a record of any shape harms nothing but its own line", async () => {
    for (const text of ["[]", "null", '{"classes": 3, "model": {"layers": [null, 1, {}]}}', "{}"]) {
      for (const name of ["metrics.json", "resolved.json", "manifest.json"]) {
        const file = inRuns(`small/v001/${name}`);
        const kept = await readFile(file, "utf8");
        await writeFile(file, `${text}\n`);
        const { exitCode, output, complaint } = await list();
        expect(exitCode).toBe(0);
        expect(output).toContain("small/v002");
        expect(complaint).not.toContain("mistake in Lamina");
        await writeFile(file, kept);
      }
    }
  });

  describe("a run that says that it is running", () => {
    /** small/v002, by a process of this machine or another. */
    const running = (more: object) =>
      change("small/v002/manifest.json", (text) => {
        const known = { ...JSON.parse(text), startedAt: new Date().toISOString() };
        return `${JSON.stringify({ ...known, status: "running", ...more })}\n`;
      });
    const here = { name: hostname() };
    const row = async () => JSON.parse((await list("--json", "small/v002")).output)[0];

    test("is running as long as its process is there, with the epoch that it has reached", async () => {
      await running({ pid: process.pid, host: here });
      expect((await list("small")).output).toMatch(/small\/v002 +running +5\/200000 /);
      expect(await row()).toMatchObject({ status: "running", epoch: 5, host: null, problem: null });
      await rm(inRuns("small/v002/history.csv"));
      expect((await list("small")).output).toMatch(/small\/v002 +running +0\/200000 /);
    });

    test("is killed when its process is gone, and the last sign of it is told", async () => {
      await running({ pid: Bun.spawnSync(["true"]).pid, host: here });
      expect((await row()).problem).toBe(compareMessages.lastSign(null));
      await keepReserve(inRuns("small/v002"));
      const last = new Date("2026-11-25T08:30:00Z");
      await utimes(inRuns("small/v002/.reserve"), last, last);
      const { output, complaint } = await list("small");
      expect(output).toMatch(/small\/v002 +killed +5\/200000 /);
      expect(complaint).toBe(
        "\nsmall/v002 (killed): it stopped without a word; the last sign of it is of 2026-11-25 08:30 UTC\n",
      );
      expect((await list("--where", "status=killed", "--csv")).output).toContain(
        "small/v002,killed,5",
      );
    });

    test("on another machine is running as long as it says so, and that machine is named", async () => {
      await running({ pid: process.pid, host: { name: "gpu-box-3" } });
      expect(await row()).toMatchObject({ status: "killed", host: null });
      await keepReserve(inRuns("small/v002"));
      expect((await list("small")).output).toMatch(/small\/v002 +running on gpu-box-3 +5\/200000 /);
      expect(await row()).toMatchObject({ status: "running", host: "gpu-box-3" });
      expect((await list("small", "--csv", "--where", "host=gpu-box-3")).output).toMatch(
        /,host\nsmall\/v002,running,.*,gpu-box-3\n$/,
      );
    });
  });

  test("a run that failed says why, in one line", async () => {
    await change("small/v002/manifest.json", (text) => {
      const manifest = { ...JSON.parse(text), status: "failed", error: "The disk is full.\nMore." };
      return `${JSON.stringify(manifest)}\n`;
    });
    const { output, complaint } = await list();
    expect(output).toMatch(/small\/v002 +failed +5\/200000 /);
    expect(complaint).toBe("\nsmall/v002 (failed): The disk is full.\n");
  });

  test("shows tags and the last note where there are any, and finds runs by them", async () => {
    await writeFile(inRuns("small/v001/tags.txt"), "final\npaper\n");
    await writeFile(inRuns("small/v001/notes.md"), "- 2026-12-01: first\n- 2026-12-02: =1+1\n");
    await writeFile(inRuns("no-validation/v001/tags.txt"), "finally\n");
    const [header, ...rows] = (await list()).output.split("\n");
    expect(header).toMatch(/epoch +tags +accuracy .* epochs +note +started$/);
    expect(rows.join("\n")).toMatch(/small\/v001 .* final, paper .* =1\+1 +2026/);
    const found = async (condition: string) =>
      (await list("--where", condition, "--csv", "--columns", "tags,note")).output
        .split("\n")
        .slice(1, -1);
    expect(await found("tags=final")).toEqual([`small/v001,"final, paper",'=1+1`]);
    expect(await found("tags=fin")).toEqual([]);
    expect(await found("tags!=final")).toEqual(["no-validation/v001,finally,", "small/v002,,"]);
    expect(JSON.parse((await list("--json", "small/v001")).output)[0]).toMatchObject({
      tags: ["final", "paper"],
      notes: [
        { date: "2026-12-01", text: "first" },
        { date: "2026-12-02", text: "=1+1" },
      ],
    });
  });

  test("tags that no run has are not misspelt, and notes that cannot be read harm no run", async () => {
    expect(await list("--where", "tags=final")).toEqual({
      exitCode: 0,
      output: "\n0 of 3 runs.\n",
      complaint: "",
    });
    await mkdir(inRuns("small/v001/notes.md"));
    const { output, complaint } = await list();
    expect(output).toMatch(/small\/v001 +completed /);
    expect(complaint).toContain("notes.md cannot be read: it is a folder");
  });

  test("shows names without their control characters", async () => {
    await cp(inRuns("small"), inRuns("red\u001b[31m-ü"), { recursive: true });
    const { output } = await list();
    expect(output).toContain("red\\u{1b}[31m-ü/v001");
    expect(output).not.toContain("\u001b");
  });

  test("an experiment that is called as a run is hides none of its runs", async () => {
    await cp(inRuns("small"), inRuns("v001"), { recursive: true });
    expect((await list("v001")).output).toContain("v001/v001");
    expect((await list()).output).toContain("v001/v001");
  });

  test("runs that is no folder is told", async () => {
    await rm(inRuns(""), { recursive: true });
    await writeFile(inRuns("").replace(/\/$/, ""), "");
    expect(await list()).toMatchObject({
      exitCode: 2,
      complaint: `${cliMessages.runsNoFolder("runs", "it is a file")}\n`,
    });
    await rm(inRuns("").replace(/\/$/, ""));
    await symlink("nowhere", inRuns("").replace(/\/$/, ""));
    expect(await list()).toMatchObject({ exitCode: 2, output: "" });
  });

  test("an empty project has no runs", async () => {
    await rm(inRuns(""), { recursive: true });
    expect(await list()).toEqual({
      exitCode: 0,
      output: `${cliMessages.noRuns()}\n`,
      complaint: "",
    });
    expect((await list("--json")).output).toBe("[]\n");
    expect((await list("--csv", "--where", "x=1")).output).toBe("run,accuracy,loss,started\n");
  });

  test.each([
    [["--where", "accuracy"], compareMessages.badCondition("accuracy")],
    [["--sort", "acuracy"], compareMessages.unknownColumn("acuracy", "accuracy")],
    [["--columns", "lss"], compareMessages.unknownColumn("lss", "loss")],
    [["--json", "--csv"], cliMessages.oneFormat(["--json", "--csv"])],
  ])("a wrong call is refused: %j", async (words, message) => {
    expect(await list(...words)).toEqual({ exitCode: 2, output: "", complaint: `${message}\n` });
  });

  test("loads no schema, no chart and no TensorFlow", async () => {
    const loaded = join(folder.path, "loaded.json");
    Bun.spawnSync(
      [
        process.execPath,
        "--preload",
        join(import.meta.dir, "../fixtures/loaded-modules.ts"),
        join(import.meta.dir, "../../src/exp.ts"),
        "list",
      ],
      { cwd: folder.path, env: { ...process.env, LOADED_MODULES: loaded } },
    );
    const modules: string[] = JSON.parse(await readFile(loaded, "utf8"));
    expect(modules.filter((path) => path.endsWith("src/cli/list.ts"))).toHaveLength(1);
    expect(
      modules.filter((path) => /@tensorflow|sharp|vega|ajv|\/src\/engine\//.test(path)),
    ).toEqual([]);
  });
});

describe("a completed run is damaged where a file of its text is", () => {
  const damages: Record<string, (file: string) => Promise<void>> = {
    missing: (file) => rm(file),
    empty: (file) => writeFile(file, ""),
    "cut short": async (file) => writeFile(file, (await readFile(file)).subarray(0, -9)),
    garbage: (file) => writeFile(file, "\0\u0001 no record\n"),
    edited: async (file) => writeFile(file, `${await readFile(file, "utf8")}\n`),
  };

  test.each(Object.keys(damages))("%s", async (damage) => {
    for (const isSealed of [true, false]) {
      // Runs that are not sealed are of before there was a request.json.
      for (const file of sealedFiles.filter((one) => isSealed || one !== "request.json")) {
        await rm(inRuns("small/v001/request.json"), { force: true });
        await cp(join(import.meta.dir, "../fixtures/runs"), inRuns(""), { recursive: true });
        if (isSealed) await seal("small/v001");
        const before = await readListedRun(inRuns("small/v001"), "small/v001", new NewerSettings());
        expect([before.status, before.problem]).toEqual(["completed", null]);
        await damages[damage]!(inRuns(`small/v001/${file}`));
        const { status, problem } = await readListedRun(
          inRuns("small/v001"),
          "small/v001",
          new NewerSettings(),
        );
        // What is as good as the run's own can only be told by its hash.
        const isTold =
          isSealed ||
          damage === "missing" ||
          (damage !== "edited" &&
            file !== "experiment.yaml" &&
            !(damage === "cut short" && file.endsWith("csv")));
        if (isTold) {
          expect([file, damage, status]).toEqual([file, damage, "damaged"]);
          expect(problem).toContain(file);
        }
      }
    }
  });

  test("and others are compared without it", async () => {
    await rm(inRuns("small/v001/resolved.json"));
    const [header] = (await list()).output.split("\n");
    expect(header!.split(/ {2,}/).length).toBeLessThan(9);
  });

  test("which diff and charts refuse with the file's name", async () => {
    await rm(inRuns("small/v001/metrics.json"));
    for (const words of [
      ["diff", "small/v001", "no-validation/v001"],
      ["charts", "small/v001"],
    ]) {
      const { exitCode, complaint } = await exp(folder.path, ...words);
      expect(exitCode).toBe(1);
      expect(complaint).toContain("metrics.json. Only a finished run can be read.");
    }
  });
});

describe("fitColumns", () => {
  const columns = ["first", "second", "third"].map((title) => ({
    title,
    side: "left" as const,
    cells: ["x", "y".repeat(50)],
  }));

  test("leaves out what there is no room for, and says so", () => {
    const { text, leftOut } = fitColumns(columns, 90);
    expect(leftOut).toEqual(["third"]);
    for (const line of text.split("\n")) expect(Bun.stringWidth(line)).toBeLessThanOrEqual(90);
  });

  test("takes out extra columns first", () => {
    const extra = columns.map((column, index) => ({ ...column, isExtra: index === 1 }));
    expect(fitColumns(extra, 90).leftOut).toEqual(["second"]);
  });

  test("keeps the first column however little room there is", () => {
    expect(fitColumns(columns, 1).leftOut).toEqual(["second", "third"]);
    expect(fitColumns(columns, Number.POSITIVE_INFINITY).leftOut).toEqual([]);
  });
});
