import { RunError } from "../errors.ts";
import { rounded } from "../evaluate/rounded.ts";
import { messages } from "./messages.ts";
import type { Experiment } from "../spec/experiment.ts";
import { resolveExperiment } from "../spec/resolve.ts";
import { findMistakes } from "../spec/validate.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import type {
  ConfusionMatrix,
  Manifest,
  Metrics,
  PicturesRecord,
  RequestRecord,
  StoredData,
} from "../layout.ts";
import * as validators from "./record-validators.js";
import { parseJson } from "./text.ts";
import { lift, steps, type Step } from "./versions.ts";

/** @throws RunError naming the file and the place in it */
export const parseData = (text: string, file: string) =>
  parse<StoredData>(text, file, steps.data, validators.data);
export const parseRequest = (text: string, file: string) =>
  parse<RequestRecord>(text, file, steps.request, validators.request);
export const parseMetrics = (text: string, file: string) =>
  rounded(parse<Metrics>(text, file, steps.metrics, validators.metrics));
export const parseConfusionMatrix = (text: string, file: string) =>
  parse<ConfusionMatrix>(text, file, steps.confusionMatrix, validators.confusionMatrix);
export const parsePictures = (text: string, file: string) =>
  parse<PicturesRecord>(text, file, steps.pictures, validators.pictures);
export const parseManifest = (text: string, file: string) =>
  parse<Manifest>(text, file, steps.manifest, validators.manifest);

/** What a newer version has added to experiments since, an older run has by default. */
export function parseResolved(text: string, file: string): ResolvedExperiment {
  const { formatVersion: _, ...value } = lift(parseJson(text, file), file, steps.resolved);
  const [mistake] = findMistakes(value).findings;
  if (mistake) {
    throw new RunError(messages.wrongRecord(file, mistake.path.join("."), mistake.message));
  }
  return resolveExperiment(value as unknown as Experiment);
}

function parse<Item>(
  text: string,
  file: string,
  path: readonly Step[],
  validate: validators.Validate,
): Item {
  const value: unknown = lift(parseJson(text, file), file, path);
  if (validate(value)) return value as Item;
  const { instancePath, message } = validate.errors![0]!;
  throw new RunError(messages.wrongRecord(file, instancePath, message!));
}
