import { beforeEach, expect, test } from "bun:test";
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import {
  openRegularSync,
  readRegular,
  readRegularSync,
  readText,
  readTextSync,
  removeRegular,
  requireNoLink,
  requirePlace,
} from "../src/regular-file.ts";
import { systemReason } from "../src/system-error.ts";
import { useTemporaryFolder } from "./fixtures/folder.ts";

const folder = useTemporaryFolder();
const at = (name: string) => join(folder.path, name);

beforeEach(() => {
  writeFileSync(at("file"), "\uFEFFtext\n");
  mkdirSync(at("folder"));
  Bun.spawnSync(["mkfifo", at("pipe")]);
  symlinkSync(at("file"), at("link"));
  symlinkSync(at("nowhere"), at("dangling"));
  symlinkSync(at("pipe"), at("to-pipe"));
  symlinkSync("/dev/zero", at("device"));
  writeFileSync(at("huge"), "");
  truncateSync(at("huge"), 2 ** 40);
});

test("a regular file is read, and a link to one", async () => {
  for (const name of ["file", "link"]) {
    const bytes = readFileSync(at("file"));
    expect(readRegularSync(at(name))).toEqual(bytes);
    expect(await readRegular(at(name))).toEqual(bytes);
    expect(readTextSync(at(name))).toBe("\uFEFFtext\n");
    expect(await readText(at(name))).toBe("\uFEFFtext\n");
    expect(() => readRegularSync(at(name), bytes.length - 1)).toThrow("EOVERFLOW");
  }
});

test.each([
  ["folder", "EISDIR"],
  ["pipe", "EFTYPE"],
  ["to-pipe", "EFTYPE"],
  ["device", "EFTYPE"],
  ["huge", "EOVERFLOW"],
  ["dangling", "ENOENT"],
  ["nowhere", "ENOENT"],
])("%s is refused without waiting: %s", async (name, code) => {
  const refused = expect.objectContaining({ code, path: at(name) });
  expect(() => readRegularSync(at(name))).toThrow(refused);
  await expect(readRegular(at(name))).rejects.toEqual(refused);
  if (code !== "EOVERFLOW") expect(() => openRegularSync(at(name))).toThrow(refused);
  expect(systemReason({ code })).toEndWith(`(${code})`);
});

test("only what is a regular file itself is written over, and removed", () => {
  for (const name of ["folder", "pipe", "link", "dangling", "device"]) {
    const before = lstatSync(at(name)).ino;
    expect(() => requirePlace(at(name))).toThrow(name === "folder" ? "EISDIR" : "EFTYPE");
    expect(removeRegular(at(name))).toBe(false);
    expect(lstatSync(at(name)).ino).toBe(before);
  }
  for (const name of ["file", "nowhere", "huge"]) {
    requirePlace(at(name));
    expect(removeRegular(at(name))).toBe(true);
    expect(lstatSync(at(name), { throwIfNoEntry: false })).toBeUndefined();
  }
  rmSync(at("link"));
  symlinkSync(at("folder"), at("link"));
  expect(() => requireNoLink(at("link"))).toThrow("EFTYPE");
  for (const name of ["folder", "nowhere"]) requireNoLink(at(name));
});
