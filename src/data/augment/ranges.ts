import { maximum } from "../../arrays.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import type { Draws } from "./draws.ts";

export type AugmentSettings = NonNullable<ResolvedExperiment["data"]["augment"]>;
export type Distance = AugmentSettings["shift"]["width"];

/** A number z stands for [1 - z, 1 + z], as Keras's zoom_range has it. */
export function factorRange(range: number | [number, number]): [low: number, high: number] {
  return Array.isArray(range) ? range : [1 - range, 1 + range];
}

/** null where the factor is always 1, so that there is nothing to do. */
export function drawFactor(draws: Draws, range: number | [number, number]): number | null {
  const [low, high] = factorRange(range);
  return low === 1 && high === 1 ? null : draws.uniform(low, high);
}

/**
 * A distance in pixels, either way, as Keras's width_shift_range has it: below 1 any within that fraction of the size;
 * from 1 any within that many pixels, and whole ones below n where n is whole; of a list one of its distances, which
 * are fractions where all are below 1.
 */
export function drawDistance(draws: Draws, distance: Distance, size: number): number {
  if (!Array.isArray(distance)) {
    if (distance === 0) return 0;
    if (distance < 1) return draws.uniform(-distance, distance) * size;
    if (!Number.isInteger(distance)) return draws.uniform(-distance, distance);
    return draws.below(distance) * sign(draws);
  }
  const chosen = distance[draws.below(distance.length)]! * sign(draws);
  return maximum(distance) < 1 ? chosen * size : chosen;
}

function sign(draws: Draws): number {
  return draws.isBelow(0.5) ? 1 : -1;
}

/**
 * A rectangle of random area and shape within an image; the largest that fits where the drawn one does not, in ten
 * tries, as torchvision does it.
 * @param area share of the image's area @param ratio width by height, times the image's own where `isRelative`
 */
export function drawRectangle(
  draws: Draws,
  [height, width]: readonly [number, number, ...unknown[]],
  {
    area,
    ratio,
    isRelative,
  }: { area: [number, number]; ratio: [number, number]; isRelative: boolean },
): { top: number; left: number; height: number; width: number } {
  const own = isRelative ? width / height : 1;
  for (let attempt = 0; attempt < 10; attempt++) {
    const pixels = draws.uniform(area[0], area[1]) * height * width;
    const shape = own * Math.exp(draws.uniform(Math.log(ratio[0]), Math.log(ratio[1])));
    const size = { height: Math.sqrt(pixels / shape), width: Math.sqrt(pixels * shape) };
    if (size.height > height || size.width > width) continue;
    return {
      top: draws.uniform(0, height - size.height),
      left: draws.uniform(0, width - size.width),
      ...size,
    };
  }
  const side = Math.sqrt(area[0]);
  const size = { height: height * side, width: width * side };
  return { top: (height - size.height) / 2, left: (width - size.width) / 2, ...size };
}
