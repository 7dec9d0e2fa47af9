import type * as tf from "@tensorflow/tfjs";
import type { Kernels } from "../engine/kernels.ts";
import type { ResolvedLayer } from "../spec/resolved.ts";
import { asBuilt, simplifyPools, type Instruction } from "./instructions.ts";
import { joinedShape, jointOf, shortcutOf, type JointKind } from "./joints.ts";
import { isTrained, kindOf, layerDefinitions, nameOf, namer } from "./layers.ts";
import type {
  BuildContext,
  LayerDefinition,
  LayerKind,
  Penalty,
  ResolvedLayers,
} from "./layers/definition.ts";
import type { Shape } from "./shape.ts";

/** One place in a network that TensorFlow can run: a layer, or several side by side. */
export type Unit = Leaf | Fork;

/** A layer as tfjs runs it, and as cheaper operations. */
export interface Leaf {
  kind: LayerKind;
  layer: tf.layers.Layer;
  instructions: readonly Instruction[];
  penalty?: Penalty;
  /** The layer as plain tfjs has it; the same one where that is enough. */
  saved: () => tf.layers.Layer;
  /** The weights of `layer`, from those of what `saved` gives where that is another one. */
  restored: (saved: tf.Tensor[]) => tf.Tensor[];
}

/** Stacks that are given the same input, and what makes one of their outputs. */
export interface Fork {
  kind: JointKind;
  branches: readonly (readonly Unit[])[];
  join: tf.layers.Layer;
}

/** What all layers of a network are built with. */
export interface UnitContext extends Pick<BuildContext, "tf" | "kernels" | "classes"> {
  /** By the layer's number in the network, from 0. */
  initialWeightsSeed: (position: number) => number;
  stepMask: (position: number) => BuildContext["stepMask"];
  stepNoise: (position: number) => BuildContext["stepNoise"];
}

/** Builds layers in order, each with the name that it has in the table of layers. */
export class UnitBuilder {
  private readonly nameOf = namer();
  private position = 0;

  constructor(private readonly context: UnitContext) {}

  /** @param input shape of what comes in @returns the units, and the shape of what comes out */
  stack(layers: readonly ResolvedLayer[], input: Shape): { units: Unit[]; output: Shape } {
    let output = input;
    const units = layers.map((layer) => {
      const built = this.unit(layer, output);
      output = built.output;
      return built.unit;
    });
    return { units, output };
  }

  private unit(layer: ResolvedLayer, input: Shape): { unit: Unit; output: Shape } {
    const joint = jointOf(layer);
    if (!joint) return this.leaf(layer, input);
    const { kind, branches } = joint;
    const name = this.nameOf(kind, joint.name);
    const built = branches.map((branch) => this.stack(branch.layers, input));
    if (kind === "residual") {
      const [main] = built as [(typeof built)[number]];
      built.push(this.stack(shortcutOf(branches[0]!.layers, input, main.output), input));
    }
    const output = joinedShape(
      kind,
      built.map((branch) => branch.output),
    );
    const { layers } = this.context.tf;
    const join = kind === "concat" ? layers.concatenate({ name }) : layers.add({ name });
    return { unit: { kind, branches: built.map(({ units }) => units), join }, output };
  }

  private leaf(settings: ResolvedLayer, input: Shape): { unit: Leaf; output: Shape } {
    const { tf, kernels, classes, initialWeightsSeed, stepMask, stepNoise } = this.context;
    const position = this.position++;
    const kind = kindOf(settings);
    // The registry pairs each kind with its own settings; TypeScript cannot follow that through a variable kind.
    const definition = layerDefinitions[kind] as LayerDefinition<ResolvedLayers[LayerKind]>;
    const context = {
      tf,
      kernels,
      classes,
      name: this.nameOf(kind, nameOf(settings)),
      input,
      initialWeightsSeed: initialWeightsSeed(position),
      stepMask: stepMask(position),
      stepNoise: stepNoise(position),
    };
    const layer = definition.build(settings[kind]!, context);
    layer.trainable = isTrained(settings);
    const penalty = definition.penalty?.(settings[kind]!);
    const instructions =
      definition.instructions?.(settings[kind]!, layer, context) ??
      asBuilt(layer, definition.byImage);
    const saved = () => definition.saved?.(settings[kind]!, layer, context) ?? layer;
    const restored = (weights: tf.Tensor[]) =>
      definition.restored?.(settings[kind]!, weights, context) ?? [];
    return {
      unit: { kind, layer, instructions, saved, restored, ...(penalty && { penalty }) },
      output: definition.outputShape(settings[kind]!, input, { classes }),
    };
  }
}

/** The layers, wherever they are. */
export function leavesOf(units: readonly Unit[]): Leaf[] {
  return units.flatMap((unit) => ("layer" in unit ? [unit] : unit.branches.flatMap(leavesOf)));
}

/** The units as they are saved: of layers that plain tfjs has, with the weights that they have now. */
export function savedUnits(units: readonly Unit[]): Unit[] {
  return units.map((unit) =>
    "layer" in unit
      ? { ...unit, layer: unit.saved() }
      : { ...unit, branches: unit.branches.map(savedUnits) },
  );
}

/** What comes out of layers as tfjs itself runs them, of a tensor or of one that only stands for it. */
export function through<Value extends tf.Tensor | tf.SymbolicTensor>(
  units: readonly Unit[],
  input: Value,
  training = false,
): Value {
  return units.reduce((value, unit) => {
    if ("layer" in unit) return unit.layer.apply(value, { training }) as Value;
    const outputs = unit.branches.map((branch) => through(branch, value, training));
    return unit.join.apply(outputs as tf.Tensor[]) as Value;
  }, input);
}

/** The same as operations, in a cheaper order. */
export function instructionsOf(units: readonly Unit[], kernels: Kernels): Instruction[] {
  return simplifyPools(
    units.flatMap((unit) => ("layer" in unit ? unit.instructions : [fork(unit, kernels)])),
    kernels,
  );
}

function fork({ kind, branches }: Fork, kernels: Kernels): Instruction {
  const stacks = branches.map((branch) => instructionsOf(branch, kernels));
  const isByImage = stacks.flat().every((instruction) => instruction.kind !== "other");
  return {
    kind: isByImage ? "slide" : "other",
    run(input, training) {
      const outputs = stacks.map((stack) =>
        stack.reduce((value, instruction) => instruction.run(value, training), input),
      );
      if (kind === "concat") return kernels.concatenate(outputs, input.rank - 1);
      return outputs.reduce((sum, output) => sum.add(output));
    },
  };
}
