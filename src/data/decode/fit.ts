import { blackPixels, depthOf, type Pixels } from "../../pixels.ts";
import { resize } from "./resize.ts";
import type { Samples, Size, Window } from "./samples.ts";

/** data.resize: what becomes of an image whose sides are not in the target's ratio. */
export type ResizeMode = "stretch" | "crop" | "pad" | "padEdge";

/** How an image comes into the target. */
export interface Fit {
  /** Of the whole image once it is resized: larger than the target where it is cropped. */
  whole: Size;
  /** What of that comes into the target. */
  window: Window;
  /** Where in the target its upper left corner comes to be. */
  left: number;
  top: number;
}

/**
 * stretch: to the target's size. crop: so that the image just covers the target, and its middle is taken, as torchvision's
 * Resize and CenterCrop do. pad and padEdge: so that it just fits, in the middle, as Pillow's ImageOps.pad does.
 */
export function fitOf(image: Size, target: Size, mode: ResizeMode): Fit {
  const whole = wholeOf(image, target, mode);
  const width = Math.min(whole.width, target.width);
  const height = Math.min(whole.height, target.height);
  return {
    whole,
    window: {
      left: middle(whole.width - width),
      top: middle(whole.height - height),
      width,
      height,
    },
    left: middle(target.width - width),
    top: middle(target.height - height),
  };
}

function wholeOf(image: Size, target: Size, mode: ResizeMode): Size {
  // Whether the image is wider for its height than the target.
  const isWider = image.width * target.height > image.height * target.width;
  if (mode === "stretch") return { width: target.width, height: target.height };
  if (mode === "crop")
    return isWider
      ? { width: Math.trunc((image.width * target.height) / image.height), height: target.height }
      : { width: target.width, height: Math.trunc((image.height * target.width) / image.width) };
  return isWider
    ? {
        width: target.width,
        height: Math.max(1, toEven((image.height / image.width) * target.width)),
      }
    : {
        width: Math.max(1, toEven((image.width / image.height) * target.height)),
        height: target.height,
      };
}

const middle = (rest: number) => toEven(rest / 2);

/** To the nearest whole number, a half to the even one, as Python rounds. */
function toEven(value: number): number {
  const floor = Math.floor(value);
  return value - floor === 0.5 ? floor + (floor % 2) : Math.round(value);
}

/** What comes into the target, at its size there. */
export function resizeTo(image: Samples, { whole, window }: Fit): Samples {
  return resize(image, whole, window);
}

/**
 * What comes into the target with room about it.
 * @param fill the colour of the room, a value for each channel; "edge" repeats the outermost pixels
 */
export function padTo(
  shown: Samples,
  { left, top }: Pick<Fit, "left" | "top">,
  target: Size,
  fill: readonly number[] | "edge",
): Pixels {
  if (shown.width === target.width && shown.height === target.height) return shown.pixels;
  const { channels } = shown;
  const depth = depthOf(shown.pixels);
  const pixels = blackPixels(depth, target.height * target.width * channels);
  if (fill !== "edge") for (let at = 0; at < pixels.length; at++) pixels[at] = fill[at % channels]!;
  const inside = (place: number, size: number) => Math.min(size - 1, Math.max(0, place));
  for (let y = 0; y < target.height; y++) {
    const row = y - top;
    if (fill !== "edge" && (row < 0 || row >= shown.height)) continue;
    const from = inside(row, shown.height) * shown.width * channels;
    const to = y * target.width * channels;
    const line = shown.pixels.subarray(from, from + shown.width * channels);
    pixels.set(line, to + left * channels);
    if (fill !== "edge") continue;
    for (let x = 0; x < target.width; x++) {
      const column = x - left;
      if (column >= 0 && column < shown.width) continue;
      const pixel = inside(column, shown.width) * channels;
      for (let channel = 0; channel < channels; channel++)
        pixels[to + x * channels + channel] = line[pixel + channel]!;
    }
  }
  return pixels;
}
