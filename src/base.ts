import { resolve } from "node:path";
import type { BaseRecord } from "./layout.ts";
import { type BaseWeights, fitWeights } from "./model/base-weights.ts";
import { messages } from "./model/messages.ts";
import type { LayerRow } from "./model/shapes.ts";
import { findRunFolder } from "./spec/base.ts";
import type { Base } from "./spec/resolved.ts";
import { WeightsError } from "./weights/errors.ts";
import type { WeightFile } from "./weights/weights.ts";

/** Weights that fit the layers of a base, and where they are from. */
export interface FittedBase {
  weights: BaseWeights;
  record: BaseRecord;
}

/** Where the weights of a base come from. */
export type BaseSource =
  /** Absolute path of a file or of a run. */
  | { kind: "path"; path: string }
  /** Those of a network that comes with Lamina, by its name. */
  | { kind: "fetched"; name: string };

/** @param folder absolute path of the experiment's */
export function sourceOf({ from, weights }: Base, folder: string): BaseSource {
  const path = weights === null ? findRunFolder(from, folder) : resolve(folder, weights);
  return path === null ? { kind: "fetched", name: from } : { kind: "path", path };
}

/**
 * Holds weights against the layers that they are for.
 * @param rows of the layers @param shown what the file is called @throws WeightsError with each layer that they do not fit
 */
export function fitBase(
  { from }: Pick<Base, "from">,
  rows: readonly LayerRow[],
  file: WeightFile,
  shown: string,
): FittedBase {
  const { weights, problems } = fitWeights(rows, file);
  if (problems.length > 0) throw new WeightsError(messages.weightsUnfit(shown, problems));
  const { format, sha256 } = file;
  return { weights, record: { from, file: shown, format, sha256 } };
}
