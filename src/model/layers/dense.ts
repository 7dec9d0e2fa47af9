import { messages } from "../messages.ts";
import { biasOf, weightOf } from "../instructions.ts";
import type { ResolvedLayers } from "./definition.ts";
import { ShapeError, type LayerContext, type LayerDefinition } from "./definition.ts";
import { kernelInitializer } from "./initializers.ts";
import type { Shape } from "../shape.ts";
import { biasShape } from "./bias-shape.ts";

/** Fully connected: [inputs] to [units]. */
export const dense: LayerDefinition<ResolvedLayers["dense"]> = {
  outputShape(settings, input, context) {
    rowLength(input);
    return [unitCount(settings, context)];
  },
  weights(settings, input, context) {
    const units = unitCount(settings, context);
    const kernel = { name: "kernel", shape: [rowLength(input), units] };
    return [kernel, ...biasShape(settings.useBias, units)];
  },
  multiplyAdds: (settings, input, context) => rowLength(input) * unitCount(settings, context),
  build(settings, context) {
    const { tf, name } = context;
    return tf.layers.dense({
      name,
      units: unitCount(settings, context),
      useBias: settings.useBias,
      kernelInitializer: kernelInitializer(settings.kernelInitializer, context),
    });
  },
  penalty: ({ l1, l2 }) => ({ l1, l2 }),
  instructions({ useBias }, layer, { kernels }) {
    return [
      { kind: "other", run: (input) => kernels.matMul(input, weightOf(layer, 0)) },
      ...(useBias ? [biasOf(layer, kernels)] : []),
    ];
  },
};

function unitCount(settings: ResolvedLayers["dense"], context: LayerContext): number {
  return settings.units === "classes" ? context.classes : settings.units;
}

function rowLength(input: Shape): number {
  if (input.length === 1) return input[0];
  throw new ShapeError(messages.needsFlatten("dense", input));
}
