import type { Preprocessing } from "../model/save.ts";
import { type Depth, levelOf, whiteOf } from "../pixels.ts";
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

/** How pixels go in. */
export type PixelType = "uint8" | "uint16" | "int32";

export function typeOfDepth(depth: Depth): "uint8" | "uint16" {
  return depth === 16 ? "uint16" : "uint8";
}

export function depthOfModel({ preprocessing }: SavedModel): Depth {
  return preprocessing.depth ?? 8;
}

/** What pixels are multiplied by first: data.preprocess.rescale, which is for levels of 8 bits. */
export function rescaleOf(model: SavedModel): number {
  return model.preprocessing.preprocess.rescale / levelOf(depthOfModel(model));
}

/** What the pixels are that go in, in a sentence. */
export function inputDescription(model: SavedModel, type: PixelType): string {
  const { input, preprocessing } = model;
  const { colour } = preprocessing;
  const [height, width, channels] = input;
  const white = whiteOf(depthOfModel(model));
  const pixels =
    colour === "grey" ? `grey, 0 black and ${white} white` : "red, green, blue in this order";
  return `${type} [N, ${height}, ${width}, ${channels}], values 0 to ${white}: decoded images, upright, resized to ${height} rows and ${width} columns; ${pixels}.`;
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
