import { expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RunError } from "../../src/errors.ts";
import { messages } from "../../src/run/messages.ts";
import { folderSource, readOptional, readRecord } from "../../src/run/source.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const source = () => folderSource(join(folder.path, "a/v001"), "shown");
const at = (name: string) => join(folder.path, "a/v001", name);

test("a folder is a source of its files, named after the experiment", async () => {
  mkdirSync(at(""), { recursive: true });
  writeFileSync(at("here.txt"), "text");
  expect([source().label, source().name, source().place("x")]).toEqual(["shown", "a", at("x")]);
  expect(await source().read("here.txt")).toBe("text");
  expect(await source().read("gone.txt")).toBeNull();
  mkdirSync(at("folder.txt"));
  await expect(source().read("folder.txt")).rejects.toThrow(
    new RunError(messages.runFileUnreadable(at("folder.txt"), "it is a folder (EISDIR)")),
  );
});

test("a record is parsed under the name of its place, and one that is missing is told or is null", async () => {
  mkdirSync(at(""), { recursive: true });
  writeFileSync(at("here.txt"), "text");
  const parse = (text: string, place: string) => [text, place];
  for (const read of [readRecord, readOptional])
    expect(await read(source(), "here.txt", parse)).toEqual(["text", at("here.txt")]);
  expect(await readOptional(source(), "gone.txt", parse)).toBeNull();
  await expect(readRecord(source(), "gone.txt", parse)).rejects.toThrow(
    new RunError(messages.runFileMissing(at("gone.txt"))),
  );
});
