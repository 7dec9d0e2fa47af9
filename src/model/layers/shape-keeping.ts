import type * as tf from "@tensorflow/tfjs";
import type { BuildContext, LayerDefinition } from "./definition.ts";
import type { Instruction } from "../instructions.ts";

/** Of a layer that gives what comes in in the same shape, of any kind, and has no weights. */
export const keepsShape = {
  outputShape: (_settings, input) => input,
  multiplyAdds: () => 0,
} satisfies Partial<LayerDefinition<unknown>>;

/** A layer that makes of each value another one by itself, any shape. */
export function activation<Settings>({
  isRising,
  build,
  run,
}: {
  /** Never gives less for more. */
  isRising?: true;
  build(settings: Settings, context: BuildContext): tf.layers.Layer;
  run(input: tf.Tensor, settings: Settings, context: BuildContext): tf.Tensor;
}): LayerDefinition<Settings> {
  return {
    ...keepsShape,
    byImage: true,
    role: "activation",
    build,
    instructions: (settings, _layer, context): Instruction[] => [
      { kind: isRising ? "rises" : "each", run: (input) => run(input, settings, context) },
    ],
  };
}

/** As tfjs has it under a name. */
export function asActivation(name: "gelu" | "selu" | "sigmoid" | "swish" | "tanh") {
  return (_settings: unknown, { tf, name: layerName }: BuildContext) =>
    tf.layers.activation({ activation: name, name: layerName });
}
