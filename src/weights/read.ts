import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { files } from "../layout.ts";
import { readRegular } from "../regular-file.ts";
import { isSystemError, systemReason } from "../system-error.ts";
import { openArchive } from "./archive.ts";
import { MOST_BYTES } from "./budget.ts";
import { Unreadable, WeightsError } from "./errors.ts";
import { isKeras, readKeras, readKerasH5 } from "./keras.ts";
import { messages } from "./messages.ts";
import { isSafetensors, readSafetensors } from "./safetensors.ts";
import { readTfjs } from "./tfjs.ts";
import { isOldTorch, isTorch, readOldTorch, readTorch } from "./torch.ts";
import {
  byLayer,
  placedByDots,
  type PlacedWeight,
  type WeightFile,
  type WeightFormat,
} from "./weights.ts";

/**
 * Weights of any format that is known, told by the content and not by the name. Nothing of a file is run, and what claims to be
 * larger than it is, is not read.
 *
 * @param path of a file; of the folder of a tfjs layers model; of a run, such as runs/pretrain/v003, or its folder model
 * @throws WeightsError naming the file and what is wrong with it
 */
export async function readWeights(path: string): Promise<WeightFile> {
  try {
    const { format, weights, sha256, bytes } = await read(path);
    const layers = byLayer(weights);
    if (layers.length === 0) throw new Unreadable(messages.noWeights());
    return { format, layers, sha256, bytes };
  } catch (error) {
    if (error instanceof Unreadable)
      throw new WeightsError(messages.unreadable(path, error.message));
    if (isSystemError(error))
      throw new WeightsError(messages.unreadable(path, systemReason(error)));
    throw error;
  }
}

type Read = Pick<WeightFile, "format" | "sha256" | "bytes"> & { weights: PlacedWeight[] };

async function read(path: string): Promise<Read> {
  if ((await stat(path)).isDirectory()) return readFolder(path);
  const bytes = await readRegular(path, MOST_BYTES);
  // JSON, which only the model.json of tfjs is; its numbers are in other files.
  if (/^\s*\{/.test(bytes.toString("latin1", 0, 64))) return readModel(path);
  const sha256 = new Bun.CryptoHasher("sha256").update(bytes).digest("hex");
  return { ...(await readBytes(bytes, path)), sha256, bytes: bytes.length };
}

async function readFolder(folder: string): Promise<Read> {
  const own = join(folder, MODEL);
  const isRun = existsSync(join(folder, files.manifest));
  if (!isRun && existsSync(own)) return readModel(own);
  const ofRun = join(folder, files.model, MODEL);
  if (existsSync(ofRun)) return readModel(ofRun);
  if (isRun) throw new Unreadable(messages.runWithoutModel());
  if (existsSync(join(folder, SAVED_MODEL))) throw new Unreadable(messages.savedModel());
  throw new Unreadable(messages.folderWithoutModel());
}

/** A model.json of tfjs, which Lamina writes as well, with one more file beside it. */
async function readModel(path: string): Promise<Read> {
  const isOfRun = existsSync(join(dirname(path), "preprocessing.json"));
  return { format: isOfRun ? "lamina" : "tfjs", ...(await readTfjs(path)) };
}

const MODEL = "model.json";
const SAVED_MODEL = "saved_model.pb";
const HDF5_SIGNATURE = Buffer.from("\x89HDF\r\n\x1a\n", "latin1");

/** @throws Unreadable */
async function readBytes(
  bytes: Buffer,
  path: string,
): Promise<{ format: WeightFormat; weights: PlacedWeight[] }> {
  if (bytes.subarray(0, 8).equals(HDF5_SIGNATURE)) return readKerasH5(bytes);
  if (bytes.subarray(0, 2).toString("latin1") === "PK") {
    const { names } = await openArchive(bytes);
    if (isKeras(names)) return { format: "keras", weights: await readKeras(bytes) };
    if (isTorch(names)) return { format: "torch", weights: await readTorch(bytes) };
    throw new Unreadable(messages.otherZip());
  }
  if (isOldTorch(bytes)) return { format: "torch", weights: readOldTorch(bytes) };
  if (isSafetensors(bytes)) return { format: "safetensors", weights: fromSafetensors(bytes) };
  if (basename(path) === SAVED_MODEL) throw new Unreadable(messages.savedModel());
  throw new Unreadable(messages.noSuchFormat());
}

function fromSafetensors(bytes: Buffer): PlacedWeight[] {
  return Array.from(readSafetensors(bytes).arrays, ([name, array]) => placedByDots(name, array));
}
