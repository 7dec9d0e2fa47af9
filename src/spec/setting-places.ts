import { follow, type Schema } from "./schema.ts";

/** Every key of the schema, with the names of what it is a setting of. */
export function settingPlaces(
  part: Schema,
  place: string,
  places = new Map<string, string[]>(),
  above: readonly string[] = [],
): Map<string, string[]> {
  // Layers hold layers.
  if (part.$ref !== undefined && above.includes(part.$ref)) return places;
  const inside = part.$ref === undefined ? above : [...above, part.$ref];
  const schema = follow(part);
  for (const branch of schema.anyOf ?? []) settingPlaces(branch, place, places, inside);
  if (schema.items) settingPlaces(schema.items, place, places, inside);
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    places.set(key, [...(places.get(key) ?? []), place]);
    // What is only a shorter way to write has layers, too, and no settings that are meant.
    if (!property.expands && !property.doNotSuggest) settingPlaces(property, key, places, inside);
  }
  return places;
}
