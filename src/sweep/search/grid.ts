import type { Dimension, Json, Search, Space } from "../types.ts";

/** Every combination of the values, the last dimension changing fastest. @throws Error where one is a range */
export function gridSearch({ dimensions }: Space): Search {
  const lists = dimensions.map(valuesOf);
  const size = lists.reduce((product, { length }) => product * length, 1);
  return {
    size,
    awaits: () => 0,
    propose(number) {
      if (number > size) throw new RangeError(`A grid of ${size} has no point ${number}.`);
      let rest = number - 1;
      return lists
        .toReversed()
        .map((values) => {
          const value = values[rest % values.length]!;
          rest = Math.floor(rest / values.length);
          return value;
        })
        .toReversed();
    },
  };
}

function valuesOf(dimension: Dimension): readonly Json[] {
  if ("list" in dimension) return dimension.list;
  throw new Error(`${dimension.key} is a range, and a grid needs values.`);
}
