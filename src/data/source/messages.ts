import { byteSize, byteSizeBeside, count, label, labels, list, quote } from "../../wording.ts";
import { type Unusable, firstReason } from "../reasons.ts";

/** What Lamina says of folders, tables and headers that images are listed from. */
export const messages = {
  // Folders of images
  folderMissing: (
    path: string,
    parent: string,
    near: string | undefined,
    there: readonly string[],
    fromStart: string | undefined,
  ) =>
    `There is no folder ${path}. ${fromStart !== undefined ? `Paths start from the experiment's folder: write ${fromStart}.` : near !== undefined ? `Did you mean ${quote(near)} in ${parent}?` : there.length > 0 ? `In ${parent} are ${list(there, 6)}.` : `${parent} holds no folders.`}`,
  shareInPlaceOfFolder: (split: string, written: string, share: number) =>
    `There is no folder ${written}. To take that share of the images of train, write split: { ${split}: ${share} } instead.`,
  pathIsUrl: (written: string) =>
    `${quote(written)} is an address: images are read from folders of this machine. Download them, and name the folder.`,
  pathOfShell: (written: string, part: string) =>
    `${quote(written)} has ${quote(part)} in it, which only a shell replaces: write the path out, absolute or from the experiment's folder.`,
  pathIsOther: (written: string, what: string, instead: string) =>
    `${quote(written)} is ${what}: ${instead}.`,

  // Sets from elsewhere
  noSet: (path: string) =>
    `There is no folder and no table ${path}. Name a folder with one folder of images for each class, or a table of labels.`,
  noClassesHere: (path: string) =>
    `${path} holds no folders of classes. To be judged on, images need labels: one folder for each class, or a table. exp predict takes images without.`,
  mapsToNothing: (name: string, classes: readonly string[], near: string | undefined) =>
    `--map leads to ${label(name)}, which is no class of the run${near === undefined ? "" : `; did you mean ${label(near)}?`} Its classes are ${labels(classes)}.`,
  labelNotInSet: (names: readonly string[], there: readonly string[]) =>
    `--map and --drop name ${labels(names)}, which the set does not have. Its classes are ${labels(there)}.`,
  extraClasses: (unknown: readonly UnknownLabel[], classes: readonly string[]) =>
    `The set has ${unknownLabels(unknown)}, which the run does not know; its classes are ${labels(classes)}. Say what it is for the run with --map ${unknown[0]!.label}=${unknown[0]!.meant ?? classes[0]}, or leave it out with --drop ${unknown[0]!.label}.`,
  nothingToJudge: (path: string) => `${path} holds no file of a class that the run knows.`,
  setWithoutColumn: (name: string) =>
    `The set has no column ${quote(name)}, so no figures are reported by it.`,
  setWithoutGroups: (what: string) =>
    `The run's images belong together by ${quote(what)}, which this set does not tell: each of its images is taken for itself.`,
  noSuchImage: (word: string, near: string | undefined) =>
    `There is no ${quote(word)}${near === undefined ? "." : `; did you mean ${quote(near)}?`}`,
  namesNoImage: (word: string) => `${quote(word)} leads to no file.`,
  tableNamesNoFiles: (path: string, columns: readonly string[], wanted: string) =>
    `${path} has no column ${quote(wanted)} for the files; its columns are ${list(columns, 8)}.`,
  notAFolder: (path: string) =>
    `${path} is a file. It has to be a folder with one folder of images per class.`,
  folderCannotBeRead: (path: string, reason: string) =>
    `The folder ${path} cannot be read: ${reason}.`,
  unlabelledTest: (path: string, files: number) =>
    `${path} holds ${count(files, "file")} but no class folders. Test images need labels, since the figures follow from them: put each into the folder of its class, or remove data.test and take test images out of train with split: { test: 0.2 }.`,
  noClassFolders: (path: string, files: number) =>
    `${path} holds ${files === 0 ? "no folders" : `${count(files, "file")} but no folders`}. It has to hold one folder of images per class, such as ${path}/cats and ${path}/dogs.`,
  oneClass: (path: string, name: string) =>
    `${path} holds only one class, ${label(name)}. There is nothing to tell apart: at least two class folders are needed.`,
  classEmpty: (path: string, unusable: readonly Unusable[]) =>
    unusable.length > 0
      ? `Nothing in the class folder ${quote(path)} can be used: ${firstReason(unusable)}`
      : `The class folder ${quote(path)} holds no files, so there is nothing to learn from. Put images in it, or remove this class from every split.`,
  splitEmpty: (path: string, unusable: readonly Unusable[]) =>
    unusable.length > 0
      ? `Nothing in the class folders in ${path} can be used: ${firstReason(unusable)}`
      : `The class folders in ${path} hold no files. Put images in them.`,
  classesUnknown: (split: string, unknown: readonly UnknownLabel[], known: readonly string[]) =>
    `${split} has a folder for ${unknownLabels(unknown)}, which train has not. The classes of train are ${labels(known)}.`,
  classNamesLookEqual: (name: string) =>
    `Two class folders are called ${label(name)}: the same letters in different Unicode forms. Rename one or merge them.`,
  emptyClasses: (paths: readonly string[]) =>
    `${paths.length === 1 ? "An empty class folder is" : `${paths.length} empty class folders are`} ignored: ${list(paths)}`,
  classLeadsOutside: (name: string, path: string) =>
    `The class folder ${quote(name)} is a link that leads out of ${path}, where nothing is read. Move the images in, or name the folder that holds them.`,
  sameFolder: (split: string, other: string) =>
    `data.${split} is the same folder as data.${other}: the network would be judged on images it has been shown before.`,
  nameNotUtf8: (name: string) =>
    `the name ${name} is not UTF-8, so the file cannot be opened by it; rename it, for example with convmv -f latin1 -t utf8 --notest`,
  classNameNotUtf8: (path: string, names: readonly string[]) =>
    `${path} holds ${names.length === 1 ? "a folder or file whose name is" : "folders or files whose names are"} not UTF-8: ${names.slice(0, 5).join(", ")}. Rename ${names.length === 1 ? "it" : "them"}, for example with convmv -f latin1 -t utf8 --notest, or move ${names.length === 1 ? "it" : "them"} elsewhere.`,
  linksSkipped: (path: string, links: number, target: string) =>
    `The class folder ${quote(path)} holds no files, but ${count(links, "link")} that ${links === 1 ? "leads" : "lead"} elsewhere, for example to ${quote(target)}. Write data.links: follow to read what they lead to.`,
  someLinksSkipped: (links: number, target: string) =>
    `${count(links, "link")} that ${links === 1 ? "leads" : "lead"} out of the data, for example to ${quote(target)}, ${links === 1 ? "was" : "were"} skipped; data.links: follow reads them.`,
  patternMatchesNothing: (key: "exclude" | "include", pattern: string) =>
    `data.${key}: the pattern ${quote(pattern)} matches no file.`,
  masksAmongImages: (masks: number, files: number, example: string, patterns: readonly string[]) =>
    `${masks} of ${count(files, "file")} look like masks of other files, such as ${quote(example)}, and are taken for images. To skip them write data.exclude: [${patterns.map(quote).join(", ")}].`,
  splitsInTrain: (
    path: string,
    found: readonly string[],
    classes: readonly string[],
    yaml: readonly string[],
  ) =>
    `${path} holds the splits ${list(found)}, each with the folders ${labels(classes)}: it would be a network that tells train from test. Write ${yaml.join(", ")}.`,
  foldsInTrain: (path: string, folds: readonly string[], classes: readonly string[]) =>
    `${path} holds the folds ${list(folds, 3)}, each with the folders ${labels(classes, 3)}. Classes come first: move the folds into the class folders (${quote(`${classes[0]!}/${folds[0]!}`)} …) and write split: { group: "/(${folds[0]!.replace(/\d+$/, "\\\\d+")})/", folds: ${folds.length}, fold: 1 }.`,
  splitsInClasses: (path: string, found: readonly string[]) =>
    `Each class folder in ${path} holds the folders ${list(found)}: splits come first (${found[0]!}/CLASS/…). Move them, or name a table of labels with a column for the split.`,
  classesOneDeeper: (path: string, deeper: string, classes: readonly string[]) =>
    `${path} holds a single folder, with ${labels(classes)} in it. Write ${quote(deeper)}.`,
  trainIsOneClass: (path: string, parent: string, classes: readonly string[]) =>
    `${path} holds images and no folders: it is one of the classes ${labels(classes)}. Write ${quote(parent)}.`,

  // Taking splits out of train
  groupPatternWrong: (reason: string) =>
    `not a regular expression as RE2 has them: ${reason}. Look-ahead and back references are not among them.`,
  groupNotFound: (file: string, files: number, total: number) =>
    `the expression is not found in ${quote(file)}${files > 1 ? ` and ${files - 1} more` : ""} of ${count(total, "file")}, so what they belong to is not known`,
  groupsOfOne: (examples: readonly string[], images: number) =>
    `Each of the ${count(images, "image")} is a group of its own (${labels(examples, 2)} …), so that grouping keeps nothing together. Check what tells which images belong together.`,
  groupOfNearlyAll: (group: string, members: number, images: number) =>
    `Group ${label(group)} has ${members} of ${count(images, "image")}, and a group goes whole into one split. Check what tells which images belong together.`,
  classesNotInTrain: (lacked: readonly string[]) =>
    `train has no image of ${labels(lacked)}, so there is nothing to learn from. Add some, or remove ${lacked.length === 1 ? "this class" : "these classes"} from every split.`,

  // Tables of labels
  mixedSources: (key: string, isTable: boolean) =>
    `data.${key} is a ${isTable ? "table" : "folder"} and data.train is not. Name folders for every split, or tables for every split.`,
  labelsWithoutTable: (path: string, tables: readonly string[]) =>
    `data.labels tells how to read a table, but this is a folder; ${tables.length > 0 ? `did you mean ${tables.slice(0, 3).map(quote).join(" or ")} in it?` : `name a CSV or TSV file, such as ${quote(`${path}/labels.csv`)}.`}`,
  tableNoFile: (path: string) => `${path} is no regular file.`,
  tableTooLarge: (path: string, bytes: number, most: number) =>
    `${path} has ${byteSizeBeside(bytes, most)}; a table of at most ${byteSize(most)} is read.`,
  tableUnreadable: (path: string, reason: string) => `${path} cannot be read: ${reason}.`,
  tableMissing: (path: string) => `There is no file ${path}.`,
  tableNotUtf8: () => "from here on this is not UTF-8 text; save the table as UTF-8",
  tableHasNoHeader: (cells: readonly string[]) =>
    `the first line has to name the columns, and this one looks like an image's row (${list(cells, 4)}); put a line above it, such as "file,label"`,
  tableColumns: (
    missing: readonly string[],
    known: readonly string[],
    meant: Readonly<Record<string, string>>,
  ) =>
    `the table has no column ${missing.map(quote).join(" and no ")}; its columns are ${list(known, 12)}. Write labels: { columns: { ${missing.map((role) => `${role}: ${meant[role] ?? "NAME"}`).join(", ")} } }${Object.keys(meant).length < missing.length ? " with the names of yours" : ""}.`,
  tableQuote: () =>
    "a double quote is not closed, or something follows it; a quote inside a quoted cell is written twice",
  tableEmpty: (path: string) => `${path} holds no rows: one is needed for each image.`,
  imagesFolderMissing: (path: string, why: string | undefined) =>
    why ?? `There is no folder ${path}.`,
  columnMissing: (role: string, name: string, known: readonly string[], near: string | undefined) =>
    `the table has no column ${quote(name)}${role === "subgroups" ? "" : ` for the ${role}`}; ${near === undefined ? `its columns are ${list(known, 12)}` : `did you mean ${quote(near)}?`}`,
  columnTwice: (name: string) => `the table has two columns called ${quote(name)}`,
  rowWidth: (found: number, wanted: number) =>
    `${count(found, "cell")}, where the header has ${wanted}`,
  cellEmpty: (column: string) => `${quote(column)} is empty`,
  rowFileMissing: (path: string, near: string | undefined) =>
    `there is no file ${quote(path)}${near === undefined ? "" : `; did you mean ${quote(near)}?`}`,
  rowOfFrame: (file: string) => `a frame of ${quote(file)} is an image with data.dicom.frame: all`,
  rowNoFile: (isFolder: boolean) => (isFolder ? "this is a folder" : "this is no regular file"),
  rowOutside: (root: string, inside: string | undefined) =>
    inside === undefined
      ? `this is outside of ${root}, the folder of the images, where nothing is read; data.labels.images names another folder`
      : `this is on another machine or disk; ${quote(inside)} is in ${root}, so that would do`,
  rowLinkOutside: (root: string) =>
    `this is a link that leads out of ${root}; data.links: follow reads what it leads to`,
  rowTwice: (line: number, other: string | null) =>
    `this image is in line ${line} already${other === null ? "" : `, with the label ${label(other)}`}`,
  splitMisspelt: (word: string, meant: string) =>
    `${quote(word)} is no split; did you mean ${meant}?`,
  splitsUnknown: (words: readonly string[], column: string) =>
    `${list(words)} ${words.length === 1 ? "is no split" : "are no splits"}: the words are train, validation (val, valid, dev) and test. ${
      words.every((word) => /^\d+$/.test(word))
        ? `For numbered folds write labels: { columns: { group: ${column} } } and split: { folds: ${Math.max(words.length, 2)}, fold: 1 }.`
        : "Replace the words of this column by these."
    }`,
  moreRows: (message: string, more: number) =>
    `${message} (and ${count(more, "more row")} like it)`,
  oneLabel: (path: string, name: string) =>
    `${path} has only one label, ${label(name)}. There is nothing to tell apart: at least two are needed.`,
  labelsUnknown: (split: string, unknown: readonly UnknownLabel[], known: readonly string[]) =>
    `${split} has images of ${unknownLabels(unknown)}, and train has none. The classes of train are ${labels(known)}.`,
  spellings: (classes: readonly (readonly { label: string; images: number }[])[], most = 5) =>
    `${classes.length === 1 ? "One class is" : `${classes.length} classes are`} probably spelled in several ways, each of which is a class of its own: ${classes
      .slice(0, most)
      .map((spellings) =>
        spellings.map(({ label: name, images }) => `${label(name)} (${images})`).join(", "),
      )
      .join("; ")}${classes.length > most ? `; and ${classes.length - most} more` : ""}.`,
  labelsAre: (kind: LabelKind, classes: readonly string[]) =>
    `The ${classes.length} labels look like ${kind} (${labels(classes, 3)}), and each is taken for a class of its own. ${
      {
        quantities: "Lamina classifies: put ranges of them into classes, such as low and high.",
        lists:
          "Lamina gives an image one label: keep the one that matters, or make a column for each.",
        sentences: "Is this the column of the label?",
        "names of images": "Is this the column of the label?",
      }[kind]
    }`,
  imageInTwoTables: (file: string, other: string) =>
    `${quote(file)} is in the table of ${other} too: an image belongs to one split.`,
  tableHoldsOneSplit: () =>
    "every image is in train; name one for testing in the split column, or add data.split: { test: 0.2 }",

  // Headers of DICOM files
  noSuchElement: (name: string, near: string | undefined) =>
    `${quote(name)} is no element of DICOM that is known by its name${near === undefined ? "; write its number, such as (0018,1030)" : `; did you mean ${near}?`}`,
  elementTellsWho: (name: string) =>
    `${name} may tell who a patient is, and would be written into the run as it is. Groups are written as salted hashes: split: { group: { dicom: ${name} } }`,
  noHeader: (files: readonly string[], all: number) =>
    `${files.length.toLocaleString("en-GB")} of ${count(all, "file")} ${files.length === 1 ? "is" : "are"} not DICOM and ${files.length === 1 ? "has" : "have"} no header to take this from: ${list(files, 3)}. data.exclude skips files.`,
  elementMissing: (name: string, files: readonly string[], all: number) =>
    `${files.length.toLocaleString("en-GB")} of ${count(all, "file")} ${files.length === 1 ? "has" : "have"} no ${name} in the header: ${list(files, 3)}. data.exclude skips files.`,
  namesTellWho: (files: number, all: number) =>
    `The names of ${files.toLocaleString("en-GB")} of ${count(all, "file")} have in them what their headers say of the patient (ID, name, birth date or accession number). A run keeps the names of its images: rename them, folders too, before a run goes into git or to others.`,
  folderWithoutFiles: (path: string) => `${path} holds no files.`,
  labelInTable: () =>
    "the classes are in the headers of the files of a folder, or in a column of a table, but not in both: data.train is a table",

  // Files that are left out
  folderUnreadable: (reason: string) => `the folder cannot be read: ${reason}`,
  notAFile: () => "neither a file nor a folder",
  linkUnreadable: (reason: string) => `a link that cannot be followed: ${reason}`,
  linkBroken: () => "a link to something that does not exist",
  linkLeadsOutside: () => "a link that leads out of the data folder",
  linkRepeats: () => "a link to a folder that is searched already",
  framesOfNone: (files: readonly string[]) =>
    `${count(files.length, "DICOM file")} ${files.length === 1 ? "says that it has" : "say that they have"} no frames (Number of Frames 0): ${list(files, 3)}. Each is read as one image, as pydicom does.`,
  frameNames: (names: readonly string[]) =>
    `${list(names, 3)} ${names.length === 1 ? "is the name of a file and" : "are names of files and"} of a frame of another file; rename the file`,
};

/** What labels may be in place of classes. */
export type LabelKind = "quantities" | "lists" | "sentences" | "names of images";

/** A label that train does not have, and the one that it most likely is by another spelling. */
interface UnknownLabel {
  label: string;
  meant: string | undefined;
}

function unknownLabels(unknown: readonly UnknownLabel[], most = 5): string {
  const shown = unknown
    .slice(0, most)
    .map(
      ({ label: name, meant }) =>
        `${label(name)}${meant === undefined ? "" : ` (${label(meant)} in train)`}`,
    );
  return `${shown.join(", ")}${unknown.length > most ? ` and ${unknown.length - most} more` : ""}`;
}
