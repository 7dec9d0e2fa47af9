// AssemblyScript, compiled to kernels.wasm by `bun run generate`.

/** Bytes of a thumbnail. */
const AREA: i32 = 256;

/**
 * Sums of products of one thumbnail with others, 16 bytes at a time.
 *
 * @param one where it begins
 * @param many where the first of all begins
 * @param positions i32 [count], which of them
 * @param to i32 [count]
 */
export function dots(one: usize, many: usize, positions: usize, count: i32, to: usize): void {
  for (let item = 0; item < count; item++) {
    const other = many + <usize>load<i32>(positions + 4 * item) * AREA;
    let sums = i32x4.splat(0);
    for (let at = 0; at < AREA; at += 16) {
      const a = v128.load(one + at);
      const b = v128.load(other + at);
      const low = i16x8.extmul_low_i8x16_u(a, b);
      const high = i16x8.extmul_high_i8x16_u(a, b);
      sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(low));
      sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(high));
    }
    store<i32>(
      to + 4 * item,
      i32x4.extract_lane(sums, 0) +
        i32x4.extract_lane(sums, 1) +
        i32x4.extract_lane(sums, 2) +
        i32x4.extract_lane(sums, 3),
    );
  }
}
