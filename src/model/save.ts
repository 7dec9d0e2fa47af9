import type * as tf from "@tensorflow/tfjs";
import type { Network } from "./network.ts";

/** What turns a file into the network's input: stored with the weights, so that prediction does the same. */
export interface Preprocessing {
  formatVersion: 1;
  classes: string[];
  /** [height, width] in pixels, bilinear with antialiasing, aspect ratio not kept. */
  targetSize: readonly [number, number];
  colour: "grey" | "rgb";
  /** Bytes are multiplied by this. */
  rescale: number;
  /** EXIF orientation is applied first. */
  autoOrient: boolean;
}

/** The files of a saved network by name: tfjs's layers format and the preprocessing beside it. */
export async function modelFiles(
  network: Network,
  preprocessing: Preprocessing,
): Promise<Map<string, string | Uint8Array>> {
  let saved: tf.io.ModelArtifacts | undefined;
  await network.model.save({
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
  const { modelTopology, weightSpecs, weightData, format, generatedBy } = saved!;
  const weights = Array.isArray(weightData)
    ? await new Blob(weightData).arrayBuffer()
    : weightData!;
  const model = {
    format,
    generatedBy,
    convertedBy: null,
    modelTopology,
    weightsManifest: [{ paths: ["weights.bin"], weights: weightSpecs }],
  };
  return new Map<string, string | Uint8Array>([
    ["model.json", `${JSON.stringify(model, null, 2)}\n`],
    ["weights.bin", new Uint8Array(weights)],
    ["preprocessing.json", `${JSON.stringify(preprocessing, null, 2)}\n`],
  ]);
}
