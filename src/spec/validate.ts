import type { ErrorObject } from "ajv";
import { append } from "../arrays.ts";
import type { Path } from "./locate.ts";
import { explain } from "./explain.ts";
import type { Finding } from "./problem.ts";
import { validate } from "./validator.js";

/** Every way in which plain values are no experiment by the schema; an empty list when they are one. */
export function findMistakes(value: unknown): Finding[] {
  if (validate(value)) return [];
  return explain(
    settleBranches(validate.errors ?? []).map((error) => ({
      ...error,
      path: toPath(error, value),
    })),
  );
}

/**
 * ajv reports each branch of an anyOf that a value fails, then the anyOf itself. What counts is the branch of the
 * value's own kind; where there is none, that the value is of no kind that is allowed.
 */
function settleBranches(errors: readonly ErrorObject[]): ErrorObject[] {
  let settled: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword !== "anyOf") {
      settled.push(error);
      continue;
    }
    const at = error.instancePath;
    const ofBranches = settled.filter(({ instancePath }) =>
      `${instancePath}/`.startsWith(`${at}/`),
    );
    const ofOwnKind = ofBranches.filter(
      (branch) => branch.instancePath !== at || !isWrongKind(branch),
    );
    settled = settled.filter((other) => !ofBranches.includes(other));
    append(settled, ofOwnKind.length > 0 ? ofOwnKind : [error]);
  }
  return settled;
}

function isWrongKind({ keyword, data }: ErrorObject): boolean {
  return (
    ["type", "const", "anyOf"].includes(keyword) || (keyword === "enum" && typeof data !== "string")
  );
}

/** A JSON pointer as keys and list positions. */
function toPath({ instancePath }: ErrorObject, root: unknown): Path {
  let holder = root;
  return instancePath
    .split("/")
    .slice(1)
    .map((part) => {
      const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
      const step = Array.isArray(holder) ? Number(key) : key;
      holder = (holder as Record<string | number, unknown>)[step];
      return step;
    });
}
