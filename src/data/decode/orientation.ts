import { blackPixels, depthOf } from "../../pixels.ts";
import type { Lying, Samples, Size } from "./samples.ts";

/** How an image is made upright. */
export interface Turn {
  /** Whether its rows are upright columns. */
  isTransposed: boolean;
  /** Whether they come from right to left, */
  mirrorsAcross: boolean;
  /** or from the bottom up: the axes meant are those of the upright image. */
  mirrorsDown: boolean;
}

export function turnOf({ orientation = 1 }: Pick<Lying, "orientation">): Turn {
  return {
    isTransposed: orientation >= 5,
    mirrorsAcross: [2, 3, 6, 7].includes(orientation),
    mirrorsDown: [3, 4, 7, 8].includes(orientation),
  };
}

/** The upright size of an image from its size as it lies, or the other way round. */
export function turnedSize(image: Lying): Size {
  const { width, height } = image;
  return turnOf(image).isTransposed ? { width: height, height: width } : { width, height };
}

/** Rows as columns. */
export function transposed({ width, height, channels, pixels }: Samples): Samples {
  const turned = blackPixels(depthOf(pixels), pixels.length);
  for (let x = 0, to = 0; x < width; x++)
    for (let y = 0; y < height; y++)
      for (let channel = 0, at = (y * width + x) * channels; channel < channels; channel++)
        turned[to++] = pixels[at++]!;
  return { width: height, height: width, channels, pixels: turned };
}

/** @returns the position of the pixel that is the upper left one upright */
export function cornerOf(image: Lying): number {
  const { width, height } = image;
  const { isTransposed, mirrorsAcross, mirrorsDown } = turnOf(image);
  const [fromRight, fromBelow] = isTransposed
    ? [mirrorsDown, mirrorsAcross]
    : [mirrorsAcross, mirrorsDown];
  return (fromBelow ? (height - 1) * width : 0) + (fromRight ? width - 1 : 0);
}
