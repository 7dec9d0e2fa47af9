import { join } from "node:path";
import { readTextSync } from "../regular-file.ts";
import { files, type Manifest } from "../layout.ts";

/** A manifest held against no schema, for what is told of a run that may be damaged; null where it cannot be read. */
export function looseManifest(folder: string): Partial<Manifest> | null {
  try {
    return JSON.parse(readTextSync(join(folder, files.manifest))) as Partial<Manifest>;
  } catch {
    return null;
  }
}
