import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import packageJson from "../../package.json";
import { checkExperiment } from "../check.ts";
import { sampleLooks } from "../data/sample-looks.ts";
import { findImages } from "../data/source/find-images.ts";
import { splitNamed } from "../data/source/layouts.ts";
import { RunError, UsageError } from "../errors.ts";
import { files, type Split } from "../layout.ts";
import { makeFolders } from "../made-folders.ts";
import { removeRegular } from "../regular-file.ts";
import { messages as runMessages } from "../run/messages.ts";
import { systemReason } from "../system-error.ts";
import { messages } from "./messages.ts";
import { ExperimentError } from "../spec/diagnostic.ts";
import { isSeriesName } from "../spec/find.ts";
import { resolveValue } from "../spec/resolve.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { starterText } from "../spec/starter.ts";
import { imageCounts } from "./image-counts.ts";
import { onlyOperand } from "./operands.ts";
import type { NewOutput } from "./outputs.ts";
import { terminal } from "./progress.ts";

export const help = `Usage: exp new NAME --from FOLDER [--json]

Writes experiments/NAME.yaml for a folder of images: one folder for each class in it, or folders train, validation and
test of such folders. Some images are looked at for their size and colour. Nothing that is there is written over.

  NAME           Of the experiment, and of its runs.
  --from FOLDER  The images.
  --json         Print what was written as JSON.`;

/** Images that are opened. */
const MOST_LOOKED_AT = 40;

/** `exp new NAME --from FOLDER`: an experiment to begin with. */
export async function newExperiment(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { from: { type: "string" }, json: { type: "boolean" } },
  });
  const directory = process.cwd();
  const name = onlyOperand(positionals, "the new experiment").replace(/\.ya?ml$/, "");
  if (!isSeriesName(name)) throw new UsageError(messages.notAName(name));
  if (values.from === undefined) throw new UsageError(messages.fromMissing(name));
  const shown = `experiments/${name}.yaml`;
  const file = join(directory, shown);
  const taken = [file, file.replace(/yaml$/, "yml")].find((path) => existsSync(path));
  if (taken !== undefined)
    throw new UsageError(messages.experimentExists(relative(directory, taken)));
  const text = await textFor(resolve(directory, values.from), dirname(file), directory);
  await expectRight({ name, file, shown, text }, directory);
  await writeNew(file, text);
  const output: NewOutput = { experiment: name, file: shown };
  terminal(process.stdout).write(
    values.json ? `${JSON.stringify(output)}\n` : `${messages.experimentWritten(shown, name)}\n`,
  );
  return 0;
}

/** Writes a file that is not there, whole or not at all. @throws RunError where the system refuses */
async function writeNew(path: string, text: string): Promise<void> {
  const refuse = (error: unknown): never => {
    throw new RunError(runMessages.systemRefuses(path, "written", systemReason(error)));
  };
  const undo = await makeFolders(dirname(path)).catch(refuse);
  try {
    const file = await open(path, "wx");
    try {
      await file.writeFile(text);
    } catch (error) {
      removeRegular(path);
      throw error;
    } finally {
      await file.close();
    }
  } catch (error) {
    undo();
    refuse(error);
  }
}

/** @param home folder of the experiment's file @throws UsageError where there are no images */
async function textFor(folder: string, home: string, directory: string): Promise<string> {
  const given = splitFolders(folder);
  const from = (path: string) => writtenFrom(home, path, directory);
  const paths = {
    train: join(folder, given.train ?? ""),
    ...(given.validation !== undefined && { validation: join(folder, given.validation) }),
    ...(given.test !== undefined && { test: join(folder, given.test) }),
  };
  const data = resolveValue(paths, { $ref: "#/definitions/data" }) as ResolvedExperiment["data"];
  const { source, problems } = await findImages(data, 1, home);
  if (problems.length > 0)
    throw new UsageError(messages.notFitForNew(problems.map(({ message }) => message)));
  const training = source.files.filter(({ split }) => split === "train");
  const looks = await sampleLooks(
    training.map(({ absolutePath }) => absolutePath),
    MOST_LOOKED_AT,
  );
  if (looks.sizes.length === 0) {
    const names = training.map(({ file }) => file);
    throw new UsageError(messages.noImagesToLookAt(folder, names));
  }
  const counts = [...imageCounts(source).classes].map(
    ([label, { train, validation, test }]) =>
      [label, train + validation + test] as [string, number],
  );
  return starterText({
    ...looks,
    train: from(paths.train),
    ...(paths.validation !== undefined && { validation: from(paths.validation) }),
    ...(paths.test !== undefined && { test: from(paths.test) }),
    schema: from(schemaPath(directory)),
    remark: messages.aboutImages(counts, looks.sizes, training.length),
    images: training.length,
  });
}

/** Of Lamina as it runs: by the folder that it is installed in, where it is installed here. */
function schemaPath(directory: string): string {
  const inside = join("schema", "experiment.schema.json");
  const own = join(import.meta.dir, "../..", inside);
  const installed = join(directory, "node_modules", packageJson.name, inside);
  return existsSync(installed) && realpathSync(installed) === realpathSync(own) ? installed : own;
}

/** A path as an experiment has it: from its folder, and whole where it lies far from where the user is. */
function writtenFrom(home: string, path: string, directory: string): string {
  const isFar = relative(dirname(directory), path).startsWith("..");
  return isFar ? path : relative(home, path).split(sep).join("/") || ".";
}

/** The folders of splits in a folder, where it holds no classes of its own. */
function splitFolders(folder: string): Partial<Record<Split, string>> {
  if (!existsSync(folder)) throw new UsageError(messages.noSuchFolder(folder));
  // It may be a table of labels.
  if (!statSync(folder).isDirectory()) return {};
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name);
  const bySplit = Object.fromEntries(names.map((one) => [splitNamed(one) ?? "", one]));
  return "train" in bySplit && !("" in bySplit) ? bySplit : {};
}

/** Holds an experiment against all that can be wrong with one before it is written. @throws UsageError */
async function expectRight(
  experiment: { name: string; file: string; shown: string; text: string },
  directory: string,
): Promise<void> {
  const templates = join(dirname(experiment.file), files.charts);
  const kept = { ...experiment, extended: [], environment: {}, overrides: [], templates };
  await checkExperiment({ file: experiment.file, overrides: [], directory, kept }).catch(
    (error: unknown) => {
      if (!(error instanceof ExperimentError)) throw error;
      throw new UsageError(messages.notFitForNew(error.diagnostics.map(({ message }) => message)));
    },
  );
}
