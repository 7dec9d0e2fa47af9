import { readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { SWEEP_NUMBER } from "../layout.ts";
import { experimentName, isSeriesName } from "../spec/find.ts";
import { looseManifest } from "./loose-manifest.ts";
import { versionsAmong } from "./version.ts";

/**
 * The name that an experiment's runs have: its own, or, where that is the series of another file, the name of its folder
 * before it.
 *
 * @param directory where commands are called
 * @returns other: the file whose series it does not join
 * @throws UsageError where both are taken
 */
export function seriesOf(
  { name, file }: { name: string; file: string },
  directory: string,
): { name: string; other?: string } {
  const otherOf = (series: string) => otherFileOf(file, join(directory, "runs", series), directory);
  const other = otherOf(name);
  if (other === undefined) return { name };
  const own = `${basename(dirname(file))}/${basename(name)}`;
  if (!isSeriesName(own) || otherOf(own) !== undefined)
    throw new UsageError(messages.otherSeries(name, other));
  return { name: own, other };
}

/** The name that runs of a kept experiment have: a trial's are those of its file, and no trials. */
export function keptSeries(
  { name, file }: { name: string; file: string },
  directory: string,
): string {
  const isOfSweep = name.split("/").some((step) => SWEEP_NUMBER.test(step));
  return isOfSweep ? experimentName(file, directory) : name;
}

/**
 * The other experiment file, if there is one, whose runs are in the folder that a file's would go to: two files of one
 * name would be one series.
 *
 * @param file absolute path of the experiment
 * @param runs folder of its runs; it need not be there
 * @param directory where commands are called, from which runs name their files
 * @returns as the latest run names it; undefined where there is none, or it is gone or moved
 */
export function otherFileOf(file: string, runs: string, directory: string): string | undefined {
  for (const version of versions(runs).toReversed()) {
    const named = looseManifest(join(runs, version))?.experiment;
    if (typeof named !== "string") continue;
    const [ours, theirs] = [real(file), real(resolve(directory, named))];
    return theirs === undefined || theirs === ours ? undefined : named;
  }
  return undefined;
}

function versions(folder: string): string[] {
  try {
    return versionsAmong(readdirSync(folder));
  } catch {
    return [];
  }
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
