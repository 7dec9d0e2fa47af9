import { type Entry, reference } from "./reference.ts";
import { sweepSchema } from "./schema.ts";
import { sweepIntroduction } from "./sweeps/introduction.ts";

/** schema/README.md: every key of experiments. */
export function referencePage(): string {
  return pageOf(introduction, reference());
}

/** schema/sweep.md: the same of sweeps. */
export function sweepReferencePage(): string {
  return pageOf(sweepIntroduction, reference(sweepSchema));
}

function pageOf(beginning: string, entries: readonly Entry[]): string {
  const parts = [beginning, list(entries), ...entries.flatMap(sections)];
  return `${parts.join("\n\n")}\n`;
}

const introduction = `# Every key of an experiment

Written by \`bun run generate\` from experiment.schema.json. Edit that instead. \`bun run exp explain conv.filters\` shows
one key in the terminal. Many runs at once are in [sweep.md](sweep.md). What a run writes is in [run/](run/README.md).`;

/** A section for each key that has others inside it. */
function sections(entry: Entry): string[] {
  if (entry.keys.length === 0) return [];
  const { name, description, example } = entry;
  const parts = [
    `## ${name}`,
    plain(description),
    ...(example === null ? [] : [`\`\`\`yaml\n${example}\n\`\`\``]),
    list(entry.keys),
  ];
  return [parts.join("\n\n"), ...entry.keys.flatMap(sections)];
}

function list(entries: readonly Entry[]): string {
  return entries
    .map((entry) => {
      const key = entry.name.split(".").at(-1)!;
      const shown = entry.keys.length > 0 ? `[${key}](#${anchor(entry.name)})` : `\`${key}\``;
      const usual = entry.default === null ? [] : [`default \`${entry.default}\``];
      const facts = [plain(entry.type), ...(entry.isRequired ? ["required"] : usual)];
      return `- ${shown} (${facts.join("; ")}): ${plain(entry.description)}`;
    })
    .join("\n");
}

/** As forges make it of a heading. */
function anchor(name: string): string {
  return name.toLowerCase().replaceAll(".", "");
}

/** A text in which nothing is Markdown. */
function plain(text: string): string {
  return text.replaceAll(/[*_<\\[\]]/g, "\\$&");
}
