import golden from "../../golden/tpe.json";
import { minimum } from "../../../src/arrays.ts";
import { makeSearch } from "../../../src/sweep/search/search.ts";
import type { Told } from "../../../src/sweep/types.ts";
import type { TestFunction } from "./functions.ts";

/** The best value after each of the golden numbers of trials, for each seed. */
export function bests(
  { space, value }: TestFunction,
  generation: number,
  seeds: number,
): number[][] {
  return Array.from({ length: seeds }, (_, seed) => {
    const search = makeSearch("tpe", space, seed, { generation });
    const told: Told[] = [];
    for (let number = 1; number <= Math.max(...golden.trials); number++) {
      const point = search.propose(number, told);
      told.push({ number, point, objective: value(point) });
    }
    const objectives = told.map(({ objective }) => objective!);
    return golden.trials.map((trials) => minimum(objectives.slice(0, trials)));
  });
}
