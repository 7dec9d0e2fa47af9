import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { INEXACT_MS, judgeLife, lifeOf, type Signs } from "../../src/run/alive.ts";
import { lastHeartbeat, startHeartbeat } from "../../src/run/heartbeat.ts";
import { findProcess } from "../../src/find-process.ts";
import { keepReserve, RESERVE } from "../../src/run/reserve.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

const startedAt = "2026-12-01T10:00:00.000Z";
const at = (time: string) => new Date(`2026-12-01T${time}Z`);
const ours = { status: "running", pid: 4711, host: { name: "here" }, startedAt } as const;
const signs = (more: Partial<Signs>): Signs => ({
  now: at("12:00:00"),
  host: "here",
  heartbeat: null,
  findProcess: () => null,
  ...more,
});
const process4711 = (began: Date | null) => ({
  findProcess: (pid: number) => (pid === 4711 ? { startedAt: began } : null),
});

describe("a run on this machine goes on", () => {
  test("as long as its process does, however long it has been silent", () => {
    const found = signs({ ...process4711(at("09:59:50")), heartbeat: at("10:05:00") });
    expect(judgeLife(ours, found)).toEqual({ state: "going on", host: null });
  });

  test("and where the system does not tell when the process began", () => {
    expect(judgeLife(ours, signs(process4711(null))).state).toBe("going on");
  });

  test("not when the process is gone, however lately it was there", () => {
    const heartbeat = at("11:59:59");
    expect(judgeLife(ours, signs({ heartbeat }))).toEqual({ state: "killed", lastSign: heartbeat });
  });

  test("not when its number was given to a process that began after it", () => {
    const heartbeat = at("11:59:59");
    const found = signs({ ...process4711(at("11:00:00")), heartbeat });
    expect(judgeLife(ours, found)).toEqual({ state: "killed", lastSign: heartbeat });
  });
});

describe("a run on another machine goes on", () => {
  const theirs = { ...ours, host: { name: "there" } };

  test.each([
    ["11:57:01", "going on"],
    ["11:57:00", "killed"],
    // Its clock is ahead.
    ["12:00:30", "going on"],
  ])("as long as it says so: %s is %s", (time, state) => {
    const found = signs({ heartbeat: at(time), ...process4711(at("09:00:00")) });
    expect(judgeLife(theirs, found)).toEqual(
      state === "killed"
        ? { state: "killed", lastSign: at(time) }
        : { state: "going on", host: "there" },
    );
  });

  test("not when it never did, whatever process has its number here", () => {
    expect(judgeLife(theirs, signs(process4711(at("09:00:00"))))).toEqual({
      state: "killed",
      lastSign: null,
    });
  });

  test("and one that names neither process nor machine is believed as long as it says so", () => {
    const { pid: _, host: __, ...unnamed } = ours;
    expect(judgeLife(unnamed, signs({ heartbeat: at("11:59:00") })).state).toBe("going on");
    expect(judgeLife(unnamed, signs({ heartbeat: at("11:00:00") })).state).toBe("killed");
    const lacksPid = { ...unnamed, host: { name: "here" } };
    expect(judgeLife(lacksPid, signs({ heartbeat: at("11:59:00") }))).toEqual({
      state: "going on",
      host: null,
    });
  });
});

describe("what the system tells of a process", () => {
  test("when it began, and nothing once it has ended", async () => {
    const before = Date.now();
    const child = Bun.spawn(["sleep", "60"]);
    const found = findProcess(child.pid);
    const { startedAt: began } = found!;
    // Only Linux tells.
    if (process.platform === "linux") {
      expect(began!.getTime()).toBeGreaterThan(before - INEXACT_MS);
      expect(began!.getTime()).toBeLessThan(Date.now() + INEXACT_MS);
      expect(findProcess(process.pid)!.startedAt!.getTime()).toBeLessThan(began!.getTime());
    }
    child.kill("SIGKILL");
    await child.exited;
    expect(findProcess(child.pid)).toBeNull();
  });

  test.skipIf(process.platform !== "linux")(
    "nothing of one that has ended and that nobody has asked how",
    async () => {
      // cat ends when its input does, and sleep, which takes the shell's place, asks after no child.
      const script = "exec 3<&0; cat <&3 >/dev/null & echo $!; exec sleep 60";
      const parent = Bun.spawn(["bash", "-c", script], { stdin: "pipe", stdout: "pipe" });
      const { value } = await parent.stdout.getReader().read();
      const pid = Number(new TextDecoder().decode(value));
      while (readFileSync(`/proc/${parent.pid}/comm`, "utf8") !== "sleep\n") await Bun.sleep(5);
      expect(findProcess(pid)).not.toBeNull();
      await parent.stdin.end();
      while (findProcess(pid) !== null) await Bun.sleep(5);
      expect(process.kill(pid, 0)).toBe(true);
      parent.kill("SIGKILL");
    },
  );

  test.skipIf(process.platform !== "linux")("by which a run's own process is known", () => {
    const life = (started: string) =>
      lifeOf(folder.path, {
        ...ours,
        pid: process.pid,
        host: { name: hostname() },
        startedAt: started,
      });
    expect(life(new Date().toISOString())).toEqual({ state: "going on", host: null });
    expect(life("2020-01-01T00:00:00.000Z")).toEqual({ state: "killed", lastSign: null });
  });
});

describe("the heartbeat", () => {
  const long = new Date("2020-01-01T00:00:00Z");

  test("goes on while this thread does nothing but work, and ends when it is stopped", async () => {
    await keepReserve(folder.path);
    const reserve = join(folder.path, RESERVE);
    utimesSync(reserve, long, long);
    const stop = startHeartbeat(folder.path, 5);
    const isSilent = () => lastHeartbeat(folder.path)!.getTime() === long.getTime();
    while (isSilent());
    stop();
    rmSync(reserve);
    await Bun.sleep(50);
    expect(existsSync(reserve)).toBe(false);
    expect(lastHeartbeat(folder.path)).toBeNull();
  });

  test("keeps no process alive, and harms none where its file is gone", () => {
    const script = `
      import { startHeartbeat } from ${JSON.stringify(join(import.meta.dir, "../../src/run/heartbeat.ts"))};
      startHeartbeat(${JSON.stringify(folder.path)}, 1);
      await Bun.sleep(100);
      console.log("done");`;
    const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, "-e", script]);
    expect([exitCode, stdout.toString(), stderr.toString()]).toEqual([0, "done\n", ""]);
  });
});
