import type { Path } from "./locate.ts";
import { isMapping } from "./resolve.ts";

/** Settings in which a name stands: `{ filters: 8, name: stem }` of `conv: { filters: 8, name: stem }`. */
export interface Named {
  name: string;
  /** From the list on: `[2, "conv"]`. */
  path: Path;
}

/** The settings with a name in a list of layers, and in the lists that these hold. */
export function namedSettings(layers: readonly unknown[]): Named[] {
  return inside(layers, []);
}

function inside(holder: unknown, path: Path): Named[] {
  if (Array.isArray(holder)) return holder.flatMap((item, index) => inside(item, [...path, index]));
  if (!isMapping(holder)) return [];
  const { name } = holder;
  return [
    ...(typeof name === "string" && path.length > 0 ? [{ name, path }] : []),
    ...Object.entries(holder).flatMap(([key, inner]) => inside(inner, [...path, key])),
  ];
}
