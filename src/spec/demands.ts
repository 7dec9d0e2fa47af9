import { experimentSchema, ownKeys, type Schema } from "./schema.ts";

const DEFINITIONS = "#/definitions/";

/**
 * Keys that have to be there in a file that extends no other, by the name of the definition that they belong to. A file
 * that extends another one has only what is different, at every depth: so the schema demands them of whole files alone,
 * in the `allOf` of these.
 */
const demands: ReadonlyMap<string, readonly string[]> = new Map(
  demandsOf(experimentSchema.allOf![0]!, experimentSchema),
);

/** A definition as whole files have it. */
export function wholeDefinition(name: string, part: Schema): Schema {
  const demanded = demands.get(name);
  return demanded ? { ...part, required: [...(part.required ?? []), ...demanded] } : part;
}

/** What is demanded of the part that a reference leads to, beside what it demands itself. */
export function demandedOf($ref: string | undefined): readonly string[] {
  return demands.get($ref?.slice(DEFINITIONS.length) ?? "") ?? [];
}

/** @param demand what is demanded of this part of the schema, in the shape of a schema */
function demandsOf(demand: Schema, part: Schema): [name: string, keys: string[]][] {
  const name = part.$ref?.slice(DEFINITIONS.length) ?? "";
  const known = name === "" ? part : experimentSchema.definitions![name]!;
  const own = ownKeys(demand);
  const ofOthers = ownKeys(known);
  return [
    ...(demand.required ? [[name, demand.required] as [string, string[]]] : []),
    ...Object.entries(demand.properties ?? {}).flatMap(([key, inner]) =>
      demandsOf(inner, propertyOf(known, key)),
    ),
    ...(own && ofOthers ? demandsOf(own, ofOthers) : []),
    ...(demand.else ? demandsOf(demand.else, part) : []),
  ];
}

/** The schema of a key, as it is written, in whichever of the part's forms has it. */
function propertyOf({ properties = {}, anyOf = [] }: Schema, key: string): Schema {
  const found = [properties, ...anyOf.map((branch) => branch.properties ?? {})].find(
    (one) => one[key],
  );
  if (!found) throw new Error(`The schema demands a key that it does not have: ${key}`);
  return found[key]!;
}
