import { describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RunError } from "../../src/errors.ts";
import {
  claimVersion,
  createRunFolder,
  removeRunFolder,
  takenVersions,
} from "../../src/run/folder.ts";
import { keepReserve, RESERVE } from "../../src/run/reserve.ts";
import { useSlowDisk } from "../fixtures/slow-disk.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const disk = useSlowDisk();
const at = (path: string) => join(folder.path, path);

test("the reserve takes its room on the disk before the promise is kept", async () => {
  const calls = await disk.watch(() => keepReserve(folder.path));
  expect(calls).toEqual(["open", "writeFile", "sync", "close"].map((what) => `${what} ${RESERVE}`));
  expect(statSync(at(RESERVE)).size).toBe(64 * 1024);
});

describe("the number of a run", () => {
  test("is the next after the highest that is there, not the first that is missing", async () => {
    for (const name of ["v002", "v009", "v010", "v11", "notes"])
      mkdirSync(at(`runs/a/${name}`), { recursive: true });
    const calls = await disk.watch(async () => {
      expect((await createRunFolder(at("runs"), "a")).folder).toEqual({
        name: "a/v011",
        path: at("runs/a/v011"),
      });
    });
    expect(calls).toEqual(["mkdir a", "readdir a", "mkdir v011"]);
    expect(existsSync(at("runs/a/v011"))).toBe(true);
    expect((await takenVersions(at("runs/a"))).toSorted()).toEqual([
      "v002",
      "v009",
      "v010",
      "v011",
    ]);
  });

  test.skipIf(Bun.which("git") === null)(
    "is none that git knows, nor one below it, though no run is there and the next would be free",
    async () => {
      const identity = ["-c", "user.name=a", "-c", "user.email=a@b"];
      const git = (...words: string[]) =>
        Bun.spawnSync(["git", ...identity, ...words], { cwd: folder.path });
      mkdirSync(at("runs/a/v003"), { recursive: true });
      writeFileSync(at("runs/a/v003/manifest.json"), "{}");
      git("init", "--quiet");
      git("add", "--all");
      git("commit", "--quiet", "--message", "of someone else");
      rmSync(at("runs"), { recursive: true });
      expect((await createRunFolder(at("runs"), "a")).folder.name).toBe("a/v004");
    },
  );

  test("is v001 where there is none", async () => {
    expect((await createRunFolder(at("runs"), "a")).folder.name).toBe("a/v001");
  });

  test.each([
    ["v9007199254740991", "v9007199254740992"],
    ["v9007199254740992", "v9007199254740993"],
    [`v${"9".repeat(40)}`, `v1${"0".repeat(40)}`],
    ["v0041", "v042"],
  ])("goes on behind %j, which was made by hand", async (byHand, next) => {
    for (const name of [byHand, "v002", "v", "v-1", "v1e9"])
      mkdirSync(at(`runs/a/${name}`), { recursive: true });
    expect((await createRunFolder(at("runs"), "a")).folder.name).toBe(`a/${next}`);
  });

  test("ends with what the system can name", async () => {
    mkdirSync(at(`runs/a/v${"9".repeat(254)}`), { recursive: true });
    await expect(createRunFolder(at("runs"), "a")).rejects.toThrow(/cannot be written.*too long/);
  });

  test("goes on behind one that another process takes meanwhile", async () => {
    mkdirSync(at("v003"));
    expect(await claimVersion(folder.path, ["v001", "v002"])).toBe("v004");
  });

  test("that is wanted is given, or nothing where it is taken", async () => {
    expect(await claimVersion(folder.path, [], "v007")).toBe("v007");
    expect(await claimVersion(folder.path, [], "v007")).toBeNull();
    expect(readdirSync(folder.path)).toEqual(["v007"]);
  });

  test("is not given where nothing can be made, and the system's word is passed on", async () => {
    writeFileSync(at("file"), "");
    await expect(claimVersion(at("file"), [])).rejects.toThrow("ENOTDIR");
    await expect(createRunFolder(at("file"), "a")).rejects.toThrow(RunError);
  });

  test("two that ask at the same time get two", async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => createRunFolder(at("runs"), "a")));
    expect(made.map(({ folder: { name } }) => name).toSorted()).toEqual([
      "a/v001",
      "a/v002",
      "a/v003",
      "a/v004",
    ]);
  });
});

test("a folder that could not be begun goes with what Lamina put there; one that never was is no error", async () => {
  const { folder: run } = await createRunFolder(at("runs"), "a");
  await keepReserve(run.path);
  writeFileSync(join(run.path, "manifest.json"), "");
  writeFileSync(join(run.path, "mine"), "");
  removeRunFolder(run);
  expect(readdirSync(run.path)).toEqual(["mine"]);
  rmSync(join(run.path, "mine"));
  removeRunFolder(run);
  expect(existsSync(run.path)).toBe(false);
  removeRunFolder(run);
});

test("a run that is taken back goes with the folders that were made for it, and with no others", async () => {
  mkdirSync(at("mine"));
  for (const [runs, left] of [
    ["mine", ["mine"]],
    ["mine/new", ["mine"]],
    ["runs", ["mine"]],
  ] as const) {
    const { folder: run, remove } = await createRunFolder(at(runs), "a");
    await keepReserve(run.path);
    remove();
    expect(readdirSync(folder.path, { recursive: true })).toEqual([...left]);
  }
  const { folder: first } = await createRunFolder(at("runs"), "a");
  (await createRunFolder(at("runs"), "a")).remove();
  expect(readdirSync(at("runs/a"))).toEqual([first.name.slice(2)]);
});

test("a name that the system does not take leaves no folder", async () => {
  await expect(createRunFolder(at("runs"), "a".repeat(300))).rejects.toThrow(/too long/);
  expect(readdirSync(folder.path)).toEqual([]);
});
