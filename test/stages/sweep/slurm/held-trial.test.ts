import { describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeRunFile } from "../../../../src/run/write-files.ts";
import { looseManifest } from "../../../../src/run/loose-manifest.ts";
import { isManifestWhole, manifestText } from "../../../../src/run/manifest-text.ts";
import {
  attemptLines,
  HeldTrial,
  offerTrial,
  ownerOf,
  takeAllBack,
  takeBack,
} from "../../../../src/stages/sweep/slurm/held-trial.ts";
import { useTemporaryFolder } from "../../../fixtures/folder.ts";

const folder = useTemporaryFolder();
const HOME = "trials/0012";
const NOW = new Date("2026-12-01T12:00:00Z");
const first = { submission: 1, restart: 0 };
const again = { submission: 1, restart: 1 };

function claim(attempt = first, home = HOME): HeldTrial {
  return HeldTrial.claim(folder.path, home, attempt)!;
}

function begin(attempt: string) {
  return { attempt, at: NOW.toISOString(), task: "7_12", node: "n1", checkpoint: null };
}

const names = () => readdirSync(join(folder.path, "trials"));

describe("a trial", () => {
  test("is taken by one attempt, works in a folder of that name, and has its own once it has ended", async () => {
    offerTrial(folder.path, HOME);
    const held = claim();
    expect(names()).toEqual([".0012-001.000"]);
    held.note(begin("001.000"));
    await writeRunFile(held.path, "history.csv", "epoch\n");
    expect(held.publish()).toBe(true);
    expect(names()).toEqual(["0012"]);
    expect(readdirSync(join(folder.path, HOME))).toEqual(["history.csv"]);
    expect(attemptLines(folder.path, HOME)).toEqual([begin("001.000")]);
    expect(HeldTrial.claim(folder.path, HOME, again)).toBeNull();
  });

  test("that was never offered is nobody's to take", () => {
    mkdirSync(join(folder.path, "trials"));
    expect(HeldTrial.claim(folder.path, HOME, first)).toBeNull();
    expect(names()).toEqual([]);
  });

  test("is taken over by a later attempt, and never by an earlier one or twice by the same", () => {
    offerTrial(folder.path, HOME);
    claim(again);
    expect(HeldTrial.claim(folder.path, HOME, first)).toBeNull();
    expect(HeldTrial.claim(folder.path, HOME, again)).toBeNull();
    expect(claim({ submission: 2, restart: 0 }).isOwn).toBe(true);
    expect(names()).toEqual([".0012-002.000"]);
  });

  test("that is offered again keeps what it has, and whose it is", async () => {
    offerTrial(folder.path, HOME);
    const held = claim();
    offerTrial(folder.path, HOME);
    expect(held.isOwn).toBe(true);
    held.note(begin("001.000"));
    await takeBack(folder.path, HOME, NOW);
    expect(names()).toEqual(["0012"]);
    offerTrial(folder.path, HOME);
    expect(names()).toEqual([".0012-000.000"]);
    expect(attemptLines(folder.path, HOME)).toEqual([begin("001.000")]);
    expect(claim({ submission: 2, restart: 0 }).lines()).toEqual([begin("001.000")]);
  });
});

describe("an attempt that comes back after another has taken its trial over", () => {
  async function lost() {
    offerTrial(folder.path, HOME);
    const stale = claim();
    await writeRunFile(stale.path, "history.csv", "stale\n");
    const owner = claim(again);
    return { stale, owner };
  }

  test("knows that it has lost it", async () => {
    const { stale, owner } = await lost();
    expect(stale.isOwn).toBe(false);
    expect(owner.isOwn).toBe(true);
  });

  test("writes nothing into it, whatever it writes", async () => {
    const { stale, owner } = await lost();
    const before = readdirSync(owner.path).toSorted();
    await writeRunFile(stale.path, "history.csv", "stale, and more\n");
    await writeRunFile(stale.path, "checkpoints/1.safetensors", "stale");
    stale.note(begin("001.000"));
    expect(readdirSync(owner.path).toSorted()).toEqual(before);
    expect(readFileSync(join(owner.path, "history.csv"), "utf8")).toBe("stale\n");
    expect(owner.lines()).toEqual([]);
  });

  test("does not publish what it has written since, nor stand in the way of the trial's end", async () => {
    const { stale, owner } = await lost();
    await writeRunFile(stale.path, "metrics.json", "{}");
    expect(stale.publish()).toBe(false);
    expect(ownerOf(folder.path, HOME)?.path).toBe(owner.path);
    const last = claim({ submission: 1, restart: 2 });
    expect(existsSync(join(last.path, "history.csv"))).toBe(true);
    expect(last.publish()).toBe(true);
    expect(readdirSync(join(folder.path, HOME))).toEqual(["history.csv"]);
    stale.clearAway();
    expect(names()).toEqual(["0012"]);
  });

  test("clears nothing away that is not its own", async () => {
    const { owner } = await lost();
    owner.clearAway();
    expect(readFileSync(join(owner.path, "history.csv"), "utf8")).toBe("stale\n");
  });

  test("is fenced when the sweep takes the trial back as well", async () => {
    offerTrial(folder.path, HOME);
    const stale = claim();
    await writeRunFile(stale.path, "history.csv", "kept\n");
    await takeAllBack(folder.path, NOW);
    expect(stale.isOwn).toBe(false);
    expect(stale.publish()).toBe(false);
    expect(readFileSync(join(folder.path, HOME, "history.csv"), "utf8")).toBe("kept\n");
  });
});

test("of many attempts at once one has the trial, the latest", () => {
  offerTrial(folder.path, HOME);
  const attempts = Array.from({ length: 30 }, (_, index) => ({
    submission: 1 + (index % 5),
    restart: Math.floor(index / 5),
  }));
  const held = attempts.map((attempt) => HeldTrial.claim(folder.path, HOME, attempt));
  const owners = held.filter((one) => one?.isOwn);
  expect(owners.length).toBe(1);
  expect(owners[0]!.folder).toBe("trials/.0012-005.005");
  expect(names()).toEqual([".0012-005.005"]);
});

test("a run that was ended from outside no longer says that it goes on", async () => {
  offerTrial(folder.path, HOME);
  const held = claim();
  writeFileSync(join(held.path, "manifest.json"), manifestText({ status: "running", pid: 1 }));
  await claim(again).takeUp(NOW);
  const path = ownerOf(folder.path, HOME)!.path;
  expect(looseManifest(path)).toMatchObject({ status: "interrupted", pid: 1 });
  expect(isManifestWhole(readFileSync(join(path, "manifest.json"), "utf8"))).toBe(true);
});

test("the winner's folder is one of the sweep's own", async () => {
  offerTrial(folder.path, "winner");
  claim(first, "winner");
  expect(readdirSync(folder.path)).toEqual([".winner-001.000"]);
  await takeAllBack(folder.path, NOW);
  expect(readdirSync(folder.path).toSorted()).toEqual(["slurm", "winner"]);
});
