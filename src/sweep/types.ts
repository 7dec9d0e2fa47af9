/** What a sweep varies and what a search is told: the one place that knows these shapes. */

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What is varied under one key, as `--set` takes it: a list of values, or a range of numbers. */
export type Dimension = { readonly key: string } & (
  | { readonly list: readonly Json[] }
  | { readonly uniform: readonly [least: number, most: number] }
  | { readonly log: readonly [least: number, most: number] }
  /** Both ends are among the values. log: small values are drawn as often as large ones of the same ratio. */
  | { readonly integer: readonly [least: number, most: number]; readonly log: boolean }
);

export interface Space {
  readonly dimensions: readonly Dimension[];
}

/** A value for each dimension, in their order. */
export type Point = readonly Json[];

/** What a setting came to. */
export interface Told {
  /** Of the setting, from 1. */
  readonly number: number;
  readonly point: Point;
  /** The smaller the better, whatever the user maximises; null where it failed. */
  readonly objective: number | null;
}

export const searchKinds = ["grid", "random", "sobol", "tpe"] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Which points are tried. Pure: the same number and the same results give the same point. */
export interface Search {
  /** Points that there are; null where there is no end to them. */
  readonly size: number | null;
  /**
   * How many settings, from number 1 on, must have come to their end before this one is proposed: of tpe those of earlier
   * generations, of the others none.
   */
  awaits(number: number): number;
  /**
   * @param number of the setting, from 1
   * @param told what the settings 1 to `awaits(number)` came to; whatever else is among them is left out
   */
  propose(number: number, told: readonly Told[]): Point;
}
