import { basename, extname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { asOnDisk } from "../data/source/folder.ts";
import { findLabelled } from "../data/source/labelled.ts";
import { isTable } from "../data/source/labels.ts";
import { UsageError } from "../errors.ts";
import { messages as evaluateMessages } from "../evaluate/messages.ts";
import { isEvaluation, isEvaluationName, requireNoEvaluation } from "../run/evaluations.ts";
import { findRun, runName } from "../run/find.ts";
import { messages as runMessages } from "../run/messages.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { evaluateRun, type EvaluationSettings } from "../stages/evaluate.ts";
import { readModel, type RunModel } from "../stages/open-model.ts";
import { visible } from "../text.ts";
import { inThisWorld, outputOf, tellFinished, threadsOf } from "./effects.ts";
import { messages } from "./messages.ts";
import { onlyOperand } from "./operands.ts";
import { excludedLines, leakLines, skippedLine } from "./run-reporter.ts";

export const help = `Usage: exp evaluate RUN --data FOLDER|TABLE [--as NAME] [--map THEIRS=OURS,...] [--drop CLASS,...]
                    [--columns file=NAME,label=NAME[,group=NAME]] [--json]

Judges a finished run on a labelled set from elsewhere: figures with their intervals, charts, confusion matrix, report, in
RUN/evaluations/NAME/ with the same files as a run's. The run itself stays as it is. Nothing is chosen by the new images:
a threshold is the run's own. Images that the run has learned from, or near copies of them, are looked for and told.

  RUN              A run's name (baseline/v003), an experiment's for its latest run (baseline), or a run's folder.
  --data PATH      A folder with one folder of images for each class, or a table of labels whose paths start from its
                   folder.
  --as NAME        What the evaluation is called; by default as the folder or the table.
  --map A=B,...    Take the set's class A for the run's class B.
  --drop A,...     Leave the set's class A out. A class that the run does not know is refused otherwise.
  --columns ...    Which columns of a table hold the files, the labels and the groups, such as patients; by default those
                   of the run's own table, or file and label.
  --json           Print the figures as JSON; everything else goes to standard error.

exp diff compares evaluations like runs, exp charts draws them again, exp rm RUN/evaluations/NAME removes one.`;

/** `exp evaluate RUN --data …`: what a run comes to on other images. */
export async function evaluate(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      data: { type: "string" },
      as: { type: "string" },
      map: { type: "string", multiple: true },
      drop: { type: "string", multiple: true },
      columns: { type: "string" },
      json: { type: "boolean" },
    },
  });
  if (values.data === undefined) throw new UsageError(messages.operandMissing("a set with --data"));
  const directory = process.cwd();
  const { read, settings } = await findEvaluation(
    {
      run: onlyOperand(positionals, "a run"),
      data: values.data,
      as: values.as,
      map: pairsOf("--map", values.map ?? []),
      drop: wordsOf(values.drop ?? []),
      columns: values.columns === undefined ? undefined : columnsOf(values.columns),
    },
    directory,
  );
  const json = values.json ?? false;
  const call = { words, json, directory, threads: threadsOf(read.manifest) };
  const output = outputOf(call);
  const tell = (text: string) => output.write(`${visible(text)}\n`);
  const evaluated = await inThisWorld(call, (effects) => {
    for (const warning of settings.labelled.source.warnings) tell(warning);
    return evaluateRun(read, settings, effects);
  });
  const { data: record } = evaluated.run;
  output.write(`${skippedLine(record.skipped)}${excludedLines(record)}${leakLines(record)}`);
  tell(evaluateMessages.judgedElsewhere(record.folder, record.evaluation!));
  return tellFinished(evaluated, call);
}

/** What a run is to be judged on. */
export interface EvaluationRequest {
  run: string;
  /** Of the set. */
  data: string;
  as: string | undefined;
  map: ReadonlyMap<string, string>;
  drop: readonly string[];
  columns: Columns | undefined;
}

/** The model and the images of an evaluation. @throws UsageError where one of them is not there, or does not fit */
export async function findEvaluation(
  asked: EvaluationRequest,
  directory: string,
): Promise<{ read: RunModel; settings: EvaluationSettings }> {
  const runs = join(directory, "runs");
  const found = await findRun(asked.run, runs, directory);
  if (isEvaluation(found)) throw new UsageError(runMessages.isAnEvaluation(found));
  const of = { name: runName(found, runs, directory), path: found };
  const path = asOnDisk(resolve(directory, asked.data));
  const name = asked.as ?? nameAfter(path);
  if (!isEvaluationName(name)) throw new UsageError(messages.notAnEvaluationName(name));
  requireNoEvaluation(of, name);
  const read = await readModel(of);
  const { map, drop, columns } = asked;
  const { data } = read.resolved;
  const labelled = await findLabelled(path, {
    data: columns === undefined ? data : withColumns(data, columns),
    classes: read.stored.classes,
    map,
    drop: new Set(drop),
  });
  return { read, settings: { name, labelled, map } };
}

/** As a folder or a table is called, as far as an evaluation can be. */
function nameAfter(path: string): string {
  const own = isTable(path) ? basename(path, extname(path)) : basename(path);
  return own.replaceAll(/[^\p{L}\d._-]+/gu, "-");
}

/** Words between commas. */
function wordsOf(given: readonly string[]): string[] {
  return given.flatMap((text) => text.split(",")).filter((word) => word !== "");
}

/** @throws UsageError where a word is no pair, or the left side of two */
function pairsOf(option: string, given: readonly string[]): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const word of wordsOf(given)) {
    const [, from, to] = /^([^=]+)=(.+)$/s.exec(word) ?? [];
    if (from === undefined || to === undefined || pairs.has(from))
      throw new UsageError(messages.notAPair(option, word));
    pairs.set(from, to);
  }
  return pairs;
}

type Data = ResolvedExperiment["data"];
const roles: readonly string[] = ["file", "label", "group"];

/** @throws UsageError */
function columnsOf(text: string): Columns {
  const columns = pairsOf("--columns", [text]);
  const strange = [...columns.keys()].find((role) => !roles.includes(role));
  if (strange !== undefined) throw new UsageError(messages.notAPair("--columns", strange));
  return Object.fromEntries(columns);
}

/** Columns of a table of labels. */
export interface Columns {
  file?: string;
  label?: string;
  group?: string;
}

/** The settings of a run's data with a table that has these columns. */
function withColumns(data: Data, { file = "file", label = "label", group }: Columns): Data {
  const { extension = "" } = data.labels ?? {};
  return {
    ...data,
    labels: {
      columns: {
        file,
        label,
        group: group ?? null,
        split: null,
        subgroups: data.labels?.columns.subgroups ?? [],
      },
      images: null,
      extension,
      dicom: data.labels?.dicom ?? null,
    },
  };
}
