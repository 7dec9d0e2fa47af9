import { FRACTION_BITS, type Weights } from "./weights.ts";

/** Rounds a sum to the nearest. */
const half = 1 << (FRACTION_BITS - 1);

/** Changes the middle one of three axes, in plain steps: for processors without vector instructions, and for tests. */
export function resamplePlainly(
  values: Uint8Array,
  [rows, from, depth]: readonly [rows: number, from: number, depth: number],
  { starts, counts, weights, taps }: Weights,
): Uint8Array {
  const size = starts.length;
  const result = new Uint8Array(rows * size * depth);
  let to = 0;
  for (let row = 0; row < rows; row++) {
    for (let place = 0; place < size; place++) {
      const first = (row * from + starts[place]!) * depth;
      for (let item = 0; item < depth; item++) {
        let sum = half;
        for (let tap = 0; tap < counts[place]!; tap++) {
          // imul keeps the loop in whole numbers. The sums stay below 2^31.
          const value = values[first + tap * depth + item]!;
          sum = (sum + Math.imul(value, weights[place * taps + tap]!)) | 0;
        }
        result[to++] = sum >> FRACTION_BITS;
      }
    }
  }
  return result;
}
