import { files, type Manifest, type Run } from "../run/layout.ts";
import { readRunFrom } from "../run/read.ts";
import { parseData, parseManifest, parseResolved } from "../run/records.ts";
import { readOptional, readRecord, type RunSource } from "../run/source.ts";
import { parseHistory } from "../run/text.ts";

/** One of two runs that are compared. It need not be finished. */
export interface Side extends Pick<Run, "name" | "experimentText" | "resolved" | "data"> {
  /** What the run is called, e.g. "baseline/v003" or "main:runs/baseline/v003". */
  label: string;
  history: Run["history"] | null;
  manifest: Manifest | null;
  /** null where the run did not get to its evaluation. */
  results: Pick<Run, "metrics" | "predictions"> | null;
}

/** @throws RunError naming the file when one that is there is damaged, or one is missing that every run has */
export async function readSide(source: RunSource): Promise<Side> {
  const manifest = await readOptional(source, files.manifest, parseManifest);
  const { label } = source;
  if (manifest?.status === "completed" || (await source.read(files.metrics)) !== null) {
    const { metrics, predictions, ...run } = await readRunFrom(source);
    return { ...run, label, manifest, results: { metrics, predictions } };
  }
  return {
    label,
    name: source.name,
    experimentText: await readRecord(source, files.experiment, (text) => text),
    resolved: await readRecord(source, files.resolved, parseResolved),
    data: await readRecord(source, files.data, parseData),
    history: await readOptional(source, files.history, parseHistory),
    manifest,
    results: null,
  };
}
