import { join } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { findRun, runName } from "../run/find.ts";
import { withRunLock } from "../run/lock.ts";
import { changeTags, readRemarks } from "../run/remarks.ts";
import { visible } from "../text.ts";
import { refreshReport } from "./charts.ts";
import type { TagOutput } from "./outputs.ts";

export const help = `Usage: exp tag RUN [TAG...] [--remove] [--json]

Tags a run: lines of tags.txt in its folder, which git keeps. Its report shows them, and exp list --where tags=final
finds the runs of a tag. Without a tag it prints those that the run has.

  RUN       A run's name (baseline/v003), an experiment's for its latest run (baseline), or a run's folder.
  TAG       A word of letters, digits and . _ + : / @ -, such as final or paper/figure-2.
  --remove  Take these tags from the run.
  --json    Print all tags of the run as JSON.`;

/** `exp tag RUN TAG…` */
export async function tagCommand(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { remove: { type: "boolean" }, json: { type: "boolean" } },
  });
  const [run, ...given] = positionals;
  const remove = values.remove ?? false;
  if (run === undefined) throw new UsageError(messages.operandMissing("a run"));
  if (remove && given.length === 0)
    throw new UsageError(messages.operandMissing("the tags to remove"));
  const directory = process.cwd();
  const runs = join(directory, "runs");
  const folder = await findRun(run, runs, directory);
  const name = runName(folder, runs, directory);
  const change = async () => {
    const before = readRemarks(folder).tags;
    const tags = await changeTags(folder, name, given, { remove });
    if (tags.join() !== before.join()) await refreshReport(folder, directory);
    return tags;
  };
  const tags = given.length === 0 ? readRemarks(folder).tags : await withRunLock(folder, change);
  const output: TagOutput = { run: name, tags };
  process.stdout.write(
    values.json ? `${JSON.stringify(output)}\n` : `${visible(messages.tags(name, tags))}\n`,
  );
  return 0;
}
