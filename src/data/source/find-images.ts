import { append } from "../../arrays.ts";
import type { Problem } from "../../spec/problem.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import type { Unusable } from "../decode/verdict.ts";
import { messages } from "./messages.ts";
import { columnProblems, drawSplits, isDrawing, splitProblems } from "../split/take-splits.ts";
import { findByFolder } from "./by-folder.ts";
import { findByHeader } from "./by-header.ts";
import { findByTable } from "./by-table.ts";
import { eachFrame } from "./frames.ts";
import { groupByName, groupingBy, groupWarnings } from "./groups.ts";
import { type HeaderSettings, headerSettings, readHeaders, withHeaders } from "./headers.ts";
import { type ImageFile, inOrder } from "./image-file.ts";
import { countsOf, type FoundSource, type ImageSource, splitsOf } from "./image-source.ts";
import { labelWarnings } from "./label-warnings.ts";
import { isTable } from "./labels.ts";
import { maskWarnings } from "./masks.ts";
import { Patterns } from "./patterns.ts";
import { findPlaces, rootOf, writtenAs } from "./places.ts";
import { byCodeUnit } from "./walk.ts";

type Data = ResolvedExperiment["data"];

/**
 * Lists the files of an experiment: one folder per class, searched at any depth, whatever the files are called, or the
 * rows of a table.
 *
 * @param directory absolute path of the experiment file's folder
 */
export async function findImages(
  data: Data,
  seed: number,
  directory: string,
): Promise<FoundSource> {
  const { places, problems } = findPlaces(data, directory);
  const root = rootOf(places, data, directory);
  const isOfTables = places[0] !== undefined && isTable(places[0].path);
  const patterns = new Patterns(data);
  const { settings: headers, problems: unasked } = headerSettings(data);
  append(problems, unasked);
  if (isOfTables && headers?.label)
    problems.push({ path: headers.label.path, message: messages.labelInTable() });
  const found = isOfTables
    ? findByTable(places, data, { directory, root }, patterns)
    : headers?.label
      ? await findByHeader(places, data, { root, patterns, headers })
      : await findByFolder(places, data, root, patterns);
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

function exclude(
  { excluded, classes }: ImageSource,
  faulty: readonly { file: ImageFile; why: Unusable }[],
): void {
  for (const { file, why } of faulty)
    excluded.push({ split: file.split, label: classes[file.label]!, file: file.file, ...why });
}

/** Gives each file what its header tells, and takes out those whose header is damaged. */
async function addHeaders(source: ImageSource, headers: HeaderSettings): Promise<Problem[]> {
  const read = await readHeaders(source.files, headers);
  append(source.warnings, read.warnings);
  exclude(source, read.damaged);
  source.files = withHeaders(source.files, read);
  return read.problems;
}

/** Makes an image of each frame. Those of a file belong together, where nothing else says what does. */
async function takeFrames(source: ImageSource): Promise<Problem[]> {
  const { files, absent, warnings, problem } = await eachFrame(source.files, false);
  source.files = files;
  exclude(source, absent);
  append(source.warnings, warnings);
  return problem === null ? [] : [{ path: ["data", "dicom", "frame"], message: problem }];
}

/** Gives each file the group that its name tells. */
async function nameGroups(source: ImageSource, pattern: string): Promise<Problem[]> {
  const path = ["data", "split", "group"];
  const grouping = await groupingBy(pattern);
  if (typeof grouping === "string") return [{ path, message: grouping }];
  const without = groupByName(source.files, grouping).map(({ file }) => file);
  if (without.length === 0) return [];
  const [first] = without.toSorted(byCodeUnit);
  const message = messages.groupNotFound(first!, without.length, source.files.length);
  return [{ path, message }];
}
