import { expect, test } from "bun:test";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createRunFolder } from "../../src/run/folder.ts";
import { writeInPlace, writeRunFile } from "../../src/run/write-files.ts";
import { freeReserve, keepReserve, RESERVE } from "../../src/run/reserve.ts";
import { partName, sweepPartsOf } from "../../src/run/strays.ts";
import { endedProcess } from "../fixtures/ended-process.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

function put(name: string): string {
  const path = join(folder.path, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "x");
  return path;
}

test("what runs that were killed left half written goes with the next run, and nothing else", async () => {
  const gone = [
    put(`runs/a/v001/.history.csv.${endedProcess}.part`),
    put(`runs/a/v001/charts/.roc.svg.${endedProcess}.part`),
    put(`runs/a/v002/.data.json.${endedProcess}.part`),
  ];
  const kept = [
    put(`runs/a/v001/${RESERVE}`),
    put("runs/a/v001/history.csv"),
    put(`runs/a/v002/${partName("history.csv")}`),
    put(`runs/a/notes/.x.${endedProcess}.part`),
    put(`runs/b/v001/.history.csv.${endedProcess}.part`),
    put("runs/a/v002/.mine.part"),
    // A run without a reserve ended by itself: nothing deeper down is looked at.
    put(`runs/a/v002/charts/.roc.svg.${endedProcess}.part`),
    put(`runs/a/v003/charts/.roc.svg.${endedProcess}.part`),
    // Nor in a run that goes on.
    put(`runs/a/v004/${RESERVE}`),
    put(`runs/a/v004/${partName("data.json")}`),
    put(`runs/a/v004/charts/.roc.svg.${endedProcess}.part`),
  ];
  const { name } = (await createRunFolder(join(folder.path, "runs"), "a")).folder;
  expect(name).toBe("a/v005");
  expect(gone.filter((path) => existsSync(path))).toEqual([]);
  expect(kept.filter((path) => !existsSync(path))).toEqual([]);
});

test("a file is written where it is, shorter or longer", () => {
  put("manifest.json");
  for (const text of ["a longer text than before", "short", ""]) {
    writeInPlace(folder.path, "manifest.json", text);
    expect(readFileSync(join(folder.path, "manifest.json"), "utf8")).toBe(text);
  }
});

test("the reserve takes room on the disk until it is freed", async () => {
  await keepReserve(folder.path);
  expect(readFileSync(join(folder.path, RESERVE)).length).toBeGreaterThan(16_000);
  freeReserve(folder.path);
  freeReserve(folder.path);
  expect(readdirSync(folder.path)).toEqual([]);
});

test("what is half written of a file goes with the next that writes it, and nothing beside it", () => {
  const parts = [".a.html.999999999.part", ".b.html.999999999.part", `.a.html.${process.pid}.part`];
  for (const name of parts) put(name);
  sweepPartsOf([join(folder.path, "a.html"), join(folder.path, "nowhere/a.html")]);
  expect(readdirSync(folder.path).toSorted()).toEqual(parts.slice(1).toSorted());
});

test("what cannot be written leaves no half of it", async () => {
  put("file");
  await expect(writeRunFile(join(folder.path, "file"), "a", "text")).rejects.toThrow("in the way");
  mkdirSync(join(folder.path, "taken"));
  await expect(writeRunFile(folder.path, "taken", "text")).rejects.toThrow("cannot be written");
  expect(readdirSync(folder.path).toSorted()).toEqual(["file", "taken"]);
});
