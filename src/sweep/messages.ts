import { count, label, quote } from "../wording.ts";

/** What Lamina says about the records of a sweep, so that a test can name it and a reader can weigh it. */
export const messages = {
  wrongTrialLine: (file: string, line: number) =>
    `${file}:${line}  this line is not that of trial ${line}: a sweep's list of trials is not to be changed.`,
  notPooled: (setting: number, what: string) =>
    `The folds of setting ${setting} do not judge each image exactly once: ${what}.`,
  judgedTwice: (file: string) => `${quote(file)} is a test image of two folds`,
  notJudged: (file: string) => `${quote(file)} is a test image of none`,
  groupCut: (group: string) => `images of ${label(group)} are in two folds`,
  noSummary: (folder: string) =>
    `${folder}: the sweep is not finished, and has no summary.json to draw. exp sweep --resume goes on with it.`,
  noColumn: (file: string, name: string) => `${file}: there is no column ${quote(name)}.`,
  fileMissing: (file: string) => `${file} is missing.`,

  // What a summary says in words
  doubtful: (gain: string, spread: string) =>
    `The best setting is ahead of the median setting by ${gain}, and seeds of one setting differ by ${spread} (standard deviation): the order of the settings is largely chance.`,
  oneSeed: () =>
    "Each setting was tried with one seed: how much of the differences is the seed's is not known. vary: { seed: { seeds: 3 } } tells.",
  optimistic: (tried: number, apparent: string, corrected: string) =>
    `The best of ${tried} settings looks better than it is on the images that it was chosen by: ${apparent} there, about ${corrected} to be expected on other validation images.`,
  spread: () => "±: standard deviation over the trials of a setting.",
  pooled: () => "All folds together, each image judged once:",
  notAboveMajority: (names: readonly string[], majority: number) =>
    `The accuracy of ${names.length > 1 ? count(names.length, "setting") : names[0]!} may be no better than that of always predicting the most frequent class, ${majority.toFixed(3)}: ${names.length === 1 ? "its interval begins" : "their intervals begin"} below.`,
  ofSeeds: (split: string) =>
    `Interval and p tell how much of this is the training's chance on these ${split} images, not what other images would say.`,
};
