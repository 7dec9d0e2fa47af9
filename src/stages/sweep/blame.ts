import { type Diagnostic, OVERRIDE_PREFIX, type Place } from "../../spec/diagnostic.ts";
import { inOneLine } from "../../spec/describe.ts";
import type { Path } from "../../spec/locate.ts";
import type { SweepFile } from "../../spec/sweeps/read-sweep.ts";
import type { PlannedTrial } from "../../sweep/plan.ts";
import { messages } from "./messages.ts";

/**
 * A mistake of what the sweep puts in, at its place in the sweep, and so is one of the experiment that comes of that; one
 * of the experiment itself, with what was put in.
 *
 * @param causes keys under vary that bring it about
 */
export function placed(
  diagnostic: Diagnostic,
  sweep: SweepFile,
  { values, experiment }: PlannedTrial,
  causes: readonly string[],
): Diagnostic {
  const [cause, ...more] = causes;
  if (cause !== undefined) {
    const where = `${diagnostic.file}:${diagnostic.line}`;
    const settings = causes.map((key) => `${key}: ${inOneLine(values[key])}`);
    const message = diagnostic.message + messages.inExperiment(where, settings.join(", "));
    const path = more.length === 0 ? pathOf(cause, sweep, values) : ["vary"];
    return { ...sweep.locate(path, more.length === 0 ? "value" : "key"), message };
  }
  if (!diagnostic.file.startsWith(OVERRIDE_PREFIX)) {
    const settings = Object.entries(values).map(([key, value]) => `${key}: ${inOneLine(value)}`);
    const isSeveral = settings.length > 0;
    return isSeveral
      ? { ...diagnostic, message: diagnostic.message + messages.withSettings(settings.join(", ")) }
      : diagnostic;
  }
  const key = overriddenIn(diagnostic)!;
  const place = sweep.locate(pathOf(key, sweep, values), "value");
  const file = sweep.resolved.experiment[experiment]!;
  const where = sweep.resolved.experiment.length > 1 ? messages.withSettings(file) : "";
  return { ...place, message: diagnostic.message + where };
}

/** The key whose override is wrong; undefined of a mistake elsewhere. */
export function overriddenIn({ file }: Diagnostic): string | undefined {
  if (!file.startsWith(OVERRIDE_PREFIX)) return undefined;
  return file.slice(OVERRIDE_PREFIX.length).split("=")[0];
}

/** Of what is wrong with a key whatever its value. */
export function placeOfKey(key: string, sweep: SweepFile): Place {
  return Object.hasOwn(sweep.resolved.vary, key)
    ? sweep.locate(["vary", key], "key")
    : sweep.locate(pathOf(key, sweep, {}));
}

/** Where the sweep says what a key is replaced with. */
function pathOf(
  key: string,
  { resolved: { vary } }: SweepFile,
  values: PlannedTrial["values"],
): Path {
  if (Object.hasOwn(values, key)) {
    const range = vary[key];
    const at = Array.isArray(range)
      ? range.findIndex((one) => Bun.deepEquals(one, values[key]))
      : -1;
    return at >= 0 ? ["vary", key, at] : ["vary", key];
  }
  if (key === "seed") return ["vary", "seed"];
  return key === "evaluate.split" ? ["objective"] : ["vary", "fold"];
}

/** Two overrides of one trial may be told at one place of the sweep. */
export function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const told = new Map(
    diagnostics.map((one) => [JSON.stringify([one.file, one.line, one.column, one.message]), one]),
  );
  return [...told.values()].toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  );
}
