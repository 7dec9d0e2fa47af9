import { isAbsolute, relative, resolve, sep } from "node:path";
import { follow, type Schema, schemaAt } from "./schema.ts";

/** An address, or what a shell has left as it was: told as it was written. */
const isNoPath = /^(?:[a-z][a-z0-9+.-]+:\/\/|~(?:\/|$)|\$)/i;

/**
 * A value with the paths in it that the schema knows as such, which are relative to one folder, made relative to another.
 * @param from @param to absolute paths of the two
 */
export function rebase(
  value: unknown,
  part: Schema | undefined,
  from: string,
  to: string,
): unknown {
  const schema = part && follow(part);
  if (
    isPath(schema, value) &&
    typeof value === "string" &&
    value !== "" &&
    !isAbsolute(value) &&
    !isNoPath.test(value)
  ) {
    const path = relative(to, resolve(from, value));
    return path === "" ? "." : path.split(sep).join("/");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    rebase(inner, schema && schemaAt([key], schema), from, to),
  ]);
  return Object.fromEntries(entries);
}

/** Whether a value is a path, where it need not be one of some words. */
function isPath(schema: Schema | undefined, value: unknown): boolean {
  if (schema?.format === "path") return true;
  const branches = (schema?.anyOf ?? []).map(follow);
  return (
    branches.some(({ format }) => format === "path") &&
    !branches.some(({ enum: words }) => words?.includes(value))
  );
}
