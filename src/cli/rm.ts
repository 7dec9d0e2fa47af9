import { realpathSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { findRemovable, runName } from "../run/find.ts";
import { planRemoval, type Removal, removeRun } from "../run/remove.ts";
import { isInside } from "../inside.ts";
import { isSweep } from "../sweep/read.ts";
import { planSweepRemoval } from "../sweep/remove.ts";
import { visible } from "../text.ts";
import type { RmOutput } from "./outputs.ts";

export const help = `Usage: exp rm RUN... [--force] [--json]

Removes runs: what Lamina made in their folders, and lists of images that no other run has. Files of your own stay and are
named. A run that is running is refused; so is, without --force, one that could not be had back: finished, noted or tagged
and not committed, changed since it was committed, or with checkpoints to resume from. When one of several runs is
refused, none is removed.

  RUN      A run's name with its number (baseline/v003), or its folder in runs/. Not through symbolic links. Its
           evaluations go with it; one alone is baseline/v003/evaluations/NAME. A sweep (lr/sweep-001) goes with all its
           trials, none of which is removed alone.
  --force  Remove what could not be had back, too.
  --json   Print what was removed as JSON.`;

/** `exp rm RUN…` */
export async function rmCommand(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { force: { type: "boolean" }, json: { type: "boolean" } },
  });
  if (positionals.length === 0) throw new UsageError(messages.operandMissing("a run"));
  const directory = process.cwd();
  const runs = join(directory, "runs");
  const found = [];
  for (const word of positionals)
    found.push(sweepNamed(word, runs, directory) ?? (await findRemovable(word, runs, directory)));
  const folders = [...new Set(found)];
  const removals: Removal[] = [];
  for (const folder of folders) {
    const run = { folder, name: runName(folder, runs, directory) };
    const force = values.force ?? false;
    removals.push(
      isSweep(folder) ? await planSweepRemoval(run, force) : await planRemoval(run, folders, force),
    );
  }
  const restorable = new Map<string, string[]>();
  const output: RmOutput = { removed: [] };
  const say = (line: string) => {
    if (!values.json) process.stdout.write(`${visible(line)}\n`);
  };
  for (const removal of removals) {
    const { kept, list } = removeRun(removal);
    const { name, folder, commit } = removal;
    const shown = relative(directory, folder);
    const paths = [shown, ...(list === null ? [] : [join(dirname(shown), list)])];
    if (commit !== null) restorable.set(commit, [...(restorable.get(commit) ?? []), ...paths]);
    output.removed.push({ run: name, kept, commit });
    say(kept.length === 0 ? messages.removed(name) : messages.removedButOwn(name, shown, kept));
  }
  for (const [commit, paths] of restorable) say(messages.restores(commit, paths));
  if (values.json) process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
  return 0;
}

/** The folder of a sweep, named with its number and reached without links; null where a word is no sweep's. */
function sweepNamed(word: string, runs: string, directory: string): string | null {
  const folder = [resolve(runs, word), resolve(directory, word)].find((path) => isSweep(path));
  if (folder === undefined || !isInside(folder, runs)) return null;
  return realpathSync(folder) === join(realpathSync(runs), relative(runs, folder)) ? folder : null;
}
