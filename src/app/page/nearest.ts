/** Features as they are kept in a page: their direction, in whole numbers of 8 bits. */
export function toDirection(features: ArrayLike<number>): Int8Array {
  let most = 0;
  for (let at = 0; at < features.length; at++) most = Math.max(most, Math.abs(features[at]!));
  return Int8Array.from({ length: features.length }, (_, at) =>
    most === 0 ? 0 : Math.round((127 * features[at]!) / most),
  );
}

/** Cosine of the angle between two images' features, -1 to 1; 0 where one of them is all 0. */
export function similarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [product, squaresOfA, squaresOfB] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    product += a[at]! * b[at]!;
    squaresOfA += a[at]! ** 2;
    squaresOfB += b[at]! ** 2;
  }
  const lengths = Math.sqrt(squaresOfA * squaresOfB);
  return lengths === 0 ? 0 : product / lengths;
}

/** The most similar first; of equals the first. @returns positions, and how similar each is */
export function nearest(
  features: ArrayLike<number>,
  others: readonly ArrayLike<number>[],
): { place: number; similarity: number }[] {
  return others
    .map((other, place) => ({ place, similarity: similarity(features, other) }))
    .toSorted((a, b) => b.similarity - a.similarity);
}
