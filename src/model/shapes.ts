import { messages } from "./messages.ts";
import type { Path } from "../spec/locate.ts";
import type { Problem } from "../spec/problem.ts";
import type { ResolvedLayer } from "../spec/resolved.ts";
import { joinedShape, type Joint, jointOf, type JointKind, shortcutOf } from "./joints.ts";
import { isTrained, kindOf, layerDefinitions, nameOf, namer } from "./layers.ts";
import type { LayerKind, ResolvedLayers, WeightShape } from "./layers/definition.ts";
import { type LayerDefinition, ShapeError } from "./layers/definition.ts";
import { elementsOf, MOST_ELEMENTS, type Shape } from "./shape.ts";

/** One line of the table of layers. */
export interface LayerRow {
  /** Its own, or kind and number of that kind so far: `conv_1`. */
  name: string;
  kind: LayerKind | JointKind;
  /** Of a residual's shortcut too, which nobody wrote. */
  layer: ResolvedLayer;
  /** How many layers it is inside of. */
  depth: number;
  /** Of the innermost of them, in which list, from 0; a residual's shortcut is in list 1. */
  branch: number;
  /** Of one image: [height, width, channels] or [units]. */
  outputShape: Shape;
  /** By Keras's names, in tfjs's order. */
  weights: readonly WeightShape[];
  /**
   * Number of weights, and how many of them are not trained: running averages, and all of a layer that is not trainable.
   * Of a joint 0: its layers have rows.
   */
  parameters: number;
  nonTrainable: number;
  /** Multiplications with an addition for one image, in kernels alone. */
  multiplyAdds: number;
}

export interface ShapeContext {
  /** null while the classes are not known: then nothing is said about their number. */
  classes: number | null;
  batchSize: number;
  /** How many of the first layers are those of model.base; none by default. */
  ofBase?: number;
}

/**
 * Follows an image through the layers, without TensorFlow.
 *
 * @param input [height, width, channels] of one image
 * @returns one row per layer, a joint before what it holds, and every layer that cannot be where it is; the rows are right
 * when there are no problems
 */
export function inferShapes(
  layers: readonly ResolvedLayer[],
  input: Shape,
  context: ShapeContext,
): { rows: LayerRow[]; problems: Problem[] } {
  const walk = new Walk(context);
  walk.stack(layers, input, { path: LAYERS, depth: 0, branch: 0 });
  const problems = [
    ...walk.problems,
    ...walk.nameProblems(),
    ...outputProblems(layers, context.classes),
    ...trainingProblems(layers, walk.rows),
  ];
  return { rows: walk.rows, problems: problems.map((one) => placed(one, context.ofBase ?? 0)) };
}

const LAYERS: Path = ["model", "layers"];

/** What is wrong with a layer of the base is told where that is written. */
function placed(problem: Problem, ofBase: number): Problem {
  const [index, ...rest] = problem.path.slice(LAYERS.length) as [number, ...Path];
  return index < ofBase
    ? { ...problem, path: ["model", "base"] }
    : { ...problem, path: [...LAYERS, index - ofBase, ...rest] };
}

/** The rows of the first layers, with those of the layers inside them, and the others. */
export function splitRows(
  rows: readonly LayerRow[],
  layers: number,
): [first: LayerRow[], others: LayerRow[]] {
  const starts = rows.flatMap(({ depth }, index) => (depth === 0 ? [index] : []));
  const end = starts[layers] ?? rows.length;
  return [rows.slice(0, end), rows.slice(end)];
}

/** What comes out of the last of some layers. */
export function outputOf(rows: readonly LayerRow[]): Shape {
  return rows.findLast(({ depth }) => depth === 0)!.outputShape;
}

type At = Pick<LayerRow, "depth" | "branch"> & { path: Path };

class Walk {
  readonly rows: LayerRow[] = [];
  readonly problems: Problem[] = [];
  private readonly nameOf = namer();
  private isTooLarge = false;
  /** Where a layer is called so by the experiment. */
  private readonly written: { name: string; row: LayerRow; path: Path }[] = [];

  constructor(private readonly context: ShapeContext) {}

  /** @param at of the list @returns the shape of what comes out */
  stack(layers: readonly ResolvedLayer[], input: Shape, { path, ...at }: At): Shape {
    return layers.reduce(
      (shape, layer, index) => this.layer(layer, shape, { path: [...path, index], ...at }),
      input,
    );
  }

  private layer(layer: ResolvedLayer, input: Shape, at: At): Shape {
    const joint = jointOf(layer);
    return joint ? this.joint(layer, joint, input, at) : this.plain(layer, input, at);
  }

  private plain(layer: ResolvedLayer, input: Shape, { path, depth, branch }: At): Shape {
    const kind = kindOf(layer);
    const report = (message: string) => this.problems.push({ path, message });
    const { batchSize } = this.context;
    const classes = this.context.classes ?? 2;
    const passed = pass(layer, input, classes);
    // A layer that cannot be here is passed over as if it were right, so that what follows is checked too.
    const passage = passed.ok ??
      pass(layer, flat(input), classes).ok ?? { outputShape: input, ...nothingCounted };
    const { outputShape, parameters } = passage;
    if (passed.fault !== undefined) report(passed.fault);
    if (layer.batchNorm?.trainable && batchSize * elementsOf(input) === input.at(-1))
      report(messages.batchNormOfOneValue(input));
    if (kind === "softmax" && depth > 0) report(messages.softmaxBeforeEnd());
    const own = nameOf(layer);
    const row = { name: this.nameOf(kind, own), kind, layer, depth, branch, ...passage };
    this.rows.push(row);
    if (own !== undefined) this.written.push({ name: own, row, path: [...path, kind, "name"] });
    const tooLarge = describeTooLarge(outputShape, parameters, batchSize);
    if (tooLarge !== undefined && !this.isTooLarge) report(tooLarge);
    this.isTooLarge ||= tooLarge !== undefined;
    return outputShape;
  }

  /** Names that two layers have, or the network itself. */
  nameProblems(): Problem[] {
    return this.written.flatMap(({ name, row, path }, index) => {
      const other = this.rows.find(
        (one) =>
          one !== row &&
          one.name === name &&
          // Of two that are called so by the experiment it is told at the second.
          !this.written.slice(index).some((later) => later.row === one),
      );
      if (other) return [{ path, message: messages.nameTwice(name, other.kind) }];
      return OWN_NAMES.has(name) ? [{ path, message: messages.nameTaken(name) }] : [];
    });
  }

  private joint(layer: ResolvedLayer, joint: Joint, input: Shape, at: At): Shape {
    const { kind, branches, name: own } = joint;
    const row: LayerRow = {
      name: this.nameOf(kind, own),
      kind,
      layer,
      depth: at.depth,
      branch: at.branch,
      outputShape: input,
      ...nothingCounted,
    };
    this.rows.push(row);
    if (own !== undefined) this.written.push({ name: own, row, path: [...at.path, kind, "name"] });
    const depth = at.depth + 1;
    const shapes = branches.map(({ path, layers }, branch) =>
      this.stack(layers, input, { path: [...at.path, ...path], depth, branch }),
    );
    try {
      if (kind === "residual") {
        let shortcut = input;
        for (const more of shortcutOf(branches[0]!.layers, input, shapes[0]!))
          shortcut = this.plain(more, shortcut, { path: at.path, depth, branch: 1 });
      }
      row.outputShape = joinedShape(kind, shapes);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      this.problems.push({ path: at.path, message: error.message });
      row.outputShape = shapes[0]!;
    }
    return row.outputShape;
  }
}

/** What Lamina calls the parts of a network that are no layers of the experiment. */
const OWN_NAMES: ReadonlySet<string> = new Set(["images", "network", "sigmoid", "softmax"]);

type Counts = Pick<LayerRow, "weights" | "parameters" | "nonTrainable" | "multiplyAdds">;
const nothingCounted: Counts = { weights: [], parameters: 0, nonTrainable: 0, multiplyAdds: 0 };

function countOf(weights: readonly WeightShape[]): number {
  return weights.reduce((sum, { shape }) => sum + elementsOf(shape), 0);
}

interface Passage {
  ok?: Counts & Pick<LayerRow, "outputShape">;
  fault?: string;
}

function pass(layer: ResolvedLayer, input: Shape, classes: number): Passage {
  const kind = kindOf(layer);
  const settings = layer[kind]!;
  // The registry pairs each kind with its own settings; TypeScript cannot follow that through a variable kind.
  const definition = layerDefinitions[kind] as LayerDefinition<ResolvedLayers[LayerKind]>;
  try {
    const outputShape = definition.outputShape(settings, input, { classes });
    const weights = definition.weights?.(settings, input, { classes }) ?? [];
    const parameters = countOf(weights);
    const nonTrainable = isTrained(layer)
      ? countOf(weights.filter(({ isFixed }) => isFixed))
      : parameters;
    const multiplyAdds = definition.multiplyAdds(settings, input, { classes });
    return { ok: { outputShape, weights, parameters, nonTrainable, multiplyAdds } };
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
  const values = batchSize * elementsOf(outputShape);
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
  if (!last?.dense) {
    const end = last ?? layers[0]!;
    const isMovable = !jointOf(end) && layerDefinitions[kindOf(end)].role !== undefined;
    at(Math.max(lastIndex, 0), messages.endsWithoutScores(kindOf(end), isMovable));
  } else if (last.dense.units === 1 && lastIndex < layers.length - 1)
    at(layers.length - 1, messages.softmaxOfOne());
  else if (classes !== null && !givesScores(last.dense.units, classes))
    at(lastIndex, messages.wrongUnits(Number(last.dense.units), classes));
  return problems;
}

/** Told at the last dense layer, which every network has. */
function trainingProblems(layers: readonly ResolvedLayer[], rows: readonly LayerRow[]): Problem[] {
  const last = layers.findLastIndex(({ dense }) => dense?.trainable === false);
  const isFrozen = rows.every(({ parameters, nonTrainable }) => parameters === nonTrainable);
  const path = ["model", "layers", last, "dense", "trainable"];
  return isFrozen && last >= 0 ? [{ path, message: messages.nothingTrained() }] : [];
}

function givesScores(units: number | "classes", classes: number): boolean {
  return units === "classes" || units === classes || (units === 1 && classes === 2);
}

function flat(shape: Shape): Shape {
  return [elementsOf(shape)];
}
