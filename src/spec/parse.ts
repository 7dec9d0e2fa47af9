import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { append } from "../arrays.ts";
import { messages } from "./messages.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { indentationSlip } from "./indentation.ts";
import { isMergeKey, keyText, Locator, type Path } from "./locate.ts";
import { isMapping } from "./resolve.ts";

/** A YAML text as plain values, with the way back from a value to its place. */
export interface ParsedText {
  /** Mappings as objects, lists, strings, numbers, booleans, null; undefined where the text cannot be read as YAML. */
  value: unknown;
  diagnostics: Diagnostic[];
  locator: Locator;
}

const MOST_DEPTH = 32;
const MOST_VALUES = 100_000;
const MOST_ALIASES = 100;

/** Names that mean something for every JavaScript object, so that no key may be called so. */
const reservedKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

export function isReservedKey(key: string): boolean {
  return reservedKeys.has(key);
}

/**
 * Reads one YAML document. Never throws: whatever the text is, what is wrong with it is told by place.
 *
 * @param file what the places are called
 * @param isText where only a text is allowed: `1.0`, `2024` and `true` are taken there as they are written
 */
export function parseYaml(
  text: string,
  file: string,
  isText: (path: Path) => boolean = () => false,
): ParsedText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // yaml would compare each key with each other one, which takes minutes for a hostile file.
    uniqueKeys: false,
    // !!omap, !!binary, !!set and the like make values that an experiment has no place for.
    resolveKnownTags: false,
  });
  const locator = new Locator(text, file, lines, document.contents);
  const diagnostics: Diagnostic[] = [];
  let lastLine = 0;
  const faults = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  const textEnd = text.trimEnd().length;
  const [first] = faults;
  const indented = first && ofIndentation.has(first.code) ? indentationSlip(text) : undefined;
  if (indented) {
    const { start, end, message } = indented;
    diagnostics.push({ ...locator.at(start, end), message });
    return { value: undefined, diagnostics, locator };
  }
  let quote: number | undefined;
  for (const { pos, code, message } of faults) {
    const start = message.includes("closing") ? (quote ??= openQuote(document)) : pos[0];
    const slip = slipBefore(text, Math.min(start, textEnd));
    if (slip) {
      const place = locator.at(slip.start, slip.end);
      if (place.line > lastLine) diagnostics.push({ ...place, message: slip.message });
      lastLine = Math.max(lastLine, locator.at(Math.min(start, textEnd), pos[1]).line);
      continue;
    }
    const place = locator.at(Math.min(start, textEnd), pos[1]);
    // What follows in the same line is most often a consequence.
    if (place.line > lastLine)
      diagnostics.push({ ...place, message: messages.yaml(code, message) });
    lastLine = Math.max(lastLine, place.line);
  }
  if (diagnostics.length > 0) return { value: undefined, diagnostics, locator };
  const conversion = new Conversion(locator, diagnostics, isText);
  const value = conversion.convert(document.contents, []);
  return { value: conversion.stopped ? undefined : value, diagnostics, locator };
}

/** What YAML says of lines that are indented wrongly. */
const ofIndentation: ReadonlySet<string> = new Set([
  "BAD_INDENT",
  "BLOCK_AS_IMPLICIT_KEY",
  "MISSING_CHAR",
  "MULTILINE_IMPLICIT_KEY",
  "UNEXPECTED_TOKEN",
]);

/** Lines that YAML reads on from to a fault: it is told one late. */
const LINES_BEFORE = 2;

/** A space that is missing, or an equals sign, in the line of a fault or just before it: what YAML then says misleads. */
function slipBefore(
  text: string,
  at: number,
): { start: number; end: number; message: string } | undefined {
  let end = text.indexOf("\n", at);
  if (end === -1) end = text.length;
  for (let line = 0; line < LINES_BEFORE && end > 0; line++) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const content = text.slice(start, end);
    const [, dash, rest] = /^(\s*)-(\w[\w-]*\s*:.*|\w+\s*)$/.exec(content) ?? [];
    const from = (indent: string) => ({ start: start + indent.length, end });
    if (rest !== undefined)
      return { ...from(dash!), message: messages.spaceAfterDash(rest.trim()) };
    const [, indent, key, value] =
      /^(\s*(?:- )?)([A-Za-z]\w*)(:[^\s:/].*|\s*=.*)$/.exec(content) ?? [];
    if (value?.startsWith(":"))
      return { ...from(indent!), message: messages.spaceAfterColon(key!, value.slice(1).trim()) };
    if (value !== undefined)
      return {
        ...from(indent!),
        message: messages.colonForEquals(key!, value.replace(/^\s*=\s*/, "").trim()),
      };
    end = start - 1;
  }
  return undefined;
}

/** Where the last quoted text begins: one without its closing quote takes in the rest of the file. */
function openQuote(document: Document): number {
  let start = 0;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith("QUOTE") && range) start = range[0];
    },
  });
  return start;
}

/** From YAML nodes to plain values, within limits. */
class Conversion {
  private values = 0;
  private aliases = 0;
  /** Whether a limit was passed, so that the value is not complete. */
  stopped = false;
  /** The collections that the current value is inside of. */
  private readonly open = new Set<Node>();
  private readonly anchors = new Map<string, Node>();

  constructor(
    private readonly locator: Locator,
    private readonly diagnostics: Diagnostic[],
    private readonly isText: (path: Path) => boolean,
  ) {}

  convert(node: Node | null, path: Path): unknown {
    if (node === null || this.stopped) return null;
    if (++this.values > MOST_VALUES) return this.stop(node, messages.tooManyValues(MOST_VALUES));
    if (path.length > MOST_DEPTH) return this.stop(node, messages.nestedTooDeeply(MOST_DEPTH));
    if (isAlias(node)) return this.convertAlias(node, path);
    if (node.anchor) this.anchors.set(node.anchor, node);
    if (isScalar(node)) return this.convertScalar(node, path);
    this.open.add(node);
    const value = isMap<Node, Node | null>(node)
      ? this.convertMap(node, path)
      : (node as YAMLSeq<Node>).items.map((item, index) => this.convert(item, [...path, index]));
    this.open.delete(node);
    return value;
  }

  private convertScalar({ value, source }: Scalar, path: Path): unknown {
    const isOtherThanText = value !== null && typeof value !== "string";
    return isOtherThanText && source !== undefined && this.isText(path) ? source : value;
  }

  private convertMap(map: YAMLMap<Node, Node | null>, path: Path): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    const merged: [string, unknown][] = [];
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? keyText(key) : undefined;
      if (isMergeKey(key)) append(merged, this.convertMerge(key, value, path));
      else if (name === undefined) this.report(key, messages.keyIsNoWord());
      else if (isReservedKey(name)) this.report(key, messages.reservedKey(name));
      else if (entries.has(name)) this.report(key, messages.duplicateKey(name));
      else entries.set(name, this.convert(value, [...path, name]));
    }
    // What is written here goes before what is taken in, and what is taken in first before the rest.
    for (const [name, value] of merged) if (!entries.has(name)) entries.set(name, value);
    return Object.fromEntries(entries);
  }

  /** `<<: *name` takes in the keys of another mapping: https://yaml.org/type/merge.html */
  private convertMerge(key: Node, value: Node | null, path: Path): [string, unknown][] {
    const converted = this.convert(value, path);
    const mappings = Array.isArray(converted) ? converted : [converted];
    if (mappings.every(isMapping)) return mappings.flatMap((mapping) => Object.entries(mapping));
    // An alias that leads nowhere is reported already.
    if (converted !== null) this.report(key, messages.mergeOfNoMapping());
    return [];
  }

  private convertAlias(alias: Alias, path: Path): unknown {
    if (++this.aliases > MOST_ALIASES)
      return this.stop(alias, messages.tooManyAliases(MOST_ALIASES));
    const target = this.anchors.get(alias.source);
    if (!target) return this.report(alias, messages.unknownAlias(alias.source));
    if (this.open.has(target)) return this.report(alias, messages.aliasOfItself(alias.source));
    this.locator.targets.set(alias, target);
    return this.convert(target, path);
  }

  private report(node: Node, message: string): null {
    this.diagnostics.push({ ...this.locator.ofNode(node), message });
    return null;
  }

  /** Reports a limit that was passed, once: the rest of the text is left unread. */
  private stop(node: Node, message: string): null {
    this.stopped = true;
    return this.report(node, message);
  }
}
