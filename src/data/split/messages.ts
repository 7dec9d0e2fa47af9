import { count, label, labels, quote } from "../../wording.ts";
import { type Unusable, reasons } from "../reasons.ts";

/** What Lamina says as splits are taken out of train. */
export const messages = {
  // Taking splits out of train
  splitGivenTwice: (split: string) =>
    `data.${split} names a folder and data.split.${split} takes images out of train. Give one of the two.`,
  splitLeavesNothing: (validation: number, test: number) =>
    `validation ${validation} and test ${test} together leave nothing to train on. Their sum has to be below 1.`,
  tooFewToSplit: (name: string, found: number, needed: number) =>
    `Class ${label(name)} has ${count(found, "file")}, too few for ${needed} splits. It needs at least ${needed}.`,
  splitTookAll: (name: string, found: number) =>
    `The split leaves class ${label(name)} (${count(found, "file")}) nothing to train on. Set stratify: true, or add images.`,
  tooFewGroups: (name: string, found: number, needed: number) =>
    `Class ${label(name)} has images of only ${count(found, "group")}, too few for ${needed} splits: a group goes whole into one of them.`,
  foldsBesideTest: (key: string) =>
    `data.split.folds makes one fold the test split, and ${key} gives another one. Give one of the two.`,
  tooManyFolds: (folds: number, most: number, unit: string, ofClass: boolean) =>
    `${folds} folds, but ${ofClass ? `no class has more than ${count(most, unit)}` : `there ${most === 1 ? "is" : "are"} only ${count(most, unit)}`}: some folds would be empty`,
  splitTookNone: (split: string, units: number, shares: number, unit: string) =>
    `No ${unit} is left for ${split}: ${count(units, unit)} ${units === 1 ? "is" : "are"} dealt out to ${shares} splits${unit === "group" ? ", and a group goes whole into one of them" : ""}. Ask for fewer splits or another share, or add images.`,
  noSuchFold: (fold: number, folds: number) =>
    `fold is ${fold}, but there are only ${folds}; the first is 1`,
  splitBesideColumn: (column: string, split: string) =>
    `The column ${quote(column)} gives ${split} images already, and this takes more out of train. Remove one of the two.`,
  groupGivenTwice: (column: string) =>
    `The column ${quote(column)} says which images belong together, and so does this. Give one of the two.`,
  classesNotInSplit: (split: string, lacked: readonly string[], classes: readonly string[]) =>
    classes.length - lacked.length === 1
      ? `All ${split} images are of class ${label(classes.find((name) => !lacked.includes(name))!)}: they cannot show whether the network tells the ${classes.length} classes apart.`
      : `${split} has no image of ${lacked.length} of the ${classes.length} classes (${labels(lacked)}): ${lacked.length === 1 ? "its" : "their"} recall cannot be worked out, and balanced accuracy is the mean over the others.`,

  // Reading the images
  noSplitOfUsable: (mistakes: readonly string[], files: readonly Unusable[]) =>
    `The images that can be used are too few to be split:\n${mistakes.map((line) => `  ${line}`).join("\n")}\n${count(files.length, "file")} cannot be used:\n${reasons(files)}`,
};
