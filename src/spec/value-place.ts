import type { Place } from "./diagnostic.ts";
import type { Path } from "./locate.ts";
import type { Places } from "./places.ts";
import { isMapping } from "./resolve.ts";
import { fullForm, schemaAt } from "./schema.ts";

/**
 * Where a value of a resolved experiment is written, itself or as a short form: `dropout: 0.5` for dropout.rate.
 *
 * @param written the expanded experiment, before defaults are in it
 * @returns null for a default
 */
export function placeOfValue(written: unknown, places: Places, path: Path): Place | null {
  let value = written;
  for (const [depth, step] of path.entries()) {
    const isHolder = isMapping(value) || Array.isArray(value);
    if (isHolder && Object.hasOwn(value as object, step)) {
      value = (value as Record<string | number, unknown>)[step];
      continue;
    }
    const above = path.slice(0, depth);
    const isWord = value === step;
    const schema = schemaAt(above);
    const isShort = !isMapping(value) && schema !== undefined && fullForm(schema) !== undefined;
    // A bare word has all its settings from the defaults.
    if (!isShort || (typeof value === "string" && !(isWord && depth === path.length - 1)))
      return null;
    return places.locate(above);
  }
  return places.locate(path);
}
