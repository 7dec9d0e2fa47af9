import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import type { KeptExperiment } from "../spec/draft.ts";
import { shownPath } from "../spec/find.ts";
import { presetShown } from "../spec/presets.ts";
import type { LoadedExperiment } from "../spec/load.ts";
import {
  type ExtendedText,
  extendsFile,
  files,
  formatVersions,
  type RequestRecord,
} from "../layout.ts";
import { isEvaluation } from "./evaluations.ts";
import { looseManifest } from "./loose-manifest.ts";
import { parseRequest } from "./records.ts";
import { folderSource, readOptional, readRecord, type RunSource, withSeals } from "./source.ts";

/** Where runs are kept, from the folder that commands are called in. */
const RUNS = "runs";

/** What a run is asked to do. @param directory the folder that holds `runs` */
export function requestOf(
  {
    file,
    overrides,
    extended,
    environment,
  }: Pick<LoadedExperiment, "file" | "overrides" | "extended" | "environment">,
  directory: string,
): RequestRecord {
  const shown = (path: string) =>
    presetShown(path) ?? shownPath(path, directory).split(sep).join("/");
  return {
    formatVersion: formatVersions.request,
    file: shown(file),
    overrides: [...overrides],
    ...(extended.length > 0 && { extends: extended.map((one) => shown(one.file)) }),
    ...(Object.keys(environment).length > 0 && { environment }),
  };
}

/** The texts of the files that a run's experiment extends, as the run has them. @throws RunError where one is missing */
export async function extendedTexts(
  source: RunSource,
  request: RequestRecord | null,
): Promise<{ extended?: ExtendedText[] }> {
  const names = request?.extends?.map(extendsFile) ?? [];
  if (names.length === 0) return {};
  const texts = names.map((name) => readRecord(source, name, (text) => ({ name, text })));
  return { extended: await Promise.all(texts) };
}

/**
 * The experiment of a run as the run has it, whatever has become of its file since: its text, what was replaced in it, its
 * templates of charts, and the folder that its paths start from.
 *
 * @param folder of the run
 * @param directory where the user is
 * @throws RunError where the run's text is missing, damaged or no longer what it was
 */
export async function keptExperiment(folder: string, directory: string): Promise<KeptExperiment> {
  if (isEvaluation(folder)) throw new UsageError(messages.isAnEvaluation(folder));
  const source = await withSeals(folderSource(folder));
  const text = await readRecord(source, files.experiment, (content) => content);
  const request = await readOptional(source, files.request, parseRequest);
  const { extended = [] } = await extendedTexts(source, request);
  const home = homeOf(folder);
  const manifest = looseManifest(folder);
  const file = request?.file ?? manifest?.experiment;
  if (typeof file !== "string") throw new UsageError(messages.noFileNoted(folder));
  return {
    name: relative(join(home, RUNS), dirname(folder)).split(sep).join("/"),
    file: resolve(home, file),
    shown: shownPath(join(folder, files.experiment), directory),
    text,
    extended: extended.map(({ name, text: content }, index) => ({
      file: resolve(home, request!.extends![index]!),
      shown: shownPath(join(folder, name), directory),
      text: content,
    })),
    environment: request?.environment ?? {},
    overrides: request?.overrides ?? wordsOf(manifest?.command ?? []),
    templates: join(folder, files.templates),
  };
}

/** The folder that commands were called in: the one above the nearest `runs` around a run. */
function homeOf(folder: string): string {
  for (let above = dirname(folder); dirname(above) !== above; above = dirname(above))
    if (basename(above) === RUNS) return dirname(above);
  return dirname(dirname(folder));
}

/** What was given with --set, of a run that noted only what was typed. */
export function wordsOf(command: readonly string[]): string[] {
  return command.flatMap((word, index) =>
    word.startsWith("--set=")
      ? word.slice("--set=".length)
      : command[index - 1] === "--set"
        ? word
        : [],
  );
}
