import { join } from "node:path";
import { RunError } from "../errors.ts";
import { withLock } from "../lock.ts";
import { isSystemError, systemReason } from "../system-error.ts";
import { messages } from "./messages.ts";

/** An empty folder in a run's or a sweep's, for as long as a process changes what two at once would spoil. */
export const LOCK = ".lock";

/**
 * Does work while no other process does any on the same run.
 * @throws RunError where nothing can be written in the folder
 */
export async function withRunLock<Result>(
  folder: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const path = join(folder, LOCK);
  try {
    return await withLock(path, () => undefined, work);
  } catch (error) {
    if (!isSystemError(error) || error.path !== path) throw error;
    throw new RunError(messages.cannotWrite(path, systemReason(error)));
  }
}
