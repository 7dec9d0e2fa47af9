import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { evaluationsOf } from "../run/evaluations.ts";
import { findRun, runName } from "../run/find.ts";
import { renameRun } from "../run/rename.ts";
import { visible } from "../text.ts";
import { refreshReport } from "./charts.ts";
import type { RenameOutput } from "./outputs.ts";

export const help = `Usage: exp rename RUN [NUMBER] [--json]

Gives a run another number, with everything in its folder: for two branches that both made a v003. Its id, text and
figures stay as they are.

  RUN     A run's name (baseline/v003), an experiment's for its latest run (baseline), or a run's folder.
  NUMBER  Such as v007. Without one, the next that is free here, on every branch and in every commit that git knows.
  --json  Print what it is called now as JSON.`;

/** `exp rename RUN [NUMBER]` */
export async function renameCommand(words: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  const [run, number, ...rest] = positionals;
  if (run === undefined) throw new UsageError(messages.operandMissing("a run"));
  if (rest.length > 0) throw new UsageError(messages.operandTooMuch("a run and a number", rest));
  const directory = process.cwd();
  const runs = join(directory, "runs");
  const folder = await findRun(run, runs, directory);
  const name = runName(folder, runs, directory);
  const renamed = await renameRun(folder, name, number);
  const output: RenameOutput = { before: name, run: renamed };
  process.stdout.write(
    values.json ? `${JSON.stringify(output)}\n` : `${visible(name)} is now ${visible(renamed)}\n`,
  );
  // Reports say which run they are of.
  const moved = join(dirname(folder), basename(renamed));
  for (const path of [moved, ...evaluationsOf(moved)]) await refreshReport(path, directory);
  return 0;
}
