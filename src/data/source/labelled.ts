import { append } from "../../arrays.ts";
import { realpath } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { UsageError } from "../../errors.ts";
import { nearest } from "../../nearest.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { messages } from "./messages.ts";
import { listClasses } from "./classes.ts";
import { isFolder } from "./folder.ts";
import { groupByName, groupingBy } from "./groups.ts";
import { withMeant } from "./label-warnings.ts";
import { isTable, readLabels } from "./labels.ts";
import { searchByHeader } from "./by-header.ts";
import { type HeaderSettings, headerSettings, readHeaders, withHeaders } from "./headers.ts";
import { Patterns } from "./patterns.ts";
import type { ImageSource } from "./image-source.ts";
import { byCodeUnit, walk } from "./walk.ts";
import { inOrder } from "./image-file.ts";
import { eachFrame } from "./frames.ts";

type Data = ResolvedExperiment["data"];

export interface LabelledSettings {
  /** Of the experiment: its patterns, links, columns and groups hold here too. */
  data: Data;
  /** Those of the network, in its order. */
  classes: readonly string[];
  /** What the network calls a class of the set. */
  map: ReadonlyMap<string, string>;
  /** Classes of the set that are left out. */
  drop: ReadonlySet<string>;
}

export interface LabelledImages {
  /** All of its files are of the test split. */
  source: ImageSource;
  /** Files of the classes that were left out. */
  dropped: Record<string, number>;
}

/**
 * Lists a labelled set from elsewhere, to judge a network on it: a folder with one folder a class, or a table.
 *
 * @param path absolute path
 * @throws UsageError where it is no such set, or has classes that the network does not know
 */
export async function findLabelled(
  path: string,
  { data, classes, map, drop }: LabelledSettings,
): Promise<LabelledImages> {
  const strange = [...map].find(([, known]) => !classes.includes(known));
  if (strange)
    throw new UsageError(messages.mapsToNothing(strange[1], classes, nearest(strange[1], classes)));
  const { settings: headers } = headerSettings(data);
  const listed = isTable(path)
    ? readTable(path, data)
    : headers?.label
      ? await searchHeaders(path, data, headers)
      : await searchFolder(path, data);
  if (headers && (isTable(path) || !headers.label)) await addHeaders(listed, headers);
  const found = new Set(listed.files.map(({ label }) => label).concat(listed.empty));
  const unknown = [...map.keys(), ...drop].filter((label) => !found.has(label));
  if (unknown.length > 0)
    throw new UsageError(messages.labelNotInSet(unknown, [...found].toSorted(byCodeUnit)));
  const nameOf = (label: string) => map.get(label) ?? label;
  const extra = [...found].filter((label) => !drop.has(label) && !classes.includes(nameOf(label)));
  if (extra.length > 0)
    throw new UsageError(
      messages.extraClasses(withMeant(extra.toSorted(byCodeUnit), classes), classes),
    );
  const kept = listed.files.filter(({ label }) => !drop.has(label));
  if (kept.length === 0) throw new UsageError(messages.nothingToJudge(path));
  const left = Map.groupBy(
    listed.files.filter(({ label }) => drop.has(label)),
    ({ label }) => label,
  );
  const warnings = [...listed.warnings];
  const pattern = data.split?.group ?? null;
  if (typeof pattern === "string" && !kept.some(({ group }) => group !== undefined))
    append(warnings, await nameGroups(kept, pattern));
  const taken = data.dicom.frame === "all" ? await takeFrames(kept, data, warnings) : null;
  const files = (taken?.files ?? kept)
    .map(({ label, ...file }) => ({
      ...file,
      split: "test" as const,
      label: classes.indexOf(nameOf(label)),
    }))
    .toSorted(inOrder);
  return {
    source: {
      folder: listed.root.split(sep).join("/"),
      classes: [...classes],
      files,
      ignored: listed.ignored.toSorted(byCodeUnit),
      skipped: listed.patterns.record(),
      excluded: [...listed.excluded, ...(taken?.excluded ?? [])]
        .filter(({ label }) => !drop.has(label))
        .map((one) => ({ ...one, split: "test" as const, label: nameOf(one.label) }))
        .toSorted((a, b) => byCodeUnit(a.file, b.file)),
      warnings,
      draw: null,
    },
    dropped: Object.fromEntries(Array.from(left, ([label, { length }]) => [label, length])),
  };
}

/** Makes an image of each frame. @throws UsageError where a frame has the name of a file */
async function takeFrames(
  files: Listed["files"],
  data: Data,
  warnings: string[],
): Promise<Pick<Listed, "files" | "excluded">> {
  // Of an experiment with groups, files are none of those.
  const isGrouped = data.labels?.columns.group != null || data.split?.group != null;
  const taken = await eachFrame(files, isGrouped);
  if (taken.problem !== null) throw new UsageError(taken.problem);
  append(warnings, taken.warnings);
  return {
    files: taken.files,
    excluded: taken.absent.map(({ file: { label, file }, why }) => ({ label, file, ...why })),
  };
}

interface Listed {
  root: string;
  files: (Omit<ImageSource["files"][number], "label" | "split"> & { label: string })[];
  excluded: Omit<ImageSource["excluded"][number], "split">[];
  ignored: string[];
  /** Classes without any file. */
  empty: string[];
  warnings: string[];
  patterns: Patterns;
}

async function searchFolder(path: string, data: Data): Promise<Listed> {
  if (!isFolder(path)) throw new UsageError(messages.noSet(path));
  const followsAll = data.links === "follow";
  const { names, folders, ignored, problems } = await listClasses("test", path, {
    written: path,
    followsLinks: followsAll,
  });
  if (names.length === 0 && problems.length > 0) throw new UsageError(messages.noClassesHere(path));
  if (problems.length > 0) throw new UsageError(problems[0]!.message);
  const patterns = new Patterns(data);
  const listed: Listed = {
    root: path,
    files: [],
    excluded: [],
    ignored: ignored.map(fileOf),
    empty: [],
    warnings: [],
    patterns,
  };
  const root = { path, real: await realpath(path) };
  for (const label of names) {
    const found = await walk(join(path, folders.get(label)!), { root, followsAll, patterns });
    for (const { path: file, real } of found.files)
      listed.files.push({ label, file: fileOf(file), name: fileOf(file), absolutePath: real });
    for (const { path: file, ...why } of found.excluded)
      listed.excluded.push({ label, file: fileOf(file), ...why });
    for (const file of found.ignored) listed.ignored.push(fileOf(file));
    if (found.files.length === 0) listed.empty.push(label);
  }
  return listed;

  function fileOf(inner: string): string {
    return relative(path, inner).split(sep).join("/");
  }
}

/** A folder whose files say themselves what class they are of. */
async function searchHeaders(path: string, data: Data, headers: HeaderSettings): Promise<Listed> {
  const shown = (inner: string) => relative(path, inner).split(sep).join("/");
  const patterns = new Patterns(data);
  const rules = { followsAll: data.links === "follow", patterns, shown };
  const found = await searchByHeader([{ key: "test", path }], headers, rules);
  const [problem] = found.problems.filter((one) => one.path !== headers.group?.path);
  if (problem) throw new UsageError(problem.message);
  const isGrouped = found.problems.length === 0;
  return {
    root: path,
    files: found.files.map(({ file, group, absolutePath, label, columns }) => ({
      label,
      ...(isGrouped && group !== undefined && { group }),
      ...(columns && { columns }),
      name: file,
      file,
      absolutePath,
    })),
    excluded: found.excluded.map(({ path: file, reason, detail }) => ({
      label: "",
      file: shown(file),
      reason,
      detail,
    })),
    ignored: found.ignored.map(shown),
    empty: [],
    warnings: [
      ...found.warnings,
      ...(isGrouped ? [] : [messages.setWithoutGroups(headers.group!.name)]),
    ],
    patterns,
  };
}

/** Gives each file what its header tells, where all have one. */
async function addHeaders(listed: Listed, headers: HeaderSettings): Promise<void> {
  const read = await readHeaders(listed.files, { ...headers, label: null });
  append(listed.warnings, read.warnings);
  if (read.problems.length > 0) {
    const { group, subgroups } = headers;
    if (group) listed.warnings.push(messages.setWithoutGroups(group.name));
    for (const { name } of subgroups) listed.warnings.push(messages.setWithoutColumn(name));
    return;
  }
  for (const { file, why } of read.damaged)
    listed.excluded.push({ label: file.label, file: file.file, ...why });
  listed.files = withHeaders(listed.files, read);
}

function readTable(path: string, data: Data): Listed {
  const patterns = new Patterns(data);
  const warnings: string[] = [];
  // Images lie beside the table, and all of its rows are meant.
  const elsewhere = (labels: Data["labels"]): Data => ({
    ...data,
    labels: labels && { ...labels, images: null, columns: { ...labels.columns, split: null } },
  });
  let read = readLabels("test", path, elsewhere(data.labels), dirname(path), patterns);
  const lacked = read.problems.map((problem) => problem.path.slice(3));
  if (data.labels && lacked.some(([role]) => role === "group" || role === "subgroups")) {
    const { labels } = data;
    const { group, subgroups } = labels.columns;
    const isUngrouped = lacked.some(([role]) => role === "group");
    if (isUngrouped) warnings.push(messages.setWithoutGroups(group!));
    const isHere = (_name: string, index: number) =>
      !lacked.some(([role, at]) => role === "subgroups" && at === index);
    for (const name of subgroups.filter((one, index) => !isHere(one, index)))
      warnings.push(messages.setWithoutColumn(name));
    const left = { group: isUngrouped ? null : group, subgroups: subgroups.filter(isHere) };
    const columns = { ...labels.columns, ...left };
    read = readLabels("test", path, elsewhere({ ...labels, columns }), dirname(path), patterns);
  }
  const [problem] = read.problems;
  if (problem) {
    const line = problem.place ? `:${problem.place.line}` : "";
    throw new UsageError(`${path}${line}: ${problem.message}`);
  }
  const files = read.files.map(({ label, group, columns, name, real, frame }) => ({
    label,
    ...(frame !== undefined && { frame }),
    ...(group !== undefined && { group }),
    ...(columns && { columns }),
    name,
    file: name,
    absolutePath: real,
  }));
  const none = { excluded: [], ignored: [], empty: [] };
  return { root: dirname(path), files, ...none, warnings, patterns };
}

/** Gives each file the group that its name tells, where all have one. */
async function nameGroups(files: Listed["files"], pattern: string): Promise<string[]> {
  const grouping = await groupingBy(pattern);
  if (typeof grouping === "string") return [];
  if (groupByName(files, grouping).length === 0) return [];
  for (const file of files) delete file.group;
  return [messages.setWithoutGroups(pattern)];
}
