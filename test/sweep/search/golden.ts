import golden from "../../golden/search.json";
import type { Dimension } from "../../../src/sweep/types.ts";

/** Figures of scipy and Optuna; the script beside them says how they were made. */
export { golden };

/** The space of the golden estimators. */
export const dimensions: readonly Dimension[] = [
  { key: "uniform", uniform: [-5, 10] },
  { key: "log", log: [1e-5, 1e-1] },
  { key: "integer", integer: [1, 12], log: false },
  { key: "logInteger", integer: [8, 512], log: true },
  { key: "list", list: ["relu", "tanh", "gelu"] },
];

/** How far two numbers are apart, as a share of the larger where that is above 1. */
export function apart(one: number, other: number): number {
  return Math.abs(one - other) / Math.max(1, Math.abs(one), Math.abs(other));
}
