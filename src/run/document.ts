import Ajv from "ajv/dist/jtd";
import standaloneCode from "ajv/dist/standalone/index.js";
import { join } from "node:path";
import { Declarations } from "../declarations.ts";
import { SEAL_FILE } from "./belongings.ts";
import { files, formatVersions } from "../layout.ts";
import { recordSchemas, validatedSchemas } from "./record-schemas.ts";
import { steps } from "./versions.ts";

const root = join(import.meta.dir, "../..");
const folder = "schema/run";

type Kind = keyof typeof formatVersions;

/** The record type of each file, and how the file holds it. */
const documented: readonly { file: string; kind?: Kind; type?: string; text: string }[] = [
  { file: files.experiment, text: "The experiment as the user wrote it, byte for byte." },
  {
    file: `${files.extends}/`,
    text: "The files that the experiment extends, byte for byte: `1-NAME.yaml` is the one that experiment.yaml names, `2-NAME.yaml` the one that that one names, and so on; request.json has their paths. Only there where there are any.",
  },
  {
    file: files.resolved,
    kind: "resolved",
    text: "The experiment with every value written out, by `../experiment.schema.json`; keys sorted. It names no version as long as that is 1. A setting that is newer than the run has its default when the run is read.",
  },
  {
    file: files.request,
    kind: "request",
    type: "RequestRecord",
    text: "With experiment.yaml and extends/, all that `exp run --from` needs to run it again.",
  },
  {
    file: files.data,
    kind: "data",
    type: "StoredData",
    text: "Its list is a CSV file beside the runs, shared by all with the same images: one image per line, with the columns `split`, `label`, `file`, `sha256`, `group`, `notes` (words with spaces between), and `column(NAME)` for each of `data.labels.columns.subgroups`. Frame 3 of a file with several that are an image each has `#3` behind `file` and behind `sha256`. A name that a spreadsheet would take for a formula has an apostrophe before it.",
  },
  {
    file: files.history,
    type: "EpochRecord",
    text: "One epoch per line. The columns are `epoch`, `train_loss`, `train_accuracy`, then `validation_loss`, `validation_accuracy` (or `test_…` where nothing is held out for validation), where early stopping looks at another figure that (`validation_auc`, `validation_f1`, `validation_balanced_accuracy`), and `learning_rate`. Figures have 6 decimals, the learning rate all its digits; a loss that is no number is `NaN`. Other columns are another version.",
  },
  {
    file: files.metrics,
    kind: "metrics",
    type: "Metrics",
    text: "Figures have up to 10 significant digits, one more than the probabilities that they follow from; a threshold has all of its own. Earlier versions wrote every digit of all of them, and are read to 10.",
  },
  {
    file: files.predictions,
    type: "PredictionRecord",
    text: "One image of the evaluated split per line, in the order of data.json. The columns are `file`, `actual`, `predicted`, then `p(CLASS)` for each class; probabilities have up to 9 significant digits. A name that a spreadsheet would take for a formula, or that begins with an apostrophe, has an apostrophe before it.",
  },
  {
    file: files.confusionMatrix,
    kind: "confusionMatrix",
    type: "ConfusionMatrix",
    text: "",
  },
  {
    file: `${files.evaluations}/NAME/`,
    text: "What `exp evaluate` found on other images: the same files as a run's. experiment.yaml, request.json, extends/, resolved.json, history.csv and templates/ are the run's own; data.json holds the images itself and says under `evaluation` how their classes were taken. Not part of what makes two runs equal.",
  },
  {
    file: files.manifest,
    kind: "manifest",
    type: "Manifest",
    text: "It may hold more than is named here. Indented by two, as `JSON.stringify` does.",
  },
  {
    file: files.readme,
    text: "For a forge, which shows it below the files of the folder: the accuracy, what it cannot tell, the charts, and links. Written anew from the run's text, as charts/ and report.html are, and not sealed. One that does not begin with Lamina's comment is yours, and left as it is.",
  },
  {
    file: files.notes,
    text: "What people say about the run, by `exp note` or by hand, one note per line: `- 2026-12-01: text`. Only there where there is one. It is not sealed: a run is the same with and without notes and tags.",
  },
  {
    file: files.tags,
    text: "Words to find the run by, by `exp tag` or by hand, one tag per line, sorted. Only there where there is one. Not sealed either.",
  },
];

/** What is no text, and not in git. */
const beside = `## model/, pictures/, checkpoints/, report.html

Not kept in git. \`model/\` holds the network in tfjs's layers format (\`model.json\`, \`weights.bin\`) and how images are prepared for it (\`preprocessing.json\`, \`whitening.bin\`), and a model card that follows from the text files (\`README.md\`); \`pictures/\` what the report shows of images, listed in \`pictures.json\`; \`checkpoints/\` the states that training can go on from, as safetensors: each is called by its number and the first 16 digits of the SHA-256 of its content, and its metadata has the position in the training as JSON under \`lamina\`. \`${SEAL_FILE}\` in each, and a \`meta\` element in the report, is the SHA-256 of the names and SHA-256 of the text files: where git has laid another run's text beside them, they do not agree.`;

/** The schemas as code, by path from the root: ajv takes longer to compile them than a command takes for all else. */
function validators(): Record<string, string> {
  const ajv = new Ajv({
    validateSchema: false,
    code: { source: true, esm: true, optimize: 2, lines: true },
  });
  const kinds = Object.entries<object>(validatedSchemas);
  for (const [kind, schema] of kinds) ajv.addSchema(schema, kind);
  const code = standaloneCode(ajv, Object.fromEntries(kinds.map(([kind]) => [kind, kind])));
  const banner = "// Written by `bun run generate` from record-schemas.ts. Edit that instead.";
  return { "src/run/record-validators.js": `${banner}\n${code}` };
}

/**
 * Documentation of the text files of a run, the schemas of the JSON files among them, and what holds files against them, by
 * path from the root.
 */
export async function documentFormats(): Promise<Record<string, string>> {
  const types = new Declarations([await Bun.file(join(import.meta.dir, "../layout.ts")).text()]);
  const schemas = Object.entries(recordSchemas).map(
    ([kind, schema]) => [schemaPath(kind as Kind), `${JSON.stringify(schema, null, 2)}\n`] as const,
  );
  const texts = [...schemas, [`${folder}/README.md`, readme(types)] as const];
  const written = await Promise.all(
    texts.map(async ([path, text]) => [path, await formatted(path, text)] as const),
  );
  return { ...Object.fromEntries(written), ...validators() };
}

function schemaPath(kind: Kind): string {
  return `${folder}/${files[kind].replace(".json", ".jtd.json")}`;
}

function readme(types: Declarations): string {
  const overview = documented.map(({ file, kind }) => {
    const hasSchema = kind !== undefined && Object.hasOwn(recordSchemas, kind);
    const name = hasSchema ? schemaPath(kind).slice(folder.length + 1) : "";
    return `| \`${file}\` | ${kind === undefined ? (file.endsWith(".csv") ? "by its columns" : "") : formatVersions[kind]} | ${hasSchema ? `[${name}](${name})` : ""} |`;
  });
  const parts = documented.map(({ file, kind, type, text }) =>
    [
      `## ${file}`,
      text,
      ...(kind === undefined ? [] : news(kind)),
      ...(type === undefined ? [] : [`\`\`\`ts\n${shown(types, type).join("\n\n")}\n\`\`\``]),
    ]
      .filter((part) => part !== "")
      .join("\n\n"),
  );
  return `${[introduction, ["| file | version | schema |", "| --- | --- | --- |", ...overview].join("\n"), ...parts, beside].join("\n\n")}\n`;
}

const introduction = `# The text of a run

Written by \`bun run generate\` from src/run. Edit that instead.

Every text file is UTF-8 with line feeds, and ends with one. JSON has one value per line, and the items of a long list
each whole on a line of its own; CSV is RFC 4180. The schemas are JSON Type Definitions (RFC 8927).

A JSON file says the version of its format in \`formatVersion\`; a CSV file by the names of its columns. Lamina reads
every version that it ever wrote: it lifts an old record to today's format when it reads it, and leaves the file as it
is. A file of a newer Lamina is refused by its version. What is only added, and need not be there, makes no version.

Wherever a finished run is read, each file has to have the SHA-256 that the manifest has of it, and the manifest its own;
line ends may be others, as git makes them. The figures have to be those that predictions.csv comes to, and the files of
one run have to agree. Of intervals that the bootstrap draws only their order and range are looked at. A file that is not
so is named, and no figure of the run is shown.`;

function news(kind: Kind): string[] {
  return steps[kind].map((step, index) => `Version ${index + 2}: ${step.news}`);
}

/** A declaration and all that it names, as a page shows them. */
function shown(types: Declarations, name: string): string[] {
  return types
    .closure(name)
    .filter((text) => !text.includes("export const formatVersions"))
    .map((text) =>
      text
        .replaceAll(/^export /gm, "")
        .replace(/typeof formatVersions\.(\w+)/, (_, kind: Kind) => String(formatVersions[kind])),
    );
}

/** A text as the formatter leaves the file of this path. */
export async function formatted(path: string, text: string): Promise<string> {
  const formatter = Bun.spawn([process.execPath, "fmt", "--stdin-filepath", path], {
    cwd: root,
    stdin: new Blob([text]),
  });
  return new Response(formatter.stdout).text();
}

if (import.meta.main) {
  for (const [path, text] of Object.entries(await documentFormats()))
    await Bun.write(join(root, path), text);
}
