// AssemblyScript, compiled into kernels.wasm by `bun run generate`: what kernels.as.ts does, for values of 16 bits.
//
// A share of 36 bits behind the point comes as three digits to the base 2^12, from -2^11 to 2^11 - 1 but for the highest,
// which goes up to 2^12: a row of `taps` of each, the highest first, for every position. Values are taken less 2^15, so
// that they have a sign, as the products want it. What that takes off a sum is 2^15 times the sum of the shares, 1 and
// `errors[position]` / 2^39: it is where the sums begin, with the half that rounds.
//
// Nothing wraps. A product of one of the lower digits is at most 2^11 * 2^15 = 2^26, and of 24 of them no sum is beyond
// 1.5 * 2^30; before the 25th what is above 12 bits is carried to the next digit, at most 2^19 each time. What is left
// to add to stays below 2^12 in each lane, `errors` below 2^19. The highest digit then holds the sum so far, rounded
// down, which the weights keep below 2^28, and 24 more products change it by at most 2^15 * (2^12 + 24).
//
// All read up to 16 bytes past what they need, with a digit of 0, and write up to 14 past the end.

import { addedPairs } from "./lanes.as";

const DIGIT_BITS: i32 = 12;
const DIGIT: i32 = (1 << DIGIT_BITS) - 1;
/** Taps between two carries: a multiple of those that are taken at once. */
const CARRIED: i32 = 24;
/** Of the highest digit: 2^15 times 1, and a half. */
const START: i32 = (1 << 27) + (1 << 11);

// @ts-ignore: decorator
@inline
function carry(from: v128): v128 {
  return i32x4.shr_s(from, DIGIT_BITS);
}

// @ts-ignore: decorator
@inline
function rest(sums: v128): v128 {
  return v128.and(sums, i32x4.splat(DIGIT));
}

/** Whole values from sums of the three digits. */
// @ts-ignore: decorator
@inline
function whole(high: v128, middle: v128, low: v128): v128 {
  return carry(i32x4.add(high, carry(i32x4.add(middle, carry(low)))));
}

/** Sums of products of neighbouring values. */
// @ts-ignore: decorator
@inline
function more(sums: v128, values: v128, digits: v128): v128 {
  return i32x4.add(sums, i32x4.dot_i16x8_s(values, digits));
}

// @ts-ignore: decorator
@inline
function signed(values: v128): v128 {
  return v128.xor(values, i16x8.splat(-0x8000));
}

/** The rows of an image of 1 or 3 channels, [rows, width, channels] to [rows, places, channels]. */
export function acrossDeep(
  channels: i32,
  from: usize,
  rows: i32,
  width: i32,
  starts: usize,
  counts: usize,
  digits: usize,
  errors: usize,
  taps: i32,
  places: i32,
  to: usize,
): void {
  if (channels == 1) acrossDeepBy(1, from, rows, width, starts, counts, digits, errors, taps, places, to);
  else acrossDeepBy(3, from, rows, width, starts, counts, digits, errors, taps, places, to);
}

/** Eight neighbours of a grey image, or two of a colour image, in four rows at a time. */
// @ts-ignore: decorator
@inline
function acrossDeepBy(
  channels: i32,
  from: usize,
  rows: i32,
  width: i32,
  starts: usize,
  counts: usize,
  digits: usize,
  errors: usize,
  taps: i32,
  places: i32,
  to: usize,
): void {
  const neighbours = channels == 1 ? 8 : 2;
  const stride = (width * channels) << 1;
  const length = (places * channels) << 1;
  const zero = i32x4.splat(0);
  const row = taps << 1;
  for (let first = 0; first < rows; first += 4) {
    let out = to;
    for (let place = 0; place < places; place++) {
      let at0 = from + ((load<i32>(starts + (place << 2)) * channels) << 1);
      let at2 = at0 + (stride << 1);
      const count = load<i32>(counts + (place << 2));
      let at = digits + place * 3 * row;
      // The lanes of a grey image are added up in the end: one of them has what the sum begins with.
      const start = channels == 1 ? i32x4(START, 0, 0, 0) : i32x4.splat(START);
      const error =
        channels == 1 ? v128.load32_zero(errors + (place << 2)) : v128.load32_splat(errors + (place << 2));
      let high0 = start;
      let high1 = start;
      let high2 = start;
      let high3 = start;
      let middle0 = error;
      let middle1 = error;
      let middle2 = error;
      let middle3 = error;
      let low0 = zero;
      let low1 = zero;
      let low2 = zero;
      let low3 = zero;
      let tap = 0;
      while (true) {
        const end = min(count, tap + CARRIED);
        for (; tap < end; tap += neighbours) {
          const high = digitsAt(channels, at);
          const middle = digitsAt(channels, at + row);
          const low = digitsAt(channels, at + (row << 1));
          const values0 = deepValuesAt(channels, at0);
          high0 = more(high0, values0, high);
          middle0 = more(middle0, values0, middle);
          low0 = more(low0, values0, low);
          const values1 = deepValuesAt(channels, at0 + stride);
          high1 = more(high1, values1, high);
          middle1 = more(middle1, values1, middle);
          low1 = more(low1, values1, low);
          const values2 = deepValuesAt(channels, at2);
          high2 = more(high2, values2, high);
          middle2 = more(middle2, values2, middle);
          low2 = more(low2, values2, low);
          const values3 = deepValuesAt(channels, at2 + stride);
          high3 = more(high3, values3, high);
          middle3 = more(middle3, values3, middle);
          low3 = more(low3, values3, low);
          at0 += (neighbours * channels) << 1;
          at2 += (neighbours * channels) << 1;
          at += neighbours << 1;
        }
        if (tap >= count) break;
        middle0 = i32x4.add(middle0, carry(low0));
        middle1 = i32x4.add(middle1, carry(low1));
        middle2 = i32x4.add(middle2, carry(low2));
        middle3 = i32x4.add(middle3, carry(low3));
        high0 = i32x4.add(high0, carry(middle0));
        high1 = i32x4.add(high1, carry(middle1));
        high2 = i32x4.add(high2, carry(middle2));
        high3 = i32x4.add(high3, carry(middle3));
        low0 = rest(low0);
        low1 = rest(low1);
        low2 = rest(low2);
        low3 = rest(low3);
        middle0 = rest(middle0);
        middle1 = rest(middle1);
        middle2 = rest(middle2);
        middle3 = rest(middle3);
      }
      if (channels == 1) {
        const pixels = whole(
          lanesAdded(high0, high1, high2, high3),
          lanesAdded(middle0, middle1, middle2, middle3),
          lanesAdded(low0, low1, low2, low3),
        );
        store<u16>(out, i32x4.extract_lane(pixels, 0));
        store<u16>(out + length, i32x4.extract_lane(pixels, 1));
        store<u16>(out + (length << 1), i32x4.extract_lane(pixels, 2));
        store<u16>(out + length * 3, i32x4.extract_lane(pixels, 3));
      } else {
        const pixels0 = i16x8.narrow_i32x4_u(whole(high0, middle0, low0), whole(high1, middle1, low1));
        const pixels2 = i16x8.narrow_i32x4_u(whole(high2, middle2, low2), whole(high3, middle3, low3));
        v128.store32_lane(out, pixels0, 0);
        v128.store16_lane(out + 4, pixels0, 2);
        v128.store32_lane(out + length, pixels0, 2);
        v128.store16_lane(out + length + 4, pixels0, 6);
        v128.store32_lane(out + (length << 1), pixels2, 0);
        v128.store16_lane(out + (length << 1) + 4, pixels2, 2);
        v128.store32_lane(out + length * 3, pixels2, 2);
        v128.store16_lane(out + length * 3 + 4, pixels2, 6);
      }
      out += channels << 1;
    }
    from += stride << 2;
    to += length << 2;
  }
}

/** Of the next neighbours, as `deepValuesAt` has these. */
// @ts-ignore: decorator
@inline
function digitsAt(channels: i32, at: usize): v128 {
  return channels == 1 ? v128.load(at) : v128.load32_splat(at);
}

/** Eight grey neighbours; or red, green and blue of two, by channel. */
// @ts-ignore: decorator
@inline
function deepValuesAt(channels: i32, at: usize): v128 {
  const values = signed(v128.load(at));
  if (channels == 1) return values;
  // What is in the last places goes into sums that nobody asks for.
  const places = i8x16(0, 1, 6, 7, 2, 3, 8, 9, 4, 5, 10, 11, 12, 13, 14, 15);
  return i8x16.swizzle(values, places);
}

/** The sum of each one's lanes. */
// @ts-ignore: decorator
@inline
function lanesAdded(a: v128, b: v128, c: v128, d: v128): v128 {
  return addedPairs(addedPairs(a, b), addedPairs(c, d));
}

/** The columns of an image, [height, length] to [places, length]: two neighbours of eight columns at a time. */
export function downDeep(
  from: usize,
  length: i32,
  starts: usize,
  counts: usize,
  digits: usize,
  errors: usize,
  taps: i32,
  places: i32,
  to: usize,
): void {
  const zero = i32x4.splat(0);
  const start = i32x4.splat(START);
  const row = taps << 1;
  const stride = length << 1;
  for (let place = 0; place < places; place++) {
    const first = from + load<i32>(starts + (place << 2)) * stride;
    const count = load<i32>(counts + (place << 2));
    const error = v128.load32_splat(errors + (place << 2));
    for (let column = 0; column < stride; column += 16) {
      let pixel = first + column;
      let at = digits + place * 3 * row;
      let high0 = start;
      let high1 = start;
      let middle0 = error;
      let middle1 = error;
      let low0 = zero;
      let low1 = zero;
      let tap = 0;
      while (true) {
        const end = min(count, tap + CARRIED);
        for (; tap < end; tap += 2) {
          const upper = signed(v128.load(pixel));
          const lower = signed(v128.load(pixel + stride));
          const values0 = v128.shuffle<i16>(upper, lower, 0, 8, 1, 9, 2, 10, 3, 11);
          const values1 = v128.shuffle<i16>(upper, lower, 4, 12, 5, 13, 6, 14, 7, 15);
          const high = v128.load32_splat(at);
          const middle = v128.load32_splat(at + row);
          const low = v128.load32_splat(at + (row << 1));
          high0 = more(high0, values0, high);
          high1 = more(high1, values1, high);
          middle0 = more(middle0, values0, middle);
          middle1 = more(middle1, values1, middle);
          low0 = more(low0, values0, low);
          low1 = more(low1, values1, low);
          pixel += stride << 1;
          at += 4;
        }
        if (tap >= count) break;
        middle0 = i32x4.add(middle0, carry(low0));
        middle1 = i32x4.add(middle1, carry(low1));
        high0 = i32x4.add(high0, carry(middle0));
        high1 = i32x4.add(high1, carry(middle1));
        low0 = rest(low0);
        low1 = rest(low1);
        middle0 = rest(middle0);
        middle1 = rest(middle1);
      }
      const pixels = i16x8.narrow_i32x4_u(whole(high0, middle0, low0), whole(high1, middle1, low1));
      v128.store(to + column, pixels);
    }
    to += stride;
  }
}
