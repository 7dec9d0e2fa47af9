import { gridSearch } from "./grid.ts";
import { randomSearch } from "./random.ts";
import { sobolSearch } from "./sobol.ts";
import type { Search, SearchKind, Space } from "../types.ts";
import { tpeSearch, type TpeSettings } from "./tpe.ts";

/** What a search needs to know beside its space. */
export type SearchSettings = Partial<TpeSettings>;

/** @param seed every random number of a search follows from it */
export function makeSearch(
  kind: SearchKind,
  space: Space,
  seed: number,
  settings: SearchSettings = {},
): Search {
  const makers: Record<SearchKind, () => Search> = {
    grid: () => gridSearch(space),
    random: () => randomSearch(space, seed),
    sobol: () => sobolSearch(space, seed),
    tpe: () => tpeSearch(space, seed, settings),
  };
  return makers[kind]();
}
