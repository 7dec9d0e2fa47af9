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
  conv2d: "conv",
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
  neurons: "units",
  nodes: "units",
  onecyclelr: "oneCycle",
  optimiser: "optimizer",
  outchannels: "filters",
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
  const plain = nearest(plainName(name), candidates.map(plainName));
  return (
    ownWord(name, candidates) ?? candidates.find((candidate) => plainName(candidate) === plain)
  );
}
