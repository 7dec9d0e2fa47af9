import { readFileSync, readlinkSync, type Stats } from "node:fs";
import { lstat, mkdir, readdir, rmdir, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { findProcess } from "./find-process.ts";

const TOUCH_MS = 2_000;
const STALE_MS = 30_000;
const LOOK_MS = 250;

/**
 * Runs `work` while no other process runs work under the same lock. The lock is a folder, and in it an empty one whose name
 * tells whose it is. That of a process of this machine that has ended is taken over at once. Of processes elsewhere nothing
 * is known but that they touch their lock now and then: one that was not touched for 30 s is taken over as well.
 * @param onWait called once when another process holds the lock
 */
export async function withLock<Result>(
  path: string,
  onWait: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const owner = `${thisMachine()}.${process.pid}`;
  let waited = false;
  while (!(await take(path, owner))) {
    if (await removeStale(path)) continue;
    if (!waited) onWait();
    waited = true;
    await Bun.sleep(LOOK_MS);
  }
  const touch = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, TOUCH_MS);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    if (await remove(join(path, owner))) await remove(path);
  }
}

/** A machine and the number of a process on it, which comes last. */
const ownerName = /^(.+\.\d+)\.(\d+)$/;

/** Whether a name is that of the folder in a lock. */
export function isOwner(name: string): boolean {
  return ownerName.test(name);
}

/**
 * Machines may share a name and a file system, as may containers of one machine, where processes have the same numbers: Linux
 * tells them apart by what it drew as it started, and by the container's list of processes.
 */
function thisMachine(): string {
  const name = hostname().replace(/[^\w.-]/g, "_");
  try {
    const start = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${name}.${start}.${readlinkSync("/proc/self/ns/pid").replace(/\D/g, "")}`;
  } catch {
    // Not Linux.
    return `${name}.0`;
  }
}

function hasEnded(owner: string): boolean {
  const [, machine, pid] = ownerName.exec(owner)!;
  return machine === thisMachine() && findProcess(Number(pid)) === null;
}

/** @throws the system's error where there is something that is no lock */
async function take(path: string, owner: string): Promise<boolean> {
  if (!(await isMade(path, "EEXIST"))) return false;
  try {
    // Another may have removed it as one that was stale.
    return await isMade(join(path, owner), "ENOENT");
  } catch (error) {
    await remove(path);
    throw error;
  }
}

/** Makes a folder. @returns false where the system refuses it for this reason @throws its other errors */
async function isMade(path: string, reason: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== reason) throw error;
    return false;
  }
}

/**
 * Removes a lock that nobody holds any more.
 * @returns whether it did @throws the system's error where it is no lock, but what somebody else has made, which stays
 */
async function removeStale(path: string): Promise<boolean> {
  const held = await lstat(path).catch(() => null);
  if (held === null) return false;
  const names = held.isDirectory() ? await readdir(path).catch(() => []) : [];
  const owner = names.length === 1 && isOwner(names[0]!) ? names[0] : undefined;
  if (held.isDirectory() && !isSilent(held) && !(owner && hasEnded(owner))) return false;
  // Without an owner it is a lock of a process that was killed as it made it, unless another makes it its own just now.
  if (names.length === 0) return remove(path, ["ENOENT", "ENOTEMPTY"]);
  if (owner === undefined) return remove(path);
  // Who removes the owner removes the lock. Of the others that have seen it each would remove what is somebody's again.
  return (await remove(join(path, owner))) && (await remove(path));
}

/** A clock that was set back leaves times that are still to come. */
function isSilent({ mtimeMs }: Stats): boolean {
  return Math.abs(Date.now() - mtimeMs) > STALE_MS;
}

/** Removes an empty folder. @returns false where the system refuses it for one of the reasons @throws its other errors */
async function remove(path: string, reasons = ["ENOENT"]): Promise<boolean> {
  try {
    await rmdir(path);
    return true;
  } catch (error) {
    if (!reasons.includes((error as NodeJS.ErrnoException).code!)) throw error;
    return false;
  }
}
