import { depthOf, type Pixels, whiteOf } from "../../pixels.ts";
import type { Shape } from "./shape.ts";

/**
 * Gaussian blur, first along the rows and then along the columns; the edge pixel goes on beyond the edge.
 * @param sigma standard deviation in pixels; the window reaches three of them
 */
export function blur(image: Pixels, shape: Shape, sigma: number): void {
  const [height, width, channels] = shape;
  const reach = Math.ceil(3 * sigma);
  if (reach === 0) return;
  const weights = gaussian(sigma, reach);
  const stride = width * channels;
  const smooth =
    depthOf(image) === 16 ? new Float64Array(image.length) : new Float32Array(image.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        for (let tap = -reach; tap <= reach; tap++) {
          const from = Math.min(width - 1, Math.max(0, x + tap));
          sum += weights[tap + reach]! * image[y * stride + from * channels + channel]!;
        }
        smooth[y * stride + x * channels + channel] = sum;
      }
    }
  }
  const line = new Float64Array(stride);
  for (let y = 0; y < height; y++) {
    line.fill(0.5);
    for (let tap = -reach; tap <= reach; tap++) {
      const from = Math.min(height - 1, Math.max(0, y + tap)) * stride;
      const weight = weights[tap + reach]!;
      for (let at = 0; at < stride; at++) line[at]! += weight * smooth[from + at]!;
    }
    for (let at = 0; at < stride; at++) image[y * stride + at] = line[at]!;
  }
}

function gaussian(sigma: number, reach: number): Float64Array {
  const heights = Float64Array.from({ length: 2 * reach + 1 }, (_, index) =>
    Math.exp(-((index - reach) ** 2) / (2 * sigma ** 2)),
  );
  const total = heights.reduce((sum, height) => sum + height, 0);
  return heights.map((height) => height / total);
}

/** Pillow's ImageEnhance.Sharpness: away from the image smoothed by [1 1 1; 1 5 1; 1 1 1] / 13, or towards it. */
export function sharpen(image: Pixels, [height, width, channels]: Shape, factor: number): void {
  const source = image.slice();
  const white = whiteOf(depthOf(image));
  const stride = width * channels;
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * stride + channels; at < (y + 1) * stride - channels; at++) {
      let sum = 4 * source[at]!;
      for (let row = at - stride; row <= at + stride; row += stride)
        sum += source[row - channels]! + source[row]! + source[row + channels]!;
      const smooth = sum / 13;
      image[at] = level(smooth + (source[at]! - smooth) * factor, white);
    }
  }
}

/** Pillow's ImageEnhance.Color: away from the grey image (ITU-R 601 luma), or towards it. Grey images stay as they are. */
export function saturate(image: Pixels, [, , channels]: Shape, factor: number): void {
  if (channels === 1) return;
  const white = whiteOf(depthOf(image));
  for (let at = 0; at < image.length; at += 3) {
    const grey = 0.299 * image[at]! + 0.587 * image[at + 1]! + 0.114 * image[at + 2]!;
    for (let channel = at; channel < at + 3; channel++)
      image[channel] = level(grey + (image[channel]! - grey) * factor, white);
  }
}

function level(value: number, white: number): number {
  return Math.round(Math.min(white, Math.max(0, value)));
}
