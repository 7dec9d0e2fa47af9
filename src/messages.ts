import { shorten } from "./text.ts";
import type { Confounder } from "./data/audit/confounded.ts";
import type { EpochRecord, ImageNote, Interval, LeakKind, LeakRecord } from "./run/layout.ts";
import type { PairedTest } from "./compare/results.ts";
import type { Shape } from "./model/shape.ts";

/** What labels may be in place of classes. */
export type LabelKind = "quantities" | "lists" | "sentences" | "names of images";

/** Everything that Lamina says when something is wrong, so that a test can name it and a reader can weigh it. */
export const messages = {
  // Layers
  needsImage: (kind: string, input: Shape) =>
    `${kind} needs an image [height, width, channels], but a row of ${input[0]} numbers comes in. Put it before flatten.`,
  needsFlatten: (kind: string, input: Shape) =>
    `${kind} needs a row of numbers, but an image ${shape(input)} comes in. Put flatten before it.`,
  windowTooLarge: (kind: string, window: readonly [number, number], input: Shape) =>
    `${kind} slides a window of ${window[0]}x${window[1]} over an image of only ${input[0]}x${input[1]}. Make the window smaller, use padding: same, shrink the image less before it, or make data.targetSize larger.`,
  batchNormOfOneValue: (input: Shape) =>
    `batchNorm normalises each channel over the batch, but with batchSize 1 and an input of ${shape(input)} a channel has a single value: it would always become 0. Set data.batchSize to 2 or more, or remove this layer.`,

  // Training and the run
  lossNotFinite: (loss: number, epoch: number, step: number) =>
    `The loss became ${loss} in epoch ${epoch}, step ${step}. The learning rate is probably too large: try a tenth of it.`,
  notRecorded: (reason: string) =>
    `The step runs operation by operation, which is slower: it cannot be recorded, because ${reason}.`,
  cannotWrite: (path: string, reason: string) => `${path} cannot be written: ${reason}`,
  interrupted: (run: string) => `Stopped. ${run} is not a finished run.`,
  stoppedBy: (signal: string) => `stopped by ${signal}`,
  changedSince: (file: string) => `${file} is not what it was when the run finished.`,
  finished: (report: string) => `Finished. Open ${report}`,

  // Networks
  softmaxBeforeEnd: () =>
    "softmax belongs after the last layer, where it is also added by itself; remove it here",
  endsWithoutScores: (last: string) =>
    `the last layer must be dense: { units: classes }, which gives a score for each class, but it is ${last}. ${
      last === "relu" || last === "dropout" || last === "batchNorm"
        ? "Move it before the last dense layer, or add one."
        : "Add flatten and dense: { units: classes }."
    }`,
  wrongUnits: (units: number, classes: number) =>
    `the last layer gives ${count(units, "score")}, but there are ${classes} classes; write units: classes`,
  softmaxOfOne: () =>
    "softmax over a single score is always 1; write units: classes, or leave softmax out and the score goes through a sigmoid",
  tensorTooLarge: (what: string, elements: number, most: number) =>
    `${what} ${elements.toLocaleString("en-GB")} numbers, and one tensor holds at most ${most.toLocaleString("en-GB")}. Make batchSize, targetSize, filters or units smaller, or shrink the image more before this layer.`,

  // Engine
  fetchPhase: (phase: "download" | "unpack", bytes: number) =>
    phase === "download"
      ? `Fetching TensorFlow, once for this machine (${gigabytes(bytes)}).`
      : `Unpacking TensorFlow (${gigabytes(bytes)}).`,
  engineNotThere: (variable: string) =>
    `not on this machine yet. The first run fetches it; so does exp doctor --fetch. Or set ${variable} to a library of yours.`,
  platformSupport: (platform: string, tested: boolean | undefined) =>
    tested === undefined
      ? `${platform}: no TensorFlow build is known for it; bring your own library`
      : `${platform}${tested ? "" : ": a TensorFlow build is known for it, but Lamina's tests do not run on it"}`,
  noEngine: (attempts: readonly { place: string; outcome: string }[]) =>
    [
      "TensorFlow was not found and could not be fetched. Tried:",
      ...attempts.map(({ place, outcome }) => `  - ${place}: ${outcome}`),
      "Three ways out:",
      "  1. Have pip (python3 -m pip) reach a package index, by your proxy or pip settings, and run again.",
      "  2. Install TensorFlow's C library for the whole system (on macOS: brew install libtensorflow).",
      "  3. Set LAMINA_TENSORFLOW to a libtensorflow file, or to the folder that holds it.",
    ].join("\n"),
  noRelease: (platform: string, architecture: string) =>
    `no build is known for ${platform} ${architecture}; there are some for Linux x64, Linux arm64 and macOS arm64`,
  ownLibraryMissing: (variable: string, path: string, names: readonly string[]) =>
    `${variable} is ${path}, but there is no TensorFlow library (${names.join(", ")}). Correct it or unset it.`,
  notALibrary: (path: string, reason: string) =>
    `${path} cannot be opened as a TensorFlow library: ${reason}`,
  outOfMemory: () => "TensorFlow has no memory left",
  waitingForOtherFetch: (folder: string) =>
    `Another process is fetching TensorFlow into ${folder}; waiting for it.`,
  noRoomForEngine: (folder: string, freeBytes: number, neededBytes: number) =>
    `TensorFlow needs ${gigabytes(neededBytes)} in ${folder}, where ${gigabytes(freeBytes)} are free. Make room, or set LAMINA_CACHE to another folder.`,
  noPip: () => "neither python3, python nor pip was found",
  pipFailed: (command: string, exitCode: number, complaint: string) =>
    `${command} ended with ${exitCode}${complaint ? `: ${complaint}` : ""}`,
  wheelWithoutLibraries: (file: string, names: readonly string[]) =>
    `${file} does not hold ${names.join(" and ")}`,
  wrongHash: (file: string, found: string, wanted: string) =>
    `${file} has the SHA-256 ${found}, but ${wanted} was expected; it was thrown away`,
  tarFailed: (complaint: string) => `tar could not unpack it: ${complaint}`,
  downloadFailed: (reason: string) => `no download: ${reason}`,

  // Folders of images
  folderMissing: (
    path: string,
    parent: string,
    near: string | undefined,
    there: readonly string[],
    fromStart: string | undefined,
  ) =>
    `There is no folder ${path}. ${fromStart !== undefined ? `Paths start from the experiment's folder: write ${fromStart}.` : near !== undefined ? `Did you mean ${quote(near)} in ${parent}?` : there.length > 0 ? `In ${parent} are ${list(there, 6)}.` : `${parent} holds no folders.`}`,
  shareInPlaceOfFolder: (split: string, share: string) =>
    `There is no folder ${share}. To take that share of the images of train, write split: { ${split}: ${share} } instead.`,
  pathIsUrl: (written: string) =>
    `${quote(written)} is an address: images are read from folders of this machine. Download them, and name the folder.`,
  pathOfShell: (written: string, part: string) =>
    `${quote(written)} has ${quote(part)} in it, which only a shell replaces: write the path out, absolute or from the experiment's folder.`,
  pathIsOther: (written: string, what: string, instead: string) =>
    `${quote(written)} is ${what}: ${instead}.`,
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
  classEmpty: (path: string) =>
    `The class folder ${quote(path)} holds no files, so there is nothing to learn from. Put images in it, or remove this class from every split.`,
  splitEmpty: (path: string) => `The class folders in ${path} hold no files. Put images in them.`,
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
  skippedByPatterns: (skipped: readonly { by: string; pattern: string; files: number }[]) =>
    skipped
      .filter(({ files }) => files > 0)
      .map(({ by, pattern, files }) =>
        by === "exclude"
          ? `${count(files, "file")} by exclude ${quote(pattern)}`
          : `${count(files, "file")} not in include (${pattern})`,
      )
      .join(", "),
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
  tooManyFolds: (folds: number, most: number, unit: string) =>
    `${folds} folds, but no class has more than ${count(most, unit)}: some folds would be empty`,
  noSuchFold: (fold: number, folds: number) =>
    `fold is ${fold}, but there are only ${folds}; the first is 1`,
  splitBesideColumn: (column: string, split: string) =>
    `The column ${quote(column)} gives ${split} images already, and this takes more out of train. Remove one of the two.`,
  groupGivenTwice: (column: string) =>
    `The column ${quote(column)} says which images belong together, and so does this expression. Give one of the two.`,
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
    `${path} has ${megabytes(bytes)}; a table of at most ${megabytes(most)} is read.`,
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
  imagesFolderMissing: (path: string) => `There is no folder ${path}.`,
  columnMissing: (role: string, name: string, known: readonly string[], near: string | undefined) =>
    `the table has no column ${quote(name)} for the ${role}; ${near === undefined ? `its columns are ${list(known, 12)}` : `did you mean ${quote(near)}?`}`,
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

  // Files that are left out
  folderUnreadable: (reason: string) => `the folder cannot be read: ${reason}`,
  notAFile: () => "neither a file nor a folder",
  linkBroken: () => "a link to something that does not exist",
  linkLeadsOutside: () => "a link that leads out of the data folder",
  linkRepeats: () => "a link to a folder that is searched already",
  imageUnreadable: (reason: string) => `the file cannot be read: ${reason}`,
  imageFileTooLarge: (bytes: number, most: number) =>
    `the file has ${megabytes(bytes)}; at most ${megabytes(most)} are read`,
  imageFileEmpty: () => "the file holds no bytes",
  notAnImage: () => "the first bytes are those of no known image format",
  formatUnsupported: (format: string) =>
    `the format is ${format}; JPEG, PNG, WebP, TIFF, GIF, AVIF, BMP, PBM, PGM and PPM are read`,
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
  textOfRun: (file: string, run: string) =>
    `${quote(file)} is what a run has kept of its experiment; its paths start from another folder. Write --from ${run} in place of it.`,
  fromAndFile: (from: string, file: string) =>
    `Name a run with --from (${quote(from)}) or an experiment (${quote(file)}), not both.`,
  noFileNoted: (folder: string) =>
    `${quote(folder)} does not say which experiment it is of: it has neither request.json nor a manifest.`,
  lettersWithoutFont: (letters: readonly string[]) =>
    `No font on this machine has ${letters.slice(0, 8).join(" ")}${letters.length > 8 ? " …" : ""}: the PNG charts show boxes in ${letters.length === 1 ? "its" : "their"} place. The SVG charts and the report show them wherever a font has them. Install one, such as Noto (fonts-noto-cjk, fonts-noto-color-emoji), and draw them again with exp charts.`,
  lettersDrawn: (missing: readonly string[]) =>
    missing.length === 0
      ? "Latin, Greek, Cyrillic, Chinese, Japanese, Korean, emoji"
      : `none for ${missing.join(", ")}: PNG charts show boxes (SVG charts and the report are right); install Noto, such as fonts-noto-cjk and fonts-noto-color-emoji`,
  confounded: ({ trait, told, images, examples }: Confounder) =>
    `The ${trait === "grey or colour" ? "colour mode" : trait} of the ${trait === "border" ? "pictures" : "files"} alone tells the class of ${told} of ${count(images, "image")} (${examples
      .slice(0, 4)
      .map((one) => `${label(one.label)}: ${one.images} of ${one.ofAll} ${one.value}`)
      .join(
        "; ",
      )}${examples.length > 4 ? "; …" : ""}). The network can learn that instead of what the images show: make them alike.`,
  rangeHardlyUsed: ({
    images,
    low,
    high,
    possible,
  }: Record<"images" | "low" | "high" | "possible", number>) => {
    const bits = low < 0 ? 0 : Math.ceil(Math.log2(high + 1));
    const range = bits > 0 ? `[0, ${2 ** bits - 1}]` : `[${low}, ${high}]`;
    const step = possible / 256;
    const levels = Math.floor(high / step) - Math.floor(low / step) + 1;
    return `The ${count(images, "image")} of more than 8 bits ${images === 1 ? "is" : "are"} nearly of one brightness: of ${possible.toLocaleString("en-GB")} values that the files allow, ${low.toLocaleString("en-GB")} to ${high.toLocaleString("en-GB")} occur, which become ${levels} of 256 grey levels. Write data.range: ${range}${bits > 8 ? ` (${bits} bits)` : ""}, or used for each image's own range.`;
  },
  tooManyPixels: (most: number) =>
    `the image has more than ${most.toLocaleString("en-GB")} pixels, which is what data.maxPixels allows`,
  imageTruncated: (found?: string) =>
    `the file ends before the image does${found === undefined ? "" : `: ${found}`}`,
  imageCorrupt: (why: string) => `the file cannot be decoded: ${why}`,
  decodeTimeout: (seconds: number) => `no picture after ${seconds} seconds`,

  // Reading the images
  unusableFiles: (files: readonly Unusable[]) =>
    `${count(files.length, "file")} cannot be used, and data.damaged is fail:\n${reasons(files)}\nRepair or remove them, or set damaged: exclude.`,
  imageNote: (note: ImageNote) =>
    ({
      animated: "the first frame is used",
      "multi-page": "the first page is used",
      cmyk: "turned into red, green and blue",
      alpha: "transparency is dropped",
      "16-bit": "scaled to 8 bits as data.range says",
      "own-range": "scaled to 8 bits from its own lowest to its own highest value",
      "exif-rotated": "turned upright as EXIF says",
      blank: "one value everywhere",
      "wrong-extension": "of another format than its name says",
      duplicate: "the same pixels as an earlier one of its split",
    })[note],
  dataInterrupted: () => "Stopped. What was read so far is kept for the next time.",
  fileExists: (path: string) =>
    `${path} is there already, and is not written over. Name another file.`,
  leaks: (kind: LeakKind, number: number) =>
    ({
      "two-labels": `${count(number, "picture")} with two labels: the same pixels, and at least one of the labels is wrong.`,
      "near-two-labels": `${count(number, "image")} nearly the same as one with another label: one of the labels is most likely wrong.`,
      "same-pixels": `${count(number, "picture")} in two splits with the very same pixels: the network is judged on what it was shown.`,
      "near-duplicate": `${count(number, "image")} nearly the same as one in another split: recompressed, resized, mirrored or rotated.`,
      "shared-group": `${count(number, "group")} in two splits: a network that knows a group by heart looks better than it is.`,
    })[kind],
  noLeaks: () => "No duplicates or near-duplicates across splits, and no picture with two labels.",
  leaksFound: (leaks: readonly LeakRecord[], most = 20) =>
    [
      `${count(leaks.length, "leak")} found, and data.leaks is fail:`,
      ...leaks.slice(0, most).map(leakLine),
      ...(leaks.length > most ? [`  and ${leaks.length - most} more`] : []),
      "Remove them, split by group, or set leaks: warn.",
    ].join("\n"),
  leakLine: (leak: LeakRecord) => leakLine(leak),
  noImageOfClass: (split: string, name: string, files: readonly Unusable[]) =>
    `No file of class ${label(name)} in ${split} can be used:\n${reasons(files)}`,
  noSplitOfUsable: (mistakes: readonly string[], files: readonly Unusable[]) =>
    `The images that can be used are too few to be split:\n${mistakes.map((line) => `  ${line}`).join("\n")}\n${count(files.length, "file")} cannot be used:\n${reasons(files)}`,
  noImageOfSplit: (split: string, files: readonly Unusable[]) =>
    `No file in ${split} can be used:\n${reasons(files)}`,
  imageChanged: (path: string) =>
    `${quote(path)} has changed since this run began, or is gone. Leave the images alone while a run goes on, and run again.`,

  // The cache of decoded images
  notACacheSize: (variable: string, text: string) =>
    `${variable} is ${quote(text)}, but it has to be a number of gigabytes; 0 keeps no images.`,
  cacheCleared: (folder: string, bytes: number) =>
    `Removed ${megabytes(bytes)} of decoded images from ${folder}. Runs decode theirs again.`,
  cacheUnusable: (folder: string, reason: string) =>
    `The cache ${folder} cannot be used: ${reason}. Images are decoded without it, every time; LAMINA_CACHE sets another folder.`,
  cacheRebuilt: (folder: string) =>
    `The index of the cache ${folder} was damaged and has been rebuilt; images are decoded again.`,
  shardDamaged: (path: string) =>
    `${path} of the cache was missing or damaged; its images are decoded again.`,
  cacheFull: (folder: string, mostBytes: number) =>
    `The images take more than the ${gigabytes(mostBytes)} that the cache ${folder} may take; the rest is decoded again as it is needed. LAMINA_CACHE_GB sets another size.`,
  cacheDiskFull: (folder: string) =>
    `The disk of the cache ${folder} is nearly full; images that do not fit are kept in memory or decoded again. exp cache --clear makes room.`,

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
    `${first} and ${second} in ${folder} disagree on ${on}: at least one of them is not this run's own.`,
  templateLoads: (file: string, key: string) =>
    `${file}: ${quote(key)} would load or lead to something outside the run. A chart's data comes by name: "data": { "name": "history" }.`,
  noSuchDataset: (file: string, name: string, known: readonly string[]) =>
    `${file}: there is no data ${quote(name)}; there are ${known.join(", ")}.`,
  templateName: (file: string) =>
    `${file}: a template is called NAME.vl.json, with at most 60 letters, digits, - and _ in its name.`,
  templateTaken: (file: string) =>
    `${file}: Lamina draws a chart of this name itself; choose another.`,
  templateTooLarge: (file: string, most: number) => `${file} is larger than ${megabytes(most)}.`,
  templateFails: (file: string, reason: string) => `${file} cannot be drawn: ${reason}`,
  notAPicture: (file: string) =>
    `${file} is no picture of this run; delete the folder pictures to draw the report without.`,
  runFileMissing: (file: string) => `There is no ${file}. Only a finished run can be read.`,
  listMissing: (path: string) =>
    `The list of images ${path} is missing. Runs with the same images share it: copy it along with a run, or restore it from git.`,
  runFileUnreadable: (file: string, reason: string) => `${file} cannot be read: ${reason}`,
  runNotFound: (name: string, runsDirectory: string, near: string | undefined) =>
    `There is no run ${quote(name)}, neither in ${runsDirectory} nor as a folder.${near === undefined ? "" : ` Did you mean ${quote(near)}?`}`,
  notARun: (folder: string) =>
    `${folder} is no run: it holds none of a run's files. Name a run such as baseline/v003, or its folder.`,
  runLeadsOutside: (name: string) =>
    `${quote(name)} leads out of this folder. Name a run such as baseline/v003, or give its whole path.`,

  // Lists of runs
  noRuns: () => "There are no runs yet. exp FILE.yaml makes one.",
  noRunsIn: (name: string) =>
    `There are no runs ${quote(name)}, neither in runs nor as a folder. exp list shows all there are.`,
  someRuns: (shown: number, all: number) => `${shown} of ${count(all, "run")}.`,
  columnsLeftOut: (titles: readonly string[]) =>
    `No room for ${titles.slice(0, 6).join(", ")}${titles.length > 6 ? ` and ${titles.length - 6} more` : ""}. --columns chooses, --csv and --json have everything.`,
  runProblem: (name: string, status: string, problem: string) => `${name} is ${status}: ${problem}`,
  foreignParts: (name: string, parts: readonly string[]) =>
    `${list(parts)} in ${name} ${parts.length === 1 ? "belongs" : "belong"} to another run of this number, whose text is on another branch or gone; exp charts redraws the report without ${parts.length === 1 ? "it" : "them"}.`,
  firstOf: (lines: readonly string[], most = 10) =>
    [
      ...lines.slice(0, most),
      ...(lines.length > most ? [`and ${lines.length - most} more`] : []),
    ].join("\n"),
  oneFormat: (options: readonly string[]) => `Give one of ${options.join(" and ")}.`,
  badCondition: (text: string) =>
    `${quote(text)} is no condition; write for example --where 'accuracy>0.8' or --where train.epochs=10`,
  unknownColumn: (name: string, near: string | undefined) =>
    `No run has a metric or setting ${quote(name)}.${near === undefined ? " exp list --json shows all there are." : ` Did you mean ${near}?`}`,
  ambiguousColumn: (name: string, keys: readonly string[]) =>
    `${quote(name)} may be ${alternatives(keys.slice(0, 8))}. Give more of the name.`,
  notComparable: (key: string, found: number, wanted: string) =>
    `${key} is a number, for example ${found}, and ${quote(wanted)} is none.`,

  // Runs in git
  noGit: () => "git is not on this machine, and only git can show a run of an earlier revision.",
  noRepository: () =>
    "This folder is in no git repository, so there are no revisions. Name a run such as baseline/v003, or a folder.",
  noRevision: (revision: string) =>
    `git knows no revision ${quote(revision)}: no such branch, tag or commit.`,
  runNotInRevision: (revision: string, path: string, near: string | undefined) =>
    `Revision ${quote(revision)} has no folder ${quote(path)}, neither from the root of the repository nor in runs.${near === undefined ? "" : ` Did you mean ${quote(near)}?`}`,

  // Comparison of two runs
  differentTestImages: (
    a: string,
    b: string,
    found: { onlyA: readonly string[]; onlyB: readonly string[]; relabelled: readonly string[] },
  ) =>
    [
      `${a} and ${b} were evaluated on different images, so that their figures do not compare:`,
      ...[
        { files: found.onlyA, where: "only in the first" },
        { files: found.onlyB, where: "only in the second" },
        { files: found.relabelled, where: "with another class" },
      ].flatMap(({ files, where }) =>
        files.length === 0
          ? []
          : `  ${count(files.length, "image")} ${where}, such as ${quote(files[0]!)}`,
      ),
      "--allow-different-images compares them all the same, image by image where both have it.",
    ].join("\n"),
  comparedAllTheSame: (both: number, onlyA: number, onlyB: number, relabelled: number) =>
    `These figures are of different images and do not compare: ${both} in both, ${onlyA} only in A, ${onlyB} only in B, ${relabelled} with another class.`,
  noResults: (run: string, status: string | null) =>
    `${run} has no results${status === null || status === "completed" ? "" : `: it is ${status}`}.`,
  pairedTest: ({ images, difference, interval, p }: PairedTest) =>
    `On the ${count(images, "image")} that both judged, the accuracy of B is ${points(difference)}, 95 % interval ${signed(interval.low)} to ${signed(interval.high)}; McNemar's exact test p ${p < 0.0001 ? "< 0.0001" : `= ${p.toFixed(4)}`}. ${
      p < 0.05
        ? "Chance alone rarely makes so large a difference."
        : "Chance alone may have made this difference."
    }`,
  discordantPairs: ({ bothRight, onlyA, onlyB, bothWrong }: PairedTest) =>
    `Both right: ${bothRight}. Only A right: ${onlyA}. Only B right: ${onlyB}. Both wrong: ${bothWrong}.`,
  flips: (broken: number, mended: number, otherwise: number) =>
    `broken: ${broken}, right in A and wrong in B. mended: ${mended}, wrong in A and right in B. wrong otherwise: ${otherwise}, wrong in both.`,
  sameSettings: () => "Both runs have the same settings.",
  sameImages: () => "Both runs have the same images, classes and splits.",
  sameCurves: () => "Both runs have the same curves: those of B cover those of A.",
  differentHeldOut: (a: string, b: string) =>
    `A watches the ${a} images and B the ${b} images: those two lines do not compare.`,

  // Report
  oneAnswer: (answer: string) =>
    `Every image was predicted as ${label(answer)}: the network does not tell the classes apart.`,
  notAboveMajority: ({ low }: Interval, majority: number) =>
    `The accuracy may be no better than the majority-class baseline: its interval begins at ${low.toFixed(3)}, and always predicting the most frequent class gives ${majority.toFixed(3)}.`,
  lastEpochWorse: (heldOut: string, best: EpochRecord, last: EpochRecord) =>
    `The last epoch is not the best one: ${heldOut} accuracy was ${best.heldOutAccuracy.toFixed(3)} after epoch ${best.epoch}, where the loss is lowest, and is ${last.heldOutAccuracy.toFixed(3)} after epoch ${last.epoch}, whose weights were judged. ${heldOut === "validation" ? `evaluate.weights: best takes those of epoch ${best.epoch}.` : "With a validation split, evaluate.weights: best takes those of the best epoch."}`,
  slowBatchNorm: (momentum: number, steps: number, left: number) =>
    `batchNorm's running mean and variance move slowly with momentum ${momentum}: after this run's ${count(steps, "step")} they still hold ${(100 * left).toFixed(0)} % of what they began with, and the network is judged by them. Train longer, or set momentum to ${momentumFor(steps)}.`,
  fewImages: (images: number, split: string, { low, high }: Interval) =>
    `There ${images === 1 ? "is" : "are"} only ${count(images, `${split} image`)}, so the accuracy is not known well: anything from ${low.toFixed(3)} to ${high.toFixed(3)} is plausible.`,

  // Experiment: the file
  moreMistakes: (number: number) => `and ${number} more`,
  experimentNotFound: (given: string, nearest: string | undefined, known: readonly string[]) =>
    `No experiment ${quote(given)} here or in experiments/.${
      nearest === undefined
        ? known.length > 0
          ? ` There are ${list(known, 10)}.`
          : ""
        : ` Did you mean ${quote(nearest)}?`
    }`,
  ownSeries: (name: string, other: string, own: string) =>
    `runs/${name} holds the runs of ${quote(other)}, another file of this name; these go to runs/${own}.`,
  otherSeries: (name: string, other: string) =>
    `runs/${name} holds the runs of ${quote(other)}, another file of this name. Rename one of the two, or put it into a folder of experiments/, which its runs then have too.`,
  runIsResidue: (folder: string) =>
    `${folder} holds only what git does not keep of a run (weights, pictures, report): its text is on another branch, or deleted. exp clean removes it.`,
  residueFound: (folders: number, first: string) =>
    `${count(folders, "folder")} of runs that are not there, such as ${first}; exp clean removes ${folders === 1 ? "it" : "them"}`,
  nothingToClean: () => "Nothing is left behind of any run.",
  cleanAsks: () =>
    "Nothing was removed: there is nobody to ask. Call exp clean --yes to remove them.",
  cleanQuestion: (folders: number) =>
    `Remove ${count(folders, "folder")}? The weights and pictures in ${folders === 1 ? "it" : "them"} are in no other place.`,
  cleaned: (folders: number) => `${count(folders, "folder")} removed.`,
  notANumberedRun: (name: string) => `${quote(name)} has no number, such as baseline/v003.`,
  notARunNumber: (word: string) => `${quote(word)} is no number of a run; write it as v007.`,
  numberTaken: (name: string) => `${name} is taken, here or in a commit that git knows.`,
  runGoesOn: (name: string) => `${name} is going on; rename it when it is done.`,
  notAnExperimentName: (name: string) =>
    `the runs of an experiment are named after its file, and ${quote(name)} is no name for a folder: use letters, digits, ".", "_" and "-"`,
  notAnExperimentFile: (what: string) => `this is ${what}; an experiment is a YAML file`,
  experimentUnreadable: (reason: string) => `this file cannot be read: ${reason}`,
  systemRefuses: (path: string, action: string, reason: string) =>
    `${path} cannot be ${action}: ${reason}`,
  outputRefuses: (name: string, reason: string) => `${name} cannot be written: ${reason}`,
  experimentTooLarge: (most: number) =>
    `this file is larger than ${most / 1e6} MB, too large for an experiment`,
  experimentNotUtf8: () => "from here on this is not UTF-8 text; save the experiment as UTF-8",
  experimentBinary: () => "here is a NUL byte, so this is no text; an experiment is a YAML file",
  experimentEmpty: () =>
    "the experiment is empty; it needs at least data: { train: … } and model: { layers: [ … ] }",

  // Experiment: YAML
  yaml: (code: string, original: string) => {
    const known: Record<string, string> = {
      TAB_AS_INDENT: "YAML is indented with spaces, but here is a tab",
      BAD_INDENT: "this line is indented differently from the ones it belongs to",
      BLOCK_AS_IMPLICIT_KEY:
        'a second ": " in one line; put the inner part on a line of its own, or in { }',
      MULTILINE_IMPLICIT_KEY: 'this should be a key, but no ":" follows it in the same line',
      BAD_ALIAS: "an anchor or alias needs a name: &name, *name",
      BAD_SCALAR_START: "text that begins with this character must be in quotes",
      BAD_DQ_ESCAPE: "\\ means something else within \" \"; use ' ' or write \\\\",
      MULTIPLE_DOCS: "a second YAML document begins here (---); an experiment is one document",
      RESOURCE_EXHAUSTION: "this is nested too deeply",
      TAG_RESOLVE_FAILED: "this tag (!…) means nothing here; leave it out",
    };
    const closing = /^Flow .* end with an? (.)/.exec(original)?.[1];
    if (closing !== undefined)
      return `"${closing === "]" ? "[" : "{"}" is not closed: "${closing}" is missing here at the latest`;
    if (original.startsWith("Missing closing")) return "the quote that begins here is not closed";
    return known[code] ?? `not valid YAML: ${original}`;
  },
  keyIsNoWord: () => "a key must be a word, but this is a list or a mapping",
  reservedKey: (key: string) => `${quote(key)} cannot be a key`,
  duplicateKey: (key: string) => `${quote(key)} is here a second time; each key may be there once`,
  unknownAlias: (name: string) =>
    `*${name} refers to an anchor that is not above it; write &${name} where it is meant`,
  aliasOfItself: (name: string) => `*${name} stands inside the very value that &${name} names`,
  tooManyAliases: (most: number) => `more than ${most} aliases (*name)`,
  tooManyValues: (most: number) =>
    `with its aliases written out the experiment has more than ${most} values`,
  nestedTooDeeply: (most: number) => `values are nested more than ${most} levels deep`,

  // Experiment: --set
  overrideWithoutValue: () => "write --set KEY=VALUE, for example --set train.epochs=3",
  overrideBadKey: (key: string) =>
    `${quote(key)} is no key; write a path such as train.epochs or model.layers.0.conv.filters`,
  overrideNoItem: (place: string, index: string, length: number) =>
    `${place} has the items 0 to ${length - 1}, but ${quote(index)} was given`,
  overrideChoice: (place: string, kind: string, key: string) =>
    `${place} is ${kind}: write ${place.replace(/\[(\d+)\]/g, ".$1")}.${kind}.${key}`,
  overrideThroughValue: (place: string, found: string, key: string) =>
    `${place} is ${found}, so there is no ${quote(key)} inside it`,

  invisibleCharacter: (code: number, name: string, isSpace: boolean) =>
    `here is ${name} (U+${code.toString(16).toUpperCase().padStart(4, "0")}), which cannot be seen and means something else to YAML; ${isSpace ? "replace it by an ordinary space" : "delete it"}`,
  mergeOfNoMapping: () => "<< takes in a mapping or a list of mappings, such as *name",

  // Experiment: values
  unknownKey: (key: string, hint: string) => `unknown key ${quote(key)}; ${hint}`,
  didYouMean: (name: string) => `did you mean ${quote(name)}?`,
  topLevel: () => "the experiment itself",
  ofTheExperiment: (key: string) =>
    `${quote(key)} stands at the beginning of a line: remove the spaces before it`,
  spaceAfterColon: (key: string, value: string) => `a space is missing: write ${key}: ${value}`,
  spaceAfterDash: (rest: string) => `a space is missing after the dash: write - ${rest}`,
  colonForEquals: (key: string, value: string) => `write ${key}: ${value}`,
  withoutQuotes: (value: string) => `; write ${value} without quotes`,
  inBrackets: (written: string) => `; write ${written}`,
  belongsUnder: (key: string, places: readonly string[]) =>
    `${quote(key)} belongs under ${places.slice(0, 3).join(" or ")}`,
  noInheritance: () =>
    "an experiment is one file: copy the other one, or run it with --set KEY=VALUE; &name, *name and << repeat parts within a file",
  knownKeys: (names: readonly string[]) =>
    names.length > 0 ? `the keys here are ${names.join(", ")}` : "there are no settings here",
  keysMissing: (keys: readonly string[], example: string) =>
    `${keys.join(" and ")} ${keys.length > 1 ? "are" : "is"} missing${example}`,
  wrongKind: (found: string, wanted: string, example: string, meant?: string) =>
    `must be ${wanted}, but is ${found}${meant === undefined ? example : `; did you mean ${meant}?`}`,
  emptyText: (wanted: string, example: string) =>
    `must be ${wanted}, but is empty${example}. A name that YAML reads as something else, such as null or one that begins with #, goes in quotes.`,
  forExample: (text: string) => `, for example ${text}`,
  notOneOf: (found: string, names: readonly string[], meant: string | undefined) =>
    `must be ${alternatives(names)}, but is ${found}${meant === undefined ? "" : `; did you mean ${meant}?`}`,
  needsSettings: (name: string, example: string) => `${name} needs settings: ${example}`,
  unknownName: (noun: string, name: string, known: readonly string[], meant: string | undefined) =>
    `unknown ${noun} ${quote(name)}${meant === undefined ? `; there are ${known.join(", ")}` : `; did you mean ${meant}?`}`,
  unknownNameHint: (noun: string, name: string, hint: string) =>
    `unknown ${noun} ${quote(name)}; ${hint}`,
  severalKeys: (keys: readonly string[]) =>
    `one key was expected, but here are ${keys.map(quote).join(" and ")}; settings are indented under their key, and each layer begins with "- "`,
  noKey: (known: readonly string[]) => `this is empty; it must be one of ${known.join(", ")}`,
  listTooShort: (found: number, wanted: number, example: string) =>
    `must hold ${wanted === 1 ? "at least one item" : `${wanted} items`}, but holds ${found}${example}`,
  listTooLong: (found: number, most: number, example: string) =>
    `may hold ${count(most, "item")}, but holds ${found}${example}`,

  // Experiment: what does not go together
  noHeldOutImages: () =>
    "nothing is held out to test the network on; add data.test (a folder), or data.split: { test: 0.2 }",
  bestWithoutValidation: () =>
    "the best epoch is chosen by the validation loss, and there is no validation split; add data.validation or data.split: { validation: 0.15 }, or write last",
  needsTwoClasses: (key: string, classes: number) =>
    `${key} is for two classes, but there are ${classes}`,
  noSuchClass: (name: string, classes: readonly string[], meant: string | undefined) =>
    `there is no class ${label(name)}; ${meant === undefined ? `the classes are ${labels(classes)}` : `did you mean ${label(meant)}?`}`,
  nothingToPreview: () =>
    "There is nothing to show: the experiment has no data.augment, so training sees the images as they are.",
  rangeBackwards: (low: number, high: number) =>
    `a range is [low, high], but ${low} is above ${high}`,
  needsMorePixels: (name: string, height: number, width: number) =>
    `${name} changes nothing in an image of ${height}x${width} pixels; remove it or make data.targetSize larger`,
  shiftBeyondImage: (distance: number, size: number) =>
    `a shift of ${distance} pixels moves an image of ${size} out of sight; below 1 it is a fraction of the size`,
  fillValueUnused: (fill: string) =>
    `fillValue is for fill: constant, but fill is ${fill}; remove one of the two`,
  fillUnused: (key: string) =>
    `${key} is for what rotation, shift, shear, zoom, crop or randAugment move, and none is set`,
  claheNeedsGrey: () => "clahe evens out grey levels; write data.colour: grey, or remove it",
  claheTilesTooSmall: (tiles: readonly [number, number], height: number, width: number) =>
    `${tiles[0]}x${tiles[1]} tiles do not fit an image of ${height}x${width} pixels; each needs two pixels at least`,
  zcaTooLarge: (values: number, most: number) =>
    `zcaWhitening needs a matrix of ${values.toLocaleString("en-GB")} x ${values.toLocaleString("en-GB")} numbers for images of this size, and ${most.toLocaleString("en-GB")} values an image are the most; make data.targetSize smaller, or use featurewiseStd`,
  zcaReplacesStd: () =>
    "zcaWhitening scales the values itself, so featurewiseStd has no part; remove one of the two",
  zcaEpsilonUnused: () => "zcaEpsilon is for zcaWhitening, which is off",
  nesterovWithoutMomentum: () =>
    "nesterov looks ahead along the momentum, which is 0; add momentum: 0.9",

  // Commands
  operandMissing: (what: string) => `Name ${what}; --help tells how.`,
  operandTooMuch: (what: string, rest: readonly string[]) =>
    `Name ${what} only; ${list(rest)} is too much.`,
  unknownOption: (option: string, nearest: string | undefined, known: readonly string[]) =>
    `There is no option ${quote(option)}${nearest === undefined ? `; there are ${known.join(", ")}` : `; did you mean ${nearest}?`}`,
  unknownCommand: (word: string, nearest: string) =>
    `${quote(word)} is neither an experiment nor a command; did you mean ${nearest}?`,
  packageMissing: (name: string) => `The package ${name} is not installed. Run: bun install`,
  bug: (details: string) =>
    `This is a mistake in Lamina, not in your experiment. Please report it with these lines:\n${details}`,
  whileDecoding: (path: string) => `While ${quote(path)} was decoded`,
  experimentRight: (file: string) => `No mistakes found in ${file}.`,
  filesLeftOut: (files: readonly { file: string; detail: string }[], most = 10) =>
    [
      `${count(files.length, "file")} will be skipped:`,
      ...files.slice(0, most).map(({ file, detail }) => `  ${quote(file)}: ${detail}`),
      ...(files.length > most ? [`  and ${files.length - most} more`] : []),
    ].join("\n"),
};

/** 0.01 → "0.0100 higher" */
function points(difference: number): string {
  if (difference === 0) return "the same";
  return `${Math.abs(difference).toFixed(4)} ${difference > 0 ? "higher" : "lower"}`;
}

function signed(number: number): string {
  return `${number < 0 ? "−" : "+"}${Math.abs(number).toFixed(4)}`;
}

function leakLine({
  kind,
  splits,
  labels: ofImages,
  files,
  group,
  similarity,
}: LeakRecord): string {
  const what = [
    kind,
    ...(group === undefined ? [] : [label(group)]),
    ...(similarity === undefined ? [] : [similarity.toFixed(3)]),
  ].join(" ");
  return `  ${what} (${splits.join(", ")}; ${labels(ofImages)}): ${list(files, 3)}`;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

function shape(sizes: Shape): string {
  return `[${sizes.join(", ")}]`;
}

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

/** A name from a folder or a file, with whatever it holds made visible. */
function quote(name: string): string {
  return JSON.stringify(name).replace(/[\p{Cc}\p{Cf}]/gu, escape);
}

/** Columns of the longest name of a class or a group that is shown whole. */
const MOST_COLUMNS = 48;

/** The name of a class or a group, which may be a whole paragraph. A file's is never cut: it has to be found. */
function label(name: string): string {
  return quote(shorten(name, MOST_COLUMNS));
}

function labels(names: readonly string[], most = 5): string {
  return list(
    names.map((name) => shorten(name, MOST_COLUMNS)),
    most,
  );
}

function escape(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

function list(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).map(quote).join(", ");
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** 1 image, 2 images */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}

/** a, b or c */
export function alternatives(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

/** What to do where a picture is in its transparency. */
function onBackground(which: string): string {
  return `${which} has transparency, which is dropped; what it shows may be in it. Write data.background: white, or another colour, to lay one beneath.`;
}

/** With so high a momentum, two decimals, a hundredth of the beginning is left after so many steps. */
function momentumFor(steps: number): number {
  return Math.max(0, Math.floor(100 * 0.01 ** (1 / steps)) / 100);
}
