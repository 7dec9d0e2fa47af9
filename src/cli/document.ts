import { join } from "node:path";
import { Declarations } from "../declarations.ts";
import { formatted } from "../run/document.ts";
import { type OutputName, outputSchemas } from "./output-schemas.ts";

const root = join(import.meta.dir, "../..");
const folder = "schema/output";

/** Modules whose types outputs are made of, besides what schema/run and schema/README.md document. */
const modules = [
  "cli/outputs",
  "charts/flow",
  "charts/paper/figures",
  "charts/paper/table-one",
  "compare/areas",
  "compare/data",
  "compare/diff",
  "compare/environment",
  "compare/experiment",
  "compare/results",
  "evaluate/delong",
  "evaluate/diagnostic",
  "evaluate/ranking",
  "evaluate/rule-figures",
  "evaluate/subgroups",
  "export/check/check",
  "export/export",
  "export/formats",
  "export/model",
  "run/remarks",
  "spec/diagnostic",
  "stages/sweep/status",
  "sweep/layout",
  "sweep/types",
  "spec/reference",
  "train/lr-range",
];

const introduction = `# What \`--json\` prints

Written by \`bun run generate\` from src/cli. Edit that instead.

Every command that answers a question takes \`--json\`. The answer goes to standard output, everything else (progress, warnings,
what went wrong) to standard error. The exit code is the command's own: 0 done, 1 the run failed, 2 the experiment or the call is
wrong, from 129 a signal. A command that fails prints nothing, except for those that fail by what they have found: \`check\`,
\`data\`, \`verify\`, \`charts\`, \`doctor\` and \`predict --strict\` print their answer all the same.

The schemas are JSON Type Definitions (RFC 8927). Types that are not declared here are those of a run's files
([schema/run](../run/README.md)) and of an experiment ([schema](../README.md)). A later version may add properties; what is there
keeps its name and meaning. A program in TypeScript has the same from [the library](../../src/library/README.md).`;

/** The schemas of what commands print, and the page on them, by path from the root. */
export async function documentOutputs(): Promise<Record<string, string>> {
  const texts = await Promise.all(
    modules.map((name) => Bun.file(join(import.meta.dir, "..", `${name}.ts`)).text()),
  );
  const types = new Declarations(texts);
  const names = Object.keys(outputSchemas) as OutputName[];
  const rows = names.map((name) => {
    const { commands, type } = outputSchemas[name];
    const shown = commands.map((command) => `\`exp ${command}\``).join(", ");
    return `| ${shown} | [${type}](#${type.toLowerCase()}) | [${fileOf(name)}](${fileOf(name)}) |`;
  });
  const parts = names.map((name) => {
    const { type } = outputSchemas[name];
    const declared = types.closure(type).map((text) => text.replaceAll(/^export /gm, ""));
    const isList = name === "list" ? "A list of these.\n\n" : "";
    return `## ${type}\n\n${isList}\`\`\`ts\n${declared.join("\n\n")}\n\`\`\``;
  });
  const table = ["| command | type | schema |", "| --- | --- | --- |", ...rows].join("\n");
  const documented = [
    [`${folder}/README.md`, `${[introduction, table, ...parts].join("\n\n")}\n`] as const,
    ...names.map(
      (name) =>
        [
          `${folder}/${fileOf(name)}`,
          `${JSON.stringify(outputSchemas[name].schema, null, 2)}\n`,
        ] as const,
    ),
  ];
  return Object.fromEntries(
    await Promise.all(
      documented.map(async ([path, text]) => [path, await formatted(path, text)] as const),
    ),
  );
}

function fileOf(name: OutputName): string {
  return `${name}.jtd.json`;
}

if (import.meta.main)
  for (const [path, text] of Object.entries(await documentOutputs()))
    await Bun.write(join(root, path), text);
