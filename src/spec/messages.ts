import { alternatives, byteSize, count, label, labels, list, quote } from "../wording.ts";

/** What Lamina says about an experiment, so that a test can name it and a reader can weigh it. */
export const messages = {
  // Report
  batchOverImages: (batchSize: number, images: number) =>
    `data.batchSize is ${batchSize}, and training has ${count(images, "image")}: each epoch is a single step with all of them.`,
  slowBatchNorm: (momentum: number, steps: number, left: number) =>
    `batchNorm's running mean and variance move slowly with momentum ${momentum}: after this run's ${count(steps, "step")} they still hold ${(100 * left).toFixed(0)} % of what they began with, and the network is judged by them. Train longer, or set momentum to ${momentumFor(steps)}.`,

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
  sweepNotExperiment: (given: string) =>
    `There is no experiment ${quote(given)}, but a sweep: exp sweep ${given} runs it.`,
  notAnExperimentName: (name: string) =>
    `the runs of an experiment are named after its file, and ${quote(name)} is no name for a folder: use letters, digits, ".", "_" and "-"`,
  namedAsRun: (name: string) =>
    `the runs of an experiment are named after its file, and ${quote(name)} is what a run is called: rename the file`,
  deviceNames: (names: readonly string[]) =>
    `Windows has no files or folders called ${list(names)}: what is named so cannot be copied or checked out there.`,
  sameButForCase: (name: string, other: string) =>
    `${quote(other)} is beside ${quote(name)}: on macOS and Windows these are one file, and their runs are in one folder.`,
  notAnExperimentFile: (what: string) => `this is ${what}; an experiment is a YAML file`,
  experimentUnreadable: (reason: string) => `this file cannot be read: ${reason}`,
  experimentTooLarge: (most: number) =>
    `this file is larger than ${byteSize(most)}, too large for an experiment`,
  experimentNotUtf8: () => "from here on this is not UTF-8 text; save the experiment as UTF-8",
  experimentBinary: () => "here is a NUL byte, so this is no text; an experiment is a YAML file",
  nulInText: () => "this text holds a NUL character, which no name or path can",
  isSweep: () => "this is a sweep, which names experiments: exp sweep FILE runs it",
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
      return `"${closing === "]" ? "[" : "{"}" is not closed: "${closing}" is missing at the end of this line at the latest`;
    if (original.startsWith("Missing closing")) return "the quote that begins here is not closed";
    return known[code] ?? `not valid YAML: ${original}`;
  },
  indentedOtherwise: (found: number, wanted: number) =>
    `this line is indented by ${count(found, "space")}, and the ones that it belongs to by ${wanted}`,
  indentedLess: (found: number, least: number) =>
    `this line is indented by ${count(found, "space")}, and has to be by ${least} at least to belong to the key above it`,
  dashMissing: (item: string) => `this stands in a list: write - ${item}`,
  commentSign: () => "a comment begins with #",
  goesOn: () =>
    "this line is indented further than the one above it, and so goes on with that one's text",
  dashTooMuch: () => 'this is no list: remove the "- "',
  keyIsNoWord: () => "a key must be a word, but this is a list or a mapping",
  reservedKey: (key: string) => `${quote(key)} cannot be a key`,
  duplicateKey: (key: string) => `${quote(key)} is here twice; a key may be given once`,
  unknownAlias: (name: string) =>
    `*${name} refers to an anchor that is not above it; write &${name} where it is meant`,
  aliasOfItself: (name: string) => `*${name} stands inside the very value that &${name} names`,
  tooManyAliases: (most: number) => `more than ${most} aliases (*name)`,
  tooManyValues: (most: number) =>
    `with its aliases written out the experiment has more than ${most} values`,
  nestedTooDeeply: (most: number) => `values are nested more than ${most} levels deep`,

  // Experiment: extends
  extendsNoPath: () => "must be the path of another experiment file, for example baseline.yaml",
  extendsNothing: (path: string) => `there is no file ${quote(path)} from this file's folder`,
  extendsItself: (files: readonly string[]) =>
    files.length === 1
      ? "this file extends itself"
      : `these files extend one another: ${[...files, files[0]!].join(" extends ")}`,
  extendsTooMany: (most: number) => `more than ${most} files extend one another`,
  widthWithoutPreset: () =>
    "a width is that of the preset beside it, and there is none; write preset: resnet18, or the filters of each layer",
  layersAreAList: () =>
    'each layer begins with "- "; a mapping changes layers of a file that is extended, by their names',
  patchIsNoMapping: (found: string) =>
    `must hold the settings that are different, for example { filters: 64 }, but is ${found}`,
  noLayerNamed: (
    name: string,
    file: string,
    names: readonly string[],
    meant: string | undefined,
  ) => {
    const known =
      names.length === 0
        ? `none has one: write name: ${name} among the settings of the one that is meant`
        : `the names there are ${list(names, 10)}`;
    return `no layer in ${file} has this name; ${meant === undefined ? known : `did you mean ${meant}?`}`;
  },
  severalLayersNamed: (name: string, number: number) =>
    `${number} layers are called ${name}, and which of them is meant cannot be told: give each a name of its own`,

  // Experiment: environment
  notVariables: (found: string) =>
    `must name variables of the environment with their defaults, for example { DATA: images }, but is ${found}`,
  notAVariable: () =>
    'cannot be the name of a variable: use letters, digits and "_", a letter first, such as DATA',
  secretVariable: () =>
    "what this variable holds is written into each run, where others read it, and by its name it is a secret; an experiment needs none",
  variableDefault: (found: string) =>
    `must be the value that it has where it is not set, or nothing where it has to be set, but is ${found}`,
  variableNotSet: (name: string) =>
    `the variable ${name} of the environment is not set, and has no default under environment; set it, or write ${name}: … there`,
  variableForm: (use: string, name: string) =>
    `write \${${name}}, and under environment its default, ${name}: …; a text in which ${use} stands for itself is written with $$`,
  undeclaredVariable: (name: string, meant: string | undefined) =>
    `\${${name}} stands for a variable of the environment, and none of this name is declared; ${
      meant === undefined
        ? `write environment: { ${name}: … } with its default at the beginning of the file, or $\${${name}} where the text itself is meant`
        : `did you mean \${${meant}}?`
    }`,

  // Experiment: --set
  overrideWithoutValue: () => "write --set KEY=VALUE, for example --set train.epochs=3",
  overrideBadKey: (key: string) =>
    `${quote(key)} is no key; write a path such as train.epochs or model.layers[0].conv.filters`,
  overrideNoItem: (place: string, index: string, length: number) =>
    `${place} has the items 0 to ${length - 1} as it is written, but ${quote(index)} was given${
      place.endsWith("layers") && !/^\d+$/.test(index) ? ", and no layer has that name" : ""
    }`,
  overrideChoice: (place: string, kind: string, key: string) =>
    `${place} is ${kind}: write ${place}.${kind}.${key}`,
  overrideOtherLayer: (place: string, kind: string, key: string) =>
    `${place} is ${kind}, not ${key}; to put another layer in its place, write all of it: --set '${place}={ ${key}: … }'`,
  overrideOtherKind: (place: string, kind: string, key: string) =>
    `${place} is ${kind}, and this would put ${key} in its place. Where all trials are to have ${key}, write it in the experiment; to compare kinds, vary the whole: ${place}: [{ ${kind}: { … } }, { ${key}: { … } }]`,
  overrideUndoes: (other: string) =>
    `this undoes what ${other} is set to: write one of the two, or the outer one first`,
  overrideTwice: (outer: string) => `${outer} says this already: write one of the two`,
  overrideThroughValue: (place: string, found: string, key: string) =>
    `${place} is ${found}, so there is no ${quote(key)} inside it`,
  overrideExtends: () =>
    "extends, model.preset and model.width belong into a file; write one that extends this one",
  invisibleCharacter: (code: number, name: string, isSpace: boolean) =>
    `here is ${name} (U+${code.toString(16).toUpperCase().padStart(4, "0")}), which cannot be seen and means something else to YAML; ${isSpace ? "replace it by an ordinary space" : "delete it"}`,
  mergeOfNoMapping: () => "<< takes in a mapping or a list of mappings, such as *name",

  // Experiment: values
  unknownKey: (key: string, hint: string) => `unknown key ${quote(key)}; ${hint}`,
  didYouMean: (name: string) => `did you mean ${quote(name)}?`,
  topLevel: (noun: string) => `the ${noun} itself`,
  ofTheExperiment: (key: string) =>
    `${quote(key)} stands at the beginning of a line: remove the spaces before it`,
  spaceAfterColon: (key: string, value: string) => `a space is missing: write ${key}: ${value}`,
  spaceAfterDash: (rest: string) => `a space is missing after the dash: write - ${rest}`,
  colonForEquals: (key: string, value: string) => `write ${key}: ${value}`,
  withoutQuotes: (value: string) => `; write ${value} without quotes`,
  inBrackets: (written: string) => `; write ${written}`,
  belongsUnder: (key: string, places: readonly string[]) =>
    `${quote(key)} belongs under ${places.slice(0, 3).join(" or ")}`,
  isOfSection: (key: string, section: string, hint: string) =>
    hint.endsWith("leave it out") ? hint : `${quote(key)} belongs under ${section}: ${hint}`,
  knownKeys: (names: readonly string[]) =>
    names.length > 0 ? `the keys here are ${names.join(", ")}` : "there are no settings here",
  keysMissing: (keys: readonly string[], example: string) =>
    `${keys.join(" and ")} ${keys.length > 1 ? "are" : "is"} missing${example}`,
  wrongKind: (found: string, wanted: string, example: string, meant?: string) =>
    `must be ${wanted}, but is ${found}${meant === undefined ? example : `; did you mean ${meant}?`}`,
  emptyText: (wanted: string, example: string) =>
    `must be ${wanted}, but is empty${example}. A name that YAML reads as something else, such as null or one that begins with #, goes in quotes.`,
  forExample: (text: string) => `, for example ${text}`,
  notOneOf: (found: string, names: readonly string[], hint: string | undefined) =>
    `must be ${alternatives(names)}, but is ${found}${hint === undefined ? "" : `; ${hint}`}`,
  meantWord: (name: string) => `did you mean ${name}?`,
  /** After what is wrong, in place of an example. */
  instead: (hint: string) => `; ${hint}`,
  write: (value: string) => `write ${value}`,
  needsSettings: (name: string, example: string) => `${name} needs settings: ${example}`,
  unknownName: (noun: string, name: string, known: readonly string[], meant: string | undefined) =>
    `unknown ${noun} ${quote(name)}${meant === undefined ? `; there are ${known.join(", ")}` : `; did you mean ${meant}?`}`,
  unknownNameHint: (noun: string, name: string, hint: string) =>
    `unknown ${noun} ${quote(name)}; ${hint}`,
  severalKeys: (keys: readonly string[], ofLayer: boolean) =>
    `one key was expected, but here are ${keys.map(quote).join(" and ")}; settings are indented under their key${ofLayer ? ', and each layer begins with "- "' : ""}`,
  noKey: (known: readonly string[]) => `this is empty; it must be one of ${known.join(", ")}`,
  listTooShort: (found: number, wanted: number, example: string) =>
    `must hold ${wanted === 1 ? "at least one item" : `${wanted} items`}, but holds ${found}${example}`,
  listedTwice: (value: string) => `${value} is here twice; each may be listed once`,
  listTooLong: (found: number, most: number, example: string) =>
    `may hold ${count(most, "item")}, but holds ${found}${example}`,

  // Experiment: repeat and block
  notAnArgument: (name: string) =>
    name === "use"
      ? '"use" says which block is used: rename this argument'
      : `${quote(name)} cannot be the name of an argument: use letters and digits, such as filters`,
  unknownArgument: (name: string, names: readonly string[], meant: string | undefined) =>
    `the block has no argument ${quote(name)}; ${meant === undefined ? `write it beside layers with its default, ${name}: …${names.length > 0 ? `; there are ${names.join(", ")}` : ""}` : `did you mean $${meant}?`}`,
  unusedArgument: (name: string) =>
    `the layers of the block do not use this argument; write $${name} where it belongs, or remove it`,
  argumentOutside: (name: string) =>
    `$${name} stands for an argument of a block, and this is in none; write a value`,
  noSuchBlock: (name: string, known: readonly string[], meant: string | undefined) =>
    `there is no block ${quote(name)}; ${
      meant === undefined
        ? known.length > 0
          ? `there are ${known.join(", ")}`
          : "write it under model: { blocks: { … } }"
        : `did you mean ${meant}?`
    }`,
  blockInItself: (names: readonly string[]) =>
    `a block cannot use itself, directly or through another: ${names.join(" uses ")}`,
  noSuchArgument: (
    block: string,
    name: string,
    known: readonly string[],
    meant: string | undefined,
  ) =>
    `the block ${block} has no argument ${quote(name)}; ${
      meant === undefined
        ? known.length > 0
          ? `there are ${known.join(", ")}`
          : "it has none"
        : `did you mean ${quote(meant)}?`
    }`,
  argumentMissing: (block: string, name: string) =>
    `the block ${block} needs a value for ${quote(name)}: write { use: ${block}, ${name}: … }`,
  tooManyLayers: (most: number) => `repeat and block stand for more than ${most} layers`,
  unusedBlock: (name: string) =>
    `model.blocks.${name} is used by no layer, and was not checked for mistakes.`,
  /** After what is wrong: where the value stands that is written elsewhere, and what wrote the layer out. */
  standsAs: (path: string) => `which stands at ${path}`,
  usedAt: (block: string, place: string) => `block ${block}, used in ${place}`,
  line: (line: number) => `line ${line}`,
  inRound: (round: number, place: string) => `round ${round} of the repeat in ${place}`,

  // Experiment: the base of a network
  weightsToFetch: () =>
    "The weights of model.base are not on this machine yet: a run fetches them first, once for all projects, as exp fetch does.",
  trunkWritten: () => "these layers follow from from and until; remove them here",
  baseNeedsWeights: (from: string, kerasFile: string) =>
    `no weights of ${from} are fetched. Bring Keras's, ${kerasFile} or a file that Keras saved, and name it: weights: PATH`,
  noTorchWeights: (from: string, kerasFile: string) =>
    `of PyTorch's files only torchvision's mobilenetV2 is read; ${from} takes Keras's weights, ${kerasFile} or a file that Keras saved`,
  basePrepares: (from: string, key: string) =>
    `${from} prepares images by itself, as it was trained: remove ${key}`,
  noSuchBase: (from: string, names: readonly string[], meant: string | undefined) =>
    `${label(from)} is no finished run (a folder with resolved.json, looked for from this file's folder on and in those above it) and none of the networks ${list(names)}${meant === undefined ? "" : `; did you mean ${meant}?`}`,
  runUnreadable: (from: string, file: string) => `${file} of the run ${label(from)} cannot be read`,
  runHasStatistics: (from: string, key: string) =>
    `the run ${label(from)} prepared its images by the figures of its own training images (${key}), which are not taken over. Train it without.`,
  runPreparedOtherwise: (from: string, key: string, written: string) =>
    `the run ${label(from)} has another value, and its layers expect images that are prepared so: write ${key}: ${written}`,
  runTakesGrey: (from: string) => `the run ${label(from)} takes grey images; write colour: grey`,
  runHasNoTrunk: (from: string) =>
    `the run ${label(from)} has no layers before its last dense one, which is of its own classes`,
  /** @param isWhole whether these are all of them */
  noSuchLayer: (
    name: string,
    names: readonly string[],
    meant: string | undefined,
    isWhole: boolean,
  ) =>
    `no layer that can be the last is called ${label(name)}; ${meant === undefined ? `the last ones are ${list(names.slice(-5))}` : `did you mean ${meant}?`}${isWhole ? "" : " Behind a residual a layer is found by a name of its own alone."}`,

  // Experiment: what does not go together
  noHeldOutImages: () =>
    "nothing is held out to test the network on; add data.test (a folder), or data.split: { test: 0.2 }",
  stoppingWithoutValidation: () =>
    "early stopping looks at the validation split, and there is none. Set data.validation, or data.split: { validation: 0.2 }; the test split must not decide when to stop",
  noSuchSplit: (split: string) =>
    `there are no ${split} images to judge; set data.${split}, or data.split: { ${split}: 0.2 }`,
  bestWithoutValidation: () =>
    "the best epoch is chosen by the validation loss, and there is no validation split; add data.validation or data.split: { validation: 0.15 }, or write last",
  needsTwoClasses: (key: string, classes: number) =>
    `${key} is for two classes, but there are ${classes}`,
  oneThreshold: () =>
    "there is one threshold, chosen by a sensitivity or by a specificity: leave one of them out",
  noSuchClass: (name: string, classes: readonly string[], meant: string | undefined) =>
    `there is no class ${label(name)}; ${meant === undefined ? `the classes are ${labels(classes)}` : `did you mean ${label(meant)}?`}`,
  nothingMixed: () =>
    "engine.precision: mixed_bfloat16 changes nothing here: only convolutions and what follows them compute in bfloat16, and this network has none.",
  mixedUnrecorded: () => "only a recorded step computes in mixed_bfloat16; remove recorded: false",
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
  windowTooNarrow: (width: number) =>
    `a window is [center, width], and its width has to be at least 1, but is ${width}`,
  claheNeedsGrey: () => "clahe evens out grey levels; write data.colour: grey, or remove it",
  claheTilesTooSmall: (tiles: readonly [number, number], height: number, width: number) =>
    `${tiles[0]}x${tiles[1]} tiles do not fit an image of ${height}x${width} pixels; each needs two pixels at least`,
  zcaTooLarge: (values: number, most: number) =>
    `zcaWhitening needs a matrix of ${values.toLocaleString("en-GB")} x ${values.toLocaleString("en-GB")} numbers for images of this size, and ${most.toLocaleString("en-GB")} values per image are the most; make data.targetSize smaller, or use featurewiseStd`,
  zcaReplacesStd: () =>
    "zcaWhitening scales the values itself, so featurewiseStd has no part; remove one of the two",
  zcaEpsilonUnused: () => "zcaEpsilon is for zcaWhitening, which is off",
  nesterovWithoutMomentum: () =>
    "nesterov looks ahead along the momentum, which is 0; add momentum: 0.9",
  warmupTooLong: (warmup: number, epochs: number) =>
    `a warm-up of ${count(warmup, "epoch")} leaves nothing of a training of ${epochs}; make it shorter`,
  finalAboveRate: (final: number, learningRate: number) =>
    `the learning rate begins at ${learningRate} and cannot fall to ${final}; make it smaller`,
  neverFalls: (epochs: number) =>
    `the learning rate would not change in a training of ${count(epochs, "epoch")}; make this smaller, or train longer`,
  plateauWithoutValidation: () =>
    "the validation loss decides when the rate falls, and there is no validation split; add data.validation or data.split: { validation: 0.15 }, or write cosine",
  correctedTwice: () =>
    "sampling: balanced evens out the classes, and classWeights does it a second time; remove one of the two",
  classesCorrected: (key: "classWeights" | "sampling") =>
    `train.${key} changes which class is named, not how well images are told apart, and makes the probabilities wrong: a class that is rare looks likelier than it is. A threshold of your own, chosen on validation images, does the same without that.`,
  patienceOverEpochs: (patience: number, epochs: number) =>
    `train.earlyStopping waits ${count(patience, "epoch")} for something better, and the training has ${epochs}: it never stops early.`,
  slowAverage: (decay: number, updates: number, left: number) =>
    `train.averageWeights: with decay ${decay} and ${count(updates, "update")} in all, ${Math.round(left * 100)} % of the average would still be the weights after the first one. Write decay: ${momentumFor(updates)}, or train longer.`,
  accumulatesEpoch: (accumulate: number, batches: number) =>
    `train.accumulate is ${accumulate}, and an epoch has ${batches === 1 ? "one batch" : `${batches} batches`}: the weights move once per epoch.`,
};

/** With so high a momentum, two decimals, a hundredth of the beginning is left after so many steps. */
function momentumFor(steps: number): number {
  return Math.max(0, Math.floor(100 * 0.01 ** (1 / steps)) / 100);
}
