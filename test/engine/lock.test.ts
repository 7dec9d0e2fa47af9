import { describe, expect, test } from "bun:test";
import {
  existsSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { withLock } from "../../src/lock.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { useSlowDisk } from "../fixtures/slow-disk.ts";

const folder = useTemporaryFolder();
const disk = useSlowDisk();
const path = () => join(folder.path, "lock");
const never = () => {
  throw new Error("it waited");
};

describe("a lock", () => {
  test("lets one work after the other, and is gone afterwards", async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await Bun.sleep(20);
      inside--;
    };
    await Promise.all([1, 2, 3].map(() => withLock(path(), () => undefined, work)));
    expect(most).toBe(1);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  test("is there while the work goes on, and gone when the promise is kept", async () => {
    const calls = await disk.watch(async () => {
      const result = await withLock(path(), never, async () => {
        await Bun.sleep(1);
        expect(existsSync(path())).toBe(true);
        return "done";
      });
      expect(result).toBe("done");
      expect(existsSync(path())).toBe(false);
    });
    const told = calls.map((call) => call.replace(/ \S+\.\d+\.PID$/, " OWNER"));
    expect(told).toEqual(["mkdir lock", "mkdir OWNER", "rmdir OWNER", "rmdir lock"]);
  });

  test("is released when the work fails", async () => {
    const failing = withLock(path(), never, () => Promise.reject(new Error("no")));
    await expect(failing).rejects.toThrow("no");
    expect(existsSync(path())).toBe(false);
  });

  test("of another is waited for, told once, and looked at now and then", async () => {
    mkdirSync(path());
    let told = 0;
    const calls = await disk.watch(async () => {
      const waiting = withLock(
        path(),
        () => told++,
        async () => "done",
      );
      // A few looks of a quarter of a second each.
      await Bun.sleep(600);
      expect(existsSync(path())).toBe(true);
      rmSync(path(), { recursive: true });
      expect(await waiting).toBe("done");
    });
    expect(told).toBe(1);
    const looks = calls.filter((call) => call === "mkdir lock").length;
    expect(looks).toBeWithin(2, 10);
  });

  test.each([
    ["an hour ago", -3_600_000],
    ["by a clock that was set back since", 3_600_000],
  ])("of a process that is gone, touched last %s, is taken over", async (_, laterMs) => {
    mkdirSync(path());
    const then = new Date(Date.now() + laterMs);
    utimesSync(path(), then, then);
    const done = await withLock(
      path(),
      () => undefined,
      async () => "done",
    );
    expect(done).toBe("done");
  });

  test("of a process of this machine that was killed is taken over at once, by one of several", async () => {
    const file = join(folder.path, "holder.ts");
    const source = join(import.meta.dir, "../../src/lock.ts");
    writeFileSync(
      file,
      `import { withLock } from ${JSON.stringify(source)};
       await withLock(${JSON.stringify(path())}, () => {}, async () => {
         process.stdout.write("held");
         await Bun.sleep(60_000);
       });`,
    );
    const holder = Bun.spawn([process.execPath, file], { stdout: "pipe" });
    await holder.stdout.getReader().read();
    let isKilled = false;
    let inside = 0;
    const waits: boolean[] = [];
    const work = async () => {
      expect(isKilled).toBe(true);
      expect(++inside).toBe(1);
      await Bun.sleep(5);
      inside--;
    };
    const waiting = [1, 2, 3].map(() => withLock(path(), () => waits.push(isKilled), work));
    await Bun.sleep(50);
    isKilled = true;
    holder.kill("SIGKILL");
    await holder.exited;
    await withLock(path(), never, async () => {});
    await Promise.all(waiting);
    expect(waits).toEqual([false, false, false]);
    expect(readdirSync(folder.path)).toEqual(["holder.ts"]);
  });

  test.each([
    ["of another machine", `elsewhere.4026531836.${process.pid}`],
    ["without an owner yet", undefined],
  ])("%s that was touched just now is waited for", async (_, owner) => {
    mkdirSync(owner === undefined ? path() : join(path(), owner), { recursive: true });
    let told = 0;
    const waiting = withLock(
      path(),
      () => told++,
      async () => "done",
    );
    await Bun.sleep(20);
    expect(told).toBe(1);
    rmSync(path(), { recursive: true });
    expect(await waiting).toBe("done");
  });

  test("of another machine that was touched last an hour ago is taken over", async () => {
    mkdirSync(join(path(), "elsewhere.4026531836.1"), { recursive: true });
    const then = new Date(Date.now() - 3_600_000);
    utimesSync(path(), then, then);
    expect(await withLock(path(), never, async () => "done")).toBe("done");
    expect(existsSync(path())).toBe(false);
  });

  test("is no file, link or folder of somebody else, which stays", async () => {
    const place = path();
    const makers = [
      () => writeFileSync(place, "mine"),
      () => symlinkSync(join(folder.path, "nowhere"), place),
      () => mkdirSync(join(place, "mine"), { recursive: true }),
    ];
    for (const make of makers) {
      make();
      lutimesSync(place, new Date(0), new Date(0));
      await expect(withLock(place, () => undefined, never)).rejects.toMatchObject({
        syscall: "rmdir",
      });
      expect(lstatSync(place, { throwIfNoEntry: false })).toBeDefined();
      rmSync(place, { recursive: true });
    }
  });

  test("that cannot be made is no lock of another", async () => {
    await expect(withLock(join(path(), "deep"), never, async () => "done")).rejects.toThrow(
      "ENOENT",
    );
  });
});
