import { describe, expect, test } from "bun:test";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fitHelp } from "../../src/cli/help.ts";

const folder = join(import.meta.dir, "../../src/cli");
const helps: [name: string, help: string][] = [];
for (const name of readdirSync(folder).filter((one) => one.endsWith(".ts"))) {
  const text = await Bun.file(join(folder, name)).text();
  if (!text.includes("export const help = ")) continue;
  const { help } = (await import(join(folder, name))) as { help: string };
  helps.push([name, help]);
}
const wordsOf = (text: string) => text.split(/\s+/);

describe("the help of each command", () => {
  test("is found", () => expect(helps.length).toBeGreaterThan(20));

  test.each(helps)("%s fits a terminal, and has the same words there", (_, help) => {
    for (const columns of [80, 100]) {
      const fitted = fitHelp(help, columns);
      expect(fitted.split("\n").filter((line) => line.length > columns)).toEqual([]);
      expect(wordsOf(fitted)).toEqual(wordsOf(help));
    }
    expect(fitHelp(help, 200)).toBe(help);
  });
});

const help = `Usage: exp show RUN [--all] [--only NAME]
       exp show --list

Shows a run: it is a sentence that goes on and on, so that it takes more than one line of the one hundred and twenty columns
that a help is written for.

  --all        Everything, which may be a lot, so that it is told here at some length, and goes on in the line that is
               beneath it.
  --only NAME  One thing.
`;

test("an option keeps its column, and a paragraph is one again", () => {
  expect(fitHelp(help, 40)).toBe(`Usage: exp show RUN [--all]
                [--only NAME]
       exp show --list

Shows a run: it is a sentence that goes
on and on, so that it takes more than
one line of the one hundred and twenty
columns that a help is written for.

  --all        Everything, which may be
               a lot, so that it is told
               here at some length, and
               goes on in the line that
               is beneath it.
  --only NAME  One thing.
`);
});

test("where there is no room beside an option, it is told beneath", () => {
  expect(fitHelp(help, 24)).toContain(`  --only NAME
      One thing.
`);
});
