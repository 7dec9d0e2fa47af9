import { readFileSync } from "node:fs";
import { join } from "node:path";
import { files, type Manifest } from "../layout.ts";

/** A manifest held against no schema, for what is told of a run that may be damaged; null where it cannot be read. */
export function looseManifest(folder: string): Partial<Manifest> | null {
  try {
    return JSON.parse(readFileSync(join(folder, files.manifest), "utf8")) as Partial<Manifest>;
  } catch {
    return null;
  }
}
