import { erfc } from "../special-functions.ts";

/** 97.5 % of a standard normal variable lies below it. */
export const Z = 1.959963984540054;

/** How likely a standard normal variable is at least as far from 0. To 14 significant digits, however far. */
export function twoSidedP(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}
