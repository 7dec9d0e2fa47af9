import { expect, test } from "bun:test";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { claimVersion, createRunFolder } from "../../src/run/folder.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const numbers = (count: number) => Array.from({ length: count }, (_, index) => `v00${index + 1}`);

test("processes that start at the same time never get the same number", async () => {
  const module = JSON.stringify(join(import.meta.dir, "../../src/run/folder.ts"));
  const runs = join(folder.path, "runs");
  // Each waits for all others.
  const script = `
    import { existsSync } from "node:fs";
    import { createRunFolder } from ${module};
    console.log("ready");
    while (!existsSync(${JSON.stringify(join(folder.path, "go"))})) await Bun.sleep(1);
    console.log((await createRunFolder(${JSON.stringify(runs)}, "a")).folder.name);`;
  const children = Array.from({ length: 8 }, () =>
    Bun.spawn([process.execPath, "-e", script], { stdout: "pipe", stderr: "inherit" }),
  );
  const readers = children.map(({ stdout }) => stdout.getReader());
  await Promise.all(readers.map((reader) => reader.read()));
  await Bun.write(join(folder.path, "go"), "");
  const told = await Promise.all(
    readers.map(async (reader) => new TextDecoder().decode((await reader.read()).value).trim()),
  );
  expect(told.toSorted()).toEqual(numbers(8).map((version) => `a/${version}`));
  expect(readdirSync(join(runs, "a")).toSorted()).toEqual(numbers(8));
});

test("nor does one process that starts many", async () => {
  const claims = Array.from({ length: 8 }, () => createRunFolder(folder.path, "a"));
  const names = (await Promise.all(claims)).map(({ folder: { name } }) => name);
  expect(names.toSorted()).toEqual(numbers(8).map((version) => `a/${version}`));
});

test("a number that was taken since it was looked for is passed over, or refused where it was wanted", async () => {
  mkdirSync(join(folder.path, "v002"));
  expect(await claimVersion(folder.path, ["v001"])).toBe("v003");
  expect(await claimVersion(folder.path, ["v001"], "v002")).toBeNull();
});
