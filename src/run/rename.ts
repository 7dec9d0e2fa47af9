import { rename, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { RunError, UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { systemReason } from "../system-error.ts";
import { lifeOf } from "./alive.ts";
import { claimVersion, takenVersions } from "./folder.ts";
import { writeRunFile } from "./write-files.ts";
import { files } from "../layout.ts";
import { evaluationsOf } from "./evaluations.ts";
import { looseManifest } from "./loose-manifest.ts";
import { manifestText } from "./manifest-text.ts";
import { isPlainVersion, VERSION } from "./version.ts";

/**
 * Gives a run another number, with everything in its folder.
 *
 * @param folder of the run
 * @param name of the run, "baseline/v003"
 * @param wanted "v007"; the next number that is free here and in git where it is missing
 * @returns the run's new name
 * @throws UsageError where it is no numbered run, is going on, or the number is taken. @throws RunError
 */
export async function renameRun(folder: string, name: string, wanted?: string): Promise<string> {
  if (!VERSION.test(basename(folder))) throw new UsageError(messages.notANumberedRun(name));
  if (wanted !== undefined && !isPlainVersion(wanted))
    throw new UsageError(messages.notARunNumber(wanted));
  // A damaged run can be renamed too.
  const manifest = looseManifest(folder);
  if (manifest?.status === "running" && lifeOf(folder, manifest).state === "going on")
    throw new UsageError(messages.runGoesOn(name, "rename it"));
  const parent = dirname(folder);
  const experiment = dirname(name);
  try {
    const taken = await takenVersions(parent, wanted);
    if (wanted !== undefined && taken.includes(wanted))
      throw new UsageError(messages.numberTaken(`${experiment}/${wanted}`));
    const version = await claimVersion(parent, taken, wanted);
    if (version === null) throw new UsageError(messages.numberTaken(`${experiment}/${wanted}`));
    const target = join(parent, version);
    // Over the empty folder that keeps the number from others.
    await rename(folder, target).catch(async (error: unknown) => {
      await rmdir(target).catch(() => undefined);
      throw error;
    });
    const renamed = `${experiment}/${version}`;
    const named = (path: string, run: string) => {
      const known = path === target ? manifest : looseManifest(path);
      return known && writeRunFile(path, files.manifest, manifestText({ ...known, run }));
    };
    await named(target, renamed);
    for (const path of evaluationsOf(target))
      await named(path, `${renamed}/${files.evaluations}/${basename(path)}`);
    return renamed;
  } catch (error) {
    if (error instanceof UsageError || error instanceof RunError) throw error;
    throw new RunError(messages.cannotWrite(parent, systemReason(error)));
  }
}
