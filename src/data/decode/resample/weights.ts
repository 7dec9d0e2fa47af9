/** Bits of a weight behind the point. */
export const FRACTION_BITS = 22;

/** Bits of a share behind the point: sums of values of 16 bits are then exact in doubles, in whatever order. */
const SHARE_BITS = 36;

/** What each position on a new axis takes from the old one. */
export interface Weights {
  /** Of each position, its first neighbour. */
  starts: Int32Array;
  /** How many neighbours it has. */
  counts: Int32Array;
  /** Their weights, `taps` to a position, which add up to 2^22. What is behind the neighbours is 0. */
  weights: Int32Array;
  /** The same as shares of 1, for values of 16 bits: see SHARE_BITS. */
  shares: Float64Array;
  /** A multiple of eight, and at least one more than any count. */
  taps: number;
}

/** Which positions of a new axis are wanted. */
export interface Part {
  first: number;
  count: number;
  /** Whether the old axis runs the other way. */
  isMirrored?: boolean;
}

/**
 * Bilinear, the triangle as wide as the step where the axis gets shorter: the weights of Pillow's BILINEAR. Of a mirrored
 * axis they are those that it would have the right way round: what they are multiplied with is the same then, to the bit.
 */
export function triangle(
  from: number,
  size: number,
  part: Part = { first: 0, count: size },
): Weights {
  const step = from / size;
  const reach = Math.max(step, 1);
  const taps = Math.ceil((Math.ceil(reach) * 2 + 2) / 8) * 8;
  const starts = new Int32Array(part.count);
  const counts = new Int32Array(part.count);
  const weights = new Int32Array(part.count * taps);
  const shares = new Float64Array(part.count * taps);
  const heights = new Float64Array(taps);
  for (let place = 0; place < part.count; place++) {
    const centre = (part.first + place + 0.5) * step;
    const start = Math.max(0, Math.trunc(centre - reach + 0.5));
    const end = Math.min(from, Math.trunc(centre + reach + 0.5));
    let total = 0;
    for (let tap = 0; tap < end - start; tap++) {
      heights[tap] = Math.max(0, 1 - Math.abs((tap + start - centre + 0.5) / reach));
      total += heights[tap]!;
    }
    starts[place] = part.isMirrored ? from - end : start;
    counts[place] = end - start;
    const own = shares.subarray(place * taps, place * taps + end - start);
    for (let tap = 0; tap < end - start; tap++) own[tap] = heights[tap]! / total;
    if (part.isMirrored) own.reverse();
    for (let tap = 0; tap < end - start; tap++) {
      weights[place * taps + tap] = Math.trunc(0.5 + own[tap]! * 2 ** FRACTION_BITS);
      own[tap] = Math.round(own[tap]! * 2 ** SHARE_BITS) / 2 ** SHARE_BITS;
    }
  }
  return { starts, counts, weights, shares, taps };
}

/** Bits of a digit of a share. */
const DIGIT_BITS = 12;
const DIGITS = 2 ** DIGIT_BITS;

/** Shares as deep.as.ts reads them. */
export interface Digits {
  /** Of each position its highest digits, `taps` of them, then the middle and the lowest. */
  digits: Int16Array;
  /** By how much the shares of each position miss 1, in units of 2^-36, times 8. */
  errors: Int32Array;
}

/** Of each share three digits to the base 2^12: two from -2^11 to 2^11 - 1, and above them the highest, from 0 to 2^12. */
export function digitsOf({ shares, starts, taps }: Weights): Digits {
  const digits = new Int16Array(3 * shares.length);
  const errors = new Int32Array(starts.length);
  for (let place = 0; place < starts.length; place++) {
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const share = shares[place * taps + tap]! * 2 ** SHARE_BITS;
      sum += share;
      const upper = Math.floor(share / DIGITS + 0.5);
      const high = Math.floor(upper / DIGITS + 0.5);
      const at = 3 * place * taps + tap;
      digits[at] = high;
      digits[at + taps] = upper - high * DIGITS;
      digits[at + 2 * taps] = share - upper * DIGITS;
    }
    errors[place] = (sum - 2 ** SHARE_BITS) * 8;
  }
  return { digits, errors };
}
