import { checkExperiment } from "../../check.ts";
import type { OverrideRecord } from "../../layout.ts";
import { type Diagnostic, ExperimentError } from "../../spec/diagnostic.ts";
import type { KeptExperiment, Request } from "../../spec/draft.ts";
import type { PlannedTrial } from "../../sweep/plan.ts";

/** An experiment of a sweep with what a trial replaces in it, to be checked. */
export function requestOf(
  kept: KeptExperiment,
  overrides: readonly OverrideRecord[],
  directory: string,
): Request {
  const replaced = { ...kept, overrides: [...kept.overrides, ...overrides] };
  return { file: kept.file, overrides: [], directory, isStrict: true, kept: replaced };
}

/**
 * Which keys under `vary` a mistake in an experiment comes of: the one that brings it about alone, or else all that the
 * trial has.
 *
 * @param directory the folder that the user is in
 * @returns empty where the experiment has this mistake by itself
 */
export async function causesOf(
  { message }: Diagnostic,
  { values, overrides }: Pick<PlannedTrial, "values" | "overrides">,
  kept: KeptExperiment,
  directory: string,
): Promise<string[]> {
  const isThere = async (some: readonly OverrideRecord[]) =>
    (await mistakesOf(requestOf(kept, some, directory))).includes(message);
  const keys = Object.keys(values);
  if (keys.length === 0 || (await isThere([]))) return [];
  for (const key of keys)
    if (await isThere(overrides.filter((override) => override.key === key))) return [key];
  return keys;
}

async function mistakesOf(request: Request): Promise<string[]> {
  try {
    await checkExperiment(request);
    return [];
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    return error.diagnostics.map(({ message }) => message);
  }
}
