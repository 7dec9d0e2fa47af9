// AssemblyScript: see kernels.as.ts.

/** Neighbouring sums of a, then of b. */
// @ts-ignore: decorator
@inline
export function addedPairs(a: v128, b: v128): v128 {
  return i32x4.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7));
}
