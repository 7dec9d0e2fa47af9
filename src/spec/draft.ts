import { dirname } from "node:path";
import { messages } from "../messages.ts";
import { type Diagnostic, type Place, printPath } from "./diagnostic.ts";
import { experimentName, findExperiment, shownPath } from "./find.ts";
import type { Path } from "./locate.ts";
import { applyOverrides } from "./overrides.ts";
import { parseYaml } from "./parse.ts";
import type { Finding, Problem } from "./problem.ts";
import { readText, UnfitFile } from "./read.ts";
import { resolveValue } from "./resolve.ts";
import type { ResolvedExperiment } from "./resolved.ts";
import { experimentSchema, follow } from "./schema.ts";
import { dataProblems, trainProblems } from "./semantics.ts";
import { findMistakes } from "./validate.ts";

/** What is to be read. */
export interface Request {
  /** As the user named it: a path, or a bare name that is looked for in `experiments/`. */
  file: string;
  /** What was given with `--set`: `train.epochs=3`. */
  overrides: readonly string[];
  /** Absolute path of the folder that the user is in. */
  directory: string;
}

/** An experiment as far as it could be read, with every mistake in it that its text alone tells. */
export interface Draft {
  name: string;
  /** Absolute paths of the file and of its folder. */
  file: string;
  directory: string;
  /** The file's text, byte for byte. */
  text: string;
  diagnostics: Diagnostic[];
  /** Plain values with the overrides in them: an `Experiment` when there are no diagnostics. */
  value: unknown;
  /** One section with every value written out; undefined when it is not right by the schema. */
  section<Name extends keyof ResolvedExperiment>(name: Name): ResolvedExperiment[Name] | undefined;
  /** Where the value at a path comes from: the file or an override. */
  locate(path: Path): Place;
  /** Ties a problem to its place. */
  diagnose(problem: Problem): Diagnostic;
}

const BYTE_ORDER_MARK = "\uFEFF";

/** @throws UsageError when there is no such file; whatever is wrong with one is in the draft's diagnostics */
export async function readDraft({
  file: given,
  overrides: texts,
  directory: here,
}: Request): Promise<Draft> {
  const file = await findExperiment(given, here);
  const name = experimentName(file);
  const directory = dirname(file);
  const { text, fault } = await readText(file).then(
    (text) => ({ text, fault: undefined }),
    (error: unknown) => {
      if (error instanceof UnfitFile) return { text: error.before, fault: error.message };
      throw error;
    },
  );
  const yaml = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const { value: written, diagnostics, locator } = parseYaml(yaml, shownPath(file, here));
  const {
    value,
    overrides,
    diagnostics: badOverrides,
  } = applyOverrides(written, texts, { experimentFolder: directory, directory: here });

  const locate = (path: Path, part: "key" | "value" = "value"): Place => {
    const above = overrides.findLast((override) => isPrefix(override.path, path));
    if (above) return above.place;
    const below = locator.has(path)
      ? undefined
      : overrides.findLast((override) => isPrefix(path, override.path));
    return below?.place ?? locator.locate(path, part);
  };
  const diagnose = ({ path, key, message }: Finding): Diagnostic => ({
    ...(key === undefined ? locate(path) : locate([...path, key], "key")),
    message: path.length > 0 ? `${printPath(path)}: ${message}` : message,
  });
  const draft = { name, file, directory, text, value, locate, diagnose, section: () => undefined };

  if (fault !== undefined)
    return { ...draft, diagnostics: [{ ...locator.at(yaml.length, yaml.length), message: fault }] };
  if (written === undefined) return { ...draft, diagnostics };
  const findings =
    written === null && overrides.length === 0
      ? [{ path: [], message: messages.experimentEmpty() }]
      : findMistakes(value);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._-]{0,99}$/u.test(name)) {
    diagnostics.push({ ...locator.at(0, 0), message: messages.notAnExperimentName(name) });
  }
  const section = <Name extends keyof ResolvedExperiment>(part: Name) =>
    resolveSection(value, part, findings);
  const data = section("data");
  const train = section("train");
  const problems = [
    ...findings,
    ...(data ? dataProblems(data) : []),
    ...(train ? trainProblems(train) : []),
  ];
  return {
    ...draft,
    section,
    diagnostics: [...badOverrides, ...diagnostics, ...problems.map(diagnose)],
  };
}

function resolveSection<Name extends keyof ResolvedExperiment>(
  experiment: unknown,
  name: Name,
  findings: readonly Finding[],
): ResolvedExperiment[Name] | undefined {
  const isBroken = findings.some(
    ({ path, key }) => path[0] === name || (path.length === 0 && key === undefined),
  );
  const schema = experimentSchema.properties![name]!;
  const written = isBroken
    ? undefined
    : ((experiment as Record<string, unknown>)[name] ?? follow(schema).default);
  return written === undefined
    ? undefined
    : (resolveValue(written, schema) as ResolvedExperiment[Name]);
}

function isPrefix(start: Path, path: Path): boolean {
  return start.length <= path.length && start.every((step, index) => step === path[index]);
}
