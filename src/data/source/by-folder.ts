import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { append } from "../../arrays.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { messages } from "./messages.ts";
import { type ClassFolders, compareClasses, listClasses } from "./classes.ts";
import { emptySource, type FoundSource, type ImageSource } from "./image-source.ts";
import type { Patterns } from "./patterns.ts";
import { type SplitPlace, toFile } from "./places.ts";
import { byCodeUnit, type Findings, walk, type WalkRules } from "./walk.ts";

type Data = ResolvedExperiment["data"];

/** Images of folders with one folder per class, at any depth. */
export async function findByFolder(
  places: readonly SplitPlace[],
  data: Data,
  root: string,
  patterns: Patterns,
): Promise<FoundSource> {
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
