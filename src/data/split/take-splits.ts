import { messages } from "../../messages.ts";
import type { Split } from "../../run/layout.ts";
import type { Problem } from "../../spec/problem.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { dealGroups, type Group } from "./group-split.ts";
import type { ImageFile, ImageSource } from "../source/source.ts";
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
  if (columns?.split && (validation > 0 || test > 0 || folds !== null))
    problems.push(at("", messages.splitBesideColumn(columns.split)));
  if (columns?.group && settings.group !== null)
    problems.push(at("group", messages.groupGivenTwice(columns.group)));
  return problems.map(({ path, message }) => ({ path: path.filter(Boolean), message }));
}

/**
 * Moves what `data.split` asks for from train to the other splits.
 *
 * @param nameOf a file's name wherever the data lie: what is drawn depends on it
 */
export function takeSplits(
  source: ImageSource,
  settings: SplitSettings,
  seed: number,
  nameOf: (file: ImageFile) => string,
): Problem[] {
  const { validation, stratify, folds } = settings;
  const test = folds === null ? settings.test : 1 / folds;
  if (validation === 0 && test === 0) return [];
  const files = source.files.filter((file) => file.split === "train");
  const isGrouped = files.some(({ group }) => group !== undefined);
  if (isGrouped) takeGroups(files, settings, seed, nameOf);
  else takeFiles(files, settings, seed, nameOf);

  const problems: Problem[] = [];
  const needed = 1 + Number(validation > 0) + Number(test > 0);
  for (const [label, ofClass] of Map.groupBy(files, (file) => file.label)) {
    const name = source.classes[label]!;
    const units = isGrouped ? new Set(ofClass.map((file) => unitOf(file, nameOf))).size : 0;
    if (stratify && isGrouped && units < needed) {
      const message = messages.tooFewGroups(name, units, needed);
      problems.push({ path: ["data", "split"], message });
    } else if (stratify && ofClass.length < needed) {
      const message = messages.tooFewToSplit(name, ofClass.length, needed);
      problems.push({ path: ["data", "split"], message });
    } else if (ofClass.every((file) => file.split !== "train")) {
      const message = messages.splitTookAll(name, ofClass.length);
      problems.push({ path: ["data", "split", "stratify"], message });
    } else if (stratify) {
      for (const split of ["validation", "test"] as const) {
        const share = split === "validation" ? validation : test;
        if (share > 0 && !ofClass.some((file) => file.split === split))
          source.warnings.push(messages.classNotInSplit(name, split));
      }
    }
  }
  return problems;
}

function takeFiles(
  files: ImageFile[],
  { validation, test, stratify, folds, fold }: SplitSettings,
  seed: number,
  nameOf: (file: ImageFile) => string,
): void {
  const pools = Map.groupBy(files, (file) => (stratify ? file.label : 0)).values();
  let before = 0;
  for (const pool of pools.toArray().toSorted((a, b) => a[0]!.label - b[0]!.label)) {
    let rest = pool;
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
  files: ImageFile[],
  { validation, test, stratify, folds, fold }: SplitSettings,
  seed: number,
  nameOf: (file: ImageFile) => string,
): void {
  const units = Map.groupBy(files, (file) => unitOf(file, nameOf));
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
  if (validation > 0)
    put(rest, dealGroups(rest, [1 - share, share], seed, 0), ["train", "validation"]);
}

/** An image without a group is one of its own; a group may be called as a file is. */
function unitOf(file: ImageFile, nameOf: (file: ImageFile) => string): string {
  return file.group === undefined ? `file ${nameOf(file)}` : `group ${file.group}`;
}
