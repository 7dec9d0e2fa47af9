// AssemblyScript, compiled to kernels.wasm by `bun run generate`.

/** Values of a quarter of a code. */
const VALUES: i32 = 65536;

/**
 * Positions whose codes differ in few bits, and which are found by one quarter of them: see CodeIndex.
 *
 * @param starts i32 [65537], where the positions of a quarter's value begin
 * @param positions i32 [..], by the value of the quarter
 * @param codes u64 [..], of the positions
 * @param flips i32 [flipCount], changes of the value that are looked up
 * @param to i32, where what is found goes
 * @returns how many were found
 */
export function near(
  starts: usize,
  positions: usize,
  codes: usize,
  flips: usize,
  flipCount: i32,
  value: i32,
  low: i32,
  high: i32,
  most: i32,
  to: usize,
): i32 {
  const code = (<u64>(<u32>low)) | ((<u64>(<u32>high)) << 32);
  let found = 0;
  for (let flip = 0; flip < flipCount; flip++) {
    const entry = starts + 4 * <usize>((value ^ load<i32>(flips + 4 * flip)) & (VALUES - 1));
    const end = load<i32>(entry + 4);
    for (let at = load<i32>(entry); at < end; at++) {
      if (<i32>popcnt<u64>(load<u64>(codes + 8 * at) ^ code) > most) continue;
      store<i32>(to + 4 * found, load<i32>(positions + 4 * at));
      found++;
    }
  }
  return found;
}

/** Bytes of a thumbnail. */
const AREA: i32 = 256;

/**
 * Sums of products of one thumbnail with others, 16 bytes at a time.
 *
 * @param one where it begins, i16 [256]
 * @param many where the first of all begins
 * @param positions i32 [count], which of them
 * @param to i32 [count]
 */
export function dots(one: usize, many: usize, positions: usize, count: i32, to: usize): void {
  for (let item = 0; item < count; item++) {
    const other = many + <usize>load<i32>(positions + 4 * item) * AREA;
    let even = i32x4.splat(0);
    let odd = i32x4.splat(0);
    for (let at = 0; at < AREA; at += 16) {
      const values = v128.load(other + at);
      const low = i16x8.extend_low_i8x16_u(values);
      const high = i16x8.extend_high_i8x16_u(values);
      even = i32x4.add(even, i32x4.dot_i16x8_s(v128.load(one + 2 * at), low));
      odd = i32x4.add(odd, i32x4.dot_i16x8_s(v128.load(one + 2 * at + 16), high));
    }
    const sums = i32x4.add(even, odd);
    store<i32>(
      to + 4 * item,
      i32x4.extract_lane(sums, 0) +
        i32x4.extract_lane(sums, 1) +
        i32x4.extract_lane(sums, 2) +
        i32x4.extract_lane(sums, 3),
    );
  }
}
