import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { findRun, runName } from "../run/find.ts";
import { files } from "../layout.ts";
import { withRunLock } from "../run/lock.ts";
import { addNote, readRemarks } from "../run/remarks.ts";
import { visible } from "../text.ts";
import { refreshReport } from "./charts.ts";
import type { NoteOutput } from "./outputs.ts";

export const help = `Usage: exp note RUN ["TEXT"] [--json]

Adds a note to a run, with the date in UTC: a line of notes.md in its folder, which git keeps. Its report and exp list
show it. Without a text it prints the notes. Edit notes.md to change or remove one.

  RUN   A run's name (baseline/v003), an experiment's for its latest run (baseline), or a run's folder.
  TEXT  In quotes; line breaks become spaces. One that begins with a dash comes after --.

  --json  Print all notes of the run as JSON.`;

/** `exp note RUN [TEXT]` */
export async function noteCommand(words: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  const [run, text, ...rest] = positionals;
  if (run === undefined) throw new UsageError(messages.operandMissing("a run"));
  if (rest.length > 0) throw new UsageError(messages.noteUnquoted(run));
  const directory = process.cwd();
  const runs = join(directory, "runs");
  const folder = await findRun(run, runs, directory);
  const name = runName(folder, runs, directory);
  const printAll = () => {
    const output: NoteOutput = { run: name, notes: readRemarks(folder).notes };
    process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
    return 0;
  };
  if (text === undefined) {
    if (values.json) return printAll();
    const { notes } = readRemarks(folder);
    const lines = notes.map((note) => (note.date === null ? "" : `${note.date}: `) + note.text);
    if (notes.length === 0) lines.push(messages.noNotes(name));
    process.stdout.write(`${lines.map(visible).join("\n")}\n`);
    return 0;
  }
  await withRunLock(folder, async () => {
    await addNote(folder, text, new Date());
    await refreshReport(folder, directory);
  });
  if (values.json) return printAll();
  const file = relative(directory, join(folder, files.notes));
  process.stdout.write(`${visible(messages.noted(file))}\n`);
  return 0;
}
