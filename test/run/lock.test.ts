import { expect, test } from "bun:test";
import { existsSync, readdirSync } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { RunError } from "../../src/errors.ts";
import { LOCK, withRunLock } from "../../src/run/lock.ts";
import { addNote, readRemarks } from "../../src/run/remarks.ts";
import { contentsOf } from "../../src/run/remove.ts";
import { sweepContents } from "../../src/sweep/remove.ts";
import { command } from "../fixtures/call.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const texts = ["one", "two", "three"];
const noted = (run: string) =>
  readRemarks(run)
    .notes.map(({ text }) => text)
    .toSorted();

test("of notes that are added at once none is lost", async () => {
  const add = (text: string) =>
    withRunLock(folder.path, () => addNote(folder.path, text, new Date()));
  await Promise.all(texts.map(add));
  expect(noted(folder.path)).toEqual(texts.toSorted());
  expect(readdirSync(folder.path)).toEqual(["notes.md"]);
});

test("nor by commands", async () => {
  const run = join(folder.path, "runs/small/v001");
  await cp(join(import.meta.dir, "../fixtures/runs/small/v001"), run, { recursive: true });
  const notes = texts.map((text) =>
    Bun.spawn([process.execPath, command, "note", "small/v001", text], { cwd: folder.path }),
  );
  expect(await Promise.all(notes.map(({ exited }) => exited))).toEqual([0, 0, 0]);
  expect(noted(run)).toEqual(texts.toSorted());
});

test("the lock of a process that was killed is none of the user's files", async () => {
  const [owner] = await withRunLock(folder.path, async () => readdirSync(join(folder.path, LOCK)));
  await mkdir(join(folder.path, LOCK, owner!), { recursive: true });
  const contents = contentsOf(folder.path);
  expect(contents).toMatchObject({ folders: [`${LOCK}/${owner}`, LOCK], others: [] });
  expect(sweepContents(folder.path).contents).toMatchObject({
    folders: contents.folders,
    others: [],
  });
  await writeFile(join(folder.path, LOCK, "mine.txt"), "");
  expect(contentsOf(folder.path).others).toEqual([`${LOCK}/mine.txt`]);
});

test("a folder that nothing can be written in is told", async () => {
  const file = join(folder.path, "file");
  await writeFile(file, "");
  expect(await withRunLock(file, () => Promise.resolve(1)).catch((error) => error)).toBeInstanceOf(
    RunError,
  );
  expect(existsSync(join(file, LOCK))).toBe(false);
});
