import sharp from "sharp";
import { RunError } from "../errors.ts";
import { depthOf } from "../pixels.ts";
import { jsonText } from "../json-text.ts";
import { files as runFiles, type Manifest, type Run } from "../layout.ts";
import { inferShapes } from "../model/shapes.ts";
import { sealOf } from "../run/seals.ts";
import { checkModel, type Checked } from "./check/check.ts";
import { findRuntime } from "./check/runtimes.ts";
import { type FormatName, pixelTypeOf } from "./formats.ts";
import { kerasModel } from "./keras/model.ts";
import { messages } from "./messages.ts";
import {
  depthOfModel,
  INPUT,
  inputDescription,
  OUTPUT,
  outputDescription,
  type PixelType,
  type SavedModel,
} from "./model.ts";
import { onnxModel } from "./onnx/model.ts";
import { tfjsModel } from "./tfjs/model.ts";
import { stepsInside, stepsOutside } from "./preparation.ts";
import { exportReadme } from "./readme.ts";
import { type Sample, samplesOf, spread } from "./samples.ts";
import { readSavedModel } from "./saved-model.ts";
import { ModelFault } from "./weights.ts";

/** Beside an exported model, for programs: see `ExportRecord`. */
export const RECORD = "export.json";
/** The folder of the images that go with it. */
export const SAMPLES = "samples";

export interface ExportRecord {
  formatVersion: 1;
  format: FormatName;
  /** e.g. "baseline/v003", and the SHA-256 of its text. */
  run: string;
  runSha256: string;
  lamina: string;
  classes: string[];
  input: { name: string; type: PixelType; shape: readonly number[]; description: string };
  output: { name: string; type: "float32"; shape: readonly number[]; description: string };
  /** What is done to an image before it goes in, and what the model does first. */
  preprocessing: { outside: string[]; inside: string[] };
  /** Images as they go in, and what comes out. */
  samples: { picture: string; file: string; actual: string; probabilities: number[] }[];
  /** SHA-256 of each of the other files. */
  files: Record<string, string>;
}

/** An exported model, and what stands beside it. */
export interface Exported {
  /** By their names in the folder of the export; the model first, the record last. */
  files: ReadonlyMap<string, string | Uint8Array>;
  record: ExportRecord;
  checked: Checked;
}

export interface ExportSettings {
  /** Absolute, of the run. */
  folder: string;
  /** e.g. "baseline/v003" */
  name: string;
  format: FormatName;
  /** How many images go with it. */
  samples: number;
  /** Where the user is. */
  directory: string;
  environment: NodeJS.ProcessEnv;
  signal: AbortSignal;
}

/** As many images it is held against the run's own predictions on. */
const CHECKED_IMAGES = 100;
/** A reader of either format counts bytes with 32 bits. */
const MOST_BYTES = 2 ** 31 - 1;

/**
 * Makes a finished run's network into a file of another format, and holds that against the run's predictions.
 * @throws RunError where the run's model is not there or not whole, or the exported one says something else
 */
export async function exportRun(
  run: Run,
  manifest: Partial<Manifest>,
  settings: ExportSettings,
): Promise<Exported> {
  const { folder, name, format, directory, signal } = settings;
  const model = await readSavedModel(folder, name, run, manifest);
  const samples = await samplesOf(folder, run, {
    directory,
    seals: manifest.files ?? {},
    most: CHECKED_IMAGES,
  });
  signal.throwIfAborted();
  const content = contentOf(model, format, name);
  const found = findRuntime(format, settings.environment, directory);
  const some = format === "tfjs" ? spread(samples, mostInTfjs(model)) : samples;
  const checked = await checkModel(content, model.input, some, found, signal);
  const kept = spread(samples, settings.samples);
  const pictures = new Map<string, Uint8Array>();
  for (const [index, sample] of kept.entries())
    pictures.set(pictureName(index), await pictureOf(sample, model.input));
  const readme = exportReadme(model, format, kept.length);
  const files = new Map<string, string | Uint8Array>([
    ...content,
    [runFiles.readme, readme],
    ...pictures,
  ]);
  const record = recordOf(model, format, kept, files);
  return { files: files.set(RECORD, jsonText(record)), record, checked };
}

/** Multiplications with an addition that TensorFlow.js does in some 20 seconds, in one thread of JavaScript. */
const TFJS_OPERATIONS = 3e9;

/** Images that TensorFlow.js is asked about. */
function mostInTfjs({ layers, input, preprocessing: { classes } }: SavedModel): number {
  const { rows } = inferShapes(layers, input, { classes: classes.length, batchSize: 1 });
  const operations = rows.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0);
  return Math.max(1, Math.floor(TFJS_OPERATIONS / operations));
}

function contentOf(
  model: SavedModel,
  format: FormatName,
  run: string,
): ReadonlyMap<string, Uint8Array> {
  try {
    const files = makers[format](model);
    for (const bytes of files.values())
      if (bytes.length > MOST_BYTES) throw new RunError(messages.tooLarge(format, bytes.length));
    return files;
  } catch (error) {
    if (error instanceof ModelFault) throw new RunError(messages.modelDamaged(run, error.message));
    throw error;
  }
}

const makers: Readonly<Record<FormatName, (model: SavedModel) => Map<string, Uint8Array>>> = {
  onnx: (model) => new Map([["model.onnx", onnxModel(model)]]),
  keras: (model) => new Map([["model.keras", kerasModel(model)]]),
  tfjs: tfjsModel,
};

function recordOf(
  model: SavedModel,
  format: FormatName,
  samples: readonly Sample[],
  files: ReadonlyMap<string, string | Uint8Array>,
): ExportRecord {
  const { origin, input, preprocessing } = model;
  const type = pixelTypeOf(format, depthOfModel(model));
  return {
    formatVersion: 1,
    format,
    run: origin.run,
    runSha256: origin.seal,
    lamina: origin.version,
    classes: preprocessing.classes,
    input: { name: INPUT, type, shape: input, description: inputDescription(model, type) },
    output: {
      name: OUTPUT,
      type: "float32",
      shape: [preprocessing.classes.length],
      description: outputDescription(model),
    },
    preprocessing: { outside: stepsOutside(model), inside: stepsInside(model) },
    samples: samples.map(({ file, actual, probabilities }, index) => ({
      picture: pictureName(index),
      file,
      actual,
      probabilities,
    })),
    files: Object.fromEntries(Array.from(files, ([name, content]) => [name, sealOf(content)])),
  };
}

function pictureName(index: number): string {
  return `${SAMPLES}/${String(index + 1).padStart(2, "0")}.png`;
}

/** Its pixels as they are. */
function pictureOf(
  { pixels }: Sample,
  [height, width, channels]: SavedModel["input"],
): Promise<Uint8Array> {
  const image = sharp(pixels, { raw: { height, width, channels: channels as 1 | 3 } });
  const isWide = depthOf(pixels) === 16;
  const space = channels === 1 ? (isWide ? "grey16" : "b-w") : isWide ? "rgb16" : "srgb";
  return image.toColourspace(space).png({ compressionLevel: 9 }).toBuffer();
}
