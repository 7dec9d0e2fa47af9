import { type ImageFile, inOrder } from "./image-file.ts";
import { readdirSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { append } from "../../arrays.ts";
import { messages } from "../messages.ts";
import { type ExcludedRecord, type SkippedRecord, type Split, splits } from "../../layout.ts";
import type { Problem } from "../../spec/problem.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { type ClassFolders, compareClasses, listClasses } from "./classes.ts";
import { groupingBy, groupWarnings } from "./groups.ts";
import { labelWarnings, withMeant } from "./label-warnings.ts";
import { isTable, readLabels } from "./labels.ts";
import { lackedClasses } from "../split/lacking.ts";
import {
  columnProblems,
  type Draw,
  drawSplits,
  isDrawing,
  splitProblems,
} from "../split/take-splits.ts";
import { elsewhere } from "./elsewhere.ts";
import { searchByHeader } from "./by-header.ts";
import { asOnDisk, isFolder } from "./folder.ts";
import { groupedByFile, inFrames } from "./frames.ts";
import { type HeaderSettings, headerSettings, readHeaders } from "./headers.ts";
import { maskWarnings } from "./masks.ts";
import { Patterns } from "./patterns.ts";
import { byCodeUnit, type Findings, walk, type WalkRules } from "./walk.ts";
import { isInside } from "../../inside.ts";

/** Every file of an experiment with its place in it, before any is opened. */
export interface ImageSource {
  /** Folder that `file` of each file starts from, as the experiment has it: from its own folder, or absolute. */
  folder: string;
  /** The classes of train, sorted by code unit: the order of the network's outputs, in every split. */
  classes: string[];
  /** Sorted by split (train, validation, test), then file. */
  files: ImageFile[];
  /** Hidden files, Thumbs.db and what lies beside the class folders: paths as in `files`, sorted. */
  ignored: string[];
  /** What `data.exclude` and `data.include` skipped. */
  skipped: SkippedRecord[];
  /** What a class folder holds that can be no image, whatever its content: sorted by file. */
  excluded: ExcludedRecord[];
  /** What the user should know and what does not stop a run. */
  warnings: string[];
  /** How those files are dealt out that are; null where each has its place. */
  draw: Draw | null;
}

type Data = ResolvedExperiment["data"];

interface Found {
  source: ImageSource;
  problems: Problem[];
}

/**
 * Lists the files of an experiment: one folder per class, searched at any depth, whatever the files are called, or the
 * rows of a table.
 *
 * @param directory absolute path of the experiment file's folder
 * @returns what was found and every mistake in it; a source with problems is not fit for a run
 */
export async function findImages(data: Data, seed: number, directory: string): Promise<Found> {
  const { places, problems } = findPlaces(data, directory);
  const root = rootOf(places, data, directory);
  const isOfTables = places[0] !== undefined && isTable(places[0].path);
  const patterns = new Patterns(data);
  const { settings: headers, problems: unasked } = headerSettings(data);
  append(problems, unasked);
  if (isOfTables && headers?.label)
    problems.push({ path: headers.label.path, message: messages.labelInTable() });
  const found = isOfTables
    ? readTables(places, data, { directory, root }, patterns)
    : headers?.label
      ? await searchHeaders(places, data, { root, patterns, headers })
      : await searchFolders(places, data, root, patterns);
  const { source } = found;
  source.folder = writtenAs(root, data, directory);
  append(problems, found.problems);
  if (headers && !headers.label) append(problems, await addHeaders(source, headers));

  if (typeof data.split?.group === "string" && data.labels?.columns.group == null)
    append(problems, await nameGroups(source, data.split.group));
  if (data.dicom.frame === "all") append(problems, await takeFrames(source));

  if (data.split !== null) {
    const column = data.labels?.columns.split;
    const wrong = [
      ...splitProblems(data, data.split),
      ...(isOfTables && column ? columnProblems(data.split, column, splitsOf(source)) : []),
    ];
    append(problems, wrong);
    // Of a table that was read in part, a split says nothing.
    const isReadable = wrong.length === 0 && !(isOfTables && found.problems.length > 0);
    if (isReadable && isDrawing(data.split)) {
      source.draw = { settings: data.split, seed: data.split.seed ?? seed };
      const drawn = source.files.filter(({ split }) => split === "train");
      for (const file of drawn) file.isDrawn = true;
      append(problems, drawSplits(drawn, source.classes, source.draw));
    }
  }
  source.skipped = patterns.record();
  append(source.warnings, patterns.warnings());
  append(source.warnings, maskWarnings(source.files.map(({ name }) => name)));
  append(source.warnings, labelWarnings(source.classes, countsOf(source)));
  append(source.warnings, groupWarnings(source.files.flatMap(({ group }) => group ?? [])));
  source.files.sort(inOrder);
  source.ignored.sort(byCodeUnit);
  source.excluded.sort((a, b) => byCodeUnit(a.file, b.file));
  return { source, problems };
}

interface SplitPlace {
  key: Split;
  /** Absolute path of a folder or a table. */
  path: string;
}

/** What each split names; nothing twice, and not folders beside tables. */
function findPlaces(data: Data, directory: string): { places: SplitPlace[]; problems: Problem[] } {
  const places: SplitPlace[] = [];
  const problems: Problem[] = [];
  for (const key of splits) {
    if (data[key] === null) continue;
    const path = asOnDisk(resolve(directory, data[key]));
    const report = (message: string) => problems.push({ path: ["data", key], message });
    const other = isFolder(path) ? undefined : elsewhere(data[key]);
    const [train] = places;
    const twin = places.find((place) => place.path === path);
    if (other !== undefined) report(other);
    else if (twin) report(messages.sameFolder(key, twin.key));
    else if (train && isTable(train.path) !== isTable(path))
      report(messages.mixedSources(key, isTable(path)));
    else places.push({ key, path });
    if (key === "train" && data.labels !== null && !data.labels.dicom && !isTable(path))
      report(messages.labelsWithoutTable(path, tablesIn(path)));
  }
  return { places, problems };
}

function tablesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\.(csv|tsv)$/i.test(name));
  } catch {
    return [];
  }
}

/** The innermost folder that all images of all splits are in. */
function rootOf(places: readonly SplitPlace[], { labels }: Data, directory: string): string {
  const ofTables = labels?.images ? asOnDisk(resolve(directory, labels.images)) : null;
  const folders = places.map(({ path }) => (isTable(path) ? (ofTables ?? dirname(path)) : path));
  const [first = directory, ...others] = folders;
  return others.reduce((root, folder) => {
    let above = root;
    while (!isInside(folder, above)) above = dirname(above);
    return above;
  }, first);
}

/** A folder as the experiment writes its paths: from its own folder, unless one of them is absolute. */
function writtenAs(root: string, { labels, ...data }: Data, directory: string): string {
  const written = [...splits.map((key) => data[key]), labels?.images ?? null];
  const isWhole = written.some((path) => path !== null && isAbsolute(path));
  return isWhole ? root.split(sep).join("/") : toFile(directory, root) || ".";
}

function toFile(directory: string, absolute: string): string {
  return relative(directory, absolute).split(sep).join("/");
}

function readTables(
  places: readonly SplitPlace[],
  data: Data,
  { directory, root }: { directory: string; root: string },
  patterns: Patterns,
): Found {
  const source = emptySource([]);
  const problems: Problem[] = [];
  const seen = new Map<string, Split>();
  for (const { key, path } of places) {
    const table = readLabels(key, path, data, directory, patterns);
    append(problems, table.problems);
    const report = (message: string) => problems.push({ path: ["data", key], message });
    const labels = [...new Set(table.files.map(({ label }) => label))].toSorted(byCodeUnit);
    if (key === "train") {
      source.classes = labels;
      if (labels.length === 1 && table.problems.length === 0)
        report(messages.oneLabel(path, labels[0]!));
    }
    const unknown = labels.filter((label) => !source.classes.includes(label));
    if (unknown.length > 0 && source.classes.length > 0)
      report(messages.labelsUnknown(key, withMeant(unknown, source.classes), source.classes));
    for (const { label, real, path: file, ...rest } of table.files) {
      const position = source.classes.indexOf(label);
      const other = seen.get(file);
      seen.set(file, key);
      if (other) report(messages.imageInTwoTables(toFile(root, file), other));
      else if (position !== -1) {
        source.files.push({
          ...rest,
          label: position,
          file: toFile(root, file),
          absolutePath: real,
        });
      }
    }
  }
  if (problems.length === 0) append(problems, tableProblems(source, data));
  return { source, problems };
}

/** Images of each class. */
function countsOf({ classes, files }: ImageSource): number[] {
  const counts = classes.map(() => 0);
  for (const { label } of files) counts[label]!++;
  return counts;
}

function splitsOf({ files }: ImageSource): Set<Split> {
  return new Set(files.map(({ split }) => split));
}

function emptySource(classes: string[]): ImageSource {
  return {
    folder: ".",
    classes,
    files: [],
    ignored: [],
    skipped: [],
    excluded: [],
    warnings: [],
    draw: null,
  };
}

/** What is wrong with the splits that tables give. */
function tableProblems(source: ImageSource, data: Data): Problem[] {
  const path = ["data", "train"];
  const isOne = splitsOf(source).size === 1;
  const lacking = lackedClasses(source.classes, source.files).find(
    ({ split }) => split === "train",
  );
  return [
    ...(lacking ? [{ path, message: messages.classesNotInTrain(lacking.lacked) }] : []),
    ...(isOne && !(data.split && isDrawing(data.split))
      ? [{ path, message: messages.tableHoldsOneSplit() }]
      : []),
  ];
}

/** A folder whose files say themselves what class they are of. */
async function searchHeaders(
  places: readonly SplitPlace[],
  { links }: Data,
  { root, patterns, headers }: { root: string; patterns: Patterns; headers: HeaderSettings },
): Promise<Found> {
  const shown = (path: string) => toFile(root, path);
  const followsAll = links === "follow";
  const found = await searchByHeader(places, headers, { followsAll, patterns, shown });
  const { problems } = found;
  const labelsOf = (key: Split) =>
    [...new Set(found.files.flatMap(({ split, label }) => (split === key ? label : [])))].toSorted(
      byCodeUnit,
    );
  const source = emptySource(labelsOf("train"));
  const { classes } = source;
  const report = (key: Split, message: string) => problems.push({ path: ["data", key], message });
  if (classes.length === 1 && problems.length === 0)
    report("train", messages.oneLabel(places[0]!.path, classes[0]!));
  for (const { key } of places) {
    const unknown = labelsOf(key).filter((label) => !classes.includes(label));
    if (unknown.length > 0 && classes.length > 0)
      report(key, messages.labelsUnknown(key, withMeant(unknown, classes), classes));
  }
  for (const { label, path, folder, ...rest } of found.files) {
    const position = classes.indexOf(label);
    if (position !== -1)
      source.files.push({ ...rest, label: position, name: toFile(folder, path) });
  }
  source.ignored = found.ignored.map(shown);
  source.excluded = found.excluded.map(({ path, ...why }) => ({
    ...why,
    label: "",
    file: shown(path),
  }));
  append(source.warnings, found.warnings);
  return { source, problems };
}

/** Gives each file what its header tells, and takes out those whose header is damaged. */
async function addHeaders(source: ImageSource, headers: HeaderSettings): Promise<Problem[]> {
  const { told, damaged, problems, warnings } = await readHeaders(source.files, headers);
  append(source.warnings, warnings);
  for (const { file, header } of told) {
    if (header.group !== undefined) file.group = header.group;
    if (header.columns) file.columns = { ...file.columns, ...header.columns };
  }
  for (const { file, why } of damaged)
    source.excluded.push({
      split: file.split,
      label: source.classes[file.label]!,
      file: file.file,
      ...why,
    });
  const unusable = new Set(damaged.map(({ file }) => file));
  if (unusable.size > 0) source.files = source.files.filter((file) => !unusable.has(file));
  return problems;
}

/** Makes an image of each frame. Those of a file belong together, where nothing else says what does. */
async function takeFrames(source: ImageSource): Promise<Problem[]> {
  const { files, isAny, absent, empty, ambiguous } = await inFrames(source.files);
  source.files = isAny ? groupedByFile(files) : files;
  for (const { file, why } of absent)
    source.excluded.push({
      split: file.split,
      label: source.classes[file.label]!,
      file: file.file,
      ...why,
    });
  if (empty.length > 0) source.warnings.push(messages.framesOfNone(empty.toSorted(byCodeUnit)));
  if (ambiguous.length === 0) return [];
  return [{ path: ["data", "dicom", "frame"], message: messages.frameNames(ambiguous) }];
}

async function searchFolders(
  places: readonly SplitPlace[],
  data: Data,
  root: string,
  patterns: Patterns,
): Promise<Found> {
  const folders: ClassFolders[] = [];
  const followsAll = data.links === "follow";
  for (const { key, path } of places)
    folders.push(await listClasses(key, path, { written: data[key]!, followsLinks: followsAll }));
  const problems = folders.flatMap((folder) => folder.problems);
  const found = new Map<ClassFolders, Map<string, Findings>>();
  for (const folder of folders)
    found.set(folder, await walkClasses(folder, { followsAll, patterns }));

  // A class that is empty wherever it is there was not meant; one that is empty in train alone is a mistake.
  const isEmpty = (name: string) =>
    found.values().every((ofSplit) => holdsNothing(ofSplit.get(name)));
  const empty: string[] = [];
  for (const folder of folders) {
    const passedOver = folder.names.filter((name) => isEmpty(name));
    if (passedOver.length === folder.names.length) continue;
    folder.names = folder.names.filter((name) => !passedOver.includes(name));
    append(
      empty,
      passedOver
        .filter((name) => !patterns.excludesFolder(name))
        .map((name) => join(folder.path, folder.folders.get(name)!)),
    );
  }
  const train = folders.find((folder) => folder.key === "train");
  append(problems, compareClasses(folders));
  if (train?.names.length === 1 && train.problems.length === 0 && empty.length > 0)
    problems.push({
      path: ["data", "train"],
      message: messages.oneClass(train.path, train.names[0]!),
    });

  const classes = train?.names ?? [];
  const source = emptySource(classes);
  const ignored = [...folders.flatMap((folder) => folder.ignored), ...empty];
  if (empty.length > 0)
    source.warnings.push(messages.emptyClasses(empty.map((path) => toFile(root, path))));
  for (const folder of folders) {
    const ofFolder = folder.names.map((name) => found.get(folder)!.get(name)!);
    const excludedOf = (findings: readonly Findings[]) =>
      findings
        .flatMap(({ excluded }) => excluded)
        .map(({ path, ...why }) => ({ file: path, ...why }));
    if (
      folder !== train &&
      ofFolder.length > 0 &&
      ofFolder.every(({ files }) => files.length === 0)
    )
      problems.push({
        path: ["data", folder.key],
        message: messages.splitEmpty(folder.path, excludedOf(ofFolder)),
      });
    for (const name of folder.names) {
      const findings = found.get(folder)!.get(name)!;
      const label = classes.indexOf(name);
      if (label === -1) continue;
      if (folder === train && findings.files.length === 0) {
        const path = join(folder.path, folder.folders.get(name)!);
        const { outside } = findings;
        const message =
          outside.length > 0
            ? messages.linksSkipped(path, outside.length, outside.toSorted(byCodeUnit)[0]!)
            : messages.classEmpty(path, excludedOf([findings]));
        problems.push({ path: ["data", folder.key], message });
      }
      addFindings(source, folder, { name, label, findings }, root);
      append(ignored, findings.ignored);
    }
  }
  source.ignored = ignored.map((path) => toFile(root, path));
  const outside = found
    .values()
    .flatMap((ofSplit) => ofSplit.values().flatMap((findings) => findings.outside))
    .toArray();
  if (outside.length > 0)
    source.warnings.push(
      messages.someLinksSkipped(outside.length, outside.toSorted(byCodeUnit)[0]!),
    );
  return { source, problems };
}

async function walkClasses(
  { path, names, folders }: ClassFolders,
  rules: Omit<WalkRules, "root">,
): Promise<Map<string, Findings>> {
  const found = new Map<string, Findings>();
  if (names.length === 0) return found;
  const root = { path, real: await realpath(path) };
  for (const name of names)
    found.set(name, await walk(join(path, folders.get(name)!), { root, ...rules }));
  return found;
}

function holdsNothing(findings: Findings | undefined): boolean {
  return findings === undefined || (findings.files.length === 0 && findings.excluded.length === 0);
}

function addFindings(
  source: ImageSource,
  { key, path: ofSplit }: ClassFolders,
  { name, label, findings }: { name: string; label: number; findings: Findings },
  root: string,
): void {
  for (const { path, real } of findings.files) {
    source.files.push({
      split: key,
      label,
      file: toFile(root, path),
      name: toFile(ofSplit, path),
      absolutePath: real,
    });
  }
  for (const { path, reason, detail } of findings.excluded) {
    source.excluded.push({
      split: key,
      label: name,
      file: toFile(root, path),
      reason,
      detail,
    });
  }
}

/** Gives each file the group that its name tells. */
async function nameGroups(source: ImageSource, pattern: string): Promise<Problem[]> {
  const path = ["data", "split", "group"];
  const grouping = await groupingBy(pattern);
  if (typeof grouping === "string") return [{ path, message: grouping }];
  const without: string[] = [];
  for (const file of source.files) {
    const group = grouping(file.name);
    if (group === undefined) without.push(file.file);
    else file.group = group;
  }
  if (without.length === 0) return [];
  const [first] = without.toSorted(byCodeUnit);
  const message = messages.groupNotFound(first!, without.length, source.files.length);
  return [{ path, message }];
}
