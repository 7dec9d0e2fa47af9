import { beforeEach, expect, test } from "bun:test";
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { isBeginning, isListNeeded, listOf, removeList } from "../../src/run/lists.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const list = "images/00ff.csv";
const only = (...versions: string[]) => new Set(versions);

function put(path: string, text: string): void {
  mkdirSync(join(folder.path, path, ".."), { recursive: true });
  writeFileSync(join(folder.path, path), text);
}

function manifest(version: string, more: object): void {
  const known = { startedAt: new Date().toISOString(), host: { name: hostname() } };
  put(`${version}/manifest.json`, JSON.stringify({ ...known, ...more }));
}

beforeEach(() => {
  put(list, "split,label,file\n");
  put("v001/data.json", `{\n  "list": "../${list}"\n}\n`);
});

test("a run names its list, and nothing outside of the folder of lists", () => {
  expect(listOf(join(folder.path, "v001"))).toBe(list);
  for (const path of ["../../images/00ff.csv", "../images/x.csv", "images/00ff.csv"]) {
    put("v002/data.json", `{\n  "list": "${path}"\n}\n`);
    expect(listOf(join(folder.path, "v002"))).toBeNull();
  }
  expect(listOf(join(folder.path, "v003"))).toBeNull();
});

test("a list is needed by whatever run names it, and cannot be read, or is about to name one", () => {
  const isNeeded = () => isListNeeded(folder.path, list, only("v001"));
  expect(isListNeeded(folder.path, list, only())).toBe(true);
  expect(isNeeded()).toBe(false);
  put("v002/data.json", `{\n  "list": "../images/0a.csv"\n}\n`);
  put("v003/mine.txt", "x");
  manifest("v004", { status: "failed" });
  manifest("v005", { status: "running", pid: Bun.spawnSync(["true"]).pid });
  put("notes/data.json", `{\n  "list": "../${list}"\n}\n`);
  expect(isNeeded()).toBe(false);
  manifest("v005", { status: "running", pid: process.pid });
  expect(isNeeded()).toBe(true);
  rmSync(join(folder.path, "v005"), { recursive: true });
  expect(isNeeded()).toBe(false);
  mkdirSync(join(folder.path, "v006/data.json"), { recursive: true });
  expect(isNeeded()).toBe(true);
});

test("a folder is a beginning run as long as it is new and nothing is in it", () => {
  const run = join(folder.path, "v002");
  mkdirSync(run);
  expect(isBeginning(run)).toBe(true);
  put("v002/.reserve", "x");
  expect(isBeginning(run)).toBe(true);
  const old = new Date(Date.now() - 120_000);
  utimesSync(run, old, old);
  expect(isBeginning(run)).toBe(false);
  put("v002/history.csv", "x");
  expect(isBeginning(run)).toBe(false);
});

test("a list goes when no run needs it, and leaves nothing behind", () => {
  expect(removeList(folder.path, list, only())).toBe(false);
  expect(existsSync(join(folder.path, list))).toBe(true);
  expect(removeList(folder.path, list, only("v001"))).toBe(true);
  expect(removeList(folder.path, list, only("v001"))).toBe(false);
  expect(readdirSync(join(folder.path, "images"))).toEqual([]);
});

test("a list stays for a run that begins while it is being removed", () => {
  /** Numbers of runs that do not count; when it is asked, another run begins. */
  class Meanwhile extends Set<string> {
    override has(version: string): boolean {
      mkdirSync(join(folder.path, "v002"), { recursive: true });
      return super.has(version);
    }
  }
  expect(removeList(folder.path, list, new Meanwhile(["v001"]))).toBe(false);
  expect(readdirSync(join(folder.path, "images"))).toEqual(["00ff.csv"]);
});
