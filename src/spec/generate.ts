import { join } from "node:path";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { compile } from "json-schema-to-typescript";
import { changesOf } from "./changes.ts";
import { wholeDefinition } from "./demands.ts";
import { mapParts, plainSchema, withoutShorthands } from "./plain.ts";
import { referencePage, sweepReferencePage } from "./reference-page.ts";
import {
  experimentSchema,
  follow,
  fullForm,
  type Schema,
  shownValue,
  sweepSchema,
} from "./schema.ts";

const bannerOf = (kinds: string) =>
  `// Written by \`bun run generate\` from schema/${kinds}.schema.json. Edit that instead.`;

/** What is written by hand, and behind it the form of files that extend others. */
const SCHEMA = "../../schema/experiment.schema.json";
/** The references of every key. */
const PAGE = "../../schema/README.md";
const SWEEP_PAGE = "../../schema/sweep.md";

/** Each generated file's text, by its name in this folder. */
export async function generate(): Promise<Record<string, string>> {
  const schema = withoutTitles(plainSchema());
  const sweep = withoutTitles(sweepSchema);
  const resolved = asResolved(schema);
  const layer = { ...resolved.definitions?.layer, title: "ResolvedLayer" };
  return {
    "experiment.ts": await toTypeScript("experiment", {
      ...asWritten(schema),
      title: "Experiment",
    }),
    "resolved.ts": await toTypeScript("experiment", {
      ...resolved,
      title: "ResolvedExperiment",
      definitions: { ...resolved.definitions, layer },
    }),
    "sweeps/resolved.ts": await toTypeScript("sweep", {
      ...asResolved(sweep),
      title: "ResolvedSweep",
    }),
    "validator.js": toValidator(schema, sweep),
    [SCHEMA]: await withChanges(),
    [PAGE]: await formatted("schema/README.md", referencePage()),
    [SWEEP_PAGE]: await formatted("schema/sweep.md", sweepReferencePage()),
  };
}

/** ajv takes longer to compile the schemas than a command takes for all else: its code is kept. */
function toValidator(schema: Schema, sweep: Schema): string {
  const ajv = new Ajv({
    validateSchema: false,
    meta: false,
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    inlineRefs: false,
    messages: false,
    formats: { path: true },
    code: { source: true, esm: true, optimize: 2, lines: true },
  });
  ajv.addSchema(schema, "experiment");
  ajv.addSchema(shorthandSchema(), "shorthands");
  ajv.addSchema(sweep, "sweep");
  const written = standaloneCode(ajv, {
    validate: "experiment",
    validateRepeat: "shorthands#/definitions/repeat",
    validateBlock: "shorthands#/definitions/block",
    validateBlocks: "shorthands#/definitions/blocks",
    validateSweep: "sweep",
  });
  // It would copy all errors for each new one: a list of ten thousand wrong layers then takes a minute.
  const code = written.replaceAll(/vErrors\.concat\((\w+\.errors)\)/g, "joined(vErrors, $1)");
  return `${bannerOf("{experiment,sweep}")}\nfunction joined(to, more) { for (const one of more) to.push(one); return to; }\n${code}`;
}

/** What layers are written shorter with. The layers inside are looked at when they are written out. */
function shorthandSchema(): Schema {
  const names = ["repeat", "block", "blocks", "blockDefinition"];
  const parts = names.map(
    (name) =>
      [
        name,
        withoutShorthands(wholeDefinition(name, experimentSchema.definitions![name]!)),
      ] as const,
  );
  const withoutLayers = ({ properties: { layers, ...others } = {}, ...part }: Schema): Schema => {
    const { items: _, ...list } = layers ?? {};
    return { ...part, properties: { ...others, ...(layers && { layers: list }) } };
  };
  const definitions = parts.map(([name, part]) => [
    name,
    withoutTitles(part.properties ? withoutLayers(part) : part),
  ]);
  return { definitions: Object.fromEntries(definitions) };
}

async function toTypeScript(kind: string, schema: Schema): Promise<string> {
  const text = await compile(schema as object, schema.title ?? "", {
    bannerComment: bannerOf(kind),
    additionalProperties: false,
    format: false,
  });
  return formatted("src/spec/generated.ts", text);
}

/** The schema of experiments, with the form of files that extend others behind what is written by hand. */
async function withChanges(): Promise<string> {
  const { type, additionalProperties, properties, definitions } = experimentSchema;
  const whole = {
    type: type!,
    additionalProperties: additionalProperties!,
    properties: properties!,
  };
  const changes = Object.entries(changesOf({ ...definitions, whole }, "whole")).map(
    ([name, part], index) => {
      const $comment = "From here on written by `bun run generate` from what stands above.";
      const shown = index === 0 ? { $comment, ...part } : part;
      return `${JSON.stringify(name)}: ${JSON.stringify(shown)}`;
    },
  );
  const text = await Bun.file(join(import.meta.dir, SCHEMA)).text();
  const hand = text.slice(0, text.search(/,?\s*(?:"\w+Changes": \{|\}\s*\}\s*$)/));
  return formatted("schema/experiment.schema.json", `${hand},\n${changes.join(",\n")}}}`);
}

/** A text as the formatter leaves the file of this path. */
async function formatted(path: string, text: string): Promise<string> {
  const formatter = Bun.spawn([process.execPath, "fmt", "--stdin-filepath", path], {
    cwd: `${import.meta.dir}/../..`,
    stdin: new Blob([text]),
  });
  return new Response(formatter.stdout).text();
}

/** For editors and documentation alone: types are named after the definitions. */
const forReaders: ReadonlySet<string> = new Set([
  "title",
  "doNotSuggest",
  "defaultSnippets",
  "example",
]);

function withoutTitles(schema: Schema): Schema {
  const kept = Object.entries(mapParts(schema, withoutTitles)).filter(
    ([keyword]) => !forReaders.has(keyword),
  );
  const example = schema.examples === undefined ? shownValue(schema) : undefined;
  return { ...Object.fromEntries(kept), ...(example !== undefined && { examples: [example] }) };
}

/** Bounds of a list that is no pair would only make the types clumsy. */
function asWritten(schema: Schema): Schema {
  const { minItems, maxItems, ...rest } = mapParts(schema, asWritten);
  return minItems === maxItems
    ? { ...rest, ...(minItems && { minItems, maxItems: minItems }) }
    : rest;
}

/** Every value with a default is there, and every short form is written out. */
function asResolved(schema: Schema): Schema {
  const full = fullForm(schema);
  if (full) return asResolved({ ...full, ...described(schema) });
  const { default: _, ...resolved } = mapParts(asWritten(schema), asResolved);
  if (!schema.properties) return resolved;
  const always = Object.entries(schema.properties).filter(
    ([, property]) => follow(property).default !== undefined,
  );
  return { ...resolved, required: [...(schema.required ?? []), ...always.map(([key]) => key)] };
}

function described({ description }: Schema): Pick<Schema, "description"> {
  return description === undefined ? {} : { description };
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(await generate()))
    await Bun.write(`${import.meta.dir}/${name}`, text);
}
