import type { WeightShape } from "./definition.ts";

/** The bias of a layer that may have one, [outputs]. */
export function biasShape(useBias: boolean, outputs: number): WeightShape[] {
  return useBias ? [{ name: "bias", shape: [outputs] }] : [];
}
