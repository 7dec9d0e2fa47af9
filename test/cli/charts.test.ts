import { describe, expect, test } from "bun:test";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { drawCharts } from "../../src/charts/draw.ts";
import { messages as runMessages } from "../../src/run/messages.ts";
import { messages as cliMessages } from "../../src/cli/messages.ts";
import { looseManifest } from "../../src/run/loose-manifest.ts";
import { sealOf, sealsOf, textSeal } from "../../src/run/seals.ts";
import { exp, expHere } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeRun } from "../fixtures/run-folder.ts";
import { exampleRun } from "../fixtures/run.ts";

const run = exampleRun({ epochs: 3 });
const folder = useTemporaryFolder();

const call = (...words: string[]) => exp(folder.path, ...words);

describe("exp charts", () => {
  test("draws the latest run again, byte for byte, and says what it wrote", async () => {
    const path = await writeRun(run, join(folder.path, "runs"));
    const expected = await drawCharts(run, {
      seal: textSeal(await sealsOf(path)),
      manifest: looseManifest(path),
    });
    await mkdir(join(path, "charts"));
    await mkdir(join(path, "model"));
    await writeFile(join(path, "model/model.json"), "{}");
    await writeFile(join(path, "charts/loss.svg"), "old");
    for (let time = 0; time < 2; time++) {
      const { exitCode, output } = await call("charts", "baseline");
      expect(exitCode).toBe(0);
      expect(output.trimEnd().split("\n")).toEqual(
        [...expected.keys()].map((name) => `runs/baseline/v003/${name}`),
      );
      for (const [name, content] of expected) {
        expect(await readFile(join(path, name))).toEqual(Buffer.from(content));
      }
      expect((await readdir(join(path, "charts"))).toSorted()).toEqual(
        [...expected.keys()]
          .filter((name) => name.startsWith("charts/"))
          .map((name) => name.slice("charts/".length))
          .toSorted(),
      );
      await rm(join(path, "charts"), { recursive: true });
      await rm(join(path, "report.html"));
    }
  });

  test("takes several runs and paths", async () => {
    const path = await writeRun(run, join(folder.path, "runs"));
    const other = await writeRun({ ...run, name: "other" }, join(folder.path, "elsewhere"));
    const { exitCode, output } = await call("charts", path, "elsewhere/other/v003");
    expect(exitCode).toBe(0);
    expect(output).toContain("runs/baseline/v003/report.html\n");
    expect(await Bun.file(join(other, "report.html")).exists()).toBe(true);
  });

  test("names the file and line of a damaged run, and draws nothing", async () => {
    const path = await writeRun(run, join(folder.path, "runs"));
    const history = join(path, "history.csv");
    await writeFile(history, (await readFile(history, "utf8")).slice(0, -3));
    const { exitCode, complaint } = await call("charts", "baseline");
    expect(exitCode).toBe(1);
    expect(complaint).toContain("history.csv ends in the middle of line 4");
    expect(await Bun.file(join(path, "report.html")).exists()).toBe(false);
  });

  test("names a run that cannot be drawn, and draws the others", async () => {
    const runs = join(folder.path, "runs");
    const path = await writeRun(run, runs);
    const other = await writeRun({ ...run, name: "other" }, runs);
    await rm(join(other, "history.csv"));
    const { exitCode, output, complaint } = await call(
      "charts",
      "runs/other/v003",
      "runs/baseline/v003",
    );
    expect(exitCode).toBe(1);
    expect(complaint).toBe(`${runMessages.runFileMissing(join(other, "history.csv"))}\n`);
    expect(output).not.toContain("other");
    expect(await Bun.file(join(path, "report.html")).exists()).toBe(true);
  });

  test("a chart that the run was made with is not written over by another", async () => {
    const path = await writeRun(run, join(folder.path, "runs"));
    const template = (mark: string) =>
      JSON.stringify({ data: { name: "history" }, mark, encoding: { x: { field: "epoch" } } });
    const kept = join(path, "templates/own.vl.json");
    await mkdir(join(path, "templates"));
    await writeFile(kept, template("line"));
    const files = { "templates/own.vl.json": sealOf(template("line")) };
    await writeFile(join(path, "manifest.json"), JSON.stringify({ files }));
    await writeFile(join(folder.path, "own.vl.json"), template("bar"));
    await writeFile(join(folder.path, "mine.vl.json"), template("bar"));
    const draw = (name: string) =>
      expHere(folder.path, folder.path, ["charts", "baseline", "--template", name]);
    expect(await draw("own.vl.json")).toEqual({
      exitCode: 1,
      output: `${cliMessages.templateKept(kept)}\n`,
    });
    expect(await readFile(kept, "utf8")).toBe(template("line"));
    expect((await draw("mine.vl.json")).exitCode).toBe(0);
  });

  test("a run that cannot be drawn gets no chart of the user's, and one of which a file cannot be written keeps all", async () => {
    const path = await writeRun(run, join(folder.path, "runs"));
    const own = { data: { name: "history" }, mark: "bar", encoding: { x: { field: "epoch" } } };
    await writeFile(join(folder.path, "own.vl.json"), JSON.stringify(own));
    const draw = () => call("charts", "baseline", "--template", "own.vl.json");
    await mkdir(join(path, "report.html"));
    const before = await readdir(path, { recursive: true });
    expect((await draw()).exitCode).toBe(1);
    await rm(join(path, "history.csv"));
    expect((await draw()).exitCode).toBe(1);
    expect((await readdir(path, { recursive: true })).toSorted()).toEqual(
      before.filter((name) => name !== "history.csv").toSorted(),
    );
  });

  test.each([
    [[], cliMessages.operandMissing("a run")],
    [["../x"], runMessages.runLeadsOutside("../x")],
    [["nothing"], runMessages.runNotFound("nothing", "runs", undefined)],
  ])("a wrong call is refused: %j", async (words, message) => {
    expect(await call("charts", ...words)).toEqual({
      exitCode: 2,
      output: "",
      complaint: `${message}\n`,
    });
  });

  test("never loads TensorFlow", async () => {
    const path = await writeRun(run, folder.path);
    const program = `
      const { charts } = await import(${JSON.stringify(join(import.meta.dir, "../../src/cli/charts.ts"))});
      await charts([${JSON.stringify(path)}]);
      const loaded = Object.keys(require.cache);
      console.error(loaded.some((file) => file.endsWith("src/charts/draw.ts")), loaded.filter((file) => /@tensorflow|src.engine/.test(file)));`;
    const { stderr } = Bun.spawnSync([process.execPath, "-e", program]);
    expect(stderr.toString()).toBe("true []\n");
  });
});
