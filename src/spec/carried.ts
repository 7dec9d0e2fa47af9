import type { Path } from "./locate.ts";

/** Where a key stands: in a section, in a layer or optimizer of that name, or where one is named ("layer", "optimizer"). */
type Place = string;

const augment = (written: string) => `write data.augment: { ${written} }`;
const isOwnLayer = (written: string) => `an activation is a layer of its own: write ${written}`;
const stopping = "write earlyStopping: { monitor: loss, patience: 5 }";
const isMeant = (name: string) => `did you mean "${name}"?`;
const schedule = (written: string) => `write schedule: ${written}`;
const exponential = "write train.schedule: { exponential: { factor: 0.9 } }";
const regularizer = "write l2: 0.001 here, or l1";
const clipNorm = "write train.gradientClip: { norm: 1 }, of all gradients together";
const clipValue = "write train.gradientClip: { value: 0.5 }";
const average = "write train.averageWeights: { decay: 0.99 }";
const labelSmoothing = "write train.loss: { crossEntropy: { labelSmoothing: 0.1 } }";
const isPlainCrossEntropy =
  "which one follows from the scores: write crossEntropy, or leave it out";
const noRestarts = "it does not begin again: write schedule: cosine";
const followsFromImages =
  "the input's shape follows from data.targetSize and data.colour: leave it out";
const always = (what: string) => `${what}: leave it out`;
const onlyRelu = "of the activations there are relu, and softmax at the end";

/**
 * What people write who come from Keras, PyTorch, Ludwig or Ultralytics, and what to write here. Names are without case,
 * - and _. A place of its own goes before "anywhere".
 */
const carried: Readonly<Record<Place, Readonly<Record<string, string>>>> = {
  layer: {
    activation: isOwnLayer("- relu"),
    avgpool2d: "write - pool: { type: average }",
    averagepooling2d: "write - pool: { type: average }",
    conv1d: "images have two dimensions: write - conv",
    elu: onlyRelu,
    gap: "there is no global pooling yet: write - flatten, or a pool of the size that comes in",
    gaussiannoise: augment("noise: 0.02"),
    gelu: onlyRelu,
    globalaveragepooling:
      "there is no global pooling yet: write - flatten, or a pool of the size that comes in",
    globalaveragepooling2d:
      "there is no global pooling yet: write - flatten, or a pool of the size that comes in",
    globalavgpool:
      "there is no global pooling yet: write - flatten, or a pool of the size that comes in",
    globalmaxpooling2d:
      "there is no global pooling yet: write - flatten, or a pool of the size that comes in",
    input: followsFromImages,
    inputlayer: followsFromImages,
    leakyrelu: onlyRelu,
    normalization: "write data.preprocess: { featurewiseCenter: true, featurewiseStd: true }",
    prelu: onlyRelu,
    randombrightness: augment("brightness: 0.2"),
    randomcontrast: augment("contrast: 0.2"),
    randomcrop: augment("crop: {}"),
    randomflip: augment("flip: horizontal"),
    randomrotation: augment("rotation: 10"),
    randomtranslation: augment("shift: 0.1"),
    randomzoom: augment("zoom: 0.1"),
    rescaling: "values are divided by 255 (data.preprocess.rescale): leave it out",
    resizing: "write data.targetSize: [HEIGHT, WIDTH]",
    selu: onlyRelu,
    sigmoid: "it follows from units: 1 in the last layer: leave it out",
    silu: onlyRelu,
    swish: onlyRelu,
    tanh: onlyRelu,
  },
  conv: {
    activation: isOwnLayer("- relu after this one"),
    dataformat: always("height, width, channels is the only order"),
    dilation: "there is none yet; a larger kernelSize or strides see as far",
    dilationrate: "there is none yet; a larger kernelSize or strides see as far",
    inchannels: always("the channels that come in follow from the layer before"),
    inputshape: followsFromImages,
    biasregularizer: always("only kernels are held small"),
    kernelregularizer: regularizer,
    outchannels: 'did you mean "filters"?',
    size: 'did you mean "kernelSize"?',
  },
  dense: {
    activation: isOwnLayer("- relu after this one; softmax follows by itself after the last"),
    infeatures: always("the values that come in follow from the layer before"),
    inputshape: followsFromImages,
    biasregularizer: always("only kernels are held small"),
    kernelregularizer: regularizer,
    outfeatures: 'did you mean "units"?',
  },
  pool: {
    kernelsize: 'did you mean "size"?',
    mode: 'did you mean "type"? (max or average)',
  },
  data: {
    batch: 'did you mean "batchSize"?',
    brightnessrange: augment("brightness: [0.8, 1.2]"),
    cache: always("decoded images are kept from run to run"),
    classes: always("the classes are the folders of train, or the labels of its table"),
    classmode: always("the task follows from the classes"),
    directory: 'did you mean "train"?',
    fillmode: augment("fill: nearest"),
    heightshiftrange: augment("shift: { height: 0.1 }"),
    horizontalflip: augment("flip: horizontal"),
    imgsz: "write targetSize: [HEIGHT, WIDTH]",
    interpolation: always("images are resized bilinearly, antialiased"),
    labelmode: always("the task follows from the classes"),
    names: always("the classes are the folders of train, or the labels of its table"),
    nc: always("the number of classes follows from train"),
    numworkers: always("images are read on all cores"),
    path: 'did you mean "train"?',
    rescale: "values are divided by 255; another factor is data.preprocess.rescale",
    rotationrange: augment("rotation: 20"),
    seed: "seed stands beside data, at the beginning of a line",
    shearrange: augment("shear: 5"),
    shuffle: always("the order of the training images is drawn anew in each epoch, from the seed"),
    subset: "write data.split: { validation: 0.2 }",
    testsize: "write split: { test: 0.2 } under data",
    testsplit: "write split: { test: 0.2 } under data",
    validationsplit: "write split: { validation: 0.2 } under data",
    verticalflip: augment("flip: vertical"),
    widthshiftrange: augment("shift: { width: 0.1 }"),
    workers: always("images are read on all cores"),
    zoomrange: augment("zoom: 0.1"),
  },
  augment: {
    brightnessrange: 'did you mean "brightness"?',
    channelshiftrange: 'did you mean "channelShift"?',
    cval: 'did you mean "fillValue"?',
    degrees: 'did you mean "rotation"?',
    fillmode: 'did you mean "fill"?',
    fliplr: "write flip: horizontal",
    flipud: "write flip: vertical",
    heightshiftrange: "write shift: { height: 0.1 }",
    horizontalflip: "write flip: horizontal",
    mosaic: "there is none: it is for detection; mixup and cutmix are",
    rescale: "it is no augmentation: data.preprocess.rescale",
    rotationrange: 'did you mean "rotation"?',
    scale: 'did you mean "zoom"?',
    shearrange: 'did you mean "shear"?',
    translate: 'did you mean "shift"?',
    verticalflip: "write flip: vertical",
    widthshiftrange: "write shift: { width: 0.1 }",
    zoomrange: 'did you mean "zoom"?',
  },
  train: {
    batch: "write data.batchSize",
    batchsize: "write data.batchSize",
    beta1: "write optimizer: { adam: { beta1: … } }",
    callbacks:
      "write earlyStopping: { monitor: loss, patience: 5 }; the best weights, checkpoints and the history are kept anyway",
    accumulategradbatches: isMeant("accumulate"),
    accumulationsteps: isMeant("accumulate"),
    classweight: isMeant("classWeights"),
    clipgradnorm: clipNorm,
    clipnorm: clipNorm,
    clipvalue: clipValue,
    cosinedecay: schedule("cosine"),
    device: always("training runs on the processor"),
    ema: average,
    emamomentum: average,
    globalclipnorm: clipNorm,
    gradientaccumulationsteps: isMeant("accumulate"),
    gradientclipval: clipNorm,
    labelsmoothing: labelSmoothing,
    learningrate: "write optimizer: { adam: { learningRate: 0.001 } }",
    lr: "write optimizer: { adam: { learningRate: 0.001 } }",
    lr0: "write optimizer: { adam: { learningRate: 0.001 } }",
    lrf: "write schedule: { cosine: { final: … } }, a learning rate",
    lrscheduler: isMeant("schedule"),
    maxgradnorm: clipNorm,
    metrics: always("every figure is worked out"),
    momentum: "write optimizer: { sgd: { momentum: 0.9 } }",
    patience: stopping,
    modelcheckpoint:
      "the best weights are kept anyway; write checkpoint: { everyEpochs: 1 } for the state of the training",
    restorebestweights: "the best weights are kept anyway: evaluate.weights says which",
    timelimit: isMeant("maxMinutes"),
    reducelronplateau: schedule("plateau"),
    sampler: "write sampling: balanced",
    scheduler: isMeant("schedule"),
    seed: "seed stands beside train, at the beginning of a line",
    stepsperepoch: always("an epoch is every training image once"),
    validationsplit: "write data.split: { validation: 0.2 }",
    useema: average,
    verbose: always("a run says how far it is"),
    warmup: schedule("{ cosine: { warmup: 1 } }"),
    warmupepochs: schedule("{ cosine: { warmup: 1 } }"),
    weightdecay: "write optimizer: { adamW: { weightDecay: 0.004 } }",
    weightedrandomsampler: "write sampling: balanced",
  },
  optimizer: {
    name: "write optimizer: { adam: { learningRate: 0.001 } }",
    type: "write optimizer: { adam: { learningRate: 0.001 } }",
  },
  optimizerSettings: {
    amsgrad: always("there is no such variant"),
    betas: "write beta1: 0.9, beta2: 0.999",
    centered: always("there is no such variant"),
    clipnorm: clipNorm,
    clipvalue: clipValue,
    decay: exponential,
    emamomentum: average,
    globalclipnorm: clipNorm,
    gradientaccumulationsteps: "write train.accumulate",
    initialaccumulatorvalue: isMeant("initialAccumulator"),
    useema: average,
  },
  schedule: {
    cosineannealing: schedule("cosine"),
    cosineannealinglr: schedule("cosine"),
    cosineannealingwarmrestarts: noRestarts,
    cosinedecay: schedule("cosine"),
    cosinedecayrestarts: noRestarts,
    exponentialdecay: schedule("{ exponential: { factor: 0.9 } }"),
    exponentiallr: schedule("{ exponential: { factor: 0.9 } }"),
    lambdalr: "a function of your own is not possible: write schedule: cosine, step or exponential",
    learningratescheduler:
      "a function of your own is not possible: write schedule: cosine, step or exponential",
    linearlr: "there is none that falls along a line: write schedule: cosine",
    multisteplr: schedule("{ step: { every: 10 } }"),
    name: schedule("cosine"),
    onecyclelr: schedule("oneCycle"),
    piecewiseconstantdecay: schedule("{ step: { every: 10 } }"),
    polynomialdecay: "there is none that falls along a line: write schedule: cosine",
    reducelronplateau: schedule("plateau"),
    steplr: schedule("{ step: { every: 10 } }"),
    type: schedule("cosine"),
    warmup: schedule("{ cosine: { warmup: 1 } }"),
  },
  step: {
    decayrate: isMeant("factor"),
    decaysteps: "write every, in epochs",
    gamma: isMeant("factor"),
    stepsize: isMeant("every"),
  },
  exponential: {
    decayrate: isMeant("factor"),
    decaysteps: "write every, in epochs",
    gamma: isMeant("factor"),
    staircase: "write schedule: { step: { every: 10 } }",
  },
  cosine: {
    alpha: "write final, a learning rate",
    decaysteps: always("it ends with the training"),
    etamin: isMeant("final"),
    tmax: always("it ends with the training"),
    warmupepochs: isMeant("warmup"),
    warmupsteps: "write warmup, in epochs",
    warmuptarget: always("the warm-up ends with the optimizer's learningRate"),
  },
  oneCycle: {
    annealstrategy: always("it goes along cosines"),
    cyclemomentum: always("the momentum stays"),
    epochs: always("it ends with the training"),
    maxlr: always("the highest rate is the optimizer's learningRate"),
    stepsperepoch: always("it ends with the training"),
    totalsteps: always("it ends with the training"),
  },
  plateau: {
    minlr: isMeant("final"),
    mode: always("the validation loss has to fall"),
    monitor: always("the validation loss is watched"),
    threshold: isMeant("minDelta"),
    verbose: always("history.csv and its chart show the learning rate"),
  },
  loss: {
    bcewithlogitsloss: isPlainCrossEntropy,
    binarycrossentropy: isPlainCrossEntropy,
    binaryfocalcrossentropy: "write loss: focal",
    categoricalcrossentropy: isPlainCrossEntropy,
    categoricalfocalcrossentropy: "write loss: focal",
    crossentropyloss: isPlainCrossEntropy,
    focalloss: "write loss: focal",
    labelsmoothing: labelSmoothing,
    nllloss: isPlainCrossEntropy,
    sparsecategoricalcrossentropy: isPlainCrossEntropy,
  },
  crossEntropy: {
    classweight: "write train.classWeights",
    fromlogits: always("it always is"),
    weight: "write train.classWeights",
  },
  focal: {
    alpha: "write train.classWeights",
    fromlogits: always("it always is"),
  },
  gradientClip: {
    clipnorm: "write { norm: 1 }",
    clipvalue: "write { value: 0.5 }",
    globalclipnorm: "write { norm: 1 }",
    maxnorm: "write { norm: 1 }",
  },
  averageWeights: {
    alpha: isMeant("decay"),
    emamomentum: isMeant("decay"),
    momentum: isMeant("decay"),
  },
  model: {
    activation: isOwnLayer("- relu among the layers"),
    inputshape: followsFromImages,
    loss: "the cross-entropy follows from the scores: leave it out; another one is train.loss",
    numclasses: always(
      "the number of classes follows from the images; write units: classes in the last dense",
    ),
    optimizer: "write train: { optimizer: … }",
    type: always("a model is its list of layers"),
  },
  evaluate: {
    metrics: always("every figure is worked out"),
    threshold: "write sensitivity: 0.95, and the threshold that reaches it is reported",
  },
  experiment: {
    augmentation: "write it under data: data.augment",
    backend: always("there is one, TensorFlow"),
    batchsize: "write data.batchSize",
    dataset: 'did you mean "data"?',
    epochs: "write train.epochs",
    hyperopt: "there are no sweeps yet: write one experiment for each, or use --set",
    inputfeatures: "the images are data.train; layers are model.layers",
    names: always("the classes are the folders of data.train, or the labels of its table"),
    nc: always("the number of classes follows from data.train"),
    optimizer: "write train: { optimizer: … }",
    outputfeatures: "the classes are the folders of data.train, or the labels of its table",
    path: "write data.train",
    preprocessing: "write data: { targetSize, colour, preprocess }",
    train: 'did you mean "train"?',
    trainer: 'did you mean "train"?',
    training: 'did you mean "train"?',
    val: "write data.validation",
    version: always("it is noted in each run"),
  },
};

/**
 * What to do about a name that another tool has at such a place.
 * @param path of what the name stands in
 */
export function carriedOver(path: Path, name: string): string | undefined {
  const own = carried[placeOf(path)];
  const plain = plainName(name);
  return own !== undefined && Object.hasOwn(own, plain) ? own[plain] : undefined;
}

/** Without case, - and _. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, "");
}

function placeOf(path: Path): Place {
  const last = path.at(-1);
  if (last === undefined) return "experiment";
  if (typeof last === "number") return "layer";
  if (path.at(-2) === "optimizer") return "optimizerSettings";
  return last;
}
