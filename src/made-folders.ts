import { existsSync, rmdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder, and those around it that are not there.
 *
 * @param path absolute
 * @returns removes the folders again that this call has made, as far as there is nothing in them
 * @throws the system's error, and no folder stays that was not there
 */
export async function makeFolders(path: string): Promise<() => void> {
  const missing = missingFolders(path);
  const undo = () => missing.forEach(removeEmpty);
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}

/** Inner ones first. */
function missingFolders(path: string): string[] {
  const missing: string[] = [];
  for (let folder = path; !existsSync(folder); folder = dirname(folder)) missing.push(folder);
  return missing;
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It was never made, or there are files in it by now.
  }
}
