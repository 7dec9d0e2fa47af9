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
    expect(calls).toEqual(["mkdir lock", "rmdir lock"]);
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
