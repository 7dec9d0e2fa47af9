import { nearest } from "../nearest.ts";
import { plainName } from "./carried.ts";

/** Names of other tools, and of other Englishes, for what Lamina calls otherwise. Without case, - and _. */
const foreignNames: Readonly<Record<string, string>> = {
  avgpool: "pool",
  batch: "batchSize",
  batchnormalization: "batchNorm",
  bias: "useBias",
  binaryfocalcrossentropy: "focal",
  bn: "batchNorm",
  categoricalfocalcrossentropy: "focal",
  channels: "filters",
  color: "colour",
  colormode: "colour",
  colourmode: "colour",
  convolution: "conv",
  concatenate: "concat",
  conv2d: "conv",
  conv2dtranspose: "convTranspose",
  convtranspose2d: "convTranspose",
  cropping: "sides",
  cropping2d: "cropping",
  deconv: "convTranspose",
  bitdepth: "depth",
  depthwise: "depthwiseConv",
  depthwiseconv2d: "depthwiseConv",
  dilation: "dilationRate",
  separable: "separableConv",
  separableconv2d: "separableConv",
  transposedconv: "convTranspose",
  upsample: "upSampling",
  upsampling2d: "upSampling",
  zeropad2d: "zeroPadding",
  zeropadding2d: "zeroPadding",
  cosineannealinglr: "cosine",
  cosinedecay: "cosine",
  eps: "epsilon",
  exponentialdecay: "exponential",
  exponentiallr: "exponential",
  fc: "dense",
  focalloss: "focal",
  fullyconnected: "dense",
  gray: "grey",
  grayscale: "grey",
  greyscale: "grey",
  imagesize: "targetSize",
  imgsize: "targetSize",
  inputshape: "targetSize",
  kernel: "kernelSize",
  linear: "dense",
  lr: "learningRate",
  maxpool: "pool",
  maxpooling: "pool",
  maxpooling2d: "pool",
  averagepooling2d: "pool",
  acc: "accuracy",
  auto: "balanced",
  mono: "grey",
  valacc: "accuracy",
  valaccuracy: "accuracy",
  valauc: "auc",
  valloss: "loss",
  weighted: "balanced",
  silu: "swish",
  hardsilu: "hardSwish",
  layernormalization: "layerNorm",
  ln: "layerNorm",
  groupnormalization: "groupNorm",
  gn: "groupNorm",
  spatialdropout2d: "spatialDropout",
  dropout2d: "spatialDropout",
  squeezeandexcitation: "squeezeExcite",
  squeezeandexcite: "squeezeExcite",
  squeezeexcitation: "squeezeExcite",
  seblock: "squeezeExcite",
  se: "squeezeExcite",
  glorot: "glorotUniform",
  xavier: "glorotUniform",
  xavieruniform: "glorotUniform",
  xaviernormal: "glorotNormal",
  kaiming: "heNormal",
  kaiminguniform: "heUniform",
  kaimingnormal: "heNormal",
  he: "heNormal",
  leftright: "horizontal",
  updown: "vertical",
  neurons: "units",
  nodes: "units",
  onecyclelr: "oneCycle",
  optimiser: "optimizer",
  outchannels: "filters",
  padding: "sides",
  p: "rate",
  poolsize: "size",
  prob: "rate",
  probability: "rate",
  randomseed: "seed",
  reducelronplateau: "plateau",
  steplr: "step",
  traindir: "train",
  val: "validation",
  valid: "validation",
};

/** Longer names are no misspelt ones. */
const MOST_LETTERS = 40;

/** Lamina's word for a name that others use, where it is one of `candidates`. */
export function ownWord(name: string, candidates: readonly string[]): string | undefined {
  const own = Object.entries(foreignNames).find(([key]) => key === plainName(name))?.[1];
  return own !== undefined && candidates.includes(own) ? own : undefined;
}

/** What someone most likely meant by a name that is none of `candidates`; undefined where nothing is near. */
export function meantName(name: string, candidates: readonly string[]): string | undefined {
  if (name.length > MOST_LETTERS) return undefined;
  const plain = plainName(name);
  const plains = candidates.map(plainName);
  const meant = nearest(plain, plains) ?? sameStem(plain, plains);
  return ownWord(name, candidates) ?? candidates[plains.indexOf(meant ?? "")];
}

/** Letters that two words have to begin with alike: as many, and such a share of the shorter one. */
const STEM = { letters: 5, share: 0.7 };

/** Another form of a word, such as rotation of rotate, and train of training; undefined where there are two. */
function sameStem(name: string, candidates: readonly string[]): string | undefined {
  const same = candidates.filter((candidate) => {
    const shorter = Math.min(name.length, candidate.length);
    let alike = 0;
    while (alike < shorter && name[alike] === candidate[alike]) alike += 1;
    return alike >= STEM.letters && alike >= STEM.share * shorter;
  });
  return same.length === 1 ? same[0] : undefined;
}
