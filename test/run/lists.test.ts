import { beforeEach, expect, test } from "bun:test";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, join } from "node:path";
import { sealOf } from "../../src/run/seals.ts";
import { isBeginning, isListNeeded, listOf, removeList } from "../../src/run/lists.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const text = "split,label,file\n";
const list = `images/${sealOf(text).slice(0, 12)}.csv`;
const only = (...versions: string[]) => new Set(versions);

function put(path: string, content: string): void {
  mkdirSync(join(folder.path, path, ".."), { recursive: true });
  writeFileSync(join(folder.path, path), content);
}

function manifest(version: string, more: object): void {
  const known = { startedAt: new Date().toISOString(), host: { name: hostname() } };
  put(`${version}/manifest.json`, JSON.stringify({ ...known, ...more }));
}

beforeEach(() => {
  put(list, text);
  put("v001/data.json", `{\n  "list": "../${list}"\n}\n`);
});

test("a run names its list, and nothing outside of the folder of lists", () => {
  expect(listOf(join(folder.path, "v001"))).toBe(list);
  for (const path of [`../../${list}`, "../images/x.csv", list]) {
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

test("a file that is not what its name says stays, and so does one behind a link", () => {
  const gone = () => removeList(folder.path, list, only("v001"));
  put(list, `${text}mine\n`);
  expect(gone()).toBe(false);
  put("elsewhere/list", text);
  rmSync(join(folder.path, list));
  symlinkSync(join(folder.path, "elsewhere/list"), join(folder.path, list));
  expect(gone()).toBe(false);
  rmSync(join(folder.path, "images"), { recursive: true });
  put(`elsewhere/${list}`, text);
  symlinkSync(join(folder.path, "elsewhere/images"), join(folder.path, "images"));
  expect(gone()).toBe(false);
  expect(readFileSync(join(folder.path, "elsewhere/list"), "utf8")).toBe(text);
  expect(readFileSync(join(folder.path, `elsewhere/${list}`), "utf8")).toBe(text);
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
  expect(readdirSync(join(folder.path, "images"))).toEqual([basename(list)]);
});
