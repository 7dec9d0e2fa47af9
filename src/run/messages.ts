import { count, label, list, quote } from "../wording.ts";

/** What Lamina says about run folders, so that a test can name it and a reader can weigh it. */
export const messages = {
  // Training and the run
  cannotWrite: (path: string, reason: string) => `${path} cannot be written: ${reason}`,
  changedSince: (file: string) => `${file} is not what it was when the run finished.`,

  manifestChanged: (file: string) =>
    `${file} is not as Lamina wrote it: its text does not have the SHA-256 that it ends with.`,

  // Files that are left out
  noFileNoted: (folder: string) =>
    `${quote(folder)} does not say which experiment it is of: it has neither request.json nor a manifest.`,

  // Run folders
  torn: (file: string, line: number) =>
    `${file} ends in the middle of line ${line}: it was not written to the end.`,
  quoteMisplaced: (file: string, line: number) =>
    `${file}, line ${line}: a double quote is not closed, or stands inside a cell that does not begin with one.`,
  wrongColumns: (file: string, expected: readonly string[]) =>
    `${file}, line 1: these are not the columns of such a file, which are ${expected.join(",")}.`,
  wrongCellCount: (file: string, line: number, found: number, expected: number) =>
    `${file}, line ${line}: ${count(found, "cell")}, where the header has ${expected}.`,
  notANumber: (file: string, line: number, found: string) =>
    `${file}, line ${line}: ${quote(found)} is no number.`,
  outOfRange: (file: string, line: number, found: string, what: string, range: string) =>
    `${file}, line ${line}: ${what} is ${found}, which is not ${range}.`,
  numberTooLarge: (file: string, place: string) =>
    `${file} holds a number that is too large for a computer${place === "" ? "" : ` at ${place}`}.`,
  wrongEpoch: (file: string, line: number, found: number, expected: number) =>
    `${file}, line ${line}: epoch ${found}, where epoch ${expected} should follow.`,
  wrongFormatVersion: (file: string, found: unknown, newest: number) =>
    typeof found === "number" && found > newest
      ? `${file} has formatVersion ${found}, and this version of Lamina reads up to ${newest}: a newer Lamina wrote it.`
      : `${file} has formatVersion ${JSON.stringify(found)}, which no version of Lamina writes.`,
  notJson: (file: string, line: number | undefined) =>
    `${file}${line === undefined ? "" : `, line ${line},`} is not JSON as Lamina writes it.`,
  wrongRecord: (file: string, place: string, complaint: string) =>
    `${file} is not such a record${place ? ` at ${place}` : ""}: ${complaint}.`,
  filesDisagree: (folder: string, first: string, second: string, on: string) =>
    first === second
      ? `${first} in ${folder} contradicts itself on ${on}: it is not as the run wrote it.`
      : `${first} and ${second} in ${folder} disagree on ${on}: at least one of them is not this run's own.`,
  figureDiffers: (name: string, stored: unknown, now: unknown) =>
    `${name} (${JSON.stringify(stored)}, where the predictions come to ${JSON.stringify(now)})`,
  notAPicture: (file: string) =>
    `${file} is no picture of this run; delete the folder pictures to draw the report without.`,
  runFileMissing: (file: string) => `There is no ${file}. Only a finished run can be read.`,
  listMissing: (path: string) =>
    `The list of images ${path} is missing. Runs with the same images share it: copy it along with a run, or restore it from git.`,
  evaluationThere: (name: string) =>
    `There is an evaluation ${name} already, and it is not written over. Give this one another name with --as, or remove that one: exp rm ${name}`,
  isAnEvaluation: (folder: string) =>
    `${folder} is what a run came to on other images, and no run: name the run.`,
  modelMissing: (file: string, run: string) =>
    `There is no ${file}: git does not keep the weights of a run, and they may have been removed. exp run --from ${run} trains them again, as a new run.`,
  modelDamaged: (file: string) => `${file} is damaged: it is not as the run wrote it.`,
  modelOfOtherSettings: (file: string, key: string) =>
    `${file} does not have the run's own settings (${key}): it belongs to another run, or was changed.`,
  modelOfAnother: (folder: string) =>
    `The weights in ${folder} belong to another run's text: git has laid this one's beside them. exp run --from trains its own again.`,
  runFileUnreadable: (file: string, reason: string) => `${file} cannot be read: ${reason}`,
  runNotFound: (name: string, runsDirectory: string, near: string | undefined) =>
    `There is no run ${quote(name)}, neither in ${runsDirectory} nor as a folder.${near === undefined ? "" : ` Did you mean ${quote(near)}?`}`,
  isASweep: (name: string, one: string) =>
    `${name} is a sweep, and holds many runs: name one of them, such as ${name}/${one}. exp list ${name} shows them, exp sweep ${name} --resume goes on with a sweep that was interrupted.`,
  notARun: (folder: string) =>
    `${folder} is no run: it holds none of a run's files. Name a run such as baseline/v003, or its folder.`,
  runLeadsOutside: (name: string) =>
    `${quote(name)} leads out of this folder. Name a run such as baseline/v003, or give its whole path.`,

  // Notes and tags
  noteEmpty: () => 'There is nothing in this note. Write exp note RUN "text".',
  noteTooLong: (characters: number, most: number) =>
    `This note has ${characters.toLocaleString("en-GB")} characters; the most are ${most.toLocaleString("en-GB")}. Keep longer text in a file of its own.`,
  noteUnprintable: () =>
    "This note holds control characters, or some that turn the direction of writing. Leave them out.",
  notATag: (word: string, most: number) =>
    `${label(word)} is no tag: it begins with a letter or a digit, holds none but those and . _ + : / @ -, and has at most ${most} characters. Several tags have spaces between them.`,
  tagMissing: (name: string, tag: string, near: string | undefined) =>
    `${name} has no tag ${label(tag)}${near === undefined ? "" : `; did you mean ${label(near)}?`}`,

  // Runs in git
  noGit: () => "git is not on this machine, and only git can show a run of an earlier revision.",
  gitDistrusts: (folder: string, root: string) =>
    `git says nothing about ${folder}: the repository belongs to another user. Where you trust it: git config --global --add safe.directory ${root}`,
  gitSilent: (folder: string) =>
    `git does not say whether ${folder} is as in the last commit, so no commit is noted.`,
  noRepository: () =>
    "This folder is in no git repository, so there are no revisions. Name a run such as baseline/v003, or a folder.",
  noRevision: (revision: string) =>
    `git knows no revision ${quote(revision)}: no such branch, tag or commit.`,
  runNotInRevision: (revision: string, path: string, near: string | undefined) =>
    `Revision ${quote(revision)} has no folder ${quote(path)}, neither from the root of the repository nor in runs.${near === undefined ? "" : ` Did you mean ${quote(near)}?`}`,

  // Experiment: the file
  otherSeries: (name: string, other: string) =>
    `runs/${name} holds the runs of ${quote(other)}, another file of this name. Rename one of the two, or put it into a folder of experiments/, which its runs then have too.`,
  runIsResidue: (folder: string) =>
    `${folder} holds only what git does not keep of a run (weights, pictures, report): its text is on another branch, or deleted. exp clean removes it.`,
  notANumberedRun: (name: string) =>
    `${quote(name)} has no number: name the run with it, such as baseline/v003.`,
  notARunNumber: (word: string) => `${quote(word)} is no number of a run; write it as v007.`,
  numberTaken: (name: string) => `${name} is taken, here or in a commit that git knows.`,
  runGoesOn: (name: string, action: string) => `${name} is going on; ${action} when it is done.`,
  runBegins: (name: string) =>
    `${name} is an empty folder of less than a minute ago: a run may be about to begin in it.`,
  notInRuns: (name: string) =>
    `${quote(name)} is not in the folder runs, and nothing is removed elsewhere.`,
  notThroughLinks: (path: string) =>
    `${path} is a link or a file. Runs are only removed where they are: name the folder itself.`,
  removesForGood: (name: string, worth: Worth) =>
    `${name} ${
      {
        finished: "is a finished run that is not committed",
        damaged: "is damaged, not committed, and may be a finished run",
        remarks: "has notes or tags that are not committed",
        sweep: "is a sweep that is not committed",
        checkpoints: "has checkpoints to resume from, which git does not keep",
      }[worth]
    }, and would be gone for good. exp rm --force removes it all the same.`,
  removesChanges: (name: string, paths: readonly string[]) =>
    `${name} is committed, but ${list(paths)} ${paths.length === 1 ? "is" : "are"} not as in the commit. exp rm --force removes ${paths.length === 1 ? "it" : "them"} all the same.`,
  removesResidue: (name: string) =>
    `${name} holds only what git does not keep of a run (weights, pictures, report): its text is on another branch, or deleted. exp clean removes all such folders, exp rm --force this one.`,
  systemRefuses: (path: string, action: string, reason: string) =>
    `${path} cannot be ${action}: ${reason}`,
};

/** What of a run took work, and is in no other place. */
export type Worth = "finished" | "damaged" | "remarks" | "sweep" | "checkpoints";
