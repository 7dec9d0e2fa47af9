import { joinedShape, jointOf, type JointKind, shortcutOf } from "../model/joints.ts";
import { kindOf, layerDefinitions, nameOf, namer } from "../model/layers.ts";
import type { LayerDefinition, LayerKind, ResolvedLayers } from "../model/layers/definition.ts";
import type { Shape } from "../model/shape.ts";
import type { ResolvedLayer } from "../spec/resolved.ts";

/** Where a layer stands in a network. */
export interface Place {
  /** As in the table of layers and in the saved weights: `conv_1`. */
  name: string;
  /** Of one image: [height, width, channels] or [units]. */
  input: Shape;
  output: Shape;
}

/** What becomes of a value that goes through the parts of a network. */
export interface Visitor<Value> {
  layer<Kind extends LayerKind>(
    kind: Kind,
    settings: ResolvedLayers[Kind],
    place: Place,
    value: Value,
  ): Value;
  /** Of the outputs of layers side by side. Of a residual the second is the shortcut's. */
  join(kind: JointKind, place: Place, values: readonly Value[]): Value;
}

/**
 * A value through all layers of an experiment, in the order and with the names with which they are built.
 * @param input shape of one image @returns what comes out, and its shape
 */
export function walkLayers<Value>(
  layers: readonly ResolvedLayer[],
  { input, classes }: { input: Shape; classes: number },
  visitor: Visitor<Value>,
  value: Value,
): { value: Value; shape: Shape } {
  const nextName = namer();
  type Passed = { value: Value; shape: Shape };
  const stack = (stacked: readonly ResolvedLayer[], from: Passed): Passed =>
    stacked.reduce((passed, layer) => step(layer, passed), from);
  function step(layer: ResolvedLayer, from: Passed): Passed {
    const joint = jointOf(layer);
    if (!joint) return plain(layer, from);
    const name = nextName(joint.kind, joint.name);
    const outputs = joint.branches.map((branch) => stack(branch.layers, from));
    if (joint.kind === "residual") {
      const shortcut = shortcutOf(joint.branches[0]!.layers, from.shape, outputs[0]!.shape);
      outputs.push(stack(shortcut, from));
    }
    const shape = joinedShape(
      joint.kind,
      outputs.map((output) => output.shape),
    );
    const values = outputs.map((output) => output.value);
    const place = { name, input: from.shape, output: shape };
    return { value: visitor.join(joint.kind, place, values), shape };
  }
  function plain(layer: ResolvedLayer, from: Passed): Passed {
    const kind = kindOf(layer);
    const settings = layer[kind]!;
    // The registry pairs each kind with its own settings; TypeScript cannot follow that through a variable kind.
    const definition = layerDefinitions[kind] as LayerDefinition<ResolvedLayers[LayerKind]>;
    const shape = definition.outputShape(settings, from.shape, { classes });
    const place = { name: nextName(kind, nameOf(layer)), input: from.shape, output: shape };
    return { value: visitor.layer(kind, settings, place, from.value), shape };
  }
  return stack(layers, { value, shape: input });
}
