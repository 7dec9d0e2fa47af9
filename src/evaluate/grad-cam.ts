import type * as tf from "@tensorflow/tfjs";
import type { Engine } from "../engine/engine.ts";
import { pixelsTensor } from "../engine/kernels.ts";
import type { Pixels } from "../pixels.ts";
import type { Network } from "../model/network.ts";
import { leavesOf, through, type Unit } from "../model/units.ts";
import { endOfMaps } from "./maps.ts";

/** Where in an image a class was seen. */
export interface HeatMap {
  height: number;
  width: number;
  /** [height, width], from 0 to 1 at its strongest place; all 0 where nothing speaks for the class. */
  values: Float32Array;
}

/**
 * Grad-CAM (Selvaraju et al., 2017): the maps that the last convolution gives out, each weighted by the mean gradient
 * of the class's score by it, added up, and what speaks against the class left out. A normalisation and an activation right behind
 * the convolution belong to it, as an activation does in Keras.
 *
 * @param pixels one image, [height, width, channels], as the network reads it
 * @param label number of the class
 * @returns null where the network has no convolution
 */
export function gradCam(
  engine: Engine,
  network: Network,
  pixels: Pixels,
  label: number,
): HeatMap | null {
  const { tf: tfjs, backend } = engine;
  const { units } = network;
  const end = endOfLastConvolution(units);
  if (end === 0) return null;
  return tfjs.tidy(() => {
    const image = network.preparation.apply(
      pixelsTensor(backend, pixels, [1, ...network.inputShape]),
    );
    const maps = through(units.slice(0, end), image);
    const score = (features: tf.Tensor) => {
      const scores = through<tf.Tensor>(units.slice(end), features);
      if (network.output === "sigmoid") return tfjs.mul(tfjs.sum(scores), label === 1 ? 1 : -1);
      return tfjs.sum(tfjs.gather(scores, tfjs.tensor1d([label], "int32"), 1));
    };
    const gradient = tfjs.grad(score)(maps);
    const importance = tfjs.mean(gradient, [1, 2], true);
    const map = tfjs.relu(tfjs.sum(tfjs.mul(maps, importance), -1));
    const [, height, width] = map.shape as [number, number, number];
    const values = map.dataSync<"float32">().slice();
    const most = values.reduce((largest, value) => Math.max(largest, value), 0);
    return { height, width, values: most > 0 ? values.map((value) => value / most) : values };
  });
}

/** Whether a network has maps that show where something is. */
export function hasConvolution({ units }: Network): boolean {
  return endOfLastConvolution(units) > 0;
}

function endOfLastConvolution(units: readonly Unit[]): number {
  return endOfMaps(
    units.map((unit) => ({
      kinds: leavesOf([unit]).map(({ kind }) => kind),
      isLayer: "layer" in unit,
    })),
  );
}
