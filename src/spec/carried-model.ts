import { always, augment, type CarriedNames, isMeant } from "./carried-words.ts";

const isOwnLayer = (written: string) => `an activation is a layer of its own: write ${written}`;
const regularizer = "write l2: 0.001 here, or l1";
const followsFromImages =
  "the input's shape follows from data.targetSize and data.colour: leave it out";
const isNamed =
  "a layer is its name with its settings: write - conv: { filters: 16, kernelSize: 3 }";
const noPretrained =
  "there are no pretrained networks yet: write the layers, or model: { preset: resnet8 } to train one from the start";
const biasesAtZero = always("biases begin at 0");

/** Names of other tools in each layer that has a kernel. */
const ofKernel = {
  frozen: "write trainable: false",
  init: isMeant("kernelInitializer"),
  initializer: isMeant("kernelInitializer"),
  label: isMeant("name"),
  requiresgrad: isMeant("trainable"),
  weightinitializer: isMeant("kernelInitializer"),
  biasinitializer: biasesAtZero,
  biasregularizer: always("only kernels are held small"),
  inputshape: followsFromImages,
  kernelregularizer: regularizer,
};

/** And in each of the convolutions. */
const ofConv = {
  ...ofKernel,
  activation: isOwnLayer("- relu after this one"),
  dataformat: always("height, width, channels is the only order"),
  inchannels: always("the channels that come in follow from the layer before"),
  outchannels: isMeant("filters"),
  size: isMeant("kernelSize"),
};
/** Names of other tools in `model`. */
export const carriedInModel: CarriedNames = {
  model: {
    activation: isOwnLayer("- relu among the layers"),
    architecture: isMeant("preset"),
    backbone: noPretrained,
    base: noPretrained,
    dropout: "write it among the layers: - dropout: 0.5",
    inputshape: followsFromImages,
    loss: "the cross-entropy follows from the scores: leave it out; another one is train.loss",
    name: always("a model is its list of layers"),
    numclasses: always(
      "the number of classes follows from the images; write units: classes in the last dense",
    ),
    optimizer: "write train: { optimizer: … }",
    pretrained: noPretrained,
    type: always("a model is its list of layers"),
    weights: noPretrained,
  },
  layer: {
    classname: isNamed,
    name: isNamed,
    type: isNamed,
    activation: isOwnLayer("- relu"),
    adaptiveavgpool2d: "write - globalPool",
    adaptivemaxpool2d: "write - globalPool: { type: max }",
    averagepooling2d: "write - pool: { type: average }",
    avgpool2d: "write - pool: { type: average }",
    backbone: noPretrained,
    conv1d: "images have two dimensions: write - conv",
    conv3d: "images have two dimensions: write - conv",
    efficientnet: noPretrained,
    alphadropout: "write - dropout",
    celu: "there is none; elu is its form with alpha 1",
    embedding: "it is for words, not for images",
    gap: "write - globalPool",
    gaussiandropout: "write - dropout, or - gaussianNoise: 0.1",
    glu: "there is none; of the activations there are relu, swish, gelu and others",
    hardsigmoid: "there is none; write - sigmoid",
    globalaveragepool2d: "write - globalPool",
    globalaveragepooling: "write - globalPool",
    globalaveragepooling2d: "write - globalPool",
    globalavgpool: "write - globalPool",
    globalmaxpool2d: "write - globalPool: { type: max }",
    globalmaxpooling: "write - globalPool: { type: max }",
    globalmaxpooling2d: "write - globalPool: { type: max }",
    gmp: "write - globalPool: { type: max }",
    gru: "it is for sequences, not for images",
    input: followsFromImages,
    inputlayer: followsFromImages,
    instancenorm: "write - groupNorm: { groups: N }, with as many groups as channels",
    instancenorm2d: "write - groupNorm: { groups: N }, with as many groups as channels",
    instancenormalization: "write - groupNorm: { groups: N }, with as many groups as channels",
    lstm: "it is for sequences, not for images",
    mobilenet: noPretrained,
    mobilenetv2: noPretrained,
    normalization: "write data.preprocess: { featurewiseCenter: true, featurewiseStd: true }",
    output: "write - dense: { units: classes } as the last layer",
    mish: "there is none; swish is much like it",
    randombrightness: augment("brightness: 0.2"),
    randomcontrast: augment("contrast: 0.2"),
    randomcrop: augment("crop: {}"),
    randomflip: augment("flip: horizontal"),
    randomrotation: augment("rotation: 10"),
    randomtranslation: augment("shift: 0.1"),
    randomzoom: augment("zoom: 0.1"),
    rescaling: "values are divided by 255 (data.preprocess.rescale): leave it out",
    reshape: "write - flatten",
    resizing:
      "for the images write data.targetSize: [HEIGHT, WIDTH]; for what is inside the network - resize: { size: [HEIGHT, WIDTH] }",
    resnet: noPretrained,
    resnet18: noPretrained,
    resnet50: noPretrained,
    softplus: "there is none; elu is much like it",
    softsign: "there is none; write - tanh",
    thresholdedrelu: "there is none; write - relu",
    vgg16: noPretrained,
  },
  conv: ofConv,
  depthwiseConv: {
    ...ofConv,
    filters: "each channel has its own kernels: write depthMultiplier: 2 for two of them",
  },
  separableConv: ofConv,
  convTranspose: { ...ofConv, outputpadding: always("the size follows from strides and padding") },
  globalPool: {
    keepdims: always("what comes out is a row of numbers"),
    mode: 'did you mean "type"? (average or max)',
    size: always("it takes the whole image; a window is - pool: { size: 2 }"),
  },
  zeroPadding: { size: isMeant("sides") },
  cropping: { size: isMeant("sides") },
  upSampling: {
    factor: isMeant("size"),
    mode: isMeant("interpolation"),
    scalefactor: isMeant("size"),
  },
  resize: {
    croptoaspectratio: always("images are stretched"),
    height: "write size: [HEIGHT, WIDTH]",
    mode: isMeant("interpolation"),
    width: "write size: [HEIGHT, WIDTH]",
  },
  pool: {
    kernelsize: isMeant("size"),
    mode: 'did you mean "type"? (max or average)',
  },
  dense: {
    ...ofKernel,
    activation: isOwnLayer("- relu after this one; softmax follows by itself after the last"),
    infeatures: always("the values that come in follow from the layer before"),
    outfeatures: isMeant("units"),
  },
  dropout: {
    keepprob: "write rate, the share that is set to 0: 1 - keep_prob",
    noiseshape: always("each value is drawn by itself"),
    seed: always("what is drawn follows from the experiment's seed"),
  },
  leakyRelu: {
    alpha: isMeant("negativeSlope"),
    slope: isMeant("negativeSlope"),
    leak: isMeant("negativeSlope"),
  },
  prelu: {
    alphainitializer: always("slopes begin at 0"),
    alpharegularizer: always("only kernels are held small"),
    numparameters:
      "write sharedAxes: [1, 2] for a slope per channel; otherwise each value has its own",
  },
  elu: { alpha: always("it is 1") },
  relu: {
    maxvalue: "write - relu6 for 6; there is no other",
    negativeslope: "write - leakyRelu: { negativeSlope: 0.1 }",
    alpha: "write - leakyRelu: { negativeSlope: 0.1 }",
  },
  gelu: { approximate: always("it is exact") },
  spatialDropout: {
    p: isMeant("rate"),
    seed: always("what is drawn follows from the experiment's seed"),
  },
  gaussianNoise: {
    sigma: isMeant("stddev"),
    std: isMeant("stddev"),
    seed: always("what is drawn follows from the experiment's seed"),
  },
  layerNorm: {
    axis: always("it is over the channels"),
    center: always("it always is"),
    normalizedshape: always("it is over the channels"),
    scale: always("it always is"),
  },
  groupNorm: {
    axis: always("groups are of channels"),
    center: always("it always is"),
    numchannels: always("the channels that come in follow from the layer before"),
    numgroups: isMeant("groups"),
    scale: always("it always is"),
  },
  squeezeExcite: {
    reduction: isMeant("ratio"),
    reductionratio: isMeant("ratio"),
    squeezefactor: isMeant("ratio"),
    seratio: "write ratio: 4 for a se_ratio of 0.25",
  },
  batchNorm: {
    affine: "write center: false and scale: false for affine: false; otherwise leave it out",
    axis: always("each channel has its own"),
    fused: always("it always is"),
    numfeatures: always("the channels that come in follow from the layer before"),
  },
};
