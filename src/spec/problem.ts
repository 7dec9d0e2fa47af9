import type { Place } from "./diagnostic.ts";

/** A mistake in an experiment that is not yet tied to a line: found by anything that reads the experiment's values. */
export interface Problem {
  /** Where in the experiment: `["model", "layers", 2, "conv"]`. */
  path: readonly (string | number)[];
  /** What is wrong, what was found, what would be right. One sentence or two. */
  message: string;
  /** Where it is, when that is in another file which the experiment names. */
  place?: Place;
}

/** A problem of what is written: with `key`, it is that key inside the path which is wrong. */
export interface Finding extends Problem {
  key?: string;
}
