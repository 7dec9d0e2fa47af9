import { argumentName, type Block, readBlocks } from "./blocks.ts";
import { messages } from "./messages.ts";
import { isPrefix, type Path } from "./locate.ts";
import { meantName } from "./names.ts";
import { Origins, type Use } from "./origins.ts";
import type { Finding } from "./problem.ts";
import { isMapping } from "./resolve.ts";
import { findShorthandMistakes } from "./validate.ts";

/** An experiment whose layers are all written out. */
export interface Expanded {
  /** Without `repeat`, `block` and `blocks`. */
  value: unknown;
  origins: Origins;
  /** What is wrong with the short forms, by where they are written. */
  findings: Finding[];
  /** Names of blocks that no layer uses, and whose layers nobody has looked at. */
  unused: string[];
}

/** Layers that short forms may stand for, values that are written out with them, and how deep the forms may be. */
const MOST_LAYERS = 1000;
const MOST_VALUES = 100_000;
const MOST_DEPTH = 32;

/** Writes out the short forms of layers. @param value plain values; they are not changed */
export function expand(value: unknown): Expanded {
  const origins = new Origins();
  if (!isMapping(value) || !isMapping(value["model"]))
    return { value, origins, findings: [], unused: [] };
  const { blocks: written, ...model } = value["model"];
  const { blocks, findings } = readBlocks(written);
  const expansion = new Expansion(blocks, origins, findings);
  const { layers } = model;
  const long = Array.isArray(layers) ? { ...model, layers: expansion.writeOut(layers) } : model;
  const unused = [...blocks.keys()].filter((name) => !expansion.used.has(name));
  return { value: { ...value, model: long }, origins, findings, unused };
}

/** What stands around a value that is written out. */
interface Scope {
  arguments: ReadonlyMap<string, Argument>;
  through: readonly Use[];
  as?: Path;
}

/** A value that was given, or a default, with where it is written and what stands around it there. */
interface Argument {
  value: unknown;
  path: Path;
  scope: Scope;
}

const outside: Scope = { arguments: new Map(), through: [] };

class Expansion {
  readonly used = new Set<string>();
  private values = 0;
  private layers = 0;
  private stopped = false;
  private readonly told = new Set<string>();
  /** Places of short forms that are wrong in themselves. */
  private readonly wrong = new Set<string>();

  constructor(
    private readonly blocks: ReadonlyMap<string, Block | null>,
    private readonly origins: Origins,
    private readonly findings: Finding[],
  ) {}

  /** @param layers of the model */
  writeOut(layers: readonly unknown[]): unknown[] {
    const path = ["model", "layers"];
    const long = this.list(layers, path, path, outside);
    // Of what was left off in the middle, the rest is no mistake.
    return this.stopped ? ["relu"] : long;
  }

  /** @param at where the list is in the expanded experiment @param from where it is written */
  private list(items: readonly unknown[], at: Path, from: Path, scope: Scope): unknown[] {
    const long: unknown[] = [];
    this.addItems(long, at, items, from, scope);
    return long;
  }

  private addItems(
    long: unknown[],
    at: Path,
    items: readonly unknown[],
    from: Path,
    scope: Scope,
  ): void {
    if (scope.through.length > MOST_DEPTH)
      return this.stop(scope, messages.nestedTooDeeply(MOST_DEPTH));
    for (const [index, value] of items.entries())
      this.addItem(long, at, this.argument({ value, path: [...from, index], scope }));
  }

  /** Adds what one item of a list stands for. */
  private addItem(long: unknown[], at: Path, { value, path, scope }: Argument): void {
    if (this.stopped) return;
    const [key, ...others] = isMapping(value) ? Object.keys(value) : [];
    const isShort = (key === "repeat" || key === "block") && others.length === 0;
    if (!isShort) {
      if (typeof value !== "number" && scope.through.length > 0) this.countLayer(scope);
      const place = [...at, long.length];
      const isMoved = scope.through.length > 0 || scope.as || !isPrefix(place, path);
      if (isMoved) this.origins.set(place, { path, ...of(scope) });
      long.push(this.value(value, place, path, scope));
      return;
    }
    this.countValue(scope);
    const before = long.length;
    const short = { value: (value as Record<string, unknown>)[key!], path: [...path, key!], scope };
    if (key === "repeat") this.repeat(long, at, this.argument(short));
    else this.block(long, at, this.argument(short));
    // In place of what cannot be written out stands something right, so that the list is not called empty.
    if (long.length === before) long.push("relu");
  }

  private repeat(long: unknown[], at: Path, repeat: Argument): void {
    const { settings, places, isRight } = this.settings("repeat", repeat);
    if (!isRight) return;
    const { times, layers } = settings as { times: number; layers: unknown[] };
    const { scope, path } = places["layers"]!;
    for (let round = 1; round <= times; round++) {
      const through = [...scope.through, { path: repeat.path, round }];
      this.addItems(long, at, layers, path, { ...scope, through });
      // What is wrong is wrong in each round.
      if (this.stopped || this.findings.length > 0) return;
    }
  }

  private block(long: unknown[], at: Path, use: Argument): void {
    const { settings, places, isRight } = this.settings("block", use);
    if (!isRight) return;
    const { use: name, ...given } = settings as { use: string };
    this.used.add(name);
    const { path, scope } = use;
    const above = scope.through.flatMap((one) => ("block" in one ? one.block : []));
    const block = this.blocks.get(name);
    const place = places["use"]!.path;
    if (block === undefined) return this.report({ path: place, message: this.noSuchBlock(name) });
    if (above.includes(name))
      return this.report({
        path: place,
        message: messages.blockInItself([...above.slice(above.indexOf(name)), name]),
      });
    if (block === null) return;
    const names = Object.keys(block.arguments);
    const unknown = Object.keys(given).filter((key) => !names.includes(key));
    const missing = names.filter(
      (key) => block.arguments[key] === null && !Object.hasOwn(given, key),
    );
    const meant = unknown.map((key) => meantName(key, names));
    for (const [index, key] of unknown.entries())
      this.report({
        path,
        key,
        message: messages.noSuchArgument(name, key, names, meant[index]),
      });
    for (const key of missing)
      if (!meant.includes(key)) this.report({ path, message: messages.argumentMissing(name, key) });
    if (unknown.length + missing.length > 0) return;
    const through = [...scope.through, { path, block: name }];
    const own = new Map(
      names.map((key) => {
        const value = block.arguments[key];
        const usual = { value, path: [...block.path, key], scope: { ...outside, through } };
        return [key, Object.hasOwn(given, key) ? places[key]! : usual];
      }),
    );
    const inner = { arguments: own, through };
    this.addItems(long, at, block.layers, [...block.path, "layers"], inner);
  }

  private noSuchBlock(name: string): string {
    const known = [...this.blocks.keys()];
    return messages.noSuchBlock(name, known, meantName(name, known));
  }

  /** The settings of a short form, with those that are arguments in place of their names. */
  private settings(kind: "repeat" | "block", { value, path, scope }: Argument) {
    const places: Record<string, Argument> = {};
    let settings: unknown = value;
    if (kind === "block" && typeof value === "string") {
      places["use"] = { value, path, scope };
      settings = { use: value };
    } else if (isMapping(value)) {
      for (const [key, inner] of Object.entries(value))
        places[key] = this.argument({ value: inner, path: [...path, key], scope });
      settings = Object.fromEntries(Object.entries(places).map(([key, one]) => [key, one.value]));
    }
    const isTold = this.wrong.has(path.join("/"));
    const mistakes = isTold ? [] : findShorthandMistakes(kind, settings);
    if (mistakes.length > 0) this.wrong.add(path.join("/"));
    for (const mistake of mistakes) {
      const [key, ...rest] = mistake.path;
      const place = key === undefined ? path : [...places[key]!.path, ...rest];
      this.report({ ...mistake, path: place });
    }
    return { settings, places, isRight: !isTold && mistakes.length === 0 };
  }

  /** What an argument stands for; of anything else, itself. */
  private argument(given: Argument): Argument {
    const name = argumentName(given.value);
    const found = name === undefined ? undefined : given.scope.arguments.get(name);
    return found ? this.argument({ ...found, scope: { ...found.scope, as: given.path } }) : given;
  }

  private value(value: unknown, at: Path, from: Path, scope: Scope): unknown {
    if (this.stopped) return null;
    this.countValue(scope);
    if (at.length > 2 * MOST_DEPTH) this.stop(scope, messages.nestedTooDeeply(2 * MOST_DEPTH));
    const name = argumentName(value);
    if (name !== undefined) {
      const found = this.argument({ value, path: from, scope });
      const left = argumentName(found.value);
      if (left !== undefined) {
        this.report({ path: found.path, message: messages.argumentOutside(left) });
        return null;
      }
      this.origins.set(at, { path: found.path, ...of(found.scope) });
      return this.value(found.value, at, found.path, found.scope);
    }
    if (Array.isArray(value)) return this.list(value, at, from, scope);
    if (!isMapping(value)) return value;
    const entries = Object.entries(value).map(([key, inner]) => [
      key,
      this.value(inner, [...at, key], [...from, key], scope),
    ]);
    return Object.fromEntries(entries);
  }

  private countValue(scope: Scope): void {
    if (++this.values > MOST_VALUES) this.stop(scope, messages.tooManyValues(MOST_VALUES));
  }

  private countLayer(scope: Scope): void {
    if (++this.layers > MOST_LAYERS) this.stop(scope, messages.tooManyLayers(MOST_LAYERS));
  }

  /** Reports a limit that was passed, once, where it began. */
  private stop({ through }: Scope, message: string): void {
    if (!this.stopped) this.report({ path: through[0]?.path ?? ["model", "layers"], message });
    this.stopped = true;
  }

  /** A block that is used twice is wrong once. */
  private report(finding: Finding): void {
    const { path, key, message } = finding;
    const told = JSON.stringify([path, key, message]);
    if (!this.told.has(told)) this.findings.push(finding);
    this.told.add(told);
  }
}

function of({ through, as }: Scope): { through: readonly Use[]; as?: Path } {
  return { through, ...(as && { as }) };
}
