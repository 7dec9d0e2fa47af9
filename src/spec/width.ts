import { isMapping } from "./resolve.ts";

/** From so many filters on they are rounded to a multiple of DIVISOR. */
const LEAST_ROUNDED = 16;
const DIVISOR = 8;

/** Settings and arguments that say how wide a layer is: filters, expandedFilters, units. */
const isWidth = (key: string) => /filters$/i.test(key) || key === "units";

/** What a preset says, with so many times the filters and hidden units. @param value plain; it is not changed */
export function scaled(value: unknown, factor: number): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => scaled(item, factor));
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    typeof inner === "number" && isWidth(key) ? scaledWidth(inner, factor) : scaled(inner, factor),
  ]);
  return Object.fromEntries(entries);
}

/** Rounded as Keras's MobileNets are, which never lose more than a tenth by it; small numbers as they are nearest. */
export function scaledWidth(width: number, factor: number): number {
  const wanted = width * factor;
  if (width < LEAST_ROUNDED || factor === 1) return Math.max(1, Math.round(wanted));
  const rounded = Math.max(DIVISOR, Math.floor((wanted + DIVISOR / 2) / DIVISOR) * DIVISOR);
  return rounded < 0.9 * wanted ? rounded + DIVISOR : rounded;
}
