import { type Diagnostic, ExperimentError, OVERRIDE_PREFIX, type Place } from "./diagnostic.ts";
import { type Draft, readDraft, type Request } from "./draft.ts";
import type { Experiment } from "./experiment.ts";
import { blameInvisible } from "./invisible.ts";
import type { Path } from "./locate.ts";
import { withoutMark } from "./read.ts";
import { resolveExperiment } from "./resolve.ts";
import type { ResolvedExperiment } from "./resolved.ts";

/** An experiment that is right as far as its text alone tells. */
export interface LoadedExperiment extends Pick<
  Draft,
  "name" | "file" | "shown" | "directory" | "text" | "overrides"
> {
  /** Where the value at a path comes from. */
  locate(path: Path): Place;
  resolved: ResolvedExperiment;
}

/**
 * Reads an experiment file, puts the overrides in and fills in every default.
 *
 * @throws ExperimentError with every mistake that was found
 * @throws UsageError when there is no such file
 */
export async function loadExperiment(request: Request): Promise<LoadedExperiment> {
  return finish(await readDraft(request));
}

/** @param more mistakes that were found since. @throws ExperimentError when there are any at all */
export function finish(draft: Draft, more: readonly Diagnostic[] = []): LoadedExperiment {
  const found = [...draft.diagnostics, ...more];
  if (found.length > 0) {
    const diagnostics = blameInvisible(found, withoutMark(draft.text), draft.shown);
    throw new ExperimentError(diagnostics.toSorted(byPlace), draft.untold);
  }
  const { name, file, shown, directory, text, overrides, places } = draft;
  const resolved = resolveExperiment(draft.value as Experiment);
  const locate: LoadedExperiment["locate"] = (path) => places.locate(path);
  return { name, file, shown, directory, text, overrides, resolved, locate };
}

/** Overrides first: they are in sight. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  const files = a.file === b.file ? 0 : isOfTable(a) - isOfTable(b);
  return isOfFile(a) - isOfFile(b) || files || a.line - b.line || a.column - b.column;
}

/** Tables that the experiment names come after it. */
function isOfTable({ file }: Diagnostic): number {
  return /\.ya?ml$/i.test(file) ? 0 : 1;
}

function isOfFile({ file }: Diagnostic): number {
  return file.startsWith(OVERRIDE_PREFIX) ? 0 : 1;
}
