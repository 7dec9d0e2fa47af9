import { isAbsolute, posix } from "node:path";
import { messages } from "./messages.ts";
import { type Diagnostic, OVERRIDE_PREFIX, type Place, printPath } from "./diagnostic.ts";
import type { OverrideRecord } from "../layout.ts";
import { describeValue, inOneLine } from "./describe.ts";
import { isPrefix, type Path } from "./locate.ts";
import { namedSettings } from "./named-layers.ts";
import { isReservedKey, parseYaml } from "./parse.ts";
import { rebase } from "./paths.ts";
import { isMapping, resolveValue } from "./resolve.ts";
import { fullForm, isNullable, isOnlyText, type Schema, schemaAt } from "./schema.ts";

/** One `--set KEY=VALUE`, read. */
export interface Override {
  path: Path;
  /** With paths from the experiment's folder. */
  value: unknown;
  place: Place;
}

interface Target {
  /** Folder that paths in the experiment are relative to, and folder that the user's paths are relative to. */
  experimentFolder: string;
  directory: string;
  /** Of a sweep, whose keys stand in its tables: none may change the kind of what it is in, or undo what another sets. */
  isStrict?: boolean;
}

/**
 * Puts the values of `--set` arguments into an experiment. `train.optimizer.adam.learningRate=0.1` also goes where
 * there is nothing yet, or the bare word `adam`; `model.layers.stem.filters=64` goes to the layer of that name.
 *
 * @param experiment plain values; it is not changed
 * @param texts as the user typed them, or as a run has noted them
 */
export function applyOverrides(
  experiment: unknown,
  texts: readonly (OverrideRecord | string)[],
  target: Target,
): { value: unknown; overrides: Override[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const overrides: Override[] = [];
  let value = experiment;
  for (const given of texts) {
    const text = typeof given === "string" ? given : `${given.key}=${inOneLine(given.value)}`;
    const place: Place = { file: `${OVERRIDE_PREFIX}${text}`, line: 1, column: 1, excerpt: "" };
    try {
      const { keys, written } = readOverride(text);
      const path: (string | number)[] = [];
      let replaced: unknown;
      const make = (at: Path, before: unknown) => {
        if (target.isStrict) expectFirst(at, before, overrides);
        const schema = schemaAt(at);
        replaced =
          typeof given === "string"
            ? rebase(
                readValue(written, text, schema),
                schema,
                target.directory,
                target.experimentFolder,
              )
            : given.value;
        return replaced;
      };
      const { isStrict = false } = target;
      value = put(value, keys, path, { make, isStrict, isNoted: typeof given !== "string" });
      overrides.push({ path, value: replaced, place });
    } catch (error) {
      if (!(error instanceof BadOverride)) throw error;
      diagnostics.push({ ...place, message: error.message });
    }
  }
  return { value, overrides, diagnostics };
}

class BadOverride extends Error {}

/** @throws BadOverride where this replaces what an earlier override has put there, from outside or inside of it */
function expectFirst(path: Path, before: unknown, earlier: readonly Override[]): void {
  const inside = earlier.find((one) => isPrefix(path, one.path));
  if (inside) throw new BadOverride(messages.overrideUndoes(printPath(inside.path)));
  const around = earlier.find((one) => isPrefix(one.path, path));
  if (around && before !== undefined)
    throw new BadOverride(messages.overrideTwice(printPath(around.path)));
}

function readOverride(text: string): { keys: string[]; written: string } {
  const equals = text.indexOf("=");
  if (equals === -1) throw new BadOverride(messages.overrideWithoutValue());
  // As messages write it, model.layers[7].dropout.
  const keys = text
    .slice(0, equals)
    .trim()
    .replace(/\[(\d+)\]/g, ".$1")
    .split(".");
  const bad = keys.find((key) => !/^\w[\w-]*$/.test(key) || isReservedKey(key));
  if (bad !== undefined) throw new BadOverride(messages.overrideBadKey(keys.join(".")));
  if (keys[0] === "extends" || ["model.preset", "model.width"].includes(keys.slice(0, 2).join(".")))
    throw new BadOverride(messages.overrideExtends());
  return { keys, written: text.slice(equals + 1).trim() };
}

/**
 * A value as YAML has it. Where only a text is allowed, it is what was written, whatever it would mean in YAML (`#1`,
 * `a: b`, `2024`); quotes around all of it are YAML's all the same.
 */
function readValue(written: string, text: string, schema: Schema | undefined): unknown {
  const { value, diagnostics } = parseYaml(written, text, (path) => {
    const part = schema && schemaAt(path, schema);
    return part !== undefined && isOnlyText(part);
  });
  if (schema && isOnlyText(schema)) {
    const isNull = isNullable(schema) && /^(~|null|Null|NULL|)$/.test(written);
    const isQuoted = /^["']/.test(written) && typeof value === "string";
    return isNull ? null : isQuoted ? value : written;
  }
  if (diagnostics[0]) throw new BadOverride(diagnostics[0].message);
  return value;
}

interface Putting {
  /** @param before what is there; undefined where there is nothing */
  make: (path: Path, before: unknown) => unknown;
  isStrict: boolean;
  /** A run's own, which did what it did. */
  isNoted: boolean;
}

/** `holder` with a value put in at `keys`. The path walked is left in `path`: list positions as numbers. */
function put(
  holder: unknown,
  keys: readonly string[],
  path: (string | number)[],
  putting: Putting,
): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return putting.make(path, holder);
  if (Array.isArray(holder)) {
    const named = namedSettings(holder).filter(({ name }) => name === key);
    if (named.length > 1) throw new BadOverride(messages.severalLayersNamed(key, named.length));
    const settings = named[0]?.path.map(String);
    if (settings) {
      // stem.filters as well as stem.conv.filters; stem alone is the layer.
      const inside = rest[0] === settings.at(-1) ? rest.slice(1) : rest;
      const keysToIt = rest.length === 0 ? settings.slice(0, -1) : [...settings, ...inside];
      return put(holder, keysToIt, path, putting);
    }
    const index = /^\d+$/.test(key) ? Number(key) : -1;
    if (!(index in holder))
      throw new BadOverride(messages.overrideNoItem(printPath(path), key, holder.length));
    path.push(index);
    return holder.with(index, put(holder[index], rest, path, putting));
  }
  const entries = openForKeys(holder, key, path, putting);
  path.push(key);
  return { ...entries, [key]: put(entries[key], rest, path, putting) };
}

/** The mapping that a key can be set in: what is there, or the full form of a bare word. */
function openForKeys(
  given: unknown,
  key: string,
  path: Path,
  putting: Putting,
): Record<string, unknown> {
  const schema = schemaAt(path);
  const full = schema && fullForm(schema);
  const isChoice = full?.maxProperties === 1;
  const holder = given === undefined && putting.isStrict && isChoice ? schema?.default : given;
  if (holder === undefined || holder === null || holder === key) return {};
  // `dropout: 0.5` has the rate that `exp diff` calls model.layers[7].dropout.rate.
  const written = typeof holder !== "object" && full ? resolveValue(holder, schema) : holder;
  const isMeant = isMapping(holder) || (full?.type === "object" && isKnown(full, holder, key));
  if (!isMeant || !isMapping(written))
    throw new BadOverride(
      messages.overrideThroughValue(printPath(path), describeValue(holder), key),
    );
  return isChoice ? openChoice(written, key, path, full, putting) : written;
}

/** Whether a short form stands for something that may have such a key. */
function isKnown(
  { maxProperties, properties = {} }: Schema,
  holder: unknown,
  key: string,
): boolean {
  return maxProperties === 1
    ? Object.hasOwn(properties, String(holder))
    : Object.hasOwn(properties, key);
}

/**
 * Of an optimizer that is one of several, another name takes the place of the one that is there. A layer goes by its
 * position alone: where another one is there, it is likely to be the wrong position.
 */
function openChoice(
  holder: Record<string, unknown>,
  key: string,
  path: Path,
  { properties = {} }: Schema,
  { isStrict, isNoted }: Putting,
): Record<string, unknown> {
  const [kind] = Object.keys(holder);
  if (kind === undefined || kind === key) return holder;
  const isKind = Object.hasOwn(properties, key);
  if (isKind && isStrict)
    throw new BadOverride(messages.overrideOtherKind(printPath(path), kind, key));
  if (isKind && !isNoted && typeof path.at(-1) === "number")
    throw new BadOverride(messages.overrideOtherLayer(printPath(path), kind, key));
  if (isKind) return {};
  throw new BadOverride(messages.overrideChoice(printPath(path), kind, key));
}

/**
 * Overrides as they would be typed: `train.epochs=3`.
 * @param experimentFolder from where the user is, with forward slashes
 */
export function overrideWords(
  overrides: readonly OverrideRecord[],
  experimentFolder: string,
): string[] {
  return overrides.map(({ key, value }) => {
    const schema = schemaAt(
      key.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    );
    const isPath = schema?.format === "path" && typeof value === "string" && !isAbsolute(value);
    const typed = isPath ? posix.join(experimentFolder, value) : value;
    return `${key}=${typeof typed === "string" ? typed : inOneLine(typed)}`;
  });
}
