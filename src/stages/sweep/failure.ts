import { mkdir } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { files, formatVersions, type RunFailure } from "../../layout.ts";
import type { RunFolder } from "../../run/folder.ts";
import { writeRunFile } from "../../run/write-files.ts";
import { looseManifest } from "../../run/loose-manifest.ts";
import { describeSurroundings } from "../../run/manifest.ts";
import { manifestText } from "../../run/manifest-text.ts";
import type { SweepEffects } from "./effects.ts";

/** Says in the manifest of a trial that it has failed, where the trial itself could not. */
export async function writeFailure(
  { name, path }: RunFolder,
  { failure, reason }: { failure: RunFailure; reason: string },
  file: string,
  { now, newId, command, directory }: SweepEffects,
): Promise<void> {
  const known = looseManifest(path);
  if (known?.status === "failed" && known.failure) return;
  await mkdir(path, { recursive: true });
  const at = now().toISOString();
  const manifest = {
    formatVersion: formatVersions.manifest,
    id: newId(),
    run: name,
    experiment: relative(directory, file),
    command,
    startedAt: at,
    engine: {},
    ...(known ?? (await describeSurroundings(dirname(file)))),
    status: "failed",
    finishedAt: at,
    error: reason,
    failure,
  };
  await writeRunFile(path, files.manifest, manifestText(manifest));
}
