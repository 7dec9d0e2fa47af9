import { join } from "node:path";
import { Declarations } from "../declarations.ts";
import { formatted } from "../run/document.ts";

const root = join(import.meta.dir, "../..");
const TYPES = "src/library/lamina.d.ts";

/** Modules whose functions are the library. */
const functions = ["experiments", "model", "runs"];
/** Modules whose types these take and give, besides those of the settings. */
const modules = [
  "library/types",
  "cli/outputs",
  "layout",
  "compare/areas",
  "compare/data",
  "compare/diff",
  "compare/environment",
  "compare/experiment",
  "compare/results",
  "compare/settings",
  "evaluate/delong",
  "export/check/check",
  "export/export",
  "export/formats",
  "export/model",
  "run/remarks",
  "spec/diagnostic",
  "spec/reference",
  "train/lr-range",
];

const head = `// Written by \`bun run generate\` from src. Edit that instead.

/**
 * Lamina as a library.
 *
 * Nothing happens before a function is called. What trains or predicts does so in a process of its own.
 */

/** The run failed for a reason outside the experiment. Its message is for people, as are those of the others. */
export declare class RunError extends Error {
  override name: string;
}

/** The loss is no longer a number. */
export declare class Diverged extends RunError {
  override name: string;
}

/** The call is wrong: there is no such file or run, or it cannot be done with it. */
export declare class UsageError extends Error {
  override name: string;
}

/** The experiment is wrong. */
export declare class ExperimentError extends Error {
  override name: string;
  constructor(diagnostics: readonly Diagnostic[], untold?: number);
  /** Every mistake, in the order in which they are shown. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many there are besides. */
  readonly untold: number;
}
`;

/**
 * The types of the package in one file that names no other: a program that uses it is checked by its own settings, which the
 * sources need not meet.
 */
export async function declareLibrary(): Promise<Record<string, string>> {
  const read = (name: string) => Bun.file(join(import.meta.dir, "..", `${name}.ts`)).text();
  const types = new Declarations(await Promise.all(modules.map(read)));
  const own = (await read("library/types")).matchAll(/^export (?:interface|type) (\w+)/gm);
  const given = [
    "CheckOutput",
    "DataOutput",
    "DiffOutput",
    "ExportOutput",
    "ListedOutput",
    "LrOutput",
    "VerifyOutput",
  ];
  const declared = [...Array.from(own, ([, name]) => name!), ...given].flatMap((name) =>
    types.closure(name),
  );
  const called = (await Promise.all(functions.map((name) => read(`library/${name}`)))).flatMap(
    (text) =>
      Array.from(
        text.matchAll(signature),
        ([, comment, name]) => `${comment}export declare function ${name};`,
      ),
  );
  const settings = (await read("spec/resolved")).replace(/^\/\/.*\n/, "");
  // What is not exported by its own word is not.
  const text = [
    head,
    "export {};",
    ...called,
    ...[...declared, ...types.closure("Diagnostic")].map((one) => ambient(inSettings(one))),
    `/** Settings of an experiment, with every value written out. */\nexport declare namespace Settings {\n${settings}\n}`,
  ].join("\n\n");
  return { [TYPES]: await formatted(TYPES, text) };
}

/** The comment of an exported function, and what it takes and gives. */
const signature =
  /(\/\*\*(?:(?!\*\/)[^])*\*\/\n)export (?:async )?function (\w+\([^{]*?\): [^{]*?) \{\n/g;

/** Settings have a name space of their own: they have a Split, a Model and a Data, too. */
function inSettings(text: string): string {
  return text.replaceAll(/\bResolvedExperiment\b/g, "Settings.ResolvedExperiment");
}

/** A constant is declared by its type. */
function ambient(text: string): string {
  return text
    .replace(
      /^export const (\w+) = (\[[^]*\]) as const;$/m,
      (_, name: string, list: string) =>
        `declare const ${name}: readonly ${list.replaceAll("...", "...typeof ")};`,
    )
    .replace(
      /^export const (\w+) = (\{[^]*\}) as const;$/m,
      (_, name: string, object: string) =>
        `declare const ${name}: ${object.replaceAll(",\n", ";\n")};`,
    )
    .replaceAll(/import\("[^"]*"\)\./g, "");
}

if (import.meta.main)
  for (const [path, text] of Object.entries(await declareLibrary()))
    await Bun.write(join(root, path), text);
