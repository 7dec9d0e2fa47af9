// AssemblyScript, compiled to kernels.wasm by `bun run generate`.
//
// Each function changes one axis of an image to `places` positions. The value at a position is a weighted sum over
// `counts[position]` neighbours from `starts[position]` on, rounded: what `plain.ts` does, eight products at a time.
// A weight of 22 bits comes as two halves, 10 and 12 bits, in the tables `high` and `low`, `taps` to a position, the rest
// of a position's row 0. Sums may wrap on the way; what they come to fits.
//
// All read up to 16 bytes past what they need, with a weight of 0, and write up to 8 past the end. What goes across does
// four rows at once: of the last ones it reads and writes up to three that are not there.

import { addedPairs } from "./lanes.as";

export { acrossDeep, downDeep } from "./deep.as";

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
  return rounded(joined(high, low));
}

// @ts-ignore: decorator
@inline
function rounded(sums: v128): v128 {
  return i32x4.shr_s(i32x4.add(sums, i32x4.splat(HALF)), FRACTION_BITS);
}

/** The rows of an image of 1 or 3 channels, [rows, width, channels] to [rows, places, channels]. */
export function across(
  channels: i32,
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
  // Each is compiled by itself: what depends on the number of channels is settled before the loops.
  if (channels == 1) acrossBy(1, from, rows, width, starts, counts, high, low, taps, places, to);
  else acrossBy(3, from, rows, width, starts, counts, high, low, taps, places, to);
}

/** Eight neighbours of a grey image, or two of a colour image, in four rows at a time. */
// @ts-ignore: decorator
@inline
function acrossBy(
  channels: i32,
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
  const neighbours = channels == 1 ? 8 : 2;
  const stride = width * channels;
  const length = places * channels;
  for (let row = 0; row < rows; row += 4) {
    let out = to;
    for (let place = 0; place < places; place++) {
      let at0 = from + load<i32>(starts + (place << 2)) * channels;
      let at2 = at0 + (stride << 1);
      const count = load<i32>(counts + (place << 2));
      let weights = (place * taps) << 1;
      let high0 = i32x4.splat(0);
      let high1 = i32x4.splat(0);
      let high2 = i32x4.splat(0);
      let high3 = i32x4.splat(0);
      let low0 = i32x4.splat(0);
      let low1 = i32x4.splat(0);
      let low2 = i32x4.splat(0);
      let low3 = i32x4.splat(0);
      for (let tap = 0; tap < count; tap += neighbours) {
        const weightsHigh = weightsAt(channels, high + weights);
        const weightsLow = weightsAt(channels, low + weights);
        const values0 = valuesAt(channels, at0);
        const values1 = valuesAt(channels, at0 + stride);
        const values2 = valuesAt(channels, at2);
        const values3 = valuesAt(channels, at2 + stride);
        high0 = i32x4.add(high0, i32x4.dot_i16x8_s(values0, weightsHigh));
        high1 = i32x4.add(high1, i32x4.dot_i16x8_s(values1, weightsHigh));
        high2 = i32x4.add(high2, i32x4.dot_i16x8_s(values2, weightsHigh));
        high3 = i32x4.add(high3, i32x4.dot_i16x8_s(values3, weightsHigh));
        low0 = i32x4.add(low0, i32x4.dot_i16x8_s(values0, weightsLow));
        low1 = i32x4.add(low1, i32x4.dot_i16x8_s(values1, weightsLow));
        low2 = i32x4.add(low2, i32x4.dot_i16x8_s(values2, weightsLow));
        low3 = i32x4.add(low3, i32x4.dot_i16x8_s(values3, weightsLow));
        at0 += neighbours * channels;
        at2 += neighbours * channels;
        weights += neighbours << 1;
      }
      let pixels: v128;
      if (channels == 1) {
        const sums = addedPairs(
          addedPairs(joined(high0, low0), joined(high1, low1)),
          addedPairs(joined(high2, low2), joined(high3, low3)),
        );
        pixels = rounded(sums);
      } else {
        pixels = i8x16.narrow_i16x8_u(
          i16x8.narrow_i32x4_u(total(high0, low0), total(high1, low1)),
          i16x8.narrow_i32x4_u(total(high2, low2), total(high3, low3)),
        );
      }
      storePixel(channels, out, i32x4.extract_lane(pixels, 0));
      storePixel(channels, out + length, i32x4.extract_lane(pixels, 1));
      storePixel(channels, out + (length << 1), i32x4.extract_lane(pixels, 2));
      storePixel(channels, out + length * 3, i32x4.extract_lane(pixels, 3));
      out += channels;
    }
    from += stride << 2;
    to += length << 2;
  }
}

/** Of the next neighbours, as `valuesAt` has these. */
// @ts-ignore: decorator
@inline
function weightsAt(channels: i32, at: usize): v128 {
  return channels == 1 ? v128.load(at) : v128.load32_splat(at);
}

/** Eight grey neighbours; or red, green and blue of two, by channel. */
// @ts-ignore: decorator
@inline
function valuesAt(channels: i32, at: usize): v128 {
  if (channels == 1) return v128.load_ext<u8>(at);
  // What is at 16 is nothing: 0.
  const places = i8x16(0, 16, 3, 16, 1, 16, 4, 16, 2, 16, 5, 16, 16, 16, 16, 16);
  return i8x16.swizzle(v128.load64_zero(at), places);
}

// @ts-ignore: decorator
@inline
function storePixel(channels: i32, to: usize, pixel: i32): void {
  if (channels == 1) {
    store<u8>(to, pixel);
  } else {
    store<u16>(to, pixel);
    store<u8>(to + 2, pixel >> 16);
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
