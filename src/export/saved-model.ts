import { join } from "node:path";
import { RunError } from "../errors.ts";
import { files, type Manifest, type Run } from "../layout.ts";
import { inputShape } from "../model/describe.ts";
import { kindOf } from "../model/layers.ts";
import { allLayers, jointOf } from "../model/joints.ts";
import { modelNames, preprocessingOf } from "../model/save.ts";
import { messages as runMessages } from "../run/messages.ts";
import { textSeal } from "../run/seals.ts";
import { readStoredModel } from "../run/stored-model.ts";
import { messages } from "./messages.ts";
import type { SavedModel } from "./model.ts";
import { ModelFault, readSavedWeights } from "./weights.ts";

/**
 * Reads what a finished run saved in its model/. What the images are prepared by follows from the run's text; only what
 * training found out is taken from model/.
 *
 * @param name e.g. "baseline/v003"
 * @throws RunError where it is not there, damaged, or of another run
 */
export async function readSavedModel(
  folder: string,
  name: string,
  { resolved, data }: Run,
  manifest: Partial<Manifest>,
): Promise<SavedModel> {
  const { classes, statistics, file, expectSealed } = readStoredModel(folder, resolved, manifest);
  const place = join(folder, files.model);
  const { topology, weights, preprocessing } = modelNames;
  if (!Bun.deepEquals(classes, data.classes))
    throw new RunError(runMessages.modelOfOtherSettings(join(place, preprocessing), "classes"));
  // What is missing is told as such.
  for (const one of [topology, weights]) file(one);
  try {
    const values = await readSavedWeights(join(place, topology));
    expectSealed(topology, weights);
    return {
      layers: allLayers(resolved.model).filter(
        (layer) => jointOf(layer) || kindOf(layer) !== "softmax",
      ),
      input: inputShape(resolved.data),
      weights: values,
      preprocessing: preprocessingOf(classes, resolved.data, statistics),
      whitening: statistics.whitening?.matrix ?? null,
      origin: {
        run: name,
        seal: textSeal(manifest.files ?? {}),
        version: manifest.lamina?.version ?? "",
        finishedAt: manifest.finishedAt ?? "",
      },
    };
  } catch (error) {
    if (error instanceof ModelFault)
      throw new RunError(messages.modelDamaged(place, error.message));
    throw error;
  }
}
