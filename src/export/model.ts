import type { Preprocessing } from "../model/save.ts";
import type { ResolvedLayer } from "../spec/resolved.ts";
import type { Values } from "../train/values.ts";

/** A trained network as it is read from a run, and what other formats tell of it. */
export interface SavedModel {
  /** Without the softmax behind the last one, which follows from it. */
  layers: readonly ResolvedLayer[];
  /** [height, width, channels] */
  input: readonly [number, number, number];
  weights: Values;
  preprocessing: Preprocessing;
  /** float32 values, row by row, where `preprocessing.whitening` says so. */
  whitening: Float32Array | null;
  origin: ModelOrigin;
}

export interface ModelOrigin {
  /** e.g. "baseline/v003" */
  run: string;
  /** SHA-256 of the run's text, hex. */
  seal: string;
  /** Lamina's version. */
  version: string;
  /** When the run finished, ISO 8601 in UTC. */
  finishedAt: string;
}

/** What is called so in every exported model. */
export const INPUT = "images";
export const OUTPUT = "probabilities";

/** Keeps a standard deviation of 0 from dividing, as in `buildPreparation`. */
export const LEAST_SPREAD = 1e-6;

/** How pixels of 0 to 255 go in: TensorFlow.js has no bytes. */
export type PixelType = "uint8" | "int32";

/** What the pixels are that go in, in a sentence. */
export function inputDescription(
  { input, preprocessing: { colour } }: SavedModel,
  type: PixelType,
): string {
  const [height, width, channels] = input;
  const pixels =
    colour === "grey" ? "grey, 0 black and 255 white" : "red, green, blue in this order";
  return `${type} [N, ${height}, ${width}, ${channels}], values 0 to 255: decoded images, upright, resized to ${height} rows and ${width} columns; ${pixels}.`;
}

/** And what comes out. */
export function outputDescription({ preprocessing: { classes } }: SavedModel): string {
  const names = classes.map((name) => JSON.stringify(name));
  return `float32 [N, ${classes.length}]: a probability for each class, in this order: ${names.join(", ")}.`;
}

/** What a file tells of itself, where its format has room for it. */
export function propertiesOf(model: SavedModel, type: PixelType) {
  const { preprocessing, origin } = model;
  return {
    classes: JSON.stringify(preprocessing.classes),
    input: inputDescription(model, type),
    output: outputDescription(model),
    preprocessing: JSON.stringify(preprocessing),
    run: origin.run,
    run_sha256: origin.seal,
    lamina: origin.version,
  };
}
