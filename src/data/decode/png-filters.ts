/**
 * Each row begins with the number of its filter, which says what was taken off each value: https://www.w3.org/TR/png-3/#9Filters
 *
 * @param filtered of each row its filter and `stride` bytes @param step bytes of a pixel, at least 1
 * @returns undefined for an unknown filter
 */
export function unfilter(
  filtered: Uint8Array,
  { stride, rows, step }: { stride: number; rows: number; step: number },
): Uint8Array | undefined {
  const pixels = new Uint8Array(stride * rows);
  for (let row = 0; row < rows; row++) {
    const from = row * (stride + 1);
    const filter = filtered[from]!;
    const start = row * stride;
    if (filter > 4) return undefined;
    // Those of most rows of small images, without looking at what the others need.
    if (filter === 0 || (filter === 2 && row === 0)) {
      for (let item = 0; item < stride; item++) pixels[start + item] = filtered[from + 1 + item]!;
      continue;
    }
    if (filter === 2) {
      for (let item = 0; item < stride; item++)
        pixels[start + item] = filtered[from + 1 + item]! + pixels[start + item - stride]!;
      continue;
    }
    for (let item = 0; item < stride; item++) {
      const at = start + item;
      const left = item < step ? 0 : pixels[at - step]!;
      const above = row === 0 ? 0 : pixels[at - stride]!;
      const corner = row === 0 || item < step ? 0 : pixels[at - stride - step]!;
      pixels[at] = filtered[from + 1 + item]! + predicted(filter, left, above, corner);
    }
  }
  return pixels;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  // Paeth's: the neighbour that is nearest to left + above - corner.
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
