import type { Target } from "../../data/decode/verdict.ts";
import type { HeatMap } from "../../evaluate/grad-cam.ts";
import { COOL, HOT, MOST_OPAQUE } from "../../evaluate/glow.ts";
import { narrowed, type Pixels } from "../../pixels.ts";
import { element } from "./element.ts";

/** An image as the network reads it. @param pixels [height, width, channels] */
export function pictureOf(pixels: Pixels, target: Target, label: string): HTMLCanvasElement {
  const { height, width, channels } = target;
  const canvas = element("canvas", { width, height, role: "img", "aria-label": label });
  const picture = new ImageData(width, height);
  const levels = narrowed(pixels);
  for (let at = 0; at < width * height; at++)
    for (let channel = 0; channel < 4; channel++)
      picture.data[4 * at + channel] =
        channel === 3 ? 255 : levels[at * channels + (channels === 3 ? channel : 0)]!;
  canvas.getContext("2d")!.putImageData(picture, 0, 0);
  return canvas;
}

/** The picture in grey with a heat map on it, in the colours of `exp predict --grad-cam`. */
export function heatOn(
  pixels: Pixels,
  target: Target,
  heat: HeatMap,
  label: string,
): HTMLCanvasElement {
  const { height, width } = target;
  const canvas = pictureOf(pixels, target, label);
  const context = canvas.getContext("2d")!;
  const strengths = enlarged(heat, width, height);
  const picture = context.getImageData(0, 0, width, height);
  for (let at = 0; at < width * height; at++) {
    const grey = luminance(picture.data.subarray(4 * at, 4 * at + 3));
    const share = strengths[at]!;
    for (let channel = 0; channel < 3; channel++) {
      const glow = COOL[channel]! + (HOT[channel]! - COOL[channel]!) * share;
      const opacity = MOST_OPAQUE * share;
      picture.data[4 * at + channel] = grey * (1 - opacity) + glow * opacity;
    }
  }
  context.putImageData(picture, 0, 0);
  return canvas;
}

function luminance([red, green, blue]: ArrayLike<number> & Iterable<number>): number {
  return 0.299 * red! + 0.587 * green! + 0.114 * blue!;
}

/** Bilinear. @returns [height, width], 0 to 1 */
function enlarged(heat: HeatMap, width: number, height: number): Float32Array {
  const values = new Float32Array(width * height);
  const place = (at: number, size: number, from: number) => {
    const exact = Math.min(from - 1, Math.max(0, ((at + 0.5) * from) / size - 0.5));
    const first = Math.floor(exact);
    return { first, second: Math.min(from - 1, first + 1), share: exact - first };
  };
  for (let y = 0; y < height; y++) {
    const row = place(y, height, heat.height);
    for (let x = 0; x < width; x++) {
      const column = place(x, width, heat.width);
      const value = (line: number) =>
        heat.values[line * heat.width + column.first]! * (1 - column.share) +
        heat.values[line * heat.width + column.second]! * column.share;
      values[y * width + x] = value(row.first) * (1 - row.share) + value(row.second) * row.share;
    }
  }
  return values;
}
