import { type Diagnostic, ExperimentError } from "./diagnostic.ts";
import { type Draft, readDraft, type Request } from "./draft.ts";
import type { Experiment } from "./experiment.ts";
import { resolveExperiment } from "./resolve.ts";
import type { ResolvedExperiment } from "./resolved.ts";

/** An experiment that is right as far as its text alone tells. */
export interface LoadedExperiment extends Pick<
  Draft,
  "name" | "file" | "directory" | "text" | "locate"
> {
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
  const diagnostics = [...draft.diagnostics, ...more];
  if (diagnostics.length > 0) throw new ExperimentError(diagnostics.toSorted(byPlace));
  const { name, file, directory, text, locate } = draft;
  return {
    name,
    file,
    directory,
    text,
    locate,
    resolved: resolveExperiment(draft.value as Experiment),
  };
}

/** Overrides first: they are in sight. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  const isFile = ({ file }: Diagnostic) => Number(!file.startsWith("--set "));
  return isFile(a) - isFile(b) || a.line - b.line || a.column - b.column;
}
