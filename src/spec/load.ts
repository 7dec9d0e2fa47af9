import {
  type Diagnostic,
  ExperimentError,
  isSamePlace,
  OVERRIDE_PREFIX,
  type Place,
} from "./diagnostic.ts";
import { type Draft, readDraft, type Request } from "./draft.ts";
import type { Experiment } from "./experiment.ts";
import { blameInvisible } from "./invisible.ts";
import type { Path } from "./locate.ts";
import { withoutMark } from "./read.ts";
import { resolveExperiment } from "./resolve.ts";
import type { ResolvedExperiment } from "./resolved.ts";
import { placeOfValue } from "./value-place.ts";

/** An experiment that is right as far as its text alone tells. */
export interface LoadedExperiment extends Pick<
  Draft,
  "name" | "file" | "shown" | "directory" | "text" | "extended" | "environment" | "overrides"
> {
  /** Where the value at a path comes from. */
  locate(path: Path): Place;
  /** The same of a value of the resolved experiment; null for a default. */
  origin(path: Path): Place | null;
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
  // What a variable should have held is told already.
  const isNew = (one: Diagnostic) => !draft.diagnostics.some((other) => isSamePlace(one, other));
  const found = [...draft.diagnostics, ...more.filter(isNew)];
  if (found.length > 0) {
    const sources = [draft, ...draft.extended];
    const diagnostics = sources.reduce<Diagnostic[]>(
      (some, { text, shown }) => blameInvisible(some, withoutMark(text), shown),
      found,
    );
    const order = byPlace(sources.map(({ shown }) => shown));
    throw new ExperimentError(diagnostics.toSorted(order), draft.untold);
  }
  const { name, file, shown, directory, text, extended, environment, overrides, places } = draft;
  const resolved = resolveExperiment(draft.value as Experiment);
  const locate: LoadedExperiment["locate"] = (path) => places.locate(path);
  const origin = (path: Path) => placeOfValue(draft.value, places, path);
  return {
    name,
    file,
    shown,
    directory,
    text,
    extended,
    environment,
    overrides,
    resolved,
    locate,
    origin,
  };
}

/** Overrides first: they are in sight. Then the experiment's files, and tables that it names. */
function byPlace(sources: readonly string[]) {
  const rank = ({ file }: Diagnostic) => {
    if (file.startsWith(OVERRIDE_PREFIX)) return -1;
    const index = sources.indexOf(file);
    return index === -1 ? sources.length : index;
  };
  return (a: Diagnostic, b: Diagnostic) =>
    rank(a) - rank(b) || a.line - b.line || a.column - b.column;
}
