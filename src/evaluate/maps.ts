import { layerDefinitions } from "../model/layers.ts";
import type { LayerKind } from "../model/layers/definition.ts";

/** One place in a network: a layer, or several side by side. */
export interface Step {
  /** Of all layers in it. */
  kinds: readonly LayerKind[];
  /** Whether it is one layer. */
  isLayer: boolean;
}

/**
 * Position after the last step with a convolution and what belongs to it: a normalisation and an activation right behind it.
 * 0 where there is none.
 */
export function endOfMaps(steps: readonly Step[]): number {
  let end =
    steps.findLastIndex(({ kinds }) => kinds.some((kind) => layerDefinitions[kind].isConvolution)) +
    1;
  while (end > 0 && end < steps.length && isPointwise(steps[end]!)) end++;
  return end;
}

function isPointwise({ kinds, isLayer }: Step): boolean {
  const role = isLayer ? layerDefinitions[kinds[0]!].role : undefined;
  return role === "activation" || role === "normalisation";
}
