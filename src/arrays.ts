/**
 * What `push(...items)` and `Math.max(...values)` do for as many items as there are: an array that is spread into the
 * arguments of a call is an error from some ten thousand on.
 */

export function append<Item>(to: Item[], items: Iterable<Item>): void {
  for (const item of items) to.push(item);
}

/** -Infinity of none. */
export function maximum(values: Iterable<number>): number {
  let most = -Infinity;
  for (const value of values) if (value > most) most = value;
  return most;
}

/** Infinity of none. */
export function minimum(values: Iterable<number>): number {
  let least = Infinity;
  for (const value of values) if (value < least) least = value;
  return least;
}
