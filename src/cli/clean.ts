import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { residues } from "../compare/run-folders.ts";
import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { contentsOf, removeRun } from "../run/remove.ts";
import { visible } from "../text.ts";

export const help = `Usage: exp clean [--yes]

Removes what is left in runs/ of runs that are not there: weights, pictures and reports, which git does not keep and so
leaves behind when it switches to a branch without the run, or deletes it. It shows the folders and asks first. Files of
your own in them stay and are named.

  --yes  Do not ask.`;

/** `exp clean`: residue of runs, removed once the user agrees. */
export async function clean(words: string[]): Promise<number> {
  const { values } = parseArgs({ args: words, options: { yes: { type: "boolean" } } });
  const directory = process.cwd();
  const folders = residues(join(directory, "runs"));
  if (folders.length === 0) {
    process.stdout.write(`${messages.nothingToClean()}\n`);
    return 0;
  }
  const shown = folders.map((folder) => visible(relative(directory, folder)));
  process.stdout.write(`${shown.join("\n")}\n`);
  if (!values.yes) {
    if (!process.stdin.isTTY) throw new UsageError(messages.cleanAsks());
    if (!confirm(messages.cleanQuestion(folders.length))) return 0;
  }
  let removed = 0;
  for (const folder of folders) {
    const { kept } = removeRun({ folder, contents: contentsOf(folder), list: null });
    if (kept.length === 0) removed++;
    else process.stdout.write(`${visible(messages.stays(relative(directory, folder), kept))}\n`);
  }
  process.stdout.write(`${messages.cleaned(removed)}\n`);
  return 0;
}
