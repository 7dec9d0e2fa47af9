import { closeSync, lstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { files } from "../layout.ts";

/** The first line of what Lamina writes: a README.md without it is the user's own. */
export const README_MARK = "<!-- Written by Lamina from the files beside it. -->";

/** Whether the README.md of a folder of a run may be written anew: there is none, or it is Lamina's. */
export function isReadmeOurs(folder: string): boolean {
  const path = join(folder, files.readme);
  try {
    if (!lstatSync(path).isFile()) return false;
    const opened = openSync(path, "r");
    try {
      const bytes = Buffer.alloc(README_MARK.length);
      return bytes.toString("utf8", 0, readSync(opened, bytes)) === README_MARK;
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}
