import { basename, dirname, join, relative, resolve } from "node:path";
import { TEMPLATE_ENDING, type Template } from "../../charts/template.ts";
import { RunError, UsageError } from "../../errors.ts";
import { jsonText } from "../../json-text.ts";
import { extendsFile, files } from "../../layout.ts";
import type { RunFolder } from "../../run/folder.ts";
import { writeRunFiles } from "../../run/write-files.ts";
import { keptExperiment, requestOf } from "../../run/kept.ts";
import { messages as runMessages } from "../../run/messages.ts";
import { readDraft } from "../../spec/draft.ts";
import { sweepOf } from "../../spec/sweeps/read-sweep.ts";
import { sweepFiles, type SweepManifest, sweepVersions } from "../../sweep/layout.ts";
import { Plan } from "../../sweep/plan.ts";
import { readTextOr } from "../../sweep/read.ts";
import type { CheckedSweep } from "./check.ts";
import { experimentFolder } from "./experiments.ts";

/** Writes what a sweep goes on from, all of it or nothing: its own text, and those of its experiments. @param directory that holds `runs` */
export async function writeSweepTexts(
  { path }: RunFolder,
  { sweep, experiments, first }: Pick<CheckedSweep, "sweep" | "experiments" | "first">,
  directory: string,
): Promise<void> {
  const resolved = { formatVersion: sweepVersions.resolved, ...sweep.resolved };
  const texts = new Map([
    [sweepFiles.text as string, sweep.text],
    [sweepFiles.resolved, jsonText(resolved)],
  ]);
  for (const [index, { kept }] of experiments.entries()) {
    const add = (name: string, text: string) =>
      texts.set(`${experimentFolder(index)}/${name}`, text);
    add(files.experiment, kept.text);
    const request = requestOf({ ...kept, overrides: [], extended: [...kept.extended] }, directory);
    add(files.request, jsonText(request));
    for (const [at, { text }] of kept.extended.entries())
      add(extendsFile(request.extends![at]!, at), text);
    for (const { name, text } of first.templates as Template[])
      add(`${files.templates}/${name}${TEMPLATE_ENDING}`, text);
  }
  await writeRunFiles(path, texts);
}

/** A sweep as its folder has it. @throws RunError where the folder's text is missing or damaged */
export async function readSweepTexts(
  { name, path }: RunFolder,
  { file, trials }: Pick<SweepManifest, "file"> & { trials?: number | undefined },
  directory: string,
): Promise<Omit<CheckedSweep, "first">> {
  const place = join(path, sweepFiles.text);
  const text = readTextOr(place);
  if (text === null) throw new RunError(runMessages.runFileMissing(place));
  const home = homeOf(path, name);
  const sweep = sweepOf({
    name: dirname(name),
    file: resolve(home, file),
    shown: relative(directory, place),
    text,
  });
  const experiments = [];
  for (const [index, named] of sweep.resolved.experiment.entries()) {
    const kept = await keptExperiment(join(path, experimentFolder(index)), directory);
    const draft = await readDraft({ file: kept.file, overrides: [], directory, kept });
    const [seed, data] = [draft.section("seed"), draft.section("data")];
    if (seed === undefined || !data)
      throw new UsageError(runMessages.wrongRecord(kept.shown, "", "is no experiment any more"));
    experiments.push({
      file: named,
      directory: dirname(kept.file),
      seed,
      split: data.split,
      kept,
      engine: draft.section("engine"),
    });
  }
  const { directory: base, resolved } = sweep;
  return {
    sweep,
    experiments,
    plan: new Plan({ sweep: resolved, directory: base, experiments, trials }),
  };
}

/** The folder that `runs` is in. @param name of the sweep: "lr/sweep-001" */
function homeOf(path: string, name: string): string {
  const runs = name.split("/").reduce((folder) => dirname(folder), path);
  return basename(runs) === "runs" ? dirname(runs) : runs;
}
