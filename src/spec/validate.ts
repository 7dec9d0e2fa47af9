import type { ErrorObject } from "ajv";
import { append } from "../arrays.ts";
import { isPrefix, type Path } from "./locate.ts";
import { explain, type Mistake } from "./explain.ts";
import { meantName } from "./names.ts";
import type { Finding } from "./problem.ts";
import { isMapping } from "./resolve.ts";
import type { Schema } from "./schema.ts";
import { validate, validateBlock, validateBlocks, validateRepeat } from "./validator.js";

/**
 * Every way in which plain values are no experiment by the schema; an empty list when they are one. Where a layer or an
 * optimizer has another tool's name, its settings are looked at as those of the one that is meant.
 */
export function findMistakes(value: unknown): Finding[] {
  const found = mistakesIn(value);
  if (found.length === 0) return [];
  const renamed = renamedIn(found, value);
  const inside = renamed.map(({ path }) => path);
  const more =
    renamed.length === 0
      ? []
      : mistakesIn(withNames(value, renamed)).flatMap((mistake) => {
          const above = renamed.find(({ path }) => isPrefix(path, mistake.path));
          if (!above || mistake.path.length <= above.path.length) return [];
          const path = mistake.path.with(above.path.length, above.name);
          return { ...mistake, path, place: mistake.path };
        });
  const findings = explain(more).filter(({ path }) => inside.some((one) => isPrefix(one, path)));
  return [...explain(found), ...findings];
}

const shorthands = {
  repeat: { path: ["model", "layers", 0, "repeat"], validator: validateRepeat },
  block: { path: ["model", "layers", 0, "block"], validator: validateBlock },
  blocks: { path: ["model", "blocks"], validator: validateBlocks },
};

/**
 * Every way in which a value is not what layers are written shorter with, but for the layers inside it.
 * @returns paths from the value on
 */
export function findShorthandMistakes(kind: keyof typeof shorthands, value: unknown): Finding[] {
  const { path, validator } = shorthands[kind];
  return explain(mistakesIn(value, validator, path)).map((finding) => ({
    ...finding,
    path: finding.path.slice(path.length),
  }));
}

function mistakesIn(value: unknown, validator = validate, above: Path = []): Mistake[] {
  if (validator(value)) return [];
  return settleBranches(validator.errors ?? []).map((error) => ({
    ...error,
    path: [...above, ...toPath(error, value)],
  }));
}

interface Renamed {
  /** Of what the name is the only key of. */
  path: Path;
  name: string;
  meant: string;
}

/** Unknown layers and optimizers with settings, of which it is clear what is meant. */
function renamedIn(found: readonly Mistake[], value: unknown): Renamed[] {
  return found.flatMap(({ keyword, path, params, parentSchema }) => {
    const schema = parentSchema as Schema;
    if (keyword !== "additionalProperties" || schema.maxProperties !== 1) return [];
    const name = params["additionalProperty"] as string;
    const holder = valueAt(value, path);
    const meant = meantName(name, Object.keys(schema.properties ?? {}));
    const isAlone = isMapping(holder) && Object.keys(holder).length === 1;
    return meant !== undefined && isAlone && isMapping(holder[name]) ? { path, name, meant } : [];
  });
}

/** The value with these names in it. */
function withNames(value: unknown, renamed: readonly Renamed[]): unknown {
  const copy = structuredClone(value);
  for (const { path, name, meant } of renamed) {
    const holder = valueAt(copy, path) as Record<string, unknown>;
    holder[meant] = holder[name];
    delete holder[name];
  }
  return copy;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (holder, key) => (holder as Record<string | number, unknown>)[key],
    value,
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
