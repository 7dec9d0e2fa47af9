import { append } from "../arrays.ts";
import { messages } from "./messages.ts";
import type { Problem } from "../spec/problem.ts";
import type { ResolvedLayer } from "../spec/resolved.ts";
import { kindOf, layerDefinitions, layerNames } from "./layers.ts";
import type { LayerKind, ResolvedLayers } from "./layers/definition.ts";
import { type LayerDefinition, ShapeError } from "./layers/definition.ts";
import type { Shape } from "./shape.ts";

/** One line of the table of layers. */
export interface LayerRow {
  /** Kind and number of that kind so far: `conv_1`. */
  name: string;
  kind: LayerKind;
  /** Position in the experiment's list, from 0. */
  index: number;
  /** Of one image: [height, width, channels] or [units]. */
  outputShape: Shape;
  /** Number of weights, and how many of them are not trained: running averages. */
  parameters: number;
  nonTrainable: number;
}

export interface ShapeContext {
  /** null while the classes are not known: then nothing is said about their number. */
  classes: number | null;
  batchSize: number;
}

/** TensorFlow numbers the elements of a tensor with 32 bits in many of its operations. */
const MOST_ELEMENTS = 2 ** 31 - 1;

/**
 * Follows an image through the layers, without TensorFlow.
 *
 * @param input [height, width, channels] of one image
 * @returns one row per layer, and every layer that cannot be where it is; the rows are right when there are no problems
 */
export function inferShapes(
  layers: readonly ResolvedLayer[],
  input: Shape,
  context: ShapeContext,
): { rows: LayerRow[]; problems: Problem[] } {
  const names = layerNames(layers.map(kindOf));
  const rows: LayerRow[] = [];
  const problems: Problem[] = [];
  let shape = input;
  let isTooLarge = false;
  for (const [index, layer] of layers.entries()) {
    const kind = kindOf(layer);
    const report = (message: string) =>
      problems.push({ path: ["model", "layers", index], message });
    const passed = pass(layer, shape, context.classes ?? 2);
    // A layer that cannot be here is passed over as if it were right, so that what follows is checked too.
    const { outputShape, parameters, nonTrainable } = passed.ok ??
      pass(layer, flat(shape), context.classes ?? 2).ok ?? {
        outputShape: shape,
        parameters: 0,
        nonTrainable: 0,
      };
    if (passed.fault !== undefined) report(passed.fault);
    if (kind === "batchNorm" && context.batchSize * elements(shape) === shape.at(-1))
      report(messages.batchNormOfOneValue(shape));
    rows.push({ name: names[index]!, kind, index, outputShape, parameters, nonTrainable });
    const tooLarge = describeTooLarge(outputShape, parameters, context.batchSize);
    if (tooLarge !== undefined && !isTooLarge) report(tooLarge);
    isTooLarge ||= tooLarge !== undefined;
    shape = outputShape;
  }
  append(problems, outputProblems(layers, context.classes));
  return { rows, problems };
}

interface Passage {
  ok?: Pick<LayerRow, "outputShape" | "parameters" | "nonTrainable">;
  fault?: string;
}

function pass(layer: ResolvedLayer, input: Shape, classes: number): Passage {
  const kind = kindOf(layer);
  const settings = layer[kind]!;
  // The registry pairs each kind with its own settings; TypeScript cannot follow that through a variable kind.
  const definition = layerDefinitions[kind] as LayerDefinition<ResolvedLayers[LayerKind]>;
  try {
    const outputShape = definition.outputShape(settings, input, { classes });
    const parameters = definition.parameters(settings, input, { classes });
    return { ok: { outputShape, parameters, nonTrainable: definition.nonTrainable?.(input) ?? 0 } };
  } catch (error) {
    if (error instanceof ShapeError) return { fault: error.message };
    throw error;
  }
}

function describeTooLarge(
  outputShape: Shape,
  parameters: number,
  batchSize: number,
): string | undefined {
  const values = batchSize * elements(outputShape);
  if (parameters > MOST_ELEMENTS)
    return messages.tensorTooLarge("this layer's weights are", parameters, MOST_ELEMENTS);
  if (values > MOST_ELEMENTS) {
    return messages.tensorTooLarge(
      `for a batch of ${batchSize} images this layer gives`,
      values,
      MOST_ELEMENTS,
    );
  }
  return undefined;
}

/** The end of a network: one score per class, or a single one that tells two classes apart; then softmax or nothing. */
function outputProblems(layers: readonly ResolvedLayer[], classes: number | null): Problem[] {
  const problems: Problem[] = [];
  const at = (index: number, message: string) =>
    problems.push({ path: ["model", "layers", index], message });
  const lastIndex = layers.findLastIndex((layer) => !layer.softmax);
  for (const [index, layer] of layers.entries()) {
    if (layer.softmax && index < layers.length - 1) at(index, messages.softmaxBeforeEnd());
  }
  const last = layers[lastIndex];
  if (!last?.dense)
    at(Math.max(lastIndex, 0), messages.endsWithoutScores(kindOf(last ?? layers[0]!)));
  else if (last.dense.units === 1 && lastIndex < layers.length - 1)
    at(layers.length - 1, messages.softmaxOfOne());
  else if (classes !== null && !givesScores(last.dense.units, classes))
    at(lastIndex, messages.wrongUnits(Number(last.dense.units), classes));
  return problems;
}

function givesScores(units: number | "classes", classes: number): boolean {
  return units === "classes" || units === classes || (units === 1 && classes === 2);
}

function flat(shape: Shape): Shape {
  return [elements(shape)];
}

function elements(shape: Shape): number {
  return shape.reduce<number>((product, size) => product * size, 1);
}
