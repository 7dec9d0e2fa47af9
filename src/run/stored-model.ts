import { join } from "node:path";
import type { Statistics } from "../data/statistics.ts";
import { RunError } from "../errors.ts";
import { files, type Manifest } from "../layout.ts";
import { modelNames, type Preprocessing, preprocessingOf } from "../model/save.ts";
import { readRegularSync } from "../regular-file.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { systemReason } from "../system-error.ts";
import { foreignParts } from "./belongings.ts";
import { messages } from "./messages.ts";
import { sealOf, textSeal } from "./seals.ts";
import { parseJson } from "./text.ts";

/** What model/ of a run holds. */
export interface StoredModel {
  classes: string[];
  statistics: Statistics;
  /** The values of every weight, of which there have to be so many. @throws RunError */
  weights: (length: number) => Float32Array;
  /** The bytes of one of its files. @throws RunError */
  file: (name: string) => Uint8Array;
  /** @throws RunError where one of its files is not as the run wrote it, however well it may be read */
  expectSealed: (...names: string[]) => void;
}

/** More takes no list of classes, and no means of channels. */
const MOST_TOLD_BYTES = 64e6;

/**
 * The model of a run, from files that anybody may have written: what they say has to fit the run's settings.
 *
 * @param folder of the run
 * @throws RunError where it is missing, damaged, of another run or of other settings
 */
export function readStoredModel(
  folder: string,
  { data }: ResolvedExperiment,
  { files: seals, model: ownSeals = {} }: Partial<Manifest>,
): StoredModel {
  if (seals && foreignParts(folder, textSeal(seals)).includes(files.model))
    throw new RunError(messages.modelOfAnother(folder));
  const place = (name: string) => join(folder, files.model, name);
  const read = (name: string, mostBytes?: number) => {
    try {
      return readRegularSync(place(name), mostBytes);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOVERFLOW") throw new RunError(messages.modelDamaged(place(name)));
      throw new RunError(
        code === "ENOENT"
          ? messages.modelMissing(place(name), folder)
          : messages.runFileUnreadable(place(name), systemReason(error)),
      );
    }
  };
  /** Last of all, so that what can be said of the damage is. Runs of earlier versions have no seals of it. */
  const sealed = (name: string, bytes: Uint8Array) => {
    const seal = ownSeals[name];
    if (seal !== undefined && sealOf(bytes) !== seal)
      throw new RunError(messages.modelDamaged(place(name)));
  };
  const numbers = (name: string, length: number): Float32Array => {
    const bytes = read(name, 4 * length);
    if (bytes.length !== 4 * length) throw new RunError(messages.modelDamaged(place(name)));
    const values = new Float32Array(new Uint8Array(bytes).buffer);
    if (!values.every(Number.isFinite)) throw new RunError(messages.modelDamaged(place(name)));
    sealed(name, bytes);
    return values;
  };
  const file = place(modelNames.preprocessing);
  const text = read(modelNames.preprocessing, MOST_TOLD_BYTES);
  const told = (parseJson(text.toString("utf8"), file) ?? {}) as Partial<Preprocessing>;
  const { classes, mean = null, std = null } = told;
  const [height, width] = data.targetSize;
  const channels = data.colour === "grey" ? 1 : 3;
  const { featurewiseCenter, featurewiseStd, zcaWhitening } = data.preprocess;
  const isOf = (values: unknown, isNeeded: boolean) =>
    isNeeded
      ? Array.isArray(values) && values.length === channels && values.every(Number.isFinite)
      : values === null;
  const isWhole =
    isNames(classes) &&
    isOf(mean, featurewiseCenter || featurewiseStd || zcaWhitening) &&
    isOf(std, featurewiseStd);
  if (!isWhole) throw new RunError(messages.modelDamaged(file));
  const size = height * width * channels;
  const statistics: Statistics = {
    mean,
    std,
    whitening: zcaWhitening ? { size, matrix: numbers(modelNames.whitening, size * size) } : null,
  };
  const expected = preprocessingOf(classes, data, statistics) as unknown as Record<string, unknown>;
  for (const [key, value] of Object.entries(told))
    if (!Bun.deepEquals(JSON.parse(JSON.stringify(expected[key] ?? null)), value))
      throw new RunError(messages.modelOfOtherSettings(file, key));
  sealed(modelNames.preprocessing, text);
  return {
    classes,
    statistics,
    weights: (length) => numbers(modelNames.weights, length),
    file: read,
    expectSealed: (...names) => names.forEach((name) => sealed(name, read(name))),
  };
}

function isNames(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length > 1 &&
    value.every((name) => typeof name === "string") &&
    new Set(value).size === value.length
  );
}
