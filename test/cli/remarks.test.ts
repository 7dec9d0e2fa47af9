import { beforeEach, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { messages as runMessages } from "../../src/run/messages.ts";
import { messages as cliMessages } from "../../src/cli/messages.ts";
import { files } from "../../src/layout.ts";
import { isResidue } from "../../src/run/residue.ts";
import { sealsOf, textSeal } from "../../src/run/seals.ts";
import { exp } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { exampleRun } from "../fixtures/run.ts";
import { writeRun } from "../fixtures/run-folder.ts";

const folder = useTemporaryFolder();
const call = (...words: string[]) => exp(folder.path, ...words);
const inRun = (file: string) => join(folder.path, "runs/small/v001", file);
const today = () => new Date().toISOString().slice(0, 10);

beforeEach(() =>
  cp(join(import.meta.dir, "../fixtures/runs"), join(folder.path, "runs"), { recursive: true }),
);

test("exp note adds a note, and shows what there is", async () => {
  expect((await call("note", "small/v001")).output).toBe(`${cliMessages.noNotes("small/v001")}\n`);
  const days = [today()];
  expect(await call("note", "small/v001", "loss still falls")).toEqual({
    exitCode: 0,
    output: `${cliMessages.noted("runs/small/v001/notes.md")}\n`,
    complaint: "",
  });
  expect((await call("note", "small/v001", "--", "-- and more")).exitCode).toBe(0);
  days.push(today());
  expect(days.map((day) => `- ${day}: loss still falls\n- ${day}: -- and more\n`)).toContain(
    readFileSync(inRun(files.notes), "utf8"),
  );
  expect((await call("note", "small/v001")).output).toMatch(
    /^[\d-]{10}: loss still falls\n[\d-]{10}: -- and more\n$/,
  );
});

test("exp tag tags, shows and removes", async () => {
  expect((await call("tag", "small/v001")).output).toBe("small/v001 has no tags.\n");
  expect((await call("tag", "small/v001", "paper", "final")).output).toBe(
    "small/v001: final, paper\n",
  );
  expect((await call("tag", "small/v001")).output).toBe("small/v001: final, paper\n");
  expect((await call("tag", "--remove", "small/v001", "paper")).output).toBe("small/v001: final\n");
  expect(readFileSync(inRun(files.tags), "utf8")).toBe("final\n");
});

test.each([
  [["note"], cliMessages.operandMissing("a run")],
  [["note", "small/v001", "no", "quotes"], cliMessages.noteUnquoted("small/v001")],
  [["note", "small/v001", ""], runMessages.noteEmpty()],
  [["tag"], cliMessages.operandMissing("a run")],
  [["tag", "small/v001", "--remove"], cliMessages.operandMissing("the tags to remove")],
  [["tag", "small/v001", "a,b"], runMessages.notATag("a,b", 64)],
  [["note", "smal", "text"], runMessages.runNotFound("smal", "runs", "small")],
])("a wrong call is refused: %j", async (words, message) => {
  expect(await call(...words)).toEqual({ exitCode: 2, output: "", complaint: `${message}\n` });
});

test("a report tells them as soon as they are there, and the run is the same", async () => {
  const run = await writeRun(exampleRun({ images: 10 }), join(folder.path, "runs"));
  const seal = textSeal(await sealsOf(run));
  expect((await call("charts", "baseline/v003")).exitCode).toBe(0);
  const report = () => readFileSync(join(run, files.report), "utf8");
  expect((await call("note", "baseline/v003", "a <b>fine</b> run")).output).toBe(
    `${cliMessages.noted("runs/baseline/v003/notes.md")}\n`,
  );
  expect(report()).toContain("a &#60;b&#62;fine&#60;/b&#62; run");
  await call("tag", "baseline/v003", "final");
  expect(report()).toContain("<code>final</code>");
  await call("tag", "baseline/v003", "--remove", "final");
  expect(report()).not.toContain("<code>final</code>");
  expect(textSeal(await sealsOf(run))).toBe(seal);
});

test("they go with a run that is given another number, and are compared", async () => {
  await call("note", "small/v001", "mine");
  await call("tag", "small/v001", "final");
  expect((await call("rename", "small/v001", "v007")).exitCode).toBe(0);
  expect((await call("tag", "small/v007")).output).toBe("small/v007: final\n");
  const { output } = await call("diff", "small/v007", "no-validation/v001");
  expect(output).toMatch(/\nNotes and tags\n.*\ntags +final +–\nnote of [\d-]{10} +mine +–\n/);
  const { a } = JSON.parse(
    (await call("diff", "small/v007", "no-validation/v001", "--json")).output,
  );
  expect(a).toMatchObject({ tags: ["final"], notes: [{ text: "mine" }] });
});

test("they are no residue: exp clean leaves a folder with them alone", async () => {
  const gone = join(folder.path, "runs/small/v009");
  await cp(join(folder.path, "runs/small/v001"), join(gone, "model"), { recursive: true });
  expect(isResidue(gone)).toBe(true);
  for (const name of [files.notes, files.tags]) {
    await writeFile(join(gone, name), "mine\n");
    expect(isResidue(gone)).toBe(false);
    expect((await call("clean", "--yes")).output).toBe(`${cliMessages.nothingToClean()}\n`);
    expect(existsSync(join(gone, name))).toBe(true);
    await Bun.file(join(gone, name)).delete();
  }
});
