import { join } from "node:path";
import { RunError } from "../errors.ts";
import { files, type Manifest, type Run } from "../layout.ts";
import { inputShape } from "../model/describe.ts";
import { kindOf } from "../model/layers.ts";
import { allLayers, jointOf } from "../model/joints.ts";
import { preprocessingOf } from "../model/save.ts";
import { elementsOf } from "../model/shape.ts";
import { readRegular } from "../regular-file.ts";
import { foreignParts } from "../run/belongings.ts";
import { textSeal } from "../run/seals.ts";
import { systemReason } from "../system-error.ts";
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
  const seal = textSeal(manifest.files ?? {});
  const place = join(folder, files.model);
  if (foreignParts(folder, seal).includes(files.model))
    throw new RunError(messages.modelOfAnother(place, name));
  const read = (file: string) =>
    readRegular(join(place, file)).catch((error: unknown) => {
      const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
      throw new RunError(
        isMissing
          ? messages.modelMissing(join(place, file), name)
          : messages.modelUnreadable(join(place, file), systemReason(error)),
      );
    });
  try {
    for (const file of ["model.json", "weights.bin"]) await read(file);
    const weights = await readSavedWeights(join(place, "model.json"));
    const input = inputShape(resolved.data);
    const record = (await read("preprocessing.json")).toString("utf8");
    const { preprocess } = resolved.data;
    const size = elementsOf(input);
    const whitening = preprocess.zcaWhitening ? floatsOf(await read("whitening.bin"), size) : null;
    const statistics = {
      ...channelStatistics(record, preprocess, input[2]),
      whitening: whitening && { size, matrix: whitening },
    };
    return {
      layers: allLayers(resolved.model).filter(
        (layer) => jointOf(layer) || kindOf(layer) !== "softmax",
      ),
      input,
      weights,
      preprocessing: preprocessingOf(data.classes, resolved.data, statistics),
      whitening,
      origin: {
        run: name,
        seal,
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

function floatsOf(bytes: Uint8Array, size: number): Float32Array {
  if (bytes.length !== 4 * size ** 2)
    throw new ModelFault(messages.whiteningCut(bytes.length, 4 * size ** 2));
  return new Float32Array(new Uint8Array(bytes).buffer);
}

/** Mean and standard deviation of each channel, where the preprocessing asks for them. */
function channelStatistics(
  text: string,
  { featurewiseCenter, featurewiseStd, zcaWhitening }: SavedModel["preprocessing"]["preprocess"],
  channels: number,
): { mean: number[] | null; std: number[] | null } {
  const record = parse(text);
  const numbers = (key: "mean" | "std") => {
    const values = record?.[key];
    if (
      !Array.isArray(values) ||
      values.length !== channels ||
      !values.every((value) => Number.isFinite(value))
    )
      throw new ModelFault(messages.noStatistics(key, channels));
    return values as number[];
  };
  return {
    mean: featurewiseCenter || featurewiseStd || zcaWhitening ? numbers("mean") : null,
    std: featurewiseStd ? numbers("std") : null,
  };
}

function parse(text: string): Partial<Record<string, unknown>> | null {
  try {
    return JSON.parse(text) as Partial<Record<string, unknown>> | null;
  } catch {
    return null;
  }
}
