// AssemblyScript, compiled to kernels.wasm by `bun run generate`.
//
// Each function changes one axis of an image to `places` positions. The value at a position is a weighted sum over
// `counts[position]` neighbours from `starts[position]` on, rounded: what `plain.ts` does, eight products at a time.
// A weight of 22 bits comes as two halves, 10 and 12 bits, in the tables `high` and `low`, `taps` to a position, the rest
// of a position's row 0. Sums may wrap on the way; what they come to fits.
//
// All read up to 16 bytes past what they need, with a weight of 0, and write up to 8 past the end.

const LOW_BITS: i32 = 12;
const FRACTION_BITS: i32 = 22;
const HALF: i32 = 1 << (FRACTION_BITS - 1);

// @ts-ignore: decorator
@inline
function joined(high: v128, low: v128): v128 {
  return i32x4.add(i32x4.shl(high, LOW_BITS), low);
}

// @ts-ignore: decorator
@inline
function total(high: v128, low: v128): v128 {
  return i32x4.shr_s(i32x4.add(joined(high, low), i32x4.splat(HALF)), FRACTION_BITS);
}

/** The rows of a grey image, [rows, width] to [rows, places]. */
export function acrossGrey(
  from: usize,
  rows: i32,
  width: i32,
  starts: usize,
  counts: usize,
  high: usize,
  low: usize,
  taps: i32,
  places: i32,
  to: usize,
): void {
  for (let row = 0; row < rows; row++) {
    for (let place = 0; place < places; place++) {
      const at = from + load<i32>(starts + (place << 2));
      const count = load<i32>(counts + (place << 2));
      const weights = (place * taps) << 1;
      let sumHigh = i32x4.splat(0);
      let sumLow = i32x4.splat(0);
      for (let tap = 0; tap < count; tap += 8) {
        const values = v128.load_ext<u8>(at + tap);
        const offset = weights + (tap << 1);
        sumHigh = i32x4.add(sumHigh, i32x4.dot_i16x8_s(values, v128.load(high + offset)));
        sumLow = i32x4.add(sumLow, i32x4.dot_i16x8_s(values, v128.load(low + offset)));
      }
      const sum = joined(sumHigh, sumLow);
      const whole =
        i32x4.extract_lane(sum, 0) +
        i32x4.extract_lane(sum, 1) +
        i32x4.extract_lane(sum, 2) +
        i32x4.extract_lane(sum, 3);
      store<u8>(to, (whole + HALF) >> FRACTION_BITS);
      to++;
    }
    from += width;
  }
}

/** The rows of a colour image, [rows, width, 3] to [rows, places, 3]: two neighbours at a time. */
export function acrossColour(
  from: usize,
  rows: i32,
  width: i32,
  starts: usize,
  counts: usize,
  high: usize,
  low: usize,
  taps: i32,
  places: i32,
  to: usize,
): void {
  const zero = i32x4.splat(0);
  for (let row = 0; row < rows; row++) {
    for (let place = 0; place < places; place++) {
      let at = from + load<i32>(starts + (place << 2)) * 3;
      const count = load<i32>(counts + (place << 2));
      let weights = (place * taps) << 1;
      let sumHigh = zero;
      let sumLow = zero;
      for (let tap = 0; tap < count; tap += 2) {
        // Red, green and blue of two pixels, by channel.
        const values = v128.shuffle<i8>(
          v128.load64_zero(at),
          zero,
          0, 16, 3, 16, 1, 16, 4, 16, 2, 16, 5, 16, 16, 16, 16, 16,
        );
        sumHigh = i32x4.add(sumHigh, i32x4.dot_i16x8_s(values, v128.load32_splat(high + weights)));
        sumLow = i32x4.add(sumLow, i32x4.dot_i16x8_s(values, v128.load32_splat(low + weights)));
        at += 6;
        weights += 4;
      }
      const words = i16x8.narrow_i32x4_u(total(sumHigh, sumLow), zero);
      store<i32>(to, i32x4.extract_lane(i8x16.narrow_i16x8_u(words, words), 0));
      to += 3;
    }
    from += width * 3;
  }
}

/** The columns of an image, [height, length] to [places, length]: two neighbours of eight columns at a time. */
export function down(
  from: usize,
  length: i32,
  starts: usize,
  counts: usize,
  high: usize,
  low: usize,
  taps: i32,
  places: i32,
  to: usize,
): void {
  const zero = i32x4.splat(0);
  for (let place = 0; place < places; place++) {
    const first = from + load<i32>(starts + (place << 2)) * length;
    const count = load<i32>(counts + (place << 2));
    for (let column = 0; column < length; column += 8) {
      let at = first + column;
      let weights = (place * taps) << 1;
      let high0 = zero;
      let high1 = zero;
      let low0 = zero;
      let low1 = zero;
      for (let tap = 0; tap < count; tap += 2) {
        const upper = v128.load64_zero(at);
        const lower = v128.load64_zero(at + length);
        const values = v128.shuffle<i8>(
          upper,
          lower,
          0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23,
        );
        const values0 = i16x8.extend_low_i8x16_u(values);
        const values1 = i16x8.extend_high_i8x16_u(values);
        const weightsHigh = v128.load32_splat(high + weights);
        const weightsLow = v128.load32_splat(low + weights);
        high0 = i32x4.add(high0, i32x4.dot_i16x8_s(values0, weightsHigh));
        high1 = i32x4.add(high1, i32x4.dot_i16x8_s(values1, weightsHigh));
        low0 = i32x4.add(low0, i32x4.dot_i16x8_s(values0, weightsLow));
        low1 = i32x4.add(low1, i32x4.dot_i16x8_s(values1, weightsLow));
        at += length << 1;
        weights += 4;
      }
      const words = i16x8.narrow_i32x4_u(total(high0, low0), total(high1, low1));
      v128.store64_lane(to + column, i8x16.narrow_i16x8_u(words, words), 0);
    }
    to += length;
  }
}
