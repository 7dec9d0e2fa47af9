import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { inOrder, leaksByContent, leaksWithout } from "../data/audit/by-content.ts";
import type { Dataset } from "../data/dataset.ts";
import { readImages } from "../data/read.ts";
import type { ImageFile } from "../data/source/image-file.ts";
import { knownPatients } from "../data/source/known-patients.ts";
import type { LabelledImages } from "../data/source/labelled.ts";
import { RunError, UsageError } from "../errors.ts";
import type { Thresholds } from "../evaluate/operating.ts";
import { placeOf } from "../frame-names.ts";
import { isInside } from "../inside.ts";
import {
  type DataRecord,
  type EvaluationRecord,
  files,
  formatVersions,
  type ChosenThreshold,
  type ImageRecord,
  type Manifest,
  type PositiveFigures,
  type Run,
} from "../layout.ts";
import { readTemplates } from "../charts/read-templates.ts";
import { readRegularSync } from "../regular-file.ts";
import { makeEvaluation } from "../run/evaluations.ts";
import type { RunFolder } from "../run/folder.ts";
import { writeRunFile } from "../run/write-files.ts";
import { keptExperiment } from "../run/kept.ts";
import { describeEnvironment } from "../run/manifest.ts";
import { manifestText } from "../run/manifest-text.ts";
import { readData } from "../run/read.ts";
import { parseMetrics } from "../run/records.ts";
import { isSealed, sealsOf, textSeal } from "../run/seals.ts";
import { messages as runMessages } from "../run/messages.ts";
import { folderSource, readRecord, withSeals } from "../run/source.ts";
import { wholeDataText } from "../run/data-text.ts";
import type { Effects } from "./effects.ts";
import { judgeImages } from "./judge.ts";
import { messages } from "./messages.ts";
import { openModel, type OpenModel, type RunModel } from "./open-model.ts";
import { drawAll } from "./draw-all.ts";
import { writePictures } from "./publish.ts";

/** A labelled set that a run is to be judged on. */
export interface EvaluationSettings {
  /** Of the evaluation among those of the run. */
  name: string;
  labelled: LabelledImages;
  map: ReadonlyMap<string, string>;
}

/**
 * Judges a finished run on images from elsewhere, and writes what they come to as it was written of its own: into a folder of
 * the run's, which is itself left as it is.
 *
 * @throws UsageError where there is an evaluation of this name @throws RunError
 */
export async function evaluateRun(
  read: RunModel,
  { name, labelled, map }: EvaluationSettings,
  effects: Effects,
): Promise<{ folder: RunFolder; run: Run }> {
  const startedAt = effects.now();
  const { folder: of, manifest, resolved } = read;
  const { weights, split, images, positive, groups } = await readRecord(
    await withSeals(folderSource(of.path)),
    files.metrics,
    parseMetrics,
  );
  // Never chosen on the new images.
  const thresholds: Thresholds = {
    images: carried(positive, { split, images }),
    groups: carried(groups?.positive, { split, images: groups?.count ?? 0 }),
  };
  const known = await imagesOfRun(read, effects);
  await recognise(labelled, known, resolved.data);
  const model = await openModel(read, effects);
  for (const change of model.changes) effects.reporter.warning(messages.otherWorld(change));
  const dataset = await readSet(model, labelled, known, effects);
  try {
    const { dropped } = labelled;
    const evaluation: EvaluationRecord = {
      ...(manifest.id !== undefined && { id: manifest.id }),
      map: Object.fromEntries(map),
      dropped,
      compared: known && { images: known.images.length, pictures: known.found.length },
    };
    const record = recordOf(dataset.record, known, evaluation, effects.directory);
    const { engine, network, predictor, execution } = model;
    const { folder, result } = await makeEvaluation(of, name, async (path) => {
      const write = (file: string, content: string | Uint8Array) =>
        writeRunFile(path, file, content);
      const about = {
        formatVersion: formatVersions.manifest,
        id: effects.newId(),
        run: `${of.name}/${files.evaluations}/${name}`,
        experiment: manifest.experiment ?? resolved.data.train,
        command: [...effects.command],
        startedAt: startedAt.toISOString(),
        ...(await describeEnvironment(engine, execution, of.path)),
      };
      await write(files.manifest, manifestText({ ...about, status: "running" }));
      for (const file of ownTexts(manifest)) await write(file, textOf(of.path, file, manifest));
      await write(files.data, wholeDataText(record));
      const set = { ...dataset, record };
      const learner = { network, predictor, dataset: set };
      const judged = { engine, network, learner, resolved, dataset: set };
      const pictures = await judgeImages(
        judged,
        { weights, augmentation: null, thresholds },
        { write },
        effects,
      );
      const seals = await sealsOf(path);
      await writePictures(pictures, textSeal(seals), { write });
      const templates = await readTemplates(join(path, files.templates));
      const run = await drawAll(path, templates, { write }, effects.reporter.warning);
      const finishedAt = effects.now();
      const ended = {
        status: "completed" as const,
        finishedAt: finishedAt.toISOString(),
        seconds: (finishedAt.getTime() - startedAt.getTime()) / 1000,
        files: seals,
      };
      await write(files.manifest, manifestText({ ...about, ...ended }));
      return run;
    });
    return { folder, run: result };
  } finally {
    await dataset.close();
  }
}

/** The threshold of a run; one that was chosen on what it was judged by says so. */
function carried(
  positive: PositiveFigures | null | undefined,
  judged: Pick<ChosenThreshold, "split" | "images">,
): ChosenThreshold | null {
  const point = positive?.operatingPoint;
  if (!point || point.chosen !== undefined) return point?.chosen ?? null;
  return point.reached && { ...judged, ...point.reached };
}

/** What a run was made to learn from, and chosen by. */
interface ImagesOfRun {
  images: ImageRecord[];
  /** Those that are still where they were. */
  found: { image: ImageRecord; place: Pick<ImageFile, "absolutePath" | "frame"> }[];
}

/** @returns null where the run's list of images is not there */
async function imagesOfRun(
  { folder, manifest }: RunModel,
  { directory, reporter }: Effects,
): Promise<ImagesOfRun | null> {
  let data: DataRecord;
  try {
    data = await readData(await withSeals(folderSource(folder.path)));
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    reporter.warning(messages.leaksUnknown(error.message));
    return null;
  }
  const named = (image: ImageRecord): ImageRecord => ({
    ...image,
    file: `${manifest.run ?? folder.name}:${image.file}`,
  });
  const images = data.images.filter(({ split }) => split !== "test");
  const home = await keptExperiment(folder.path, directory).catch((error: unknown) => {
    if (error instanceof RunError || error instanceof UsageError) return null;
    throw error;
  });
  const root = home && resolve(dirname(home.file), data.folder);
  const found = images.flatMap((image) => {
    const { file, frame } = placeOf(image);
    const path = root && join(root, file);
    if (!path || !existsSync(path)) return [];
    const place = { absolutePath: realpathSync(path), ...(frame !== undefined && { frame }) };
    return { image: named(image), place };
  });
  if (found.length < images.length)
    reporter.warning(messages.pictureMissing(images.length - found.length, images.length));
  return { images: images.map(named), found };
}

/** The element that patients go by; null where groups are none of DICOM files. */
function patientElement({ split }: RunModel["resolved"]["data"]): string | null {
  const group = split?.group ?? null;
  return group !== null && typeof group === "object" ? group.dicom : null;
}

/** Gives patients of a set whom the run has learned from the names that the run has of them. */
async function recognise(
  { source }: LabelledImages,
  known: ImagesOfRun | null,
  data: RunModel["resolved"]["data"],
): Promise<void> {
  const element = patientElement(data);
  if (element === null || !known) return;
  const placed = known.found.flatMap(({ image: { group }, place: { absolutePath } }) =>
    group === undefined ? [] : { group, absolutePath },
  );
  for (const [file, group] of await knownPatients(source.files, placed, element))
    file.group = group;
}

/** Reads the set, and what is left of the run's own images beside it, to look for the same pictures. */
function readSet(
  { resolved, library }: OpenModel,
  { source }: LabelledImages,
  known: ImagesOfRun | null,
  effects: Effects,
): Promise<Dataset> {
  const { reporter, cache, now, signal } = effects;
  const isByHeader = patientElement(resolved.data) !== null;
  const own = (known?.found ?? []).map(({ image, place }): ImageFile => ({
    split: image.split,
    label: source.classes.indexOf(image.label),
    file: image.file,
    name: image.file,
    ...place,
    // In a table the same number may be another patient's elsewhere.
    ...(isByHeader && image.group !== undefined && { group: image.group }),
  }));
  const all = { ...source, files: [...own, ...source.files] };
  const data = { ...resolved.data, damaged: "exclude" as const, leaks: "warn" as const };
  return readImages(all, data, {
    onProgress: reporter.imagesRead,
    onCompared: reporter.imagesCompared,
    signal,
    isToLearn: false,
    openLibrary: async () => library,
    cache: { ...cache, now, warn: reporter.warning },
  });
}

/** data.json of the evaluation: of the set alone, and how it has to do with the run's own images. */
function recordOf(
  record: DataRecord,
  known: ImagesOfRun | null,
  evaluation: EvaluationRecord,
  directory: string,
): DataRecord {
  const images = record.images.filter(({ split }) => split === "test");
  const hashes = new Map(known?.images.map(({ file, sha256 }) => [file, sha256]));
  const read = new Map(record.images.map(({ file, sha256 }) => [file, sha256]));
  // One whose file holds something else today is not what the run has seen.
  const isGone = ({ file, sha256 }: ImageRecord) => read.get(file) !== sha256;
  const isOther = (file: string) => hashes.has(file) && read.get(file) !== hashes.get(file);
  const leaks = leaksWithout(record.leaks ?? [], record.images, isOther).filter(({ splits }) =>
    splits.includes("test"),
  );
  const { folder } = record;
  const shown = isInside(folder, directory) ? relative(directory, folder) || "." : folder;
  return {
    ...record,
    folder: shown.split(sep).join("/"),
    counts: { test: record.counts.test! },
    images,
    excluded: record.excluded.filter(({ split }) => split === "test"),
    leaks: inOrder([...leaks, ...leaksByContent(images, known?.images.filter(isGone) ?? [])]),
    evaluation,
  };
}

/** Of the run's text what an evaluation has too. */
function ownTexts({ files: seals = {} }: Partial<Manifest>): string[] {
  const others: readonly string[] = [
    files.data,
    files.metrics,
    files.predictions,
    files.confusionMatrix,
  ];
  return Object.keys(seals).filter((file) => !others.includes(file));
}

/** @throws RunError where it is no longer what it was */
function textOf(
  folder: string,
  file: string,
  { files: seals = {} }: Partial<Manifest>,
): Uint8Array {
  const content = readRegularSync(join(folder, file));
  if (!isSealed(content, seals[file]!))
    throw new RunError(runMessages.changedSince(join(folder, file)));
  return content;
}
