import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { checkExperiment, type CheckedExperiment } from "../check.ts";
import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { findRun } from "../run/find.ts";
import { keptExperiment } from "../run/kept.ts";
import { files } from "../layout.ts";
import { keptSeries, seriesOf } from "../run/series.ts";
import { VERSION } from "../run/version.ts";
import type { Request } from "../spec/draft.ts";
import { onlyOperand } from "./operands.ts";

/** The options of every command that takes an experiment. */
export const requestOptions = {
  set: { type: "string", multiple: true },
  from: { type: "string" },
} as const;

export const requestHelp = `  --from RUN       Take the experiment from a run (baseline/v003) as the run has it, --set and charts included,
                   whatever has become of its file since.
  --set KEY=VALUE  Replace one value of the experiment: --set train.epochs=3. A path is relative to where you are.`;

/**
 * The experiment that the user means: a file, or what a run has kept of one.
 * @throws UsageError
 */
export async function readRequest(
  { set: overrides = [], from }: { set?: string[] | undefined; from?: string | undefined },
  operands: readonly string[],
  directory: string,
): Promise<Request> {
  const runs = join(directory, "runs");
  if (from === undefined) {
    const file = onlyOperand(operands, "an experiment");
    const folder = runOf(resolve(directory, file));
    if (folder !== null) throw new UsageError(messages.textOfRun(file, relative(runs, folder)));
    return { file, overrides, directory, environment: process.env };
  }
  if (operands.length > 0) throw new UsageError(messages.fromAndFile(from, operands[0]!));
  const kept = await keptExperiment(await findRun(from, runs, directory), directory);
  return { file: kept.file, overrides, directory, kept };
}

/**
 * An experiment that is to be run, under the name that its runs have.
 * @returns warning: that these are not where its own name says
 */
export async function checkForRun(
  request: Request,
): Promise<{ checked: CheckedExperiment; warning: string | null }> {
  const checked = await checkExperiment(request);
  const { experiment } = checked;
  const { name, other = undefined } = request.kept
    ? { name: keptSeries(request.kept, request.directory) }
    : seriesOf(experiment, request.directory);
  const warning = other === undefined ? null : messages.ownSeries(experiment.name, other, name);
  return { checked: { ...checked, experiment: { ...experiment, name } }, warning };
}

/** The folder of the run whose text a file is; null where it is none. */
function runOf(file: string): string | null {
  const folder = dirname(file);
  const isText = basename(file) === files.experiment && VERSION.test(basename(folder));
  return isText && existsSync(join(folder, files.manifest)) ? folder : null;
}
