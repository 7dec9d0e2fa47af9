import { beforeEach, describe, expect, test } from "bun:test";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { messages as runMessages } from "../../src/run/messages.ts";
import { messages as cliMessages } from "../../src/cli/messages.ts";
import { exp } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { readHtml } from "../fixtures/markup.ts";

const folder = useTemporaryFolder();
const diff = async (...words: string[]) => await exp(folder.path, "diff", ...words);
const inRuns = (path: string) => join(folder.path, "runs", path);

async function change(path: string, edit: (text: string) => string): Promise<void> {
  await writeFile(inRuns(path), edit(await readFile(inRuns(path), "utf8")));
}

function git(...words: string[]): string {
  const { exitCode, stdout, stderr } = Bun.spawnSync(
    ["git", "-c", "user.name=t", "-c", "user.email=t@t", "-c", "commit.gpgsign=false", ...words],
    { cwd: folder.path },
  );
  if (exitCode !== 0) throw new Error(stderr.toString());
  return stdout.toString();
}

beforeEach(() => cp(join(import.meta.dir, "../fixtures/runs"), inRuns(""), { recursive: true }));

describe("exp diff", () => {
  test("tells what differs", async () => {
    const { exitCode, output, complaint } = await diff("small/v001", "no-validation");
    expect({ exitCode, complaint }).toEqual({ exitCode: 0, complaint: "" });
    expect(output).toStartWith(
      "A  small/v001          completed\nB  no-validation/v001  completed\n",
    );
    expect(output).toMatch(/data\.validation +xrays\/val +5 +null +default/);
    expect(output).toContain("8 removed.");
    expect(output).toContain("Only A right: 0. Only B right: 0.");
  });

  test("a run that was stopped is compared as far as it got", async () => {
    const { exitCode, output } = await diff("small/v001", "small/v002");
    expect(exitCode).toBe(0);
    expect(output).toContain("small/v002 has no results: it is interrupted.");
    expect(output).toMatch(/train\.epochs +3 +19 +200000 +--set/);
  });

  test("--json and --markdown say the same", async () => {
    const json = JSON.parse((await diff("small/v001", "small/v002", "--json")).output);
    expect(json).toMatchObject({
      formatVersion: 1,
      a: { run: "small/v001", split: "test", images: 16 },
      results: null,
    });
    const { output } = await diff("small/v001", "small/v002", "--markdown");
    expect(output).toContain(
      "| train.epochs | 3 | 19 | 200000 | `--set` |".replace("`--set`", "--set"),
    );
  });

  test("--html is one page that asks for nothing, --charts are files; both the same each time", async () => {
    const call = async () =>
      await diff("small/v001", "no-validation", "--html", "out/d.html", "--charts", "out");
    expect((await call()).exitCode).toBe(0);
    const read = () =>
      Promise.all(
        ["d.html", "accuracy.svg", "accuracy.vl.json", "loss.svg", "loss.vl.json"].map((name) =>
          readFile(join(folder.path, "out", name), "utf8"),
        ),
      );
    const first = await read();
    const page = first[0]!;
    const { elements, attributes } = readHtml(page);
    for (const forbidden of ["script", "img", "link", "iframe"])
      expect([...elements]).not.toContain(forbidden);
    // Its contents are within it.
    for (const [, target] of page.matchAll(/ href="([^"]*)"/g)) expect(target).toStartWith("#");
    expect([...attributes].filter((name) => name.startsWith("on"))).toEqual([]);
    const policy = /default-src &#39;none&#39;; style-src &#39;sha256-(.+?)&#39;/.exec(page);
    const style = /<style>(.*?)<\/style>/s.exec(page)![1]!;
    expect(policy?.[1]?.replaceAll("&#61;", "=")).toBe(
      new Bun.CryptoHasher("sha256").update(style).digest("base64"),
    );
    expect(page).toContain("A watches the validation images and B the test images");
    expect((await call()).exitCode).toBe(0);
    expect(await read()).toEqual(first);
    await writeFile(join(folder.path, "tiny.yaml"), "mine");
    expect(await diff("small/v001", "no-validation", "--html", "tiny.yaml")).toEqual({
      exitCode: 2,
      output: "",
      complaint: `${cliMessages.fileExists(join(folder.path, "tiny.yaml"))}\n`,
    });
  });

  test("hostile names stay text", async () => {
    const name = "-<img src=x onerror=alert(1)>\u001b[31m|`";
    await cp(inRuns("small"), inRuns(name), { recursive: true });
    const words = ["--html", "d.html", "--markdown", "--", "small/v001", `${name}/v001`];
    const { exitCode, output, complaint } = await diff(...words);
    expect({ exitCode, complaint }).toEqual({ exitCode: 0, complaint: "d.html\n" });
    expect(output).not.toContain("\u001b");
    const page = await readFile(join(folder.path, "d.html"), "utf8");
    expect([...readHtml(page).elements]).not.toContain("img");
    expect(page).not.toContain("\u001b");
  });

  test("other test images are refused, unless asked for", async () => {
    await change("no-validation/v001/data.json", (text) =>
      text.replace(/("split": "test".*"sha256": ")../, "$1zz"),
    );
    const refused = await diff("small/v001", "no-validation");
    expect(refused).toMatchObject({ exitCode: 2, output: "" });
    expect(refused.complaint).toContain("--allow-different-images");
    const { exitCode, output } = await diff(
      "small/v001",
      "no-validation",
      "--allow-different-images",
    );
    expect(exitCode).toBe(0);
    expect(output).toContain("do not compare");
  });

  test("empty curves and a loss that is no number", async () => {
    const header = (text: string) => `${text.split("\n")[0]}\n`;
    await change("small/v002/history.csv", header);
    await change("small/v001/history.csv", (text) => text.replace(/^(2,)[^,]+/m, "$1NaN"));
    expect((await diff("small/v001", "small/v002", "--html", "d.html")).exitCode).toBe(0);
    await change("small/v001/history.csv", header);
    expect((await diff("small/v001", "small/v002", "--html", "d.html")).exitCode).toBe(0);
    expect(await readFile(join(folder.path, "d.html"), "utf8")).toContain("Neither run");
  });

  test("a damaged run is named with its file", async () => {
    await change("small/v001/predictions.csv", (text) => text.slice(0, -9));
    const { exitCode, complaint } = await diff("small/v001", "no-validation");
    expect(exitCode).toBe(1);
    expect(complaint).toContain("predictions.csv ends in the middle of line");
  });

  test.each([
    [["small/v001"], cliMessages.operandMissing("two runs")],
    [["a", "b", "c"], cliMessages.operandTooMuch("two runs", ["c"])],
    [["small/v001", "smal"], runMessages.runNotFound("smal", "runs", "small")],
    [["small", "small", "--json", "--markdown"], cliMessages.oneFormat(["--markdown", "--json"])],
    [["small", "main:runs/small"], runMessages.noRepository()],
  ])("a wrong call is refused: %j", async (words, message) => {
    expect(await diff(...words)).toEqual({ exitCode: 2, output: "", complaint: `${message}\n` });
  });
});

describe("exp diff of revisions", () => {
  beforeEach(async () => {
    git("init", "-q", "-b", "main");
    git("add", ".");
    git("commit", "-q", "-m", "one");
    git("tag", "v1");
    await change("small/v001/resolved.json", (text) => text.replace('"seed": 3', '"seed": 4'));
    git("commit", "-q", "-a", "-m", "two");
  });

  test("compares two revisions of a run, and leaves the work tree alone", async () => {
    await rm(inRuns(""), { recursive: true });
    const before = git("status", "--porcelain");
    const { exitCode, output } = await diff("v1:runs/small/v001", "main:small/v001");
    expect(exitCode).toBe(0);
    expect(output).toContain("B  main:runs/small/v001  completed");
    expect(output).toMatch(/seed +3 +2 +4/);
    expect(git("status", "--porcelain")).toBe(before);
  });

  test("an experiment's latest run, from a folder inside the repository", async () => {
    await mkdir(join(folder.path, "inside"));
    const { exitCode, output } = await exp(
      join(folder.path, "inside"),
      "diff",
      "HEAD~1:runs/small",
      "HEAD:runs/no-validation/",
    );
    expect(exitCode).toBe(0);
    expect(output).toContain("HEAD~1:runs/small/v002");
  });

  test.each([
    ["nothing:runs/small/v001", runMessages.noRevision("nothing")],
    ["--all:runs/small/v001", runMessages.noRevision("--all")],
    ["main:small/v009", runMessages.runNotInRevision("main", "small/v009", "v001")],
    ["main:../small", runMessages.runNotInRevision("main", "../small", undefined)],
  ])("%s is not there", async (word, message) => {
    expect(await diff("--", "small/v001", word)).toEqual({
      exitCode: 2,
      output: "",
      complaint: `${message}\n`,
    });
  });
});
