import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { stream } from "../../random.ts";
import type { Point, Search, Space } from "../types.ts";
import { valueAt } from "./space.ts";

/** Each value of each point is drawn by itself, evenly over the dimension's list or scale. */
export function randomSearch(space: Space, seed: number): Search {
  return {
    size: null,
    awaits: () => 0,
    propose: (number) => randomPoint(space, seed, "random", number),
  };
}

/** @param kind of the search, whose numbers no other shares */
export function randomPoint(
  { dimensions }: Space,
  seed: number,
  kind: string,
  number: number,
): Point {
  const random = stream(seed, "sweep", kind, number);
  return dimensions.map((dimension) => valueAt(dimension, uniformFloat64(random)));
}
