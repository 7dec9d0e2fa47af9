import { mapParts } from "./plain.ts";
import { allowsNull, isChoice, type Schema } from "./schema.ts";

/** Behind the name of a definition: its form in files that extend another. */
export const CHANGES = "Changes";
/** Before that: where null removes it. */
const SETTING = "OrNull";
const PREFIX = "#/definitions/";

/** Nothing of a file that is extended is under these: their values are the file's own. */
const own: ReadonlySet<string> = new Set(["extends", "environment", "preset", "width"]);

/**
 * The definitions by which editors look at a file that extends another one: every setting may be null there, which removes
 * what the other file has, and none is demanded. Items of lists are as in any file: lists are replaced as a whole.
 *
 * @param root name of the definition of a whole file
 */
export function changesOf(
  definitions: Readonly<Record<string, Schema>>,
  root: string,
): Record<string, Schema> {
  const made = new Map<string, Schema>();
  const of = ($ref: string, isSetting: boolean): string => {
    const name = $ref.slice(PREFIX.length);
    const changed = `${name}${isSetting ? SETTING : ""}${CHANGES}`;
    // It may refer to itself.
    if (!made.has(changed)) {
      made.set(changed, {});
      made.set(changed, (isSetting ? setting : inside)(definitions[name]!));
    }
    return `${PREFIX}${changed}`;
  };
  const setting = (part: Schema): Schema => {
    if (allowsNull(part)) return inside(part);
    return part.$ref === undefined
      ? nullable(inside(part))
      : { ...part, $ref: of(part.$ref, true) };
  };
  const inside = ({ allOf: _demands, ...part }: Schema): Schema => {
    if (part.$ref !== undefined) return { ...part, $ref: of(part.$ref, false) };
    const { items, properties, additionalProperties, ...rest } = part;
    const keys = Object.entries(properties ?? {}).map(([key, value]) => [
      key,
      own.has(key) ? value : (isChoice(part) ? inside : setting)(value),
    ]);
    return {
      ...mapParts(rest, inside),
      ...(additionalProperties !== undefined && {
        additionalProperties:
          typeof additionalProperties === "object"
            ? setting(additionalProperties)
            : additionalProperties,
      }),
      ...(properties && { properties: Object.fromEntries(keys) }),
      ...(items && { items }),
    };
  };
  of(`${PREFIX}${root}`, false);
  return Object.fromEntries(made);
}

/** With null, which editors want to be the first of types. */
function nullable(schema: Schema): Schema {
  const { type, enum: words, anyOf } = schema;
  return {
    ...schema,
    ...(type !== undefined && { type: ["null", ...[type].flat()] }),
    ...(words && { enum: [...words, null] }),
    ...(anyOf && { anyOf: [{ type: "null" }, ...anyOf] }),
  };
}
