import { openArchive } from "./archive.ts";
import { Unreadable } from "./errors.ts";
import { readHdf5 } from "./hdf5.ts";
import { parseJsonBytes } from "./json.ts";
import { weightsOfKerasH5 } from "./keras-h5.ts";
import { weightsOfKerasVars } from "./keras-vars.ts";
import { messages } from "./messages.ts";
import type { PlacedWeight } from "./weights.ts";

/** Groups of a file that hold what a training goes on from. */
const ofTraining = ["optimizer", "optimizer_weights", "metrics"];

/** Weights of an HDF5 file of Keras, old or new. @throws Unreadable */
export async function readKerasH5(
  bytes: Buffer,
): Promise<{ format: "keras-h5" | "keras-weights-h5"; weights: PlacedWeight[] }> {
  const file = await readHdf5(bytes, ofTraining);
  const old = weightsOfKerasH5(file);
  if (old) return { format: "keras-h5", weights: old };
  const weights = weightsOfKerasVars(file, null);
  if (weights) return { format: "keras-weights-h5", weights };
  throw new Unreadable(messages.noKerasH5());
}

const CONFIG = "config.json";
const WEIGHTS = "model.weights.h5";

/** Whether a zip archive with these members is a `.keras` file. */
export function isKeras(names: readonly string[]): boolean {
  return names.includes(CONFIG) && names.includes(WEIGHTS);
}

/** Weights of a `.keras` file, which is a zip archive. @throws Unreadable */
export async function readKeras(bytes: Buffer): Promise<PlacedWeight[]> {
  const archive = await openArchive(bytes);
  const config = parseJsonBytes(await archive.read(CONFIG), CONFIG);
  const weights = weightsOfKerasVars(
    await readHdf5(await archive.read(WEIGHTS), ofTraining),
    config,
  );
  if (!weights) throw new Unreadable(messages.noKerasH5());
  return weights;
}
