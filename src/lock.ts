import { lstat, mkdir, rmdir, utimes } from "node:fs/promises";

const TOUCH_MS = 2_000;
const STALE_MS = 30_000;
const LOOK_MS = 250;

/**
 * Runs `work` while no other process runs work under the same lock. The lock is a folder; whoever made it touches
 * it now and then, so that the lock of a process that was killed is seen to be stale.
 * @param onWait called once when another process holds the lock
 */
export async function withLock<Result>(
  path: string,
  onWait: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  let waited = false;
  while (!(await take(path))) {
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
    await release(path);
  }
}

/** @throws the system's error where there is something that is no lock */
async function take(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const held = await lstat(path).catch(() => null);
  // A clock that was set back leaves times that are still to come.
  const isStale = held !== null && Math.abs(Date.now() - held.mtimeMs) > STALE_MS;
  if (isStale || held?.isDirectory() === false) await release(path);
  return false;
}

/** A lock is an empty folder: what is not, somebody else has made. */
async function release(path: string): Promise<void> {
  await rmdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}
