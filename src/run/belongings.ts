import { closeSync, readSync } from "node:fs";
import { join } from "node:path";
import { openRegularSync } from "../regular-file.ts";
import { files, SEAL_NAME } from "../layout.ts";

/** In each folder that git does not keep: the seal of the text that it belongs to. */
export const SEAL_FILE = "text.sha256";

/** What git does not keep of a run, and what is kept beside its text all the same when git lays another text there. */
export const unkeptFolders = [files.model, files.pictures] as const;

/**
 * Parts of a run's folder that belong to the text of another run: git does not keep them, and so leaves them where they
 * are when it lays down the text of a run of the same number. Parts that say nothing, of earlier versions, are believed.
 *
 * @param seal of the text that is there: see textSeal
 */
export function foreignParts(folder: string, seal: string): string[] {
  const ofFolders = unkeptFolders.filter((name) => {
    const told = read(join(folder, name, SEAL_FILE));
    return told !== null && told.trim() !== seal;
  });
  const report = read(join(folder, files.report));
  const told = report && new RegExp(`<meta name="${SEAL_NAME}" content="(\\w+)"`).exec(report)?.[1];
  return told && told !== seal ? [...ofFolders, files.report] : ofFolders;
}

/** Of a report, with its pictures, this is a small part, and holds its head. */
const FIRST_BYTES = 4096;

function read(file: string): string | null {
  try {
    const opened = openRegularSync(file);
    try {
      const bytes = Buffer.alloc(FIRST_BYTES);
      return bytes.toString("utf8", 0, readSync(opened, bytes));
    } finally {
      closeSync(opened);
    }
  } catch {
    return null;
  }
}
