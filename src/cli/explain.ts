import { parseArgs } from "node:util";
import { maximum } from "../arrays.ts";
import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { type Entry, findEntries, reference } from "../spec/reference.ts";
import { onlyOperand } from "./operands.ts";
import type { ExplainOutput } from "./outputs.ts";
import { terminal } from "./progress.ts";
import { wrap } from "./table.ts";

export const help = `Usage: exp explain [KEY] [--json]

Shows what a key of experiments or of sweeps means, what may be written there, its default and an example. Without KEY,
the keys that an experiment begins with.

  KEY  data.split, train.optimizer.adam.beta1, or the end of such a name; of a layer conv or conv.filters.

  --json  Print the keys with all that is inside them as JSON.`;

/** Columns of the text. */
const WIDTH = 100;

/** `exp explain KEY`: what a key means. */
export async function explain(words: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  const { write } = terminal(process.stdout);
  const print = (found: ExplainOutput) => write(`${JSON.stringify(found, null, 2)}\n`);
  if (positionals.length === 0) {
    if (values.json) print(reference());
    else write(`${listed(reference())}\n`);
    return 0;
  }
  const name = onlyOperand(positionals, "a key");
  const { entries, isOfSweeps, meant } = findEntries(name);
  const [only, ...others] = entries;
  if (!only) throw new UsageError(messages.noSuchKey(name, meant));
  if (values.json) print(entries);
  else {
    const told = others.length > 0 ? listed(entries, ({ name: whole }) => whole) : explained(only);
    write(`${told}\n${isOfSweeps ? `\n${messages.keyOfSweeps()}\n` : ""}`);
  }
  return 0;
}

function explained(entry: Entry): string {
  const { name, place, description, type, example, isRequired } = entry;
  const facts = [
    ["value", type],
    ["default", isRequired ? messages.hasToBeGiven() : (entry.default ?? "")],
    ["example", example ?? ""],
    ["place", place === "model.layers" ? messages.placeOfLayer() : place],
  ].filter(([, fact]) => fact !== "");
  const lines = facts.map(([title, fact]) => `  ${title!.padEnd(9)}${indented(fact!, 11)}`);
  return [
    name,
    indented(description, 2, "  "),
    "",
    ...lines,
    ...(entry.keys.length > 0 ? ["", listed(entry.keys)] : []),
  ].join("\n");
}

/** Keys with what each means. */
function listed(entries: readonly Entry[], called = lastName): string {
  const width = maximum(entries.map((entry) => called(entry).length)) + 2;
  return entries
    .map((entry) => {
      const usual = entry.isRequired ? messages.required() : messages.usually(entry.default);
      const text = `${entry.description}${usual}`;
      return `  ${called(entry).padEnd(width)}${indented(text, width + 2)}`;
    })
    .join("\n");
}

function lastName({ name }: Entry): string {
  return name.split(".").at(-1)!;
}

/** A text over several lines, of which all but the first begin after so many spaces. */
function indented(text: string, columns: number, first = ""): string {
  return first + wrap(text, WIDTH - columns).replaceAll("\n", `\n${" ".repeat(columns)}`);
}
