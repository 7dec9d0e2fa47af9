import type { Pixels } from "../../pixels.ts";
import type { Transform } from "./affine.ts";
import type { Draws } from "./draws.ts";
import { saturate, sharpen } from "./filters.ts";
import {
  applyLevels,
  autoContrast,
  brighten,
  equalize,
  histogramOf,
  posterize,
  solarize,
  stretchContrast,
  unchangedLevels,
  type Histogram,
  type Levels,
} from "./levels.ts";
import type { Shape } from "./shape.ts";

/** One operation of the list: a change of the image's place, or of its levels. */
interface Operation {
  /** @param strength 0 to 1, with a sign */
  place?: (transform: Transform, strength: number, shape: Shape) => void;
  levels?: (levels: Levels, counts: Histogram, strength: number) => void;
  pixels?: (image: Pixels, shape: Shape, strength: number) => void;
}

/** The operations and their ranges are torchvision's, for magnitudes from 0 to 30. */
const operations: Readonly<Record<string, Operation>> = {
  identity: {},
  autoContrast: { levels: autoContrast },
  equalize: { levels: equalize },
  rotate: { place: (transform, strength) => (transform.theta += 30 * strength) },
  solarize: { levels: (levels, _, strength) => solarize(levels, 255 * (1 - Math.abs(strength))) },
  color: { pixels: (image, shape, strength) => saturate(image, shape, 1 + 0.9 * strength) },
  posterize: {
    levels: (levels, _, strength) => posterize(levels, 8 - Math.round(4 * Math.abs(strength))),
  },
  contrast: {
    levels: (levels, counts, strength) => stretchContrast(levels, counts, 1 + 0.9 * strength),
  },
  brightness: { levels: (levels, _, strength) => brighten(levels, 1 + 0.9 * strength) },
  sharpness: { pixels: (image, shape, strength) => sharpen(image, shape, 1 + 0.9 * strength) },
  shearX: { place: (transform, strength) => (transform.shear += toDegrees(0.3 * strength)) },
  shearY: {
    // A turn by a and a shear by -a make [cos a, 0; sin a, 1]: columns slide along themselves.
    place: (transform, strength) => {
      transform.theta += toDegrees(0.3 * strength);
      transform.shear -= toDegrees(0.3 * strength);
    },
  },
  translateX: {
    place: (transform, strength, [, width]) => (transform.shiftX += (150 / 331) * width * strength),
  },
  translateY: {
    place: (transform, strength, [height]) => (transform.shiftY += (150 / 331) * height * strength),
  },
};

export const randAugmentOperations = Object.keys(operations);

/** The operations drawn for an image, with their strengths. */
export type Policy = readonly { name: string; strength: number }[];

/** `n` operations, each any of the list, as often as it comes; a direction of its own for each. */
export function drawPolicy(
  draws: Draws,
  { n, magnitude }: { n: number; magnitude: number },
): Policy {
  return Array.from({ length: n }, () => ({
    name: randAugmentOperations[draws.below(randAugmentOperations.length)]!,
    strength: (draws.isBelow(0.5) ? 1 : -1) * (magnitude / 30),
  }));
}

/** What the policy does to the image's place goes into its one interpolation. */
export function placeByPolicy(policy: Policy, transform: Transform, shape: Shape): void {
  for (const { name, strength } of policy) operations[name]!.place?.(transform, strength, shape);
}

/** The rest of the policy, in the order drawn. */
export function changeByPolicy(policy: Policy, image: Pixels, shape: Shape): void {
  for (const { name, strength } of policy) {
    const { levels: change, pixels } = operations[name]!;
    pixels?.(image, shape, strength);
    if (!change) continue;
    const levels = unchangedLevels(image, shape[2]);
    change(levels, histogramOf(image, shape[2]), strength);
    applyLevels(image, shape, levels);
  }
}

function toDegrees(tangent: number): number {
  return (Math.atan(tangent) * 180) / Math.PI;
}
