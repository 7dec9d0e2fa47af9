import { always, augment, type CarriedNames, isMeant } from "./carried-words.ts";

const isOwnLayer = (written: string) => `an activation is a layer of its own: write ${written}`;
const regularizer = "write l2: 0.001 here, or l1";
const followsFromImages =
  "the input's shape follows from data.targetSize and data.colour: leave it out";
const onlyRelu = "of the activations there are relu, and softmax at the end";
const onlyStack = "a model is a stack of layers: each has the output of the one before";
const isNamed =
  "a layer is its name with its settings: write - conv: { filters: 16, kernelSize: 3 }";
const noPretrained =
  "there are no pretrained networks yet: write the layers, or model: { preset: resnet8 } to train one from the start";
const glorot = always("weights begin as Glorot's uniform, biases at 0");

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
    elu: onlyRelu,
    embedding: "it is for words, not for images",
    gap: "there is no global pooling yet: write - flatten, or a pool of the size that comes in",
    gaussiannoise: augment("noise: 0.02"),
    gelu: onlyRelu,
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
    layernorm: "there is none; batchNorm is",
    layernormalization: "there is none; batchNorm is",
    leakyrelu: onlyRelu,
    lstm: "it is for sequences, not for images",
    mobilenet: noPretrained,
    mobilenetv2: noPretrained,
    normalization: "write data.preprocess: { featurewiseCenter: true, featurewiseStd: true }",
    output: "write - dense: { units: classes } as the last layer",
    prelu: onlyRelu,
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
    selu: onlyRelu,
    separableconv2d: "there is none yet; write - conv",
    sigmoid: "it follows from units: 1 in the last layer: leave it out",
    silu: onlyRelu,
    spatialdropout2d: "write - dropout",
    swish: onlyRelu,
    tanh: onlyRelu,
    vgg16: noPretrained,
    zeropadding2d: "write padding: same in the conv",
  },
  conv: {
    activation: isOwnLayer("- relu after this one"),
    biasinitializer: glorot,
    biasregularizer: always("only kernels are held small"),
    dataformat: always("height, width, channels is the only order"),
    dilation: "there is none yet; a larger kernelSize or strides see as far",
    dilationrate: "there is none yet; a larger kernelSize or strides see as far",
    groups: "there are none; every filter sees all channels",
    inchannels: always("the channels that come in follow from the layer before"),
    inputshape: followsFromImages,
    kernelinitializer: glorot,
    kernelregularizer: regularizer,
    name: always("layers are named by their kind and place"),
    outchannels: isMeant("filters"),
    size: isMeant("kernelSize"),
  },
  pool: {
    kernelsize: isMeant("size"),
    mode: 'did you mean "type"? (max or average)',
  },
  dense: {
    activation: isOwnLayer("- relu after this one; softmax follows by itself after the last"),
    biasinitializer: glorot,
    biasregularizer: always("only kernels are held small"),
    infeatures: always("the values that come in follow from the layer before"),
    inputshape: followsFromImages,
    kernelinitializer: glorot,
    kernelregularizer: regularizer,
    name: always("layers are named by their kind and place"),
    outfeatures: isMeant("units"),
  },
  dropout: {
    keepprob: "write rate, the share that is set to 0: 1 - keep_prob",
    noiseshape: always("each value is drawn by itself"),
    seed: always("what is drawn follows from the experiment's seed"),
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
