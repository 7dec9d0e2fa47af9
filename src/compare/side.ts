import { files, type Manifest, type Run } from "../layout.ts";
import { requestOf } from "../run/kept.ts";
import { readBeginning, readRunFrom } from "../run/read.ts";
import { parseManifest } from "../run/records.ts";
import type { LoadedExperiment } from "../spec/load.ts";
import { parseNotes, parseTags, type Remarks } from "../run/remarks.ts";
import { readOptional, type RunSource, withSeals } from "../run/source.ts";
import { parseHistory } from "../run/text.ts";

/** One of two runs that are compared. It need not be finished, or may be an experiment that was not run. */
export interface Side extends Pick<
  Run,
  "name" | "experimentText" | "extended" | "request" | "resolved"
> {
  /** What the run is called, e.g. "baseline/v003" or "main:runs/baseline/v003". */
  label: string;
  /** null of an experiment, whose images nobody has read. */
  data: Run["data"] | null;
  history: Run["history"] | null;
  manifest: Manifest | null;
  remarks: Remarks;
  /** null where the run did not get to its evaluation. */
  results: Pick<Run, "metrics" | "predictions"> | null;
}

/** @throws RunError naming the file when one that is there is damaged, or one is missing that every run has */
export async function readSide(unsealed: RunSource): Promise<Side> {
  const source = await withSeals(unsealed);
  const manifest = await readOptional(source, files.manifest, parseManifest);
  const remarks = {
    notes: (await readOptional(source, files.notes, parseNotes)) ?? [],
    tags: (await readOptional(source, files.tags, parseTags)) ?? [],
  };
  const { label } = source;
  if (manifest?.status === "completed" || (await source.read(files.metrics)) !== null) {
    const { metrics, predictions, ...run } = await readRunFrom(source);
    return { ...run, label, manifest, remarks, results: { metrics, predictions } };
  }
  return {
    label,
    ...(await readBeginning(source)),
    history: await readOptional(source, files.history, parseHistory),
    manifest,
    remarks,
    results: null,
  };
}

/** An experiment as its file is now. */
export function experimentSide(experiment: LoadedExperiment, directory: string): Side {
  return {
    label: experiment.shown,
    name: experiment.name,
    experimentText: experiment.text,
    ...(experiment.extended.length > 0 && {
      extended: experiment.extended.map(({ shown, text }) => ({ name: shown, text })),
    }),
    request: requestOf(experiment, directory),
    resolved: experiment.resolved,
    data: null,
    history: null,
    manifest: null,
    remarks: { notes: [], tags: [] },
    results: null,
  };
}
