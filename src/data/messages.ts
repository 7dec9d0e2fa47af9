import type { Depth } from "../pixels.ts";
import { visible } from "../text.ts";
import {
  byteSize,
  byteSizeBeside,
  count,
  label,
  labels,
  leakLine,
  list,
  quote,
} from "../wording.ts";
import type { Confounder } from "./audit/confounded.ts";
import type { LeakRecord, LeakKind } from "../layout.ts";

/** What Lamina says about images, so that a test can name it and a reader can weigh it. */
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
  classesNotInSplit: (split: string, lacked: readonly string[], classes: readonly string[]) =>
    classes.length - lacked.length === 1
      ? `All ${split} images are of class ${label(classes.find((name) => !lacked.includes(name))!)}: they cannot show whether the network tells the ${classes.length} classes apart.`
      : `${split} has no image of ${lacked.length} of the ${classes.length} classes (${labels(lacked)}): ${lacked.length === 1 ? "its" : "their"} recall cannot be worked out, and balanced accuracy is the mean over the others.`,

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
  rowNoFile: (isFolder: boolean) => (isFolder ? "this is a folder" : "this is no regular file"),
  rowOutside: (root: string, inside: string | undefined) =>
    inside === undefined
      ? `this is outside of ${root}, the folder of the images, where nothing is read; data.labels.images names another folder`
      : `this is on another machine or disk; ${quote(inside)} is in ${root}, so that would do`,
  rowLinkOutside: (root: string) =>
    `this is a link that leads out of ${root}; data.links: follow reads what it leads to`,
  rowTwice: (line: number, other: string | null) =>
    `this file is in line ${line} already${other === null ? "" : `, with the label ${label(other)}`}`,
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
  imageUnreadable: (reason: string) => `the file cannot be read: ${reason}`,
  imageFileTooLarge: (bytes: number, most: number) =>
    `the file has ${byteSizeBeside(bytes, most)}; at most ${byteSize(most)} are read`,
  imageFileEmpty: () => "the file holds no bytes",
  notAnImage: () => "the first bytes are those of no known image format",
  formatUnsupported: (format: string) =>
    `the format is ${format}; JPEG, PNG, WebP, TIFF, GIF, AVIF, BMP, PBM, PGM, PPM and DICOM are read`,
  dicomNoPicture: (what: string | undefined) =>
    `a DICOM file without a picture${what === undefined ? "" : `: ${what}`}`,
  dicomSyntax: (name: string) => `a DICOM file coded as ${name}, which is not read`,
  dicomSyntaxUnknown: (uid: string) =>
    `a DICOM file with the transfer syntax ${quote(uid.slice(0, 64))}, which the standard does not have`,
  dicomColours: (photometric: string) =>
    `a DICOM file with colours of kind ${quote(photometric.slice(0, 16))} (Photometric Interpretation), which is not read`,
  dicomBits: (bits: number | undefined) =>
    bits === undefined
      ? "a DICOM file that does not say how many bits its pixels have"
      : `a DICOM file with values of ${bits} bits, which is not read`,
  dicomFrames: (wanted: number, found: number) =>
    `a DICOM file with ${count(found, "frame")}, where data.dicom.frame asks for number ${wanted}`,
  dicomFrameUnnamed: (frames: number) =>
    `a DICOM file with ${count(frames, "frame")}, each of which is an image of its own`,
  dicomFramesAbsent: (first: number, frames: number) =>
    `the file ends before ${first === frames ? `frame ${first}` : `frames ${first} to ${frames}`} of the ${frames} that it says it has`,
  dicomFramesMost: (most: number, frames: number) =>
    `of a file the first ${most.toLocaleString("en-GB")} frames are read, and it says that it has ${frames.toLocaleString("en-GB")}`,
  framesOfNone: (files: readonly string[]) =>
    `${count(files.length, "DICOM file")} ${files.length === 1 ? "says that it has" : "say that they have"} no frames (Number of Frames 0): ${list(files, 3)}. Each is read as one image, as pydicom does.`,
  frameNames: (names: readonly string[]) =>
    `${list(names, 3)} ${names.length === 1 ? "is the name of a file and" : "are names of files and"} of a frame of another file; rename the file`,
  dicomJpegKind: (precision: number) =>
    `a DICOM file with JPEG of ${precision} bits or of an unusual kind, which is not read`,
  dicomMixedDepths: () => "a DICOM file with channels of different bits, which is not read",
  dicomSubsampled: () =>
    "a DICOM file coded as JPEG 2000 with channels of different sizes, which is not read",
  dicomHeaderCut: () => "its header is not whole",
  dicomElementCut: (tag: string, wanted: number, found: number) =>
    `element ${tag} says that it has ${wanted.toLocaleString("en-GB")} bytes, where ${Math.max(0, found).toLocaleString("en-GB")} are left`,
  dicomTooDeep: (most: number) => `sequences in one another, more than ${most} deep`,
  dicomNoItem: (tag: string) => `element ${tag} where an item of a sequence begins`,
  dicomSequenceOpen: () => "a sequence has no end",
  dicomNotDeflated: () => "its elements are not deflated as it says",
  dicomInflatesTooFar: (most: number) => `it inflates to more than ${byteSize(most)}`,
  dicomSize: (width: number, height: number) => `an image of ${width}x${height} pixels`,
  dicomSamples: (samples: number, photometric: string) =>
    `${count(samples, "value")} a pixel with colours of kind ${photometric}`,
  dicomStored: (stored: number, allocated: number) => `${stored} bits stored in ${allocated}`,
  dicomPixelsCut: (found: number, wanted: number) =>
    `${found.toLocaleString("en-GB")} of ${wanted.toLocaleString("en-GB")} bytes of its pixels`,
  dicomNoFragments: () => "no compressed frames where they should be",
  dicomFragments: (found: number) => `more than ${found} pieces of compressed frames`,
  dicomFrameMissing: (index: number, frames: number) => `frame ${index} of ${frames} is missing`,
  dicomFrameCut: () => "its compressed frame is not whole",
  dicomFrameNot: (name: string) => `its compressed frame is no whole ${name} image`,
  dicomSegments: (found: number, wanted: number) =>
    `${found} segments of run-length encoding for ${wanted} bytes a pixel`,
  dicomFrameDiffers: (
    name: string,
    found: Record<"width" | "height" | "samples", number>,
    wanted: Record<"width" | "height" | "samples", number>,
  ) =>
    `the ${name} frame has ${found.width}x${found.height} pixels of ${count(found.samples, "value")}, and the header says ${wanted.width}x${wanted.height} of ${wanted.samples}`,
  dicomPalette: () => "there is no whole palette",
  samplesUnsupported: (depth: string) =>
    `the values are of type ${depth}; whole numbers of up to 16 bits without a sign are read`,
  bmpUnsupported: (what: string) => `a BMP file of ${what}, which is not read`,
  tiffCompression: (name: string, isReadElsewhere: boolean) =>
    `a TIFF file compressed as ${name}, which is not read${isReadElsewhere ? " with samples of this kind" : ""}`,
  tiffColours: (photometric: number) =>
    `a TIFF file with colours of kind ${photometric} (PhotometricInterpretation), which is not read`,
  tiffBits: (bits: number | undefined) =>
    bits === undefined
      ? "a TIFF file with samples of different bits, which is not read"
      : `a TIFF file with samples of ${bits} bits, which is not read`,
  tiffPredictor: () => "a TIFF file with the predictor for floating point, which is not read",
  onePicture: (split: string, images: number, isBlank: boolean, isClear: boolean) =>
    `All ${count(images, `${split} image`)} are one and the same picture${isBlank ? ", of one colour" : ""}: ${split === "train" ? "there is nothing to learn" : "they tell nothing about the network"}.${isClear ? ` ${onBackground("Each")}` : ""}`,
  drawnInTransparency: (blank: number, images: number) =>
    `${count(blank, "image")} of ${images.toLocaleString("en-GB")} ${blank === 1 ? "is" : "are"} of one colour once ${blank === 1 ? "its" : "their"} transparency is dropped. ${onBackground(blank === 1 ? "It" : "Each")}`,
  confounded: ({ trait, told, images, examples }: Confounder) =>
    `The ${trait === "grey or colour" ? "colour mode" : trait === "intent" ? "presentation intent" : trait} of the ${trait === "border" ? "pictures" : "files"} alone tells the class of ${told} of ${count(images, "image")} (${examples
      .slice(0, 4)
      .map((one) => `${label(one.label)}: ${one.images} of ${one.ofAll} ${one.value}`)
      .join(
        "; ",
      )}${examples.length > 4 ? "; …" : ""}). The network can learn that instead of what the images show: make them alike.`,
  burnedIn: (burned: number, images: number) =>
    `${count(burned, "image")} of ${images.toLocaleString("en-GB")} ${burned === 1 ? "says" : "say"} that words are burned into the picture (Burned In Annotation), such as a name: a network can learn from them, and the pictures that a run keeps show them.`,
  mixedIntents: (intents: readonly [string, number][]) =>
    `The images are ${counted(intents)}: the same picture looks otherwise in each. Keep to one with data.exclude or a table.`,
  mixedViews: (views: readonly [string, number][]) =>
    `The images are of several views: ${counted(views)}. Figures of all together may hide one that goes worse; labels: { dicom: { subgroups: [ViewPosition] } } keeps the view of each image.`,
  rangeHardlyUsed: ({
    images,
    low,
    high,
    possible,
    depth,
  }: Record<"images" | "low" | "high" | "possible", number> & { depth: Depth }) => {
    const bits = low < 0 ? 0 : Math.ceil(Math.log2(high + 1));
    const range = bits > 0 ? `[0, ${2 ** bits - 1}]` : `[${low}, ${high}]`;
    const step = possible / 256;
    const levels = Math.floor(high / step) - Math.floor(low / step) + 1;
    const become =
      depth === 8
        ? `which become ${levels} of 256 grey levels`
        : `and the network is given ${(100 * (high - low + 1)) / possible < 1 ? "less than 1" : Math.round((100 * (high - low + 1)) / possible)} % of the range that it could be`;
    return `The ${count(images, "image")} of more than 8 bits ${images === 1 ? "is" : "are"} nearly of one brightness: of ${possible.toLocaleString("en-GB")} values that the files allow, ${low.toLocaleString("en-GB")} to ${high.toLocaleString("en-GB")} occur, ${become}. Write data.range: ${range}${bits > 8 ? ` (${bits} bits)` : ""}, or used for each image's own range.`;
  },
  depthGainsNothing: (images: number) =>
    `${images === 1 ? "The image has" : `None of the ${images.toLocaleString("en-GB")} images has`} ${images === 1 ? "8 bits" : "more than 8 bits"}: data.depth: 16 takes twice the room for them, and keeps nothing that data.depth: 8 would lose.`,
  tooManyPixels: (most: number) =>
    `the image has more than ${most.toLocaleString("en-GB")} pixels, which is what data.maxPixels allows`,
  imageTruncated: (found?: string) =>
    `the file ends before the image does${found === undefined ? "" : `: ${found}`}`,
  imageCorrupt: (why: string) => `the file cannot be decoded: ${why}`,
  decodeTimeout: (seconds: number) => `no picture after ${seconds} seconds`,

  // Reading the images
  unusableFiles: (files: readonly Unusable[]) =>
    `${count(files.length, "file")} cannot be used, and data.damaged is fail:\n${reasons(files)}\nRepair or remove them, or set damaged: exclude.`,
  leaksFound: (leaks: readonly LeakRecord[], most = 20) =>
    [
      `${count(leaks.length, "leak")} found, and data.leaks is fail:`,
      ...leaks.slice(0, most).map(leakLine),
      ...(leaks.length > most ? [`  and ${leaks.length - most} more`] : []),
      "Remove them, split by group, or set leaks: warn.",
    ].join("\n"),
  noImageOfClass: (split: string, name: string, files: readonly Unusable[]) =>
    `No file of class ${label(name)} in ${split} can be used:\n${reasons(files)}`,
  noSplitOfUsable: (mistakes: readonly string[], files: readonly Unusable[]) =>
    `The images that can be used are too few to be split:\n${mistakes.map((line) => `  ${line}`).join("\n")}\n${count(files.length, "file")} cannot be used:\n${reasons(files)}`,
  noImageOfSplit: (split: string, files: readonly Unusable[]) =>
    `No file in ${split} can be used:\n${reasons(files)}`,
  imageChanged: (path: string) =>
    `${quote(path)} has changed since this run began, or is gone. Leave the images alone while a run goes on, and run again.`,

  // The cache of decoded images
  cacheUnusable: (folder: string, reason: string) =>
    `The cache ${folder} cannot be used: ${reason}. Images are decoded without it, every time; LAMINA_CACHE sets another folder.`,
  cacheOnlyRead: (folder: string, reason: string) =>
    `The cache ${folder} can only be read: ${reason}. Images that are not in it are decoded every time; LAMINA_CACHE sets another folder.`,
  cacheFileUnfit: (name: string, reason: string) => `of its ${name}, ${reason}`,
  cacheIndexForeign: () => "its index.sqlite is a database of another program",
  cacheIsLink: (folder: string) =>
    `${folder} is a link, and nothing is removed through one. Remove the files where it leads, or the link itself.`,
  cacheRebuilt: (folder: string) =>
    `The index of the cache ${folder} was damaged and has been rebuilt; images are decoded again.`,
  cacheRowsDamaged: (folder: string) =>
    `Some of what the index of the cache ${folder} says is damaged or was changed, and is not used; what it was about is read or decoded again.`,
  shardDamaged: (path: string) =>
    `${path} of the cache was missing or damaged; its images are decoded again.`,
  cacheFull: (folder: string, mostBytes: number) =>
    `The images take more than the ${byteSize(mostBytes)} that the cache ${folder} may take; the rest is decoded again as it is needed. LAMINA_CACHE_GB sets another size.`,
  cacheDiskFull: (folder: string) =>
    `The disk of the cache ${folder} is nearly full; images that do not fit are kept in memory or decoded again. exp cache --clear makes room.`,

  // Commands
  whileDecoding: (path: string) => `While ${quote(path)} was decoded`,

  // Leaks
  leaks: (kind: LeakKind, number: number) =>
    ({
      "two-labels": `${count(number, "picture")} with two labels: the same pixels, and at least one of the labels is wrong.`,
      "near-two-labels": `${count(number, "image")} nearly the same as one with another label: one of the labels is most likely wrong.`,
      "same-pixels": `${count(number, "picture")} in two splits with the very same pixels: the network is judged on what it was shown.`,
      "near-duplicate": `${count(number, "image")} nearly the same as one in another split: recompressed, resized, mirrored or rotated.`,
      "shared-group": `${count(number, "group")} in two splits: a network that knows a group by heart looks better than it is.`,
    })[kind],
  noLeaks: () => "No duplicates or near-duplicates across splits, and no picture with two labels.",
};

/** "CC (120) and MLO (80)", the most frequent first. */
function counted(values: readonly [string, number][], most = 4): string {
  const shown = values.slice(0, most).map(([value, images]) => `${visible(value)} (${images})`);
  const more = values.length > most ? [`${values.length - most} more`] : [];
  return [...shown, ...more].join(", ");
}

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

interface Unusable {
  file: string;
  reason: string;
  detail: string;
}

function reasons(files: readonly Unusable[], most = 20): string {
  const lines = files
    .slice(0, most)
    .map(({ file, reason, detail }) => `  ${quote(file)} ${reason}: ${detail}`);
  return [...lines, ...(files.length > most ? [`  and ${files.length - most} more`] : [])].join(
    "\n",
  );
}

/** In a line of its own. */
function firstReason([first, ...others]: readonly Unusable[]): string {
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  return `${quote(first!.file)}: ${first!.detail}${more}`;
}

/** What to do where a picture is in its transparency. */
function onBackground(which: string): string {
  return `${which} has transparency, which is dropped; what it shows may be in it. Write data.background: white, or another colour, to lay one beneath.`;
}
