import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { append, maximum } from "./arrays.ts";
import { fitBase, type FittedBase, sourceOf } from "./base.ts";
import type { Template } from "./charts/template.ts";
import { findImages } from "./data/source/find-images.ts";
import type { ImageSource } from "./data/source/image-source.ts";
import { messages } from "./spec/messages.ts";
import { networkAdvice } from "./model/advice.ts";
import { inputShape } from "./model/describe.ts";
import { allLayers, plainLayers } from "./model/joints.ts";
import { inferShapes, type LayerRow, splitRows } from "./model/shapes.ts";
import { WeightsError } from "./weights/errors.ts";
import type { Diagnostic } from "./spec/diagnostic.ts";
import { type Draft, readDraft, type Request } from "./spec/draft.ts";
import { isDeviceName, shownPath } from "./spec/find.ts";
import { finish, type LoadedExperiment } from "./spec/load.ts";
import type { ResolvedExperiment } from "./spec/resolved.ts";
import { evaluateProblems, trainProblemsWithImages } from "./spec/semantics.ts";

/** An experiment in which no mistake was found: its values, its files and its network fit together. */
export interface CheckedExperiment {
  experiment: LoadedExperiment;
  source: ImageSource;
  layers: LayerRow[];
  /** The weights of model.base; null where there is none, or where its weights have to be fetched first. */
  base: FittedBase | null;
  /** Charts of the user's own, which are beside the experiment. */
  templates: Template[];
  /** What the user should know of the network, its training and the charts, and does not stop a run. */
  warnings: string[];
}

/**
 * Reads an experiment, lists its images (without opening one), follows their shape through the network and reads the
 * templates of charts. TensorFlow is not needed.
 *
 * @throws ExperimentError with every mistake in all of them @throws UsageError when there is no such file
 */
export async function checkExperiment(request: Request): Promise<CheckedExperiment> {
  const draft = await readDraft(request);
  const more: Diagnostic[] = [];
  const source = await checkImages(draft, request.directory, more);
  const layers = checkLayers(draft, source, more);
  const base = await checkBase(draft, layers, request.directory, more);
  checkWithImages(draft, source, more);
  const templates = await checkTemplates(draft, request.directory, more);
  const experiment = finish(draft, more);
  if (!source || !layers) throw new Error("An experiment without mistakes has images and layers.");
  const warnings = [
    ...nameWarnings(experiment, source),
    ...networkAdvice(layers),
    ...draft.warnings,
    ...trainingWarnings(experiment, source),
    ...precisionWarnings(experiment, layers),
    ...(base === null && experiment.resolved.model.base ? [messages.weightsToFetch()] : []),
    ...(await templateWarnings(templates, draft.templates, request.directory)),
  ];
  return { experiment, source, layers, base, templates, warnings };
}

/** What can be said about the images while other parts of the experiment may still be wrong. */
async function checkImages(
  draft: Draft,
  directory: string,
  more: Diagnostic[],
): Promise<ImageSource | undefined> {
  const data = draft.section("data");
  const seed = draft.section("seed");
  if (!data || seed === undefined) return undefined;
  const { source, problems } = await findImages(data, seed, draft.directory);
  append(
    more,
    problems.map((problem) => {
      const diagnostic = draft.places.diagnose(problem);
      if (!problem.place) return diagnostic;
      return { ...diagnostic, file: shownPath(problem.place.file, directory) };
    }),
  );
  return problems.length === 0 ? source : undefined;
}

/** With the classes and the splits, where these are known. */
function checkWithImages(draft: Draft, source: ImageSource | undefined, more: Diagnostic[]): void {
  if (!source) return;
  const evaluate = draft.section("evaluate");
  const train = draft.section("train");
  const problems = [
    ...(train ? trainProblemsWithImages(train, source) : []),
    ...(evaluate ? evaluateProblems(evaluate, source) : []),
  ];
  append(
    more,
    problems.map((problem) => draft.places.diagnose(problem)),
  );
}

async function checkTemplates(
  draft: Draft,
  directory: string,
  more: Diagnostic[],
): Promise<Template[]> {
  const folder = draft.templates;
  if (!existsSync(folder)) return [];
  // Loaded where there may be some: what draws charts comes with it.
  const { readTemplates, TemplateError } = await import("./charts/read-templates.ts");
  const templates: Template[] = [];
  for (const read of await readTemplates(folder)) {
    if (!(read instanceof TemplateError)) {
      templates.push(read);
      continue;
    }
    const message = read.message.replace(`${read.file}: `, "");
    const file = shownPath(read.file, directory);
    more.push({ file, line: 1, column: 1, excerpt: "", message });
  }
  return templates;
}

async function templateWarnings(
  templates: readonly Template[],
  folder: string,
  directory: string,
): Promise<string[]> {
  if (templates.length === 0) return [];
  const { fieldWarnings } = await import("./charts/template-fields.ts");
  const { TEMPLATE_ENDING } = await import("./charts/template.ts");
  return templates.flatMap((template) =>
    fieldWarnings(template, shownPath(join(folder, template.name + TEMPLATE_ENDING), directory)),
  );
}

function checkLayers(
  draft: Draft,
  source: ImageSource | undefined,
  more: Diagnostic[],
): LayerRow[] | undefined {
  const data = draft.section("data");
  const model = draft.section("model");
  if (!data || !model) return undefined;
  const { rows, problems } = inferShapes(allLayers(model), inputShape(data), {
    ofBase: model.base?.trunk?.length ?? 0,
    classes: source?.classes.length ?? null,
    batchSize: data.batchSize,
  });
  append(
    more,
    problems.map((problem) => draft.places.diagnose(problem)),
  );
  return rows;
}

/**
 * Reads the weights of a base and holds their shapes against those of its layers.
 * @returns null where there is no base, or where its weights have to be fetched first
 */
async function checkBase(
  draft: Draft,
  rows: readonly LayerRow[] | undefined,
  directory: string,
  more: Diagnostic[],
): Promise<FittedBase | null> {
  const base = draft.section("model")?.base;
  if (!base?.trunk || !rows) return null;
  const source = sourceOf(base, draft.directory);
  // Loaded where there is something to read.
  const { isFetched, readPretrained } = await import("./weights/fetch.ts");
  const { readWeights } = await import("./weights/read.ts");
  if (source.kind === "fetched" && !isFetched(source.name, process.env)) return null;
  try {
    const file =
      source.kind === "path"
        ? await readWeights(source.path)
        : await readPretrained(source.name, { environment: process.env, report: () => undefined });
    const shown = source.kind === "path" ? shownPath(source.path, directory) : source.name;
    return fitBase(base, splitRows(rows, base.trunk.length)[0], file, shown);
  } catch (error) {
    if (!(error instanceof WeightsError)) throw error;
    const key = base.weights === null ? "from" : "weights";
    const path = ["model", "base", key];
    more.push(draft.places.diagnose({ path, message: error.message }));
    return null;
  }
}

/** Names that this machine takes and another does not. */
function nameWarnings({ name, file }: LoadedExperiment, { classes }: ImageSource): string[] {
  const devices = [...name.split("/"), ...classes].filter(isDeviceName);
  const own = basename(file);
  const twin = filesBeside(file).find(
    (other) => other !== own && other.toLowerCase() === own.toLowerCase(),
  );
  return [
    ...(devices.length > 0 ? [messages.deviceNames(devices)] : []),
    ...(twin === undefined ? [] : [messages.sameButForCase(own, twin)]),
  ];
}

function filesBeside(file: string): string[] {
  try {
    return readdirSync(dirname(file));
  } catch {
    // The file of a run that is done again may be gone.
    return [];
  }
}

/** Share of what a running average began with that may be left in it at the end. */
const MOST_LEFT = 0.1;

function trainingWarnings({ resolved }: LoadedExperiment, { files }: ImageSource): string[] {
  const { data, train } = resolved;
  const images = files.filter(({ split }) => split === "train").length;
  const batches = Math.ceil(images / data.batchSize);
  const updates = train.epochs * Math.ceil(batches / train.accumulate);
  const { classWeights, sampling, averageWeights, accumulate, earlyStopping, epochs } = train;
  // The first update makes the average what the weights are.
  const left = averageWeights ? averageWeights.decay ** (updates - 1) : 0;
  return [
    ...(images < data.batchSize ? [messages.batchOverImages(data.batchSize, images)] : []),
    ...batchNormWarnings(resolved, train.epochs * batches),
    ...(classWeights === null ? [] : [messages.classesCorrected("classWeights")]),
    ...(sampling === "natural" ? [] : [messages.classesCorrected("sampling")]),
    ...(left > MOST_LEFT ? [messages.slowAverage(averageWeights!.decay, updates, left)] : []),
    // A training that is made shorter to try something out is none the worse for it.
    ...(earlyStopping && earlyStopping.patience >= epochs
      ? [messages.patienceOverEpochs(earlyStopping.patience, epochs)]
      : []),
    ...(accumulate > 1 && accumulate >= batches
      ? [messages.accumulatesEpoch(accumulate, batches)]
      : []),
  ];
}

const convolutions: ReadonlySet<LayerRow["kind"]> = new Set([
  "conv",
  "convTranspose",
  "depthwiseConv",
  "separableConv",
]);

function precisionWarnings({ resolved }: LoadedExperiment, layers: readonly LayerRow[]): string[] {
  const isMixed = resolved.engine.precision === "mixed_bfloat16";
  return isMixed && !layers.some(({ kind }) => convolutions.has(kind))
    ? [messages.nothingMixed()]
    : [];
}

function batchNormWarnings({ model }: ResolvedExperiment, steps: number): string[] {
  const slow = plainLayers(allLayers(model)).flatMap(({ batchNorm }) =>
    batchNorm?.trainable ? [batchNorm.momentum] : [],
  );
  const momentum = maximum(slow);
  const left = momentum ** steps;
  return slow.length > 0 && left > MOST_LEFT ? [messages.slowBatchNorm(momentum, steps, left)] : [];
}
