/**
 * Experiments with one mistake each. `⌖` stands before the place where the mistake is to be reported, and is taken
 * out before the text is written. Each is checked beside the folders of `folders.ts`.
 */
export interface Broken {
  name: string;
  text: string;
  /** Part of what is to be said. */
  says: string;
}

const images = "train: images/train, test: images/test, targetSize: [8, 8]";
const layers = "  layers:\n    - flatten\n    - dense: { units: classes }\n";

/** Broken above everything else. */
const top = (name: string, line: string, says: string): Broken => ({
  name,
  text: `${line}\ndata: { ${images} }\nmodel:\n${layers}`,
  says,
});
const data = (name: string, setting: string, says: string): Broken => ({
  name,
  text: `data:\n  train: images/train\n  test: images/test\n  ${setting}\nmodel:\n${layers}`,
  says,
});
const folders = (name: string, settings: string, says: string): Broken => ({
  name,
  text: `data: { targetSize: [8, 8], ${settings} }\nmodel:\n${layers}`,
  says,
});
const layer = (name: string, item: string, says: string): Broken => ({
  name,
  text: `data: { ${images} }\nmodel:\n  layers:\n    ${item}\n    - flatten\n    - dense: { units: classes }\n`,
  says,
});
const stack = (name: string, items: string[], says: string): Broken => ({
  name,
  text: `data: { ${images} }\nmodel:\n  layers:\n${items.map((item) => `    - ${item}\n`).join("")}`,
  says,
});
const train = (name: string, setting: string, says: string): Broken => ({
  name,
  text: `data: { ${images} }\nmodel:\n${layers}train:\n  ${setting}\n`,
  says,
});
const yaml = (name: string, text: string, says: string): Broken => ({ name, text, says });

const augment = (name: string, settings: string, says: string): Broken => ({
  name: `augment-${name}`,
  text: `data: { ${images}, augment: { ${settings} } }\nmodel:\n${layers}`,
  says,
});
const preprocess = (name: string, settings: string, says: string): Broken => ({
  name: `preprocess-${name}`,
  text: `data: { ${images}, colour: grey, preprocess: { ${settings} } }\nmodel:\n${layers}`,
  says,
});
/** Images of other sizes. */
const sized = (name: string, setting: string, says: string): Broken => ({
  name: `sized-${name}`,
  text: `data:\n  train: images/train\n  test: images/test\n  ${setting}\nmodel:\n${layers}`,
  says,
});

const augmentation: Broken[] = [
  augment("rotation-negative", "rotation: ⌖-20", "must be a number from 0 to 180, but is -20"),
  augment("rotation-too-large", "rotation: ⌖200", "from 0 to 180"),
  augment("rotation-list", "rotation: ⌖[-20, 20]", "but is a list of 2"),
  augment("keras-name", "⌖rotation_range: 20", 'unknown key "rotation_range"'),
  augment("misspelt", "⌖rotaton: 20", 'did you mean "rotation"?'),
  augment("shift-negative", "shift: ⌖-0.1", "but is -0.1"),
  augment("shift-text", "shift: ⌖some", 'but is the text "some"'),
  augment("shift-key", "shift: { ⌖left: 0.1 }", 'unknown key "left"'),
  augment("shift-beyond", "shift: ⌖20", "a shift of 20 pixels moves an image of 8 out of sight"),
  augment("shift-list-beyond", "shift: { width: ⌖[1, 9] }", "a shift of 9 pixels"),
  augment("shear-right-angle", "shear: ⌖90", "to below 90"),
  augment("zoom-whole", "zoom: ⌖1", "to below 1"),
  augment("zoom-zero", "zoom: [⌖0, 1]", "above 0"),
  augment("zoom-backwards", "zoom: ⌖[1.2, 0.8]", "but 1.2 is above 0.8"),
  augment("zoom-three", "zoom: ⌖[1, 2, 3]", "may hold 2 items"),
  augment("brightness-backwards", "brightness: ⌖[2, 1]", "but 2 is above 1"),
  augment("brightness-negative", "brightness: [⌖-1, 1]", "but is -1"),
  augment("contrast-backwards", "contrast: ⌖[2, 1]", "but 2 is above 1"),
  augment("flip-true", "flip: ⌖true", "none, horizontal, vertical or both"),
  augment("flip-misspelt", "flip: ⌖horizonal", "did you mean horizontal?"),
  augment("fill-misspelt", "rotation: 1, fill: ⌖reflekt", "did you mean reflect?"),
  augment("fill-unused", "fill: ⌖wrap", "none is set"),
  augment("interpolation-unused", "interpolation: ⌖nearest", "none is set"),
  augment("fill-value-unused", "rotation: 3, fillValue: ⌖9", "but fill is nearest"),
  augment("fill-value-too-large", "fill: constant, fillValue: ⌖256", "from 0 to 255"),
  augment("channel-shift", "channelShift: ⌖300", "from 0 to 255"),
  augment("noise-percent", "noise: ⌖5", "from 0 to 1"),
  augment("noise-nan", "noise: ⌖.nan", "but is NaN"),
  augment("salt", "saltAndPepper: ⌖-0.1", "from 0 to 1"),
  augment("blur", "blur: ⌖11", "from 0 to 10"),
  augment("crop-area", "crop: { area: [⌖0, 1] }", "above 0"),
  augment("crop-backwards", "crop: { area: ⌖[1, 0.5] }", "but 1 is above 0.5"),
  augment("crop-number", "crop: ⌖0.5", "but is 0.5"),
  augment("erase-probability", "erase: { probability: ⌖2 }", "from 0 to 1"),
  augment("erase-backwards", "erase: { ratio: ⌖[3, 1] }", "but 3 is above 1"),
  augment("rand-augment-n", "randAugment: { n: ⌖0 }", "from 1 to 14"),
  augment("rand-augment-magnitude", "randAugment: { magnitude: ⌖31 }", "from 0 to 30"),
  augment("mixup-true", "mixup: ⌖true", "but is true"),
  augment("cutmix-negative", "cutmix: ⌖-1", "but is -1"),
  augment("list", "⌖[rotation]", ""),
  sized("rotation-of-a-point", "targetSize: [1, 1]\n  augment: { rotation: ⌖9 }", "of 1x1 pixels"),
  sized("flip-of-a-column", "targetSize: [9, 1]\n  augment: { flip: ⌖both }", "of 9x1 pixels"),
  sized("cutmix-of-a-point", "targetSize: [1, 1]\n  augment: { cutmix: ⌖1 }", "cutmix changes"),
  sized(
    "zca-too-large",
    "preprocess: { zcaWhitening: ⌖true }",
    "needs a matrix of 120,000 x 120,000 numbers",
  ),
  sized("clahe-in-colour", "preprocess: { clahe: ⌖{} }", "write data.colour: grey"),
  folders(
    "cutmix-with-one-class",
    "train: ⌖images/one-class, test: images/one-class-test, augment: { cutmix: 1 }",
    "holds only one class",
  ),
  preprocess("clahe-tiles", "clahe: ⌖{ tiles: 8 }", "do not fit an image of 8x8"),
  preprocess("clahe-limit", "clahe: { clipLimit: ⌖0 }", "above 0"),
  preprocess("rescale", "rescale: ⌖0", "above 0"),
  preprocess("both", "zcaWhitening: true, featurewiseStd: ⌖true", "remove one of the two"),
  preprocess("epsilon-unused", "zcaEpsilon: ⌖0.1", "zcaWhitening, which is off"),
  preprocess("yes", "featurewiseCenter: ⌖yes", "true or false"),
];

const wrongTypes: Broken[] = [
  top(
    "seed-text",
    "seed: ⌖seven",
    'must be a whole number from 0 to 2147483647, but is the text "seven"',
  ),
  top("seed-negative", "seed: ⌖-1", "but is -1"),
  top("seed-fraction", "seed: ⌖1.5", "but is 1.5"),
  top("seed-too-large", "seed: ⌖2147483648", "but is 2147483648"),
  top("seed-not-a-number", "seed: ⌖.nan", "but is NaN"),
  top("seed-infinite", "seed: ⌖.inf", "but is Infinity"),
  top("seed-empty", "⌖seed:", "seed: must be a whole number from 0 to 2147483647, but is empty"),
  top("train-a-list", "train: ⌖[1]", "must be a mapping (key: value), but is a list of 1"),
  top("train-a-number", "train: ⌖3", "train: must be a mapping"),
  top("evaluate-a-word", "evaluate: ⌖accuracy", "evaluate: must be a mapping"),
  top("engine-true", "engine: ⌖true", "engine: must be a mapping (key: value), but is true"),
  top("threads-zero", "engine: { threads: ⌖0 }", "must be a whole number from 1 to 1024"),
  top("threads-text", "engine: { threads: ⌖all }", "or null, but is the text"),
  top("matrix-a-word", "evaluate: { confusionMatrix: ⌖actual }", "must be a mapping"),
  top(
    "rows-misspelt",
    "evaluate: { confusionMatrix: { rows: ⌖predict } }",
    "did you mean predicted?",
  ),
  data(
    "size-one-number",
    "targetSize: ⌖28",
    "must be a list of 2, each a whole number from 1 to 4096, but is 28; write [28, 28]",
  ),
  data(
    "subgroups-twice",
    "labels: { columns: { subgroups: [side, ⌖side] } }",
    'the text "side" is here twice',
  ),
  data("size-one-item", "targetSize: ⌖[28]", "must hold 2 items, but holds 1"),
  data("size-three-items", "targetSize: ⌖[28, 28, 3]", "may hold 2 items, but holds 3"),
  data(
    "size-zero",
    "targetSize: [28, ⌖0]",
    "data.targetSize[1]: must be a whole number from 1 to 4096, but is 0",
  ),
  data("size-text", "targetSize: ⌖28x28", 'but is the text "28x28"'),
  data("colour-unknown", "colour: ⌖blue", 'must be grey or rgb, but is the text "blue"'),
  data("colour-american", "colour: ⌖gray", "did you mean grey?"),
  data("colour-a-number", "colour: ⌖3", "must be grey or rgb, but is 3"),
  data("batch-zero", "batchSize: ⌖0", "must be a whole number from 1 to 65536, but is 0"),
  data("batch-text", "batchSize: ⌖'32'", 'but is the text "32"'),
  data("batch-list", "batchSize: ⌖[32]", "but is a list of 1"),
  data("damaged-unknown", "damaged: ⌖skip", "must be exclude or fail"),
  data("validation-a-number", "validation: ⌖15", "There is no folder"),
  data("validation-a-share", "validation: ⌖0.15", "write split: { validation: 0.15 }"),
  data("validation-in-percent", "validation: ⌖15%", "write split: { validation: 0.15 }"),
  data(
    "test-a-list",
    "validation: ⌖[a]",
    "must be the path of a folder or null, but is a list of 1",
  ),
  data("validation-empty-text", "validation: ⌖''", "but is an empty text"),
  data(
    "split-a-number",
    "split: ⌖0.2",
    "must be null or a mapping (key: value), but is 0.2; write split: { validation: 0.2 }",
  ),
  data("split-of-text", "split: { validation: ⌖ten }", "must be a number from 0 to below 1"),
  data(
    "split-of-percent",
    "split: { validation: ⌖15 }",
    "must be a number from 0 to below 1, but is 15",
  ),
  data("split-negative", "split: { validation: ⌖-0.1 }", "but is -0.1"),
  data(
    "stratify-yes",
    "split: { validation: 0.5, stratify: ⌖yes }",
    'must be true or false, but is the text "yes"',
  ),
  folders("train-a-number-path", "train: ⌖3, test: images/test", "There is no folder"),
  folders("train-null", "train: ⌖null, test: images/test", "but is empty"),
  train(
    "epochs-text",
    "epochs: ⌖ten",
    'must be a whole number from 1 to 1000000, but is the text "ten", for example 10',
  ),
  train("epochs-zero", "epochs: ⌖0", "but is 0"),
  train("epochs-true", "epochs: ⌖true", "but is true"),
  train("optimizer-misspelt", "optimizer: ⌖adm", 'unknown optimizer "adm"; did you mean adam?'),
  train("optimizer-a-number", "optimizer: ⌖3", "must be one of adam, adamW, sgd, rmsprop, adagrad"),
  train(
    "optimizer-unknown",
    "optimizer: ⌖lbfgs",
    'unknown optimizer "lbfgs"; there are adam, adamW',
  ),
  train(
    "optimizer-unknown-key",
    "optimizer: { ⌖adamw: {} }",
    'unknown optimizer "adamw"; did you mean adamW?',
  ),
  train("optimizer-null", "optimizer: { ⌖adam }", "is empty; write optimizer: adam"),
  train("optimizer-with-a-rate", "optimizer: { ⌖adam 0.001 }", "did you mean adam?"),
  train("optimizer-empty", "optimizer: ⌖{}", "must be one of adam, adamW, sgd"),
  train("optimizer-two", "optimizer: { adam: {}, ⌖sgd: {} }", 'here are "adam" and "sgd"'),
  train(
    "rate-zero",
    "optimizer: { adam: { learningRate: ⌖0 } }",
    "must be a number above 0, but is 0, for example 0.001",
  ),
  train("rate-text", "optimizer: { sgd: { learningRate: ⌖fast } }", "must be a number above 0"),
  train("beta-one", "optimizer: { adam: { beta1: ⌖1 } }", "from 0 to below 1"),
  train("momentum-negative", "optimizer: { sgd: { momentum: ⌖-1 } }", "but is -1"),
  train("nesterov-number", "optimizer: { sgd: { momentum: 0.9, nesterov: ⌖1 } }", "true or false"),
  train("rho-list", "optimizer: { rmsprop: { rho: ⌖[] } }", "but is an empty list"),
  train("epsilon-null", "optimizer: { adam: { epsilon: ⌖null } }", "but is empty"),
];

const wrongKeys: Broken[] = [
  top("key-misspelt", "⌖sed: 3", 'unknown key "sed"; did you mean "seed"?'),
  top("key-of-elsewhere", "⌖epochs: 3", "write train.epochs"),
  top("key-of-elsewhere-misspelt", "⌖epoch: 3", '"epochs" belongs under train'),
  top(
    "key-of-nowhere",
    "⌖colophon: true",
    "the keys here are seed, data, model, train, evaluate, engine",
  ),
  top("key-a-number", "⌖1: 2", 'unknown key "1"'),
  top("key-british", "train: { ⌖optimiser: adam }", 'did you mean "optimizer"?'),
  top("key-prototype", "⌖__proto__: { seed: 3 }", '"__proto__" cannot be a key'),
  top(
    "key-constructor",
    "engine: { ⌖constructor: { prototype: 1 } }",
    '"constructor" cannot be a key',
  ),
  top("key-object-method", "⌖toString: 1", 'unknown key "toString"'),
  top("key-merge", "⌖<<: 3", "<< takes in a mapping"),
  top("key-base", "⌖_base_: other.yaml", "write extends: FILE.yaml"),
  data("key-american", "⌖color: grey", 'did you mean "colour"?'),
  data("key-snake", "⌖batch_size: 8", 'did you mean "batchSize"?'),
  data("key-target-size", "⌖target_size: [8, 8]", 'did you mean "targetSize"?'),
  data("key-val", "⌖val: images/test", 'did you mean "validation"?'),
  data("key-image-size", "⌖image_size: 8", 'did you mean "targetSize"?'),
  data("key-of-split", "⌖stratify: true", '"stratify" belongs under split'),
  train("key-batch", "⌖batchSize: 8", "write data.batchSize"),
  train("key-lr", "optimizer: { adam: { ⌖lr: 1 } }", 'did you mean "learningRate"?'),
  train(
    "key-learning-rate",
    "optimizer: { sgd: { ⌖learning_rate: 1 } }",
    'did you mean "learningRate"?',
  ),
  train("key-of-model", "⌖layers: []", '"layers" belongs under model'),
  layer(
    "key-filter",
    "- conv: { ⌖filter: 3, kernelSize: 3 }",
    'unknown key "filter"; did you mean "filters"?',
  ),
  layer("key-kernel", "- conv: { filters: 3, ⌖kernel_size: 3 }", 'did you mean "kernelSize"?'),
  layer("key-stride", "- pool: { ⌖stride: 3 }", 'did you mean "strides"?'),
  layer("key-of-relu", "- relu: { ⌖slope: 3 }", "the keys here are name"),
  yaml(
    "data-missing",
    `⌖model:\n${layers}`,
    "data is missing, for example data: { train: data/train",
  ),
  yaml("model-missing", `⌖data: { ${images} }\n`, "model is missing, for example model: { layers:"),
  yaml("both-missing", "⌖seed: 3\n", "data and model are missing"),
  yaml("layers-missing", `data: { ${images} }\nmodel: ⌖{}\n`, "layers is missing"),
  yaml(
    "train-folder-missing",
    `data: ⌖{ test: images/test }\nmodel:\n${layers}`,
    "train is missing",
  ),
  yaml(
    "data-empty",
    `⌖data:\nmodel:\n${layers}`,
    "data: must be a mapping (key: value), but is empty",
  ),
  yaml("data-a-path", `data: ⌖images\nmodel:\n${layers}`, 'but is the text "images"'),
];

const wrongLayers: Broken[] = [
  layer("layer-misspelt", "- ⌖reluu", 'unknown layer "reluu"; did you mean relu?'),
  layer("layer-foreign-word", "- ⌖maxPool", 'unknown layer "maxPool"; did you mean pool?'),
  layer(
    "layer-foreign-key",
    "- ⌖conv2d: { filters: 3, kernelSize: 3 }",
    'unknown layer "conv2d"; did you mean conv?',
  ),
  layer("layer-fc", "- ⌖fullyConnected: { units: 3 }", "did you mean dense?"),
  layer("layer-unknown", "- ⌖attention", "there are conv, relu, pool"),
  layer("layer-case", "- ⌖Relu", "did you mean relu?"),
  layer(
    "layer-without-settings",
    "- ⌖conv",
    "conv needs settings: conv: { filters: 32, kernelSize: 3 }",
  ),
  layer("layer-dense-word", "- ⌖dense", "dense needs settings: dense: { units: 64 }"),
  layer(
    "layer-null-settings",
    "- ⌖conv:",
    "model.layers[0].conv: must be a mapping (key: value), but is empty",
  ),
  layer("layer-settings-null-pool", "- ⌖pool:", "is empty; write - pool"),
  layer("layer-without-colon", "- ⌖dropout 0.5", 'unknown layer "dropout 0.5"; write dropout: 0.5'),
  layer("layer-equals", "- ⌖dropout = 0.5", "write dropout: 0.5"),
  layer("layer-number-in-place-of-settings", "- ⌖conv 16", "did you mean conv?"),
  layer("layer-two-keys", "- { relu: {}, ⌖pool: {} }", 'here are "relu" and "pool"'),
  layer(
    "layer-badly-indented",
    "- conv:\n      ⌖filters: 3\n      kernelSize: 3",
    "settings are indented under their key",
  ),
  layer("layer-null", "- ⌖null", "must be one of conv, relu"),
  layer("layer-empty", "- ⌖{}", "this is empty; it must be one of conv, relu"),
  layer("layer-a-number", "- ⌖3", "but is 3"),
  layer("layer-a-list", "- ⌖[relu]", "but is a list of 1"),
  layer(
    "conv-incomplete",
    "- conv: ⌖{ filters: 3 }",
    "kernelSize is missing, for example { filters: 32, kernelSize: 3 }",
  ),
  layer("conv-empty", "- conv: ⌖{}", "filters and kernelSize are missing"),
  layer("conv-zero-filters", "- conv: { filters: ⌖0, kernelSize: 3 }", "from 1 to 65536, but is 0"),
  layer("conv-kernel-text", "- conv: { filters: 1, kernelSize: ⌖3x3 }", "or a list of 2"),
  layer("conv-kernel-zero", "- conv: { filters: 1, kernelSize: ⌖0 }", "from 1 to 4096, but is 0"),
  layer(
    "conv-kernel-three",
    "- conv: { filters: 1, kernelSize: ⌖[1, 2, 3] }",
    "may hold 2 items, but holds 3",
  ),
  layer(
    "conv-padding",
    "- conv: { filters: 1, kernelSize: 1, padding: ⌖full }",
    "must be valid or same",
  ),
  layer("conv-bias", "- conv: { filters: 1, kernelSize: 1, useBias: ⌖0 }", "true or false"),
  layer("pool-type", "- pool: { type: ⌖mean }", "must be max or average"),
  layer("pool-strides", "- pool: { strides: ⌖0 }", "but is 0"),
  layer(
    "dropout-one",
    "- dropout: ⌖1",
    "must be a number from 0 to below 1, but is 1, for example 0.5",
  ),
  layer("dropout-text", "- dropout: ⌖half", "must be a number from 0 to below 1"),
  layer("dropout-incomplete", "- dropout: ⌖{}", "rate is missing"),
  layer("batch-norm-epsilon", "- batchNorm: { epsilon: ⌖0 }", "must be a number above 0"),
  yaml(
    "layers-empty",
    `data: { ${images} }\nmodel: { layers: ⌖[] }\n`,
    "must hold at least one item, but holds 0",
  ),
  yaml(
    "layers-a-word",
    `data: { ${images} }\nmodel: { layers: ⌖relu }\n`,
    'must be a list, but is the text "relu"',
  ),
  yaml(
    "layers-a-mapping",
    `data: { ${images} }\nmodel:\n  ⌖layers:\n    relu: {}\n`,
    "but is a mapping",
  ),
  stack("units-misspelt", ["flatten", "dense: { units: ⌖clases }"], "did you mean classes?"),
  stack("units-zero", ["flatten", "dense: { units: ⌖0 }"], "but is 0"),
];

const wrongShapes: Broken[] = [
  stack(
    "window-too-large",
    ["⌖conv: { filters: 1, kernelSize: 9 }", "flatten", "dense: { units: classes }"],
    "a window of 9x9 over an image of only 8x8",
  ),
  stack(
    "pooled-away",
    ["pool", "pool", "pool", "⌖pool", "flatten", "dense: { units: classes }"],
    "a window of 2x2 over an image of only 1x1",
  ),
  stack(
    "conv-after-flatten",
    ["flatten", "⌖conv: { filters: 1, kernelSize: 1 }", "dense: { units: classes }"],
    "conv needs an image",
  ),
  stack(
    "pool-after-flatten",
    ["flatten", "⌖pool", "dense: { units: classes }"],
    "pool needs an image",
  ),
  stack(
    "dense-before-flatten",
    ["⌖dense: { units: 3 }", "flatten", "dense: { units: classes }"],
    "Put flatten or globalPool before it",
  ),
  stack("ends-with-flatten", ["⌖flatten"], "the last layer must be dense: { units: classes }"),
  stack("ends-with-relu", ["flatten", "dense: { units: classes }", "⌖relu"], "but it is relu"),
  stack(
    "ends-with-dropout",
    ["flatten", "dense: { units: classes }", "⌖dropout: 0.5", "softmax"],
    "but it is dropout",
  ),
  stack("only-softmax", ["⌖softmax"], "but it is softmax"),
  stack(
    "softmax-in-between",
    ["flatten", "⌖softmax", "dense: { units: classes }"],
    "softmax belongs after the last layer",
  ),
  stack(
    "softmax-twice",
    ["flatten", "dense: { units: classes }", "⌖softmax", "softmax"],
    "softmax belongs after the last layer",
  ),
  stack(
    "too-many-units",
    ["flatten", "⌖dense: { units: 10 }"],
    "gives 10 scores, but there are 2 classes; write units: classes",
  ),
  stack(
    "softmax-of-one",
    ["flatten", "dense: { units: 1 }", "⌖softmax"],
    "softmax over a single score is always 1",
  ),
  stack(
    "weights-too-large",
    [
      "flatten",
      "dense: { units: 4096 }",
      "⌖dense: { units: 1048576 }",
      "dense: { units: classes }",
    ],
    "this layer's weights are 4,296,015,872 numbers",
  ),
  yaml(
    "activations-too-large",
    `data: { ${images}, batchSize: 65536 }\nmodel:\n  layers:\n    - ⌖conv: { filters: 1024, kernelSize: 1 }\n    - flatten\n    - dense: { units: classes }\n`,
    "for a batch of 65536 images this layer gives 4,294,967,296 numbers",
  ),
];

const wrongFolders: Broken[] = [
  top(
    "mixed-unrecorded",
    "engine: { recorded: false, precision: ⌖mixed_bfloat16 }",
    "remove recorded: false",
  ),
  train("nesterov-alone", "optimizer: { sgd: { nesterov: ⌖true } }", "add momentum: 0.9"),
  yaml(
    "nothing-held-out",
    `data: ⌖{ train: images/train }\nmodel:\n${layers}`,
    "nothing is held out",
  ),
  yaml(
    "nothing-held-out-in-split",
    `data: ⌖{ train: images/train, split: {} }\nmodel:\n${layers}`,
    "nothing is held out",
  ),
  folders("folder-missing", "train: ⌖images/trian, test: images/test", "There is no folder"),
  folders("folder-a-file", "train: ⌖images/file.png, test: images/test", "file.png"),
  folders("folder-of-no-classes", "train: ⌖images/train/cat, test: images/test", "cat"),
  folders(
    "folder-of-one-class",
    "train: ⌖images/one-class, test: images/one-class-test",
    "one-class",
  ),
  folders("folder-of-an-empty-class", "train: ⌖images/empty-class, test: images/test", "dog"),
  folders("class-unknown-in-test", "train: images/train, test: ⌖images/three-classes", "fox"),
  folders("same-folder-twice", "train: images/train, test: ⌖images/train", "train"),
  folders("test-twice", "train: images/train, test: images/test, split: { test: ⌖0.5 }", "test"),
  folders(
    "split-of-everything",
    "train: images/train, split: ⌖{ validation: 0.5, test: 0.5 }",
    "0.5",
  ),
];

const flat = `data: { ${images} }\nmodel: { layers: [flatten, dense: { units: classes }] }\n`;
const billionLaughs = [
  "a: &a [x, x, x, x, x, x, x, x, x]",
  ..."bcdefghi".split("").map((name, index) => {
    const before = "abcdefgh"[index]!;
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`;
  }),
].join("\n");

const wrongYaml: Broken[] = [
  yaml("tab-indented", "data:\n⌖\ttrain: x\n", "here is a tab"),
  yaml(
    "quote-unclosed",
    'data: { train: ⌖"images/train }\n',
    "the quote that begins here is not closed",
  ),
  yaml(
    "single-quote-unclosed",
    "seed: 3\ndata: { train: ⌖'images/train }\nmodel: {}\n",
    "the quote that begins here is not closed",
  ),
  yaml("bracket-unclosed", "data: { targetSize: [8, ⌖8 }\n", '"[" is not closed'),
  yaml("brace-unclosed", "data: { train: ⌖x\n", '"{" is not closed'),
  yaml("brace-left-over", "data: { train: x } ⌖}\n", "not valid YAML"),
  yaml(
    "badly-indented",
    "data:\n    train: x\n  ⌖test: y\n",
    "indented by 2 spaces, and the ones that it belongs to by 4",
  ),
  yaml("colon-twice", "data: ⌖train: x\n", "one line"),
  yaml("no-colon", "seed: 3\n⌖data\nmodel: {}\n", 'no ":"'),
  yaml("key-twice", `seed: 1\n⌖seed: 2\n${flat}`, '"seed" is here twice'),
  yaml(
    "key-twice-inside",
    `data: { ${images}, ⌖train: y }\nmodel:\n${layers}`,
    '"train" is here twice',
  ),
  yaml(
    "alias-unknown",
    `seed: ⌖*nothing\n${flat}`,
    "*nothing refers to an anchor that is not above it",
  ),
  yaml(
    "alias-of-itself",
    `&a\nseed: ⌖*a\n${flat}`,
    "*a stands inside the very value that &a names",
  ),
  yaml("tag-unknown", `seed: ⌖!thing 3\n${flat}`, "this tag (!…) means nothing here"),
  yaml("tag-of-code", `seed: ⌖!!js/function 'x'\n${flat}`, "this tag (!…) means nothing here"),
  ...[
    "!!omap [a: 1]",
    "!!pairs [1]",
    "!!set {a}",
    "!!binary aGk=",
    "!!merge x",
    "!!timestamp 2001-12-14",
  ].map((tagged) =>
    yaml(
      `tag-of-${/\w+/.exec(tagged)![0]}`,
      `seed: ⌖${tagged}\n${flat}`,
      "this tag (!…) means nothing here",
    ),
  ),
  yaml("key-a-list", `? ⌖[a, b]\n: 3\n${flat}`, "a key must be a word"),
  yaml("two-documents", `${flat}⌖---\n${flat}`, "a second YAML document"),
  yaml("starts-with-at", "data: { train: ⌖@home }\n", "must be in quotes"),
  yaml("escape-unknown", 'data: { train: "a⌖\\q" }\n', "means something else"),
  yaml("escapes-for-the-terminal", `seed: ⌖"\u001b[31mred\u0007"\n${flat}`, "\\u{1b}"),
  yaml("a-list", "⌖- data\n- model\n", "must be a mapping (key: value), but is a list of 2"),
  yaml("a-word", "⌖hello\n", 'but is the text "hello"'),
  yaml("empty", "⌖", "the experiment is empty"),
  yaml("only-a-comment", "⌖# nothing yet\n", "the experiment is empty"),
  yaml("only-blank-lines", "⌖\n\n\n", "the experiment is empty"),
  yaml("aliases-that-multiply", `${billionLaughs}\n`, "more than 100 aliases"),
  yaml(
    "deep-nesting",
    `data: ${"[".repeat(32)}⌖[${"]".repeat(33)}\n`,
    "nested more than 32 levels deep",
  ),
  yaml("deeper-nesting", `data: ${"[".repeat(100_000)}\n`, "nested too deeply"),
  yaml("deep-blocks", `${"- ".repeat(100_000)}a\n`, "nested too deeply"),
  yaml("many-values", `data: [${"1,".repeat(100_001)}]\n`, "more than 100000 values"),
];

const evaluate = (name: string, setting: string, says: string): Broken =>
  top(name, `evaluate: { ${setting} }`, says);

const wrongEvaluation: Broken[] = [
  evaluate("best-without-validation", "weights: ⌖best", "there is no validation split"),
  evaluate("weights-unknown", "weights: ⌖bset", "did you mean best?"),
  evaluate("positive-class-unknown", "positiveClass: ⌖dgo", 'did you mean "dog"?'),
  evaluate("positive-class-far", "positiveClass: ⌖elephant", 'the classes are "cat", "dog"'),
  evaluate(
    "sensitivity-in-percent",
    "sensitivity: ⌖95",
    "must be a number above 0 to 1 or null, but is 95",
  ),
  evaluate("resamples-negative", "resamples: ⌖-1", "must be a whole number from 0 to 100000"),
  {
    name: "positive-of-three",
    text: `data: { train: images/three-classes, split: { test: 0.4 }, targetSize: [8, 8] }\nmodel:\n${layers}evaluate: { positiveClass: ⌖cat }\n`,
    says: "positiveClass is for two classes, but there are 3",
  },
  {
    name: "sensitivity-of-three",
    text: `data: { train: images/three-classes, split: { test: 0.4 }, targetSize: [8, 8] }\nmodel:\n${layers}evaluate: { sensitivity: ⌖0.9 }\n`,
    says: "sensitivity is for two classes, but there are 3",
  },
];

export const brokenExperiments: readonly Broken[] = [
  ...wrongTypes,
  ...wrongKeys,
  ...wrongLayers,
  ...wrongShapes,
  ...wrongFolders,
  ...wrongYaml,
  ...wrongEvaluation,
  ...augmentation,
];
