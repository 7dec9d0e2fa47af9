import { blackPixels, depthOf, type Pixels } from "../../../pixels.ts";
import { FRACTION_BITS, type Weights } from "./weights.ts";

/** Values that lie side by side from which on it is quicker to go along them, tap by tap. */
const MANY = 8;

/**
 * Changes the middle one of three axes, in plain steps: for processors without vector instructions, and for
 * tests. Of 8 bits the weights are whole numbers, as the kernels have them; of 16 they are as fine as sums of them are
 * exact, and the result is that of Pillow's mode I;16.
 */
export function resamplePlainly(
  values: Pixels,
  [rows, from, depth]: readonly [rows: number, from: number, depth: number],
  { starts, counts, weights, shares, taps }: Weights,
): Pixels {
  const bits = depthOf(values);
  const [factors, one] = bits === 8 ? [weights, 2 ** FRACTION_BITS] : [shares, 1];
  const size = starts.length;
  const result = blackPixels(bits, rows * size * depth);
  const sums = new Float64Array(depth);
  let to = 0;
  for (let row = 0; row < rows; row++) {
    for (let place = 0; place < size; place++) {
      const [first, count] = [(row * from + starts[place]!) * depth, counts[place]!];
      if (depth < MANY) {
        for (let item = 0; item < depth; item++) {
          let sum = 0;
          for (let tap = 0, at = first + item; tap < count; tap++, at += depth)
            sum += values[at]! * factors[place * taps + tap]!;
          result[to++] = Math.floor(sum / one + 0.5);
        }
        continue;
      }
      sums.fill(0);
      for (let tap = 0, at = first; tap < count; tap++) {
        const factor = factors[place * taps + tap]!;
        for (let item = 0; item < depth; item++) sums[item]! += values[at++]! * factor;
      }
      for (let item = 0; item < depth; item++) result[to++] = Math.floor(sums[item]! / one + 0.5);
    }
  }
  return result;
}
