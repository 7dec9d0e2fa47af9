import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../errors.ts";
import { TOLERANCE, type Checked } from "../export/check/check.ts";
import { exportRun, RECORD, SAMPLES, type Exported, type ExportRecord } from "../export/export.ts";
import { type FormatName, formatNames } from "../export/formats.ts";
import { messages as exportMessages } from "../export/messages.ts";
import { experimentFolder } from "../export/samples.ts";
import { files } from "../layout.ts";
import { nearest } from "../nearest.ts";
import { readRegularSync } from "../regular-file.ts";
import { findRun, runName } from "../run/find.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { readRun } from "../run/read.ts";
import { sealOf } from "../run/seals.ts";
import { visible } from "../text.ts";
import { outputOf } from "./effects.ts";
import { listenForInterrupt } from "./interrupt.ts";
import { messages } from "./messages.ts";
import { onlyOperand } from "./operands.ts";
import type { ExportOutput } from "./outputs.ts";
import { marked } from "./mark.ts";
import { imageFolders, isMade, requireOutputs, writeAll } from "./output-files.ts";

const USUAL_SAMPLES = 4;
const MOST_SAMPLES = 100;

export const help = `Usage: exp export RUN --to onnx|keras|tfjs [--out FOLDER] [--samples NUMBER] [--json]

Writes the network of a finished run for others to use, without TensorFlow and without Python, and beside it what they
need to know: README.md, export.json, and a few images as they go in with the probabilities that have to come out.

  onnx   model.onnx, for ONNX Runtime and whatever else reads it.
  keras  model.keras, for Keras 3.
  tfjs   model.json and weights.bin, a graph model for TensorFlow.js. (model/ of a run is a layers model of it.)

What goes in are pixels in the size that the run was trained at, of 0 to 255, or of 0 to 65535 with data.depth: 16; all
other preparation is in the model, and so is softmax. The model is run on images that the run was judged on, by
TensorFlow.js, and by ONNX Runtime or Keras where one is found; it is not written where its probabilities differ from the
run's by more than ${TOLERANCE}.

  RUN               A run's name (baseline/v003), an experiment's for its latest run (baseline), or a run's folder.
  --to FORMAT       What to write.
  --out FOLDER      Where to. By default runs/baseline/exports/v003-onnx, beside the run.
  --samples NUMBER  How many images go with it: 0 to ${MOST_SAMPLES}, by default ${USUAL_SAMPLES}. They are copies of yours.
  --json            Print what was written as JSON.

  LAMINA_ONNXRUNTIME  A folder of the package onnxruntime-node or onnxruntime-web, where it is not installed here.
  LAMINA_KERAS        A Python that can import keras; python3 by default.`;

/** `exp export RUN --to FORMAT`: a run's network in another format. */
export async function exportCommand(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      to: { type: "string" },
      out: { type: "string" },
      samples: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const operand = onlyOperand(positionals, "a run");
  const format = readFormat(values.to);
  const samples = readSamples(values.samples);
  const json = values.json ?? false;
  const directory = process.cwd();
  const interrupt = listenForInterrupt(messages.exportInterrupted());
  try {
    const { signal } = interrupt;
    const asked = { format, out: values.out, samples, directory, signal };
    tell(await exportTo(operand, asked), json);
  } finally {
    interrupt.close();
  }
  return 0;
}

export interface ExportRequest {
  format: FormatName;
  /** From `directory`; beside the run by default. */
  out: string | undefined;
  samples: number | undefined;
  directory: string;
  signal: AbortSignal;
}

export interface Written {
  output: ExportOutput;
  /** Whether contrast has to be evened out before an image goes in. */
  isClaheOutside: boolean;
}

/** Writes a run's network. @throws UsageError @throws RunError */
export async function exportTo(
  operand: string,
  { format, out, samples = USUAL_SAMPLES, directory, signal }: ExportRequest,
): Promise<Written> {
  const runs = join(directory, "runs");
  const folder = await findRun(operand, runs, directory);
  const name = runName(folder, runs, directory);
  const manifest = looseManifest(folder) ?? {};
  if (manifest.status !== "completed") throw new UsageError(exportMessages.notFinished(name));
  const run = await readRun(folder);
  const place = out === undefined ? besideRun(folder, format) : resolve(directory, out);
  const home = await experimentFolder(folder, directory);
  const inputs = { folders: home === null ? [] : imageFolders(run.resolved.data, home) };
  requireOutputs([join(place, RECORD)], inputs);
  const exported = await exportRun(run, manifest, {
    folder,
    name,
    format,
    samples,
    directory,
    environment: process.env,
    signal,
  });
  signal.throwIfAborted();
  const isOurs = writtenBefore(place, exported.files);
  const contents = Array.from(exported.files, ([file, content]) => {
    const path = join(place, file);
    return [path, file === RECORD ? marked(content) : content] as const;
  });
  requireOutputs(
    contents.map(([path]) => path),
    inputs,
    isOurs,
  );
  await writeAll(contents);
  const { record, checked } = exported;
  const written = [...exported.files.keys()];
  return {
    output: { ...record, folder: relative(directory, place), written, checked },
    isClaheOutside: run.resolved.data.preprocess.clahe !== null,
  };
}

/** @throws UsageError where it is none of the formats */
export function readFormat(text: string | undefined): FormatName {
  if (text === undefined) throw new UsageError(messages.formatMissing(formatNames));
  const format = formatNames.find((one) => one === text);
  if (!format)
    throw new UsageError(messages.notAFormat(text, nearest(text, formatNames), formatNames));
  return format;
}

/** @throws UsageError where it is no number of samples */
export function readSamples(text: string | undefined): number {
  if (text === undefined) return USUAL_SAMPLES;
  const count = /^\d{1,3}$/.test(text) ? Number(text) : Infinity;
  if (count > MOST_SAMPLES) throw new UsageError(messages.notSamples(text, MOST_SAMPLES));
  return count;
}

/** A run's own folder holds what the run made. */
function besideRun(folder: string, format: FormatName): string {
  return join(dirname(folder), "exports", `${basename(folder)}-${format}`);
}

/**
 * Whether a file was written by an earlier export into a folder and is as it was then, or is what is about to be written:
 * of an export that was ended half way.
 */
function writtenBefore(place: string, coming: Exported["files"]): (path: string) => boolean {
  const record = join(place, RECORD);
  const known = isMade(record) ? readRecord(record) : undefined;
  return (path) => {
    if (path === record) return known !== undefined;
    const name = relative(place, path).split(sep).join("/");
    const seal = sealAt(path);
    return seal === known?.files[name] || seal === sealOf(coming.get(name)!);
  };
}

function readRecord(path: string): ExportRecord | undefined {
  try {
    return JSON.parse(readRegularSync(path).toString("utf8")) as ExportRecord;
  } catch {
    return undefined;
  }
}

function sealAt(path: string): string | undefined {
  try {
    return sealOf(readRegularSync(path));
  } catch {
    return undefined;
  }
}

function tell({ output, isClaheOutside }: Written, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
  const { samples, folder, written, checked } = output;
  const lines = written.flatMap((name) => {
    const path = join(folder, name);
    if (name === files.readme) return messages.readmeWritten(path);
    if (name === RECORD) return messages.recordWritten(path);
    return samples.some(({ picture }) => name === picture) ? [] : path;
  });
  if (samples.length > 0)
    lines.push(messages.samplesWritten(join(folder, SAMPLES), samples.length));
  lines.push(checkedLine(checked));
  if (isClaheOutside) lines.push(messages.claheOutside(files.readme));
  outputOf({ json }).write(`${lines.map(visible).join("\n")}\n`);
}

function checkedLine(checked: Checked): string {
  return "unchecked" in checked
    ? messages.exportUnchecked(checked.unchecked)
    : messages.exportChecked(checked.runtime, checked.images, checked.largestDifference);
}
