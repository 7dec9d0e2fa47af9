import { resolveValue } from "../spec/resolve.ts";
import type { ResolvedExperiment, ResolvedLayer } from "../spec/resolved.ts";
import { ShapeError } from "./layers/definition.ts";
import { messages } from "./messages.ts";
import type { Shape } from "./shape.ts";

/** Layers that hold others: lists of layers side by side, each given the same input, and what makes one of their outputs. */
export interface Joint {
  kind: JointKind;
  /** Its own, where it has one. */
  name?: string;
  branches: readonly Branch[];
}
export type JointKind = (typeof jointKinds)[number];
type JointSettings = NonNullable<ResolvedLayer[JointKind]>;

export interface Branch {
  /** In the joint's own place: ["add", 0]. */
  path: readonly (string | number)[];
  layers: readonly ResolvedLayer[];
}

const jointKinds = ["residual", "add", "concat"] as const;

/** What a layer is that holds others; null for one that holds none. The shortcut of a residual is not among its branches. */
export function jointOf(layer: ResolvedLayer): Joint | null {
  const kind = jointKinds.find((one) => layer[one]);
  if (kind === undefined) return null;
  const settings = layer[kind]!;
  const name = Array.isArray(settings) ? undefined : settings.name;
  return { kind, branches: branchesOf(kind, settings), ...(name !== undefined && { name }) };
}

function branchesOf(kind: JointKind, settings: JointSettings): Branch[] {
  if ("layers" in settings) return [{ path: [kind, "layers"], layers: settings.layers }];
  const [path, lists] =
    "branches" in settings ? [[kind, "branches"], settings.branches] : [[kind], settings];
  if (kind === "residual") return [{ path, layers: lists as ResolvedLayer[] }];
  return (lists as ResolvedLayer[][]).map((layers, index) => ({ path: [...path, index], layers }));
}

/** All layers of a network: those that model.base stands for, and those behind it. */
export function allLayers({ base, layers }: ResolvedExperiment["model"]): ResolvedLayer[] {
  return [...(base?.trunk ?? []), ...layers];
}

/** Whether training moves weights of a layer that holds no others. */
function hasTrained(layer: ResolvedLayer): boolean {
  const settings: object = Object.values(layer)[0]!;
  return "trainable" in settings && settings.trainable === true;
}

/**
 * How many of the first layers give the same for an image at every step: those of a base of which none is trained, and
 * layers behind it without weights and without noise.
 */
export function frozenLength(model: ResolvedExperiment["model"]): number {
  const trunk = model.base?.trunk ?? [];
  const all = allLayers(model);
  const isFixed = (layer: ResolvedLayer) =>
    plainLayers([layer]).every((one) => !hasTrained(one) && !isNoise(one));
  const end = all.findIndex((layer) => !isFixed(layer));
  return trunk.length > 0 && end >= trunk.length ? end : 0;
}

function isNoise({ dropout, spatialDropout, gaussianNoise }: ResolvedLayer): boolean {
  return [dropout, spatialDropout, gaussianNoise].some((layer) => layer !== undefined);
}

/** The layers that hold no others, wherever they are, in the order in which they are written. */
export function plainLayers(layers: readonly ResolvedLayer[]): ResolvedLayer[] {
  return layers.flatMap((layer) => {
    const joint = jointOf(layer);
    return joint ? joint.branches.flatMap((branch) => plainLayers(branch.layers)) : [layer];
  });
}

/**
 * What a residual's input goes through before it is added to what its layers give: nothing where the shapes are the
 * same, otherwise a 1 x 1 convolution (dense for rows of numbers), and a normalisation where the layers have one, as the
 * last of these is. (He et al., 2015, option B; with groupNorm as in Wu and He, 2018)
 * @throws ShapeError where no strides make one height and width of the other
 */
export function shortcutOf(
  layers: readonly ResolvedLayer[],
  input: Shape,
  output: Shape,
): ResolvedLayer[] {
  if (isSameShape(input, output)) return [];
  const frozen = plainLayers(layers).every((one) => !hasTrained(one)) && { trainable: false };
  const normalisation = normalisationOf(layers, output.at(-1)!);
  const project = { useBias: normalisation === null, ...frozen };
  const layer = (settings: object) => resolveValue(settings, { $ref: "#/definitions/layer" });
  const projection =
    output.length === 1 && input.length === 1
      ? { dense: { units: output[0], ...project } }
      : {
          conv: {
            filters: output.at(-1),
            kernelSize: 1,
            strides: stridesOf(input, output),
            padding: "same",
            ...project,
          },
        };
  const normalise = normalisation && {
    [normalisation.kind]: { ...normalisation.settings, ...frozen },
  };
  return [projection, ...(normalise ? [normalise] : [])].map(
    (written) => layer(written) as ResolvedLayer,
  );
}

/** The last normalisation of layers that fits so many channels, without its name. */
function normalisationOf(
  layers: readonly ResolvedLayer[],
  channels: number,
): { kind: string; settings: object } | null {
  const fits = ({ batchNorm, layerNorm, groupNorm }: ResolvedLayer) =>
    batchNorm ?? layerNorm ?? (groupNorm && channels % groupNorm.groups === 0);
  const last = plainLayers(layers).findLast(fits);
  if (!last) return null;
  const [[kind, { name: _, ...settings }]] = Object.entries(last) as [[string, { name?: string }]];
  return { kind, settings };
}

/** Of a convolution of 1 x 1 that is padded: ceil(size / stride). */
function stridesOf(input: Shape, output: Shape): [number, number] {
  if (input.length !== 3 || output.length !== 3)
    throw new ShapeError(messages.residualOfOtherKind(input, output));
  const strides = [0, 1].map((axis) => Math.ceil(input[axis]! / output[axis]!));
  if (strides.some((stride, axis) => Math.ceil(input[axis]! / stride) !== output[axis]))
    throw new ShapeError(messages.residualOfOtherSize(input, output));
  return strides as [number, number];
}

/**
 * The shape of what a joint gives.
 * @param shapes of its branches' outputs @throws ShapeError where they do not fit together
 */
export function joinedShape(kind: JointKind, shapes: readonly Shape[]): Shape {
  const [first, ...others] = shapes as [Shape, ...Shape[]];
  const isJoinable = (shape: Shape) =>
    kind === "concat"
      ? isSameShape(first.slice(0, -1), shape.slice(0, -1))
      : isSameShape(first, shape);
  const unfit = others.find((shape) => !isJoinable(shape));
  if (unfit) throw new ShapeError(messages.unlikeBranches(kind, first, unfit));
  if (kind !== "concat") return first;
  const channels = shapes.reduce((sum, shape) => sum + shape.at(-1)!, 0);
  return [...first.slice(0, -1), channels] as unknown as Shape;
}

function isSameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}
