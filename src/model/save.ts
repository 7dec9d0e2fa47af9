import type * as tf from "@tensorflow/tfjs";
import type { Statistics } from "../data/statistics.ts";
import type { Engine } from "../engine/engine.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import type { Network } from "./network.ts";
import type { PreprocessSettings } from "./preparation.ts";
import { elementsOf } from "./shape.ts";

/** What turns a file into the network's input: stored with the weights, so that prediction does the same. */
export interface Preprocessing {
  formatVersion: 1;
  classes: string[];
  /** [height, width] in pixels, bilinear with antialiasing. */
  targetSize: readonly [number, number];
  /** data.resize: how images of another ratio come into it. */
  resize: ResolvedExperiment["data"]["resize"];
  /** data.background: what is laid beneath transparent images. */
  background: string;
  colour: "grey" | "rgb";
  /** data.depth, where it is not 8: bits of each value. */
  depth?: 16;
  /** EXIF orientation is applied first. */
  autoOrient: boolean;
  /** data.range: which values of images of more than 8 bits become black and white. */
  range: ResolvedExperiment["data"]["range"];
  /** data.preprocess of the experiment: what is done to the decoded image, in this order. */
  preprocess: PreprocessSettings;
  /** Of the rescaled training images, one number per channel; null where the preprocessing needs none. */
  mean: number[] | null;
  std: number[] | null;
  /** File of the whitening matrix beside this one: size x size float32 values, little-endian, row by row. */
  whitening: { file: string; size: number } | null;
}

/** The files of a saved network. */
export const modelNames = {
  topology: "model.json",
  weights: "weights.bin",
  preprocessing: "preprocessing.json",
  whitening: "whitening.bin",
} as const;

export function preprocessingOf(
  classes: string[],
  { targetSize, resize, background, colour, depth, range, preprocess }: ResolvedExperiment["data"],
  { mean, std, whitening }: Statistics,
): Preprocessing {
  return {
    formatVersion: 1,
    classes,
    targetSize,
    resize,
    background,
    colour,
    ...(depth === 16 && { depth }),
    autoOrient: true,
    range,
    preprocess,
    mean,
    std,
    whitening: whitening && { file: modelNames.whitening, size: whitening.size },
  };
}

/** The files of a saved network by name: tfjs's layers format and the preprocessing beside it. */
export async function modelFiles(
  network: Network,
  preprocessing: Preprocessing,
  { whitening }: Statistics,
): Promise<Map<string, string | Uint8Array>> {
  let saved: tf.io.ModelArtifacts | undefined;
  const { model: plain, dispose } = network.saved();
  await plain.save({
    save: async (artifacts) => {
      saved = artifacts;
      return {
        modelArtifactsInfo: {
          dateSaved: new Date(0),
          modelTopologyType: "JSON",
        },
      };
    },
  });
  dispose();
  const { modelTopology, weightSpecs, weightData, format, generatedBy } = saved!;
  const weights = Array.isArray(weightData)
    ? await new Blob(weightData).arrayBuffer()
    : weightData!;
  const model = {
    format,
    generatedBy,
    convertedBy: null,
    modelTopology,
    weightsManifest: [{ paths: [modelNames.weights], weights: weightSpecs }],
  };
  return new Map<string, string | Uint8Array>([
    [modelNames.topology, `${JSON.stringify(model, null, 2)}\n`],
    [modelNames.weights, new Uint8Array(weights)],
    [modelNames.preprocessing, `${JSON.stringify(preprocessing, null, 2)}\n`],
    ...(whitening
      ? [[modelNames.whitening, new Uint8Array(whitening.matrix.buffer)] as const]
      : []),
  ]);
}

/**
 * Gives a network the weights that were saved of one with the same layers. What weights.bin holds follows from these: the
 * topology, which anybody may have written, is not asked.
 *
 * @param read the float32 values of weights.bin, which has to have so many
 */
export function loadWeights(
  { tf: tfjs }: Engine,
  network: Network,
  read: (length: number) => Float32Array,
): void {
  const { model, adopt, dispose } = network.saved();
  try {
    const lengths = model.weights.map(({ shape }) => elementsOf(shape as number[]));
    const values = read(lengths.reduce((sum, length) => sum + length, 0));
    let start = 0;
    for (const [index, weight] of model.weights.entries()) {
      const own = values.subarray(start, (start += lengths[index]!));
      tfjs.tidy(() => {
        weight.write(tfjs.tensor(own.slice(), weight.shape as number[], "float32"));
      });
    }
    adopt();
  } finally {
    dispose();
  }
}
