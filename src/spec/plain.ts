import { wholeDefinition } from "./demands.ts";
import { experimentSchema, type Schema } from "./schema.ts";

/**
 * The schema of experiments once they are expanded: without what is only a shorter way to write them (`extends`,
 * `preset`, `repeat`, `block`, `blocks`), and with the keys that a file which extends another may leave out.
 */
export function plainSchema(): Schema {
  const { allOf, ...rest } = withoutShorthands(experimentSchema);
  const [whole = {}] = allOf ?? [];
  const definitions = Object.entries(rest.definitions ?? {}).map(([name, part]) => [
    name,
    wholeDefinition(name, part),
  ]);
  return {
    ...rest,
    ...(whole.required && { required: whole.required }),
    definitions: Object.fromEntries(definitions),
  };
}

/** The same part in expanded experiments. */
export function withoutShorthands({ properties, anyOf, ...schema }: Schema): Schema {
  const long = Object.entries(properties ?? {}).filter(([, { expands }]) => !expands);
  const branches = anyOf?.filter(({ expands }) => !expands) ?? [];
  const [only] = branches;
  if (anyOf && only && branches.length === 1) return withoutShorthands({ ...only, ...schema });
  return mapParts(
    {
      ...schema,
      ...(properties && { properties: Object.fromEntries(long) }),
      ...(anyOf && { anyOf: branches }),
    },
    withoutShorthands,
  );
}

/** The schema with `change` applied to each schema directly inside it. */
export function mapParts(schema: Schema, change: (part: Schema) => Schema): Schema {
  const each = (parts: Record<string, Schema>) =>
    Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, change(part)]));
  return {
    ...schema,
    ...(schema.properties && { properties: each(schema.properties) }),
    ...(schema.definitions && { definitions: each(schema.definitions) }),
    ...(schema.items && { items: change(schema.items) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map(change) }),
  };
}
