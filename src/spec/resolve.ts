import type { Experiment } from "./experiment.ts";
import type { ResolvedExperiment } from "./resolved.ts";
import { experimentSchema, follow, fullForm, ownKeys, type Schema, schemaAt } from "./schema.ts";

/**
 * The experiment with every value written out: defaults filled in, short forms replaced by full ones
 * (`relu` → `{ relu: {} }`, `kernelSize: 3` → `[3, 3]`). Resolving it again changes nothing.
 *
 * @param experiment valid by the schema; it is not changed
 */
export function resolveExperiment(experiment: Experiment): ResolvedExperiment {
  return resolveValue(experiment, experimentSchema) as ResolvedExperiment;
}

/** One part of an experiment, resolved by its own part of the schema. */
export function resolveValue(value: unknown, part: Schema): unknown {
  const schema = follow(part);
  const full = fullForm(schema);
  if (full) return resolveValue(writeOut(value, full), full);
  if (schema.anyOf) {
    const branches = schema.anyOf.map(follow).filter(({ type }) => type !== "null");
    const branch =
      branches.find(({ type }) => type === "object" && isMapping(value)) ?? branches[0];
    return value === null || !branch ? value : resolveValue(value, branch);
  }
  if (Array.isArray(value))
    return schema.items ? value.map((item) => resolveValue(item, schema.items!)) : value;
  if (!isMapping(value)) return value;
  const resolved: Record<string, unknown> = {};
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const given = value[key] ?? (value[key] === null ? null : follow(property).default);
    if (given !== undefined) resolved[key] = resolveValue(given, property);
  }
  const own = ownKeys(schema);
  if (own)
    for (const [key, given] of Object.entries(value)) resolved[key] ??= resolveValue(given, own);
  return resolved;
}

/** A bare word names one key of several; any other short form is the value of every needed key, or of both of a pair. */
function writeOut(value: unknown, full: Schema): unknown {
  if (full.type === "array") return Array.isArray(value) ? value : Array(full.minItems).fill(value);
  if (isMapping(value)) return value;
  if (typeof value === "string") return { [value]: {} };
  const keys = full.required ?? Object.keys(full.properties ?? {});
  return Object.fromEntries(keys.map((key) => [key, value]));
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text of resolved.json: keys sorted at each level, so that equal experiments have equal texts. */
export function resolvedText(resolved: ResolvedExperiment): string {
  return `${JSON.stringify(resolved, sortKeys, 2)}\n`;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The settings of a part that are not the usual ones.
 * @param path of the part: ["data", "augment"]
 * @param values resolved
 */
export function changedSettings<Part extends object>(
  path: readonly string[],
  values: Part,
): Partial<Part> {
  const part = schemaAt(path)!;
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => {
      const setting = schemaAt([key], part)!;
      return !Bun.deepEquals(resolveValue(setting.default, setting), value);
    }),
  ) as Partial<Part>;
}
