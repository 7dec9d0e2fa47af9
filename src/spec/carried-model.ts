import { always, augment, type CarriedNames, isMeant } from "./carried-words.ts";

const isOwnLayer = (written: string) => `an activation is a layer of its own: write ${written}`;
const regularizer = "write l2: 0.001 here, or l1";
const followsFromImages =
  "the input's shape follows from data.targetSize and data.colour: leave it out";
const onlyStack = "a model is a stack of layers: each has the output of the one before";
const isNamed =
  "a layer is its name with its settings: write - conv: { filters: 16, kernelSize: 3 }";
const noPretrained =
  "there are no pretrained networks yet: write the layers, or model: { preset: resnet8 } to train one from the start";
const biasesAtZero = always("biases begin at 0");

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
    adaptiveavgpool2d:
      "there is no global pooling yet: write - flatten, or a pool of the size that comes in",
    add: onlyStack,
    averagepooling2d: "write - pool: { type: average }",
    avgpool2d: "write - pool: { type: average }",
    backbone: noPretrained,
    concatenate: onlyStack,
    conv1d: "images have two dimensions: write - conv",
    conv3d: "images have two dimensions: write - conv",
    depthwiseconv2d: "there is none yet; write - conv",
    efficientnet: noPretrained,
    alphadropout: "write - dropout",
    celu: "there is none; elu is its form with alpha 1",
    embedding: "it is for words, not for images",
    gap: "there is no global pooling yet: write - flatten, or a pool of the size that comes in",
    gaussiandropout: "write - dropout, or - gaussianNoise: 0.1",
    glu: "there is none; of the activations there are relu, swish, gelu and others",
    hardsigmoid: "there is none; write - sigmoid",
    globalaveragepool2d:
      "there is no global pooling yet: write - flatten, or a pool of the size that comes in",
    globalaveragepooling:
      "there is no global pooling yet: write - flatten, or a pool of the size that comes in",
    globalaveragepooling2d:
      "there is no global pooling yet: write - flatten, or a pool of the size that comes in",
    globalavgpool:
      "there is no global pooling yet: write - flatten, or a pool of the size that comes in",
    globalmaxpooling2d:
      "there is no global pooling yet: write - flatten, or a pool of the size that comes in",
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
    resizing: "write data.targetSize: [HEIGHT, WIDTH]",
    resnet: noPretrained,
    resnet18: noPretrained,
    resnet50: noPretrained,
    separableconv2d: "there is none yet; write - conv",
    softplus: "there is none; elu is much like it",
    softsign: "there is none; write - tanh",
    thresholdedrelu: "there is none; write - relu",
    vgg16: noPretrained,
    zeropadding2d: "write padding: same in the conv",
  },
  conv: {
    frozen: "write trainable: false",
    init: isMeant("kernelInitializer"),
    initializer: isMeant("kernelInitializer"),
    label: isMeant("name"),
    requiresgrad: isMeant("trainable"),
    weightinitializer: isMeant("kernelInitializer"),
    activation: isOwnLayer("- relu after this one"),
    biasinitializer: biasesAtZero,
    biasregularizer: always("only kernels are held small"),
    dataformat: always("height, width, channels is the only order"),
    dilation: "there is none yet; a larger kernelSize or strides see as far",
    dilationrate: "there is none yet; a larger kernelSize or strides see as far",
    groups: "there are none; every filter sees all channels",
    inchannels: always("the channels that come in follow from the layer before"),
    inputshape: followsFromImages,
    kernelregularizer: regularizer,
    outchannels: isMeant("filters"),
    size: isMeant("kernelSize"),
  },
  pool: {
    kernelsize: isMeant("size"),
    mode: 'did you mean "type"? (max or average)',
  },
  dense: {
    frozen: "write trainable: false",
    init: isMeant("kernelInitializer"),
    initializer: isMeant("kernelInitializer"),
    label: isMeant("name"),
    requiresgrad: isMeant("trainable"),
    weightinitializer: isMeant("kernelInitializer"),
    activation: isOwnLayer("- relu after this one; softmax follows by itself after the last"),
    biasinitializer: biasesAtZero,
    biasregularizer: always("only kernels are held small"),
    infeatures: always("the values that come in follow from the layer before"),
    inputshape: followsFromImages,
    kernelregularizer: regularizer,
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
    affine: always("scale and centre are trained"),
    axis: always("each channel has its own"),
    center: always("it always is"),
    fused: always("it always is"),
    numfeatures: always("the channels that come in follow from the layer before"),
    scale: always("it always is"),
  },
};
