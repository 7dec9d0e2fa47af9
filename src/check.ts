import { findImages, type ImageSource } from "./data/source/source.ts";
import { inputShape } from "./model/describe.ts";
import { inferShapes, type LayerRow } from "./model/shapes.ts";
import type { Diagnostic } from "./spec/diagnostic.ts";
import { type Draft, readDraft, type Request } from "./spec/draft.ts";
import { shownPath } from "./spec/find.ts";
import { finish, type LoadedExperiment } from "./spec/load.ts";
import { evaluateProblems } from "./spec/semantics.ts";

/** An experiment in which no mistake was found: its values, its files and its network fit together. */
export interface CheckedExperiment {
  experiment: LoadedExperiment;
  source: ImageSource;
  layers: LayerRow[];
}

/**
 * Reads an experiment, lists its images (without opening one) and follows their shape through the network.
 * TensorFlow is not needed.
 *
 * @throws ExperimentError with every mistake in all three @throws UsageError when there is no such file
 */
export async function checkExperiment(request: Request): Promise<CheckedExperiment> {
  const draft = await readDraft(request);
  const more: Diagnostic[] = [];
  const source = await checkImages(draft, request.directory, more);
  const layers = checkLayers(draft, source, more);
  checkEvaluation(draft, source, more);
  const experiment = finish(draft, more);
  if (!source || !layers) throw new Error("An experiment without mistakes has images and layers.");
  return { experiment, source, layers };
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
  more.push(
    ...problems.map((problem) => {
      const diagnostic = draft.places.diagnose(problem);
      if (!problem.place) return diagnostic;
      return { ...diagnostic, file: shownPath(problem.place.file, directory) };
    }),
  );
  return problems.length === 0 ? source : undefined;
}

/** With the classes and the splits, where these are known. */
function checkEvaluation(draft: Draft, source: ImageSource | undefined, more: Diagnostic[]): void {
  const evaluate = draft.section("evaluate");
  if (!evaluate || !source) return;
  const problems = evaluateProblems(evaluate, source);
  more.push(...problems.map((problem) => draft.places.diagnose(problem)));
}

function checkLayers(
  draft: Draft,
  source: ImageSource | undefined,
  more: Diagnostic[],
): LayerRow[] | undefined {
  const data = draft.section("data");
  const model = draft.section("model");
  if (!data || !model) return undefined;
  const { rows, problems } = inferShapes(model.layers, inputShape(data), {
    classes: source?.classes.length ?? null,
    batchSize: data.batchSize,
  });
  more.push(...problems.map((problem) => draft.places.diagnose(problem)));
  return rows;
}
