import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { append } from "../arrays.ts";
import { messages } from "./messages.ts";
import { files, type OverrideRecord } from "../layout.ts";
import { withTrunk } from "./base.ts";
import { type Diagnostic, isSamePlace } from "./diagnostic.ts";
import { expand } from "./expand.ts";
import { experimentName, findExperiment, isNamedAsRun, isSeriesName, shownPath } from "./find.ts";
import { applyOverrides } from "./overrides.ts";
import { Places } from "./places.ts";
import { presetShown } from "./presets.ts";
import type { Finding, Problem } from "./problem.ts";
import { expectText, readText, UnfitFile } from "./read.ts";
import { isMapping, resolveValue } from "./resolve.ts";
import type { ResolvedExperiment } from "./resolved.ts";
import { experimentSchema, follow } from "./schema.ts";
import { dataProblems, engineProblems, trainProblems } from "./semantics.ts";
import type { Environment } from "./environment.ts";
import { readInherited, type SourceText } from "./inherit.ts";
import { findMistakes } from "./validate.ts";

/** What is to be read. */
export interface Request {
  /** As the user named it: a path, or a bare name that is looked for in `experiments/`. */
  file: string;
  /** What was given with `--set`: `train.epochs=3`. */
  overrides: readonly string[];
  /** Absolute path of the folder that the user is in. */
  directory: string;
  /** What variables hold that the experiment may declare; those of what is kept go before it. */
  environment?: Environment;
  /** Whether overrides may change no kind, as of a layer, and undo none of each other. */
  isStrict?: boolean;
  /** In place of the file's text. */
  kept?: KeptExperiment;
}

/** What a run has kept of its experiment. */
export interface KeptExperiment {
  /** Of its runs: "baseline". */
  name: string;
  /** Absolute path of the file that it was: its paths start from the file's folder. */
  file: string;
  /** What the text is called in messages. */
  shown: string;
  text: string;
  /** The files that it extended, as they were, the nearest first. */
  extended: readonly SourceText[];
  /** Values of the variables of the environment that it declares. */
  environment: Readonly<Record<string, string>>;
  /** What was replaced in it; as it was typed, of runs that noted no more. */
  overrides: readonly (OverrideRecord | string)[];
  /** Folder of the templates of its charts. */
  templates: string;
}

/** An experiment as far as it could be read, with every mistake in it that its text alone tells. */
export interface Draft {
  name: string;
  /** Absolute path of the file. */
  file: string;
  /** What its text is called in messages. */
  shown: string;
  /** Absolute path of the file's folder. */
  directory: string;
  /** The file's text, byte for byte. */
  text: string;
  /** The files that it extends, the nearest first. */
  extended: SourceText[];
  /** Values of the variables of the environment that it declares. */
  environment: Record<string, string>;
  /** What was replaced in it, in order. */
  overrides: OverrideRecord[];
  /** Folder of the user's templates of charts; it need not be there. */
  templates: string;
  /** Plain values, overridden and expanded: an `Experiment` when there are no diagnostics. */
  value: unknown;
  places: Places;
  diagnostics: Diagnostic[];
  /** How many more mistakes there are. */
  untold: number;
  /** What the user should know, and is no mistake. */
  warnings: string[];
  /** One section with every value written out; undefined when it is not right by the schema. */
  section<Name extends keyof ResolvedExperiment>(name: Name): ResolvedExperiment[Name] | undefined;
}

/** @throws UsageError when there is no such file; whatever is wrong with one is in the draft's diagnostics */
export async function readDraft(request: Request): Promise<Draft> {
  const { kept } = request;
  const file = kept?.file ?? (await findExperiment(request.file, request.directory));
  const directory = dirname(file);
  const source: SourceText = {
    file,
    shown: kept?.shown ?? shownPath(file, request.directory),
    ...(await textOf(() => (kept ? expectText(kept.text) : readText(file)))),
  };
  const environment = kept?.environment ?? request.environment ?? {};
  const inherited = await readInherited(source, environment, async (path, index) => {
    const noted = kept?.extended[index];
    if (kept ? !noted : !existsSync(path)) return null;
    const shown = noted?.shown ?? presetShown(path) ?? shownPath(path, request.directory);
    const text = await textOf(() => (noted ? expectText(noted.text) : readText(path)));
    return { file: path, shown, ...text };
  });
  const { value: written, diagnostics, texts, extended, beginning } = inherited;
  const { isStrict = false } = request;
  const target = { experimentFolder: directory, directory: request.directory, isStrict };
  const asked = [...(kept?.overrides ?? []), ...request.overrides];
  const overridden = applyOverrides(written, asked, target);
  const { value: expanded, origins, findings: inShort, unused } = expand(overridden.value);
  const { value, findings: ofBase } = withTrunk(expanded, directory);
  const misshapen = [...inShort, ...ofBase];
  const places = new Places(texts, overridden.overrides, origins);
  const draft = {
    name: kept?.name ?? experimentName(file, request.directory),
    ...source,
    directory,
    extended,
    environment: inherited.environment,
    overrides: overridden.overrides.map(({ path, value: put }) => ({
      key: path.join("."),
      value: put,
    })),
    templates: kept?.templates ?? join(directory, files.charts),
    value,
    places,
  };

  const unreadable = { ...draft, untold: 0, warnings: [], section: () => undefined };
  if (written === undefined) return { ...unreadable, diagnostics };
  append(diagnostics, overridden.diagnostics);
  if (!isSeriesName(draft.name)) {
    diagnostics.push({ ...beginning, message: messages.notAnExperimentName(draft.name) });
  } else if (!kept && isNamedAsRun(draft.name)) {
    diagnostics.push({ ...beginning, message: messages.namedAsRun(draft.name) });
  }
  append(
    diagnostics,
    misshapen.map((finding) => places.diagnoseWritten(finding)),
  );
  // What is extended may well have more blocks than are used here.
  const isOwn = (block: string) =>
    texts.locate(["model", "blocks", block], "key").file === source.shown;
  const only = value === null ? messages.experimentEmpty() : sweepHint(value);
  const { findings, untold } =
    only === null ? findMistakes(value) : { findings: [{ path: [], message: only }], untold: 0 };
  // What is not told may be wrong with any of them.
  const section: Draft["section"] = (name) =>
    untold > 0 ? undefined : resolveSection(value, name, [...misshapen, ...findings]);
  const problems = places.diagnoseAll([...findings, ...unfitTogether(section)]);
  // What could not be read as YAML or written out was left empty, which is not worth a second word.
  const isNew = (problem: Diagnostic) => !diagnostics.some((other) => isSamePlace(problem, other));
  return {
    ...draft,
    section,
    untold,
    diagnostics: [...diagnostics, ...problems.filter(isNew)],
    warnings: unused.filter(isOwn).map(messages.unusedBlock),
  };
}

/** What to do with a file that is a sweep; null where it is none. */
function sweepHint(value: unknown): string | null {
  const isSweep =
    isMapping(value) && "experiment" in value && ("vary" in value || "search" in value);
  return isSweep && !("model" in value) ? messages.isSweep() : null;
}

async function textOf(
  read: () => string | Promise<string>,
): Promise<Pick<SourceText, "text" | "fault">> {
  try {
    return { text: await read() };
  } catch (error) {
    if (error instanceof UnfitFile) return { text: error.before, fault: error.message };
    throw error;
  }
}

function resolveSection<Name extends keyof ResolvedExperiment>(
  experiment: unknown,
  name: Name,
  findings: readonly Finding[],
): ResolvedExperiment[Name] | undefined {
  const isBroken = findings.some(({ path, key }) => (path[0] ?? key) === name);
  if (isBroken || !isMapping(experiment)) return undefined;
  const schema = experimentSchema.properties![name]!;
  const written = experiment[name] ?? follow(schema).default;
  return written === undefined
    ? undefined
    : (resolveValue(written, schema) as ResolvedExperiment[Name]);
}

function unfitTogether(section: Draft["section"]): Problem[] {
  const data = section("data");
  const train = section("train");
  const engine = section("engine");
  return [
    ...(data ? dataProblems(data) : []),
    ...(train ? trainProblems(train) : []),
    ...(engine ? engineProblems(engine) : []),
  ];
}
