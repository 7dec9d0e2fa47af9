import type { ErrorObject } from "ajv";
import { append } from "../arrays.ts";
import { isPrefix, type Path } from "./locate.ts";
import { explain } from "./explain.ts";
import type { Mistake } from "./explain-names.ts";
import { experiments, type Language } from "./language.ts";
import { meantName } from "./names.ts";
import type { Finding } from "./problem.ts";
import { isMapping } from "./resolve.ts";
import type { Schema } from "./schema.ts";
import { sweeps } from "./sweeps/language.ts";
import {
  validate,
  validateBlock,
  validateBlocks,
  validateRepeat,
  validateSweep,
} from "./validator.js";

/** What is wrong with an experiment. */
export interface Mistakes {
  findings: Finding[];
  /** How many more there are, which nobody would read. */
  untold: number;
}

/**
 * In which ways plain values are no experiment by the schema; in none when they are one. Where a layer or an optimizer has
 * another tool's name, its settings are looked at as those of the one that is meant.
 */
export function findMistakes(value: unknown): Mistakes {
  return mistakesOf(value, validate, experiments);
}

/** In which ways plain values are no sweep by the schema. */
export function findSweepMistakes(value: unknown): Mistakes {
  return mistakesOf(value, validateSweep, sweeps);
}

function mistakesOf(value: unknown, validator: typeof validate, language: Language): Mistakes {
  const { mistakes: found, untold } = mistakesIn(value, validator);
  if (found.length === 0) return { findings: [], untold: 0 };
  const renamed = renamedIn(found, value);
  const inside = renamed.map(({ path }) => path);
  const more =
    renamed.length === 0
      ? []
      : mistakesIn(withNames(value, renamed), validator).mistakes.flatMap((mistake) => {
          const above = renamed.find(({ path }) => isPrefix(path, mistake.path));
          if (!above || mistake.path.length <= above.path.length) return [];
          const path = mistake.path.with(above.path.length, above.name);
          return { ...mistake, path, place: mistake.path };
        });
  const findings = explain(more, language).filter(({ path }) =>
    inside.some((one) => isPrefix(one, path)),
  );
  return { findings: [...explain(found, language), ...findings], untold };
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
  return explain(mistakesIn(value, validator, path).mistakes, experiments).map((finding) => ({
    ...finding,
    path: finding.path.slice(path.length),
  }));
}

/** Mistakes that are explained, in all and of one mapping or list: more than are shown. */
const MOST_EXPLAINED = 500;
const MOST_OF_ONE = 100;

function mistakesIn(
  value: unknown,
  validator: typeof validate,
  above: Path = [],
): { mistakes: Mistake[]; untold: number } {
  if (validator(value)) return { mistakes: [], untold: 0 };
  const errors = settleBranches(validator.errors ?? []);
  const told = new Map<string, number>();
  const mistakes: Mistake[] = [];
  for (const error of errors) {
    const ofOne = told.get(error.instancePath) ?? 0;
    if (ofOne === MOST_OF_ONE || mistakes.length === MOST_EXPLAINED) continue;
    told.set(error.instancePath, ofOne + 1);
    mistakes.push({ ...error, path: [...above, ...toPath(error, value)] });
  }
  return { mistakes, untold: errors.length - mistakes.length };
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
  const settled: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword !== "anyOf") {
      settled.push(error);
      continue;
    }
    const at = error.instancePath;
    // What is wrong inside a value is told one after another, just before.
    const first =
      1 + settled.findLastIndex(({ instancePath }) => !`${instancePath}/`.startsWith(`${at}/`));
    const ofBranches = settled.splice(first);
    const ofOwnKind = ofBranches.filter(
      (branch) => branch.instancePath !== at || !isWrongKind(branch),
    );
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
