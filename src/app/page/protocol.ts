import type { Target } from "../../data/decode/verdict.ts";
import type { HeatMap } from "../../evaluate/grad-cam.ts";
import type { Pixels } from "../../pixels.ts";
import type { Preprocessing } from "../../model/save.ts";

/** What is known of a network beside its weights. */
export interface PageModel {
  /** tfjs's layers format: `modelTopology` and `weightSpecs` of model.json. */
  topology: object;
  weightSpecs: object[];
  preprocessing: Preprocessing;
  /** What becomes of a file before the network sees it. */
  target: Target;
  /** The layer whose maps Grad-CAM weighs; null where the network has no convolution. */
  mapsLayer: string | null;
}

/** What the worker is begun with: the first message. */
export interface WorkerStart {
  model: PageModel;
  /** float32 values of all weights, as in weights.bin. */
  weights: Uint8Array;
  /** As in whitening.bin. */
  whitening: Uint8Array | null;
  /** tfjs's operations for WebAssembly. */
  operations: Uint8Array;
}

export interface WorkerStarted {
  /** cpu, which takes some ten times as long, where the browser has no vector instructions. */
  backend: "wasm" | "cpu";
}

/** What the worker is asked afterwards, one order after another. */
export type Order =
  /** A file of whatever content, which the next orders of an image are about. */
  | { kind: "open"; bytes: Uint8Array }
  /** The image that it is; of frames that are an image each the one of this number, from 1. */
  | { kind: "image"; frame?: number }
  /** The same without the network: its pixels in colour, stretched to a square. */
  | { kind: "decode"; bytes: Uint8Array; side: number }
  /** [height, width, channels], as the network reads them. */
  | { kind: "pixels"; pixels: Pixels }
  /** Where in these pixels the class of this number was seen. */
  | { kind: "heat"; pixels: Pixels; label: number };

/** Of a file whose frames are an image each how many these may be, and why the others that it announces are not there. */
export type FramesOfFile = { possible: number; absent: string | null } | null;

/** What becomes of an image. */
export type ImageAnswer = (Prepared & Seen) | Refused;

export interface Refused {
  refused: string;
}

export interface Prepared {
  /** [height, width, channels] */
  pixels: Pixels;
  /** Why they may not be those of `exp predict`, to the last level: sentences. */
  remarks: string[];
}

/** What the network makes of an image. */
export interface Seen {
  /** In the order of the classes. */
  probabilities: number[];
  /** What the last layer with weights is given. */
  features: Float32Array;
}

export interface Answers {
  open: FramesOfFile;
  image: ImageAnswer;
  decode: Prepared | Refused;
  pixels: Seen;
  heat: HeatMap | null;
}

/** Messages to and from the worker: each answer has its order's number, that of the start is 0. */
export interface Sent<Content> {
  number: number;
  content: Content;
}
export type Received =
  | { number: number; answer: unknown }
  /** What was not foreseen. */
  | { number: number; error: string };
