import { basename, dirname, join } from "node:path";
import { readdir, stat } from "node:fs/promises";
import { UsageError } from "../../errors.ts";
import { type Diagnostic, ExperimentError, type Place, printPath } from "../diagnostic.ts";
import { experimentName, findExperiment, isSeriesName, shownPath } from "../find.ts";
import { blameInvisible } from "../invisible.ts";
import type { Path } from "../locate.ts";
import { parseYaml } from "../parse.ts";
import type { Finding } from "../problem.ts";
import { readText, UnfitFile, withoutMark } from "../read.ts";
import { isMapping, resolveValue } from "../resolve.ts";
import { nearest } from "../../nearest.ts";
import { isOnlyText, schemaAt, sweepSchema } from "../schema.ts";
import { findSweepMistakes } from "../validate.ts";
import { messages } from "./messages.ts";
import type { ResolvedSweep } from "./resolved.ts";
import { sweepProblems } from "./semantics.ts";

/** A sweep that is right as far as its own text tells. */
export interface SweepFile {
  /** Of its folder: "lr" of experiments/lr.sweep.yaml. */
  name: string;
  /** Absolute path. */
  file: string;
  /** What its text is called in messages. */
  shown: string;
  /** Of the file, absolute: its paths start there. */
  directory: string;
  /** Byte for byte. */
  text: string;
  resolved: ResolvedSweep;
  locate(path: Path, part?: "key" | "value"): Place;
}

const ENDING = ".sweep";
const SWEEP_FILE = /\.sweep\.ya?ml$/;

/**
 * Reads a sweep that the user named: a path, or a bare name that is looked for in experiments/, with or without
 * `.sweep.yaml`.
 *
 * @throws ExperimentError with every mistake in it @throws UsageError when there is no such file
 */
export async function readSweep(given: string, directory: string): Promise<SweepFile> {
  const file = await findSweep(given, directory);
  const name = experimentName(file, directory).replace(/\.sweep$/, "");
  const shown = shownPath(file, directory);
  try {
    return sweepOf({ name, file, shown, text: await readText(file) });
  } catch (error) {
    if (!(error instanceof UnfitFile)) throw error;
    const place = { file: shown, line: 1, column: 1, excerpt: "" };
    throw new ExperimentError([{ ...place, message: error.message }]);
  }
}

/** @throws ExperimentError with every mistake in the text */
export function sweepOf(source: Pick<SweepFile, "name" | "file" | "shown" | "text">): SweepFile {
  const { name, file, shown, text } = source;
  const yaml = withoutMark(text);
  const { value, diagnostics, locator } = parseYaml(yaml, shown, (path) => {
    const schema = schemaAt(path, sweepSchema);
    return schema !== undefined && isOnlyText(schema);
  });
  const tell = ({ path, key, message }: Finding): Diagnostic => ({
    ...(key === undefined ? locator.locate(path, "value") : locator.locate([...path, key], "key")),
    message: path.length > 0 ? `${printPath(path)}: ${message}` : message,
  });
  const fail = (found: readonly Diagnostic[], untold = 0) => {
    const order = (a: Diagnostic, b: Diagnostic) => a.line - b.line || a.column - b.column;
    return new ExperimentError(blameInvisible([...found], yaml, shown).toSorted(order), untold);
  };
  if (value === undefined) throw fail(diagnostics);
  const beginning = { ...locator.at(0, 0), excerpt: "" };
  const misnamed = isSeriesName(name)
    ? []
    : [{ ...beginning, message: messages.notASweepName(name) }];
  if (value === null) throw fail([...misnamed, { ...beginning, message: messages.sweepEmpty() }]);
  if (isExperiment(value)) throw fail([{ ...beginning, message: messages.isExperiment(shown) }]);
  const { findings, untold } = findSweepMistakes(value);
  const found = [...diagnostics, ...misnamed, ...findings.map(tell)];
  if (found.length > 0) throw fail(found, untold);
  const resolved = resolveValue(value, sweepSchema) as ResolvedSweep;
  const problems = sweepProblems(resolved);
  if (problems.length > 0) throw fail(problems.map(tell));
  return {
    ...source,
    directory: dirname(file),
    resolved,
    locate: (path, part = "value") => locator.locate(path, part),
  };
}

function isExperiment(value: unknown): boolean {
  return isMapping(value) && !("experiment" in value) && ("model" in value || "data" in value);
}

async function findSweep(given: string, directory: string): Promise<string> {
  const names =
    /\.ya?ml$/.test(given) || given.endsWith(ENDING) ? [given] : [given + ENDING, given];
  for (const name of names) {
    const found = await findExperiment(name, directory).catch((error: unknown) => {
      if (error instanceof UsageError) return null;
      throw error;
    });
    if (found !== null && (await stat(found)).isFile()) return found;
  }
  const entries = await readdir(join(directory, "experiments")).catch(() => []);
  const known = entries.filter((name) => SWEEP_FILE.test(name)).toSorted();
  const bare = (name: string) => basename(name).replace(/(?:\.sweep)?(?:\.ya?ml)?$/, "");
  const near = nearest(bare(given), known.map(bare));
  const meant = known.find((name) => bare(name) === near);
  throw new UsageError(messages.sweepNotFound(given, known, meant));
}
