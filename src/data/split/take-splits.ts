import { messages } from "./messages.ts";
import type { Split } from "../../layout.ts";
import type { Problem } from "../../spec/problem.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { dealGroups, type Group } from "./group-split.ts";
import type { ImageFile } from "../source/image-file.ts";
import { assignFolds, assignSplits } from "./split.ts";

type Data = ResolvedExperiment["data"];
type SplitSettings = NonNullable<Data["split"]>;

/** What is wrong with `data.split` before an image is known. */
export function splitProblems(data: Data, settings: SplitSettings): Problem[] {
  const { validation, test, folds, fold } = settings;
  const at = (key: string, message: string) => ({ path: ["data", "split", key], message });
  const problems: Problem[] = [];
  if (validation > 0 && data.validation !== null)
    problems.push(at("validation", messages.splitGivenTwice("validation")));
  if (test > 0 && data.test !== null) problems.push(at("test", messages.splitGivenTwice("test")));
  if (folds === null) {
    if (validation + test >= 1)
      problems.push(at("", messages.splitLeavesNothing(validation, test)));
  } else {
    if (data.test !== null) problems.push(at("folds", messages.foldsBesideTest("data.test")));
    if (test > 0) problems.push(at("test", messages.foldsBesideTest("data.split.test")));
    if (fold > folds) problems.push(at("fold", messages.noSuchFold(fold, folds)));
    if (validation + 1 / folds >= 1) {
      problems.push(at("", messages.splitLeavesNothing(validation, 1 / folds)));
    }
  }
  const columns = data.labels?.columns;
  if (columns?.group && settings.group !== null)
    problems.push(at("group", messages.groupGivenTwice(columns.group)));
  return problems.map(({ path, message }) => ({ path: path.filter(Boolean), message }));
}

/** What is wrong with `data.split` beside a column that says which split an image is in: what both give. */
export function columnProblems(
  { validation, test, folds }: SplitSettings,
  column: string,
  given: ReadonlySet<Split>,
): Problem[] {
  const at = (key: string, split: Split) => ({
    path: ["data", "split", key],
    message: messages.splitBesideColumn(column, split),
  });
  return [
    ...(validation > 0 && given.has("validation") ? [at("validation", "validation")] : []),
    ...(test > 0 && given.has("test") ? [at("test", "test")] : []),
    ...(folds !== null && given.has("test") ? [at("folds", "test")] : []),
  ];
}

/** How `data.split` deals images out. */
export interface Draw {
  settings: SplitSettings;
  seed: number;
}

/** Whether the settings deal out anything. */
export function isDrawing({ validation, test, folds }: SplitSettings): boolean {
  return validation > 0 || test > 0 || folds !== null;
}

/**
 * Deals images out to the splits: sets the split of each file. What is drawn depends on the files' names, wherever the
 * data lie, and not on their order.
 *
 * @param files those that are dealt out, whatever their splits were before
 */
export function drawSplits(
  files: readonly ImageFile[],
  classes: readonly string[],
  { settings, seed }: Draw,
): Problem[] {
  if (files.length === 0) return [];
  const { validation, stratify, folds } = settings;
  const test = folds === null ? settings.test : 1 / folds;
  for (const file of files) file.split = "train";
  const isGrouped = files.some(({ group }) => group !== undefined);
  if (isGrouped) takeGroups(files, settings, seed);
  else takeFiles(files, settings, seed);

  const unit = isGrouped ? "group" : "image";
  const problems: Problem[] = [];
  const needed = 1 + Number(validation > 0) + Number(test > 0);
  const most = largestPool(files, stratify, isGrouped);
  if (folds !== null && folds > most) {
    const message = messages.tooManyFolds(folds, most, unit, stratify);
    return [{ path: ["data", "split", "folds"], message }];
  }
  for (const [label, ofClass] of Map.groupBy(files, (file) => file.label)) {
    const name = classes[label]!;
    const units = isGrouped ? new Set(ofClass.map(unitOf)).size : 0;
    if (stratify && isGrouped && units < needed) {
      const message = messages.tooFewGroups(name, units, needed);
      problems.push({ path: ["data", "split"], message });
    } else if (stratify && ofClass.length < needed) {
      const message = messages.tooFewToSplit(name, ofClass.length, needed);
      problems.push({ path: ["data", "split"], message });
    } else if (ofClass.every((file) => file.split !== "train")) {
      const message = messages.splitTookAll(name, ofClass.length);
      problems.push({ path: ["data", "split", "stratify"], message });
    }
  }
  if (problems.length > 0) return problems;
  for (const [split, key, share] of [
    ["validation", "validation", validation],
    ["test", folds === null ? "test" : "folds", test],
  ] as const)
    if (share > 0 && files.every((file) => file.split !== split)) {
      const units = new Set(files.map(unitOf)).size;
      const message = messages.splitTookNone(split, units, needed, unit);
      problems.push({ path: ["data", "split", key], message });
    }
  return problems;
}

/** Images, or groups, of the class that has most; of all classes together where their shares are not kept. */
function largestPool(files: readonly ImageFile[], stratify: boolean, isGrouped: boolean): number {
  const pools = Map.groupBy(files, ({ label }) => (stratify ? label : 0)).values();
  const size = (pool: readonly ImageFile[]) =>
    isGrouped ? new Set(pool.map(unitOf)).size : pool.length;
  return pools.reduce((most, pool) => Math.max(most, size(pool)), 0);
}

function takeFiles(
  files: readonly ImageFile[],
  { validation, test, stratify, folds, fold }: SplitSettings,
  seed: number,
): void {
  const pools = Map.groupBy(files, (file) => (stratify ? file.label : 0)).values();
  let before = 0;
  for (const pool of pools.toArray().toSorted((a, b) => a[0]!.label - b[0]!.label)) {
    let rest: readonly ImageFile[] = pool;
    if (folds !== null) {
      const dealt = assignFolds(pool.map(nameOf), folds, seed, before);
      before += pool.length;
      for (const [index, file] of pool.entries())
        if (dealt[index] === fold - 1) file.split = "test";
      rest = pool.filter((file) => file.split !== "test");
    }
    const fractions =
      folds === null
        ? { validation, test }
        : {
            validation: Math.min((validation * pool.length) / Math.max(rest.length, 1), 0.999),
            test: 0,
          };
    for (const [index, split] of assignSplits(rest.map(nameOf), fractions, seed).entries())
      rest[index]!.split = split;
  }
}

function takeGroups(
  files: readonly ImageFile[],
  { validation, test, stratify, folds, fold }: SplitSettings,
  seed: number,
): void {
  const units = Map.groupBy(files, unitOf);
  const groups = Array.from(units, ([name, members]): Group => ({
    name,
    counts: new Map(
      Map.groupBy(members, (file) => (stratify ? file.label : 0))
        .entries()
        .map(([label, { length }]) => [label, length]),
    ),
  }));
  const put = (dealt: readonly Group[], parts: readonly number[], order: readonly Split[]) => {
    for (const [index, { name }] of dealt.entries())
      for (const file of units.get(name)!) file.split = order[parts[index]!]!;
  };
  if (folds === null) {
    const shares = [test, 1 - test - validation, validation];
    return put(groups, dealGroups(groups, shares, seed, 1), ["test", "train", "validation"]);
  }
  const shares = Array.from({ length: folds }, () => 1 / folds);
  const parts = dealGroups(groups, shares, seed, -1);
  const isTest = (index: number) => parts[index] === fold - 1;
  put(
    groups,
    groups.map((_, index) => Number(isTest(index))),
    ["train", "test"],
  );
  const rest = groups.filter((_, index) => !isTest(index));
  const share = validation / (1 - 1 / folds);
  put(rest, dealGroups(rest, [1 - share, share], seed, 0), ["train", "validation"]);
}

function nameOf({ name }: ImageFile): string {
  return name;
}

/** An image without a group is one of its own; a group may be called as a file is. */
function unitOf({ group, name }: ImageFile): string {
  return group === undefined ? `file ${name}` : `group ${group}`;
}
