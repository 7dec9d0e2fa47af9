import { beforeEach, describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { RunError, UsageError } from "../../src/errors.ts";
import { messages } from "../../src/run/messages.ts";
import { files } from "../../src/layout.ts";
import { isManifestWhole } from "../../src/run/manifest-text.ts";
import { renameRun } from "../../src/run/rename.ts";
import { endedProcess } from "../fixtures/ended-process.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { useSlowDisk } from "../fixtures/slow-disk.ts";

const folder = useTemporaryFolder();
const disk = useSlowDisk();
const at = (...parts: string[]) => join(folder.path, "runs/a", ...parts);

/** @param manifest none where it is missing */
function put(version: string, manifest?: object): string {
  mkdirSync(at(version, "model"), { recursive: true });
  writeFileSync(at(version, "model/weights.bin"), `weights of ${version}`);
  if (manifest) writeFileSync(at(version, files.manifest), JSON.stringify(manifest));
  return at(version);
}

beforeEach(() => put("v001", { status: "completed", id: "one", run: "a/v001" }));

const rename = (version: string, wanted?: string) => renameRun(at(version), `a/${version}`, wanted);

describe("a run that is renamed", () => {
  test("has everything under its new number, and says so itself, when the promise is kept", async () => {
    const calls = await disk.watch(async () => expect(await rename("v001")).toBe("a/v002"));
    expect(calls.slice(0, 4)).toEqual([
      "readdir a",
      "mkdir v002",
      "rename v001 to v002",
      "mkdir v002",
    ]);
    expect(calls.at(-1)).toBe("close v002");
    expect(calls.join()).not.toContain("too early");
    expect(readdirSync(at())).toEqual(["v002"]);
    expect(readFileSync(at("v002/model/weights.bin"), "utf8")).toBe("weights of v001");
    const manifest = readFileSync(at("v002", files.manifest), "utf8");
    expect(JSON.parse(manifest)).toMatchObject({ status: "completed", id: "one", run: "a/v002" });
    expect(isManifestWhole(manifest)).toBeTrue();
  });

  test("may be damaged: one without a manifest has none afterwards", async () => {
    put("v004");
    expect(await rename("v004", "v002")).toBe("a/v002");
    expect(readdirSync(at("v002"))).toEqual(["model"]);
  });

  test.each([
    ["was killed", { status: "running", pid: endedProcess }],
    ["does not say which process it is", { status: "running" }],
    ["is done, and whose process has another run", { status: "failed", pid: process.pid }],
  ])("may be one that %s", async (_, manifest) => {
    put("v002", manifest);
    expect(await rename("v002", "v009")).toBe("a/v009");
  });
});

describe("is refused, and stays where it is:", () => {
  const refusal = async (version: string, wanted: string | undefined, message: string) => {
    await expect(rename(version, wanted)).rejects.toThrow(new UsageError(message));
    expect(existsSync(at(version))).toBe(true);
  };

  test("a run that is going on", async () => {
    const startedAt = new Date().toISOString();
    put("v002", { status: "running", pid: process.pid, host: { name: hostname() }, startedAt });
    await refusal("v002", undefined, messages.runGoesOn("a/v002", "rename it"));
  });

  test("what has no number", async () => {
    put("notes");
    await refusal("notes", undefined, messages.notANumberedRun("a/notes"));
  });

  test.each(["7", "v7", "", "v0010x", "v0007"])("the number %j", async (wanted) => {
    await refusal("v001", wanted, messages.notARunNumber(wanted));
  });

  test("a number that is taken", async () => {
    put("v002");
    await refusal("v001", "v002", messages.numberTaken("a/v002"));
  });

  test("a number that another process takes at the same time", async () => {
    put("v002");
    const ended: PromiseSettledResult<string>[] = [];
    await disk.watch(async () => {
      const both = ["v001", "v002"].map((version) => rename(version, "v007"));
      ended.push(...(await Promise.allSettled(both)));
    });
    expect(ended.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { reason } = ended.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(reason).toEqual(new UsageError(messages.numberTaken("a/v007")));
    expect(readdirSync(at())).toHaveLength(2);
  });

  test("a run that is not there, by the system's word", async () => {
    await expect(rename("v005")).rejects.toThrow(RunError);
    await expect(rename("v005")).rejects.toThrow(
      `${at()} cannot be written: there is no such file`,
    );
  });
});
