/** A whole image in memory. */
export interface Samples {
  width: number;
  height: number;
  /** 1 is grey, 3 is red, green and blue. */
  channels: 1 | 3;
  /** [height, width, channels], values 0 to 255. */
  pixels: Uint8Array;
}

const fractionBits = 22;
/** Rounds a sum to the nearest. */
const half = 1 << (fractionBits - 1);

/**
 * Stretches an image to another size: bilinear, with the triangle as wide as the step where it shrinks, so that every
 * pixel counts. The whole-number arithmetic of Pillow's `resize(size, BILINEAR)`, which Keras uses, width before height
 * (Pillow 13 takes some sizes the other way round: values then differ by 1 at most). The same bits on every machine;
 * libvips, for one, moves an enlarged image by half a pixel.
 */
export function resize(
  image: Samples,
  { height, width }: { height: number; width: number },
): Samples {
  const { channels } = image;
  const wide = resample(image.pixels, [image.height, image.width, channels], width);
  const pixels = resample(wide, [1, image.height, width * channels], height);
  return { width, height, channels, pixels };
}

/** Changes the middle one of three axes to `size`. */
function resample(
  values: Uint8Array,
  axes: readonly [rows: number, from: number, depth: number],
  size: number,
): Uint8Array {
  if (axes[1] === size) return values;
  const result = new Uint8Array(axes[0] * size * axes[2]);
  const [, from, depth] = axes;
  if (depth === 3) resampleColours(values, axes, result, triangle(from, size));
  else resampleRows(values, axes, result, triangle(from, size));
  return result;
}

/** As resampleRows for a depth of three, with the sums in variables: at twice the speed. */
function resampleColours(
  values: Uint8Array,
  [rows, from]: readonly [number, number, number],
  result: Uint8Array,
  { starts, counts, weights, taps }: Triangle,
): void {
  const size = starts.length;
  let to = 0;
  for (let row = 0; row < rows; row++) {
    for (let place = 0; place < size; place++) {
      let at = (row * from + starts[place]!) * 3;
      const firstWeight = place * taps;
      const lastWeight = firstWeight + counts[place]!;
      let red = half;
      let green = half;
      let blue = half;
      for (let index = firstWeight; index < lastWeight; index++) {
        const weight = weights[index]!;
        // imul keeps the loop in whole numbers. The sums stay below 2^31.
        red = (red + Math.imul(values[at]!, weight)) | 0;
        green = (green + Math.imul(values[at + 1]!, weight)) | 0;
        blue = (blue + Math.imul(values[at + 2]!, weight)) | 0;
        at += 3;
      }
      result[to] = red >> fractionBits;
      result[to + 1] = green >> fractionBits;
      result[to + 2] = blue >> fractionBits;
      to += 3;
    }
  }
}

function resampleRows(
  values: Uint8Array,
  [rows, from, depth]: readonly [number, number, number],
  result: Uint8Array,
  { starts, counts, weights, taps }: Triangle,
): void {
  const size = starts.length;
  let to = 0;
  for (let row = 0; row < rows; row++) {
    for (let place = 0; place < size; place++) {
      const first = (row * from + starts[place]!) * depth;
      const firstWeight = place * taps;
      const lastWeight = firstWeight + counts[place]!;
      let item = 0;
      // Four at a time, in variables: at twice the speed.
      for (; item + 4 <= depth; item += 4) {
        let sum0 = half;
        let sum1 = half;
        let sum2 = half;
        let sum3 = half;
        let at = first + item;
        for (let index = firstWeight; index < lastWeight; index++) {
          const weight = weights[index]!;
          sum0 = (sum0 + Math.imul(values[at]!, weight)) | 0;
          sum1 = (sum1 + Math.imul(values[at + 1]!, weight)) | 0;
          sum2 = (sum2 + Math.imul(values[at + 2]!, weight)) | 0;
          sum3 = (sum3 + Math.imul(values[at + 3]!, weight)) | 0;
          at += depth;
        }
        result[to] = sum0 >> fractionBits;
        result[to + 1] = sum1 >> fractionBits;
        result[to + 2] = sum2 >> fractionBits;
        result[to + 3] = sum3 >> fractionBits;
        to += 4;
      }
      for (; item < depth; item++) {
        let sum = half;
        let at = first + item;
        for (let weight = firstWeight; weight < lastWeight; weight++) {
          sum = (sum + Math.imul(values[at]!, weights[weight]!)) | 0;
          at += depth;
        }
        result[to++] = sum >> fractionBits;
      }
    }
  }
}

interface Triangle {
  /** Of each place on the new axis, its first neighbour on the old one. */
  starts: Int32Array;
  /** How many neighbours it has. */
  counts: Int32Array;
  /** Their weights, `taps` to a place, which add up to 1. */
  weights: Int32Array;
  taps: number;
}

/** For each place of the new axis: where its neighbours start on the old one, and their weights, which add up to 1. */
function triangle(from: number, size: number): Triangle {
  const step = from / size;
  const reach = Math.max(step, 1);
  const taps = Math.ceil(reach) * 2 + 1;
  const starts = new Int32Array(size);
  const counts = new Int32Array(size);
  const weights = new Int32Array(size * taps);
  for (let place = 0; place < size; place++) {
    const centre = (place + 0.5) * step;
    const start = Math.max(0, Math.trunc(centre - reach + 0.5));
    const end = Math.min(from, Math.trunc(centre + reach + 0.5));
    const heights = Array.from({ length: end - start }, (_, tap) =>
      Math.max(0, 1 - Math.abs((tap + start - centre + 0.5) / reach)),
    );
    const total = heights.reduce((sum, height) => sum + height, 0);
    starts[place] = start;
    counts[place] = end - start;
    for (const [tap, height] of heights.entries()) {
      weights[place * taps + tap] = Math.trunc(0.5 + (height / total) * 2 ** fractionBits);
    }
  }
  return { starts, counts, weights, taps };
}
