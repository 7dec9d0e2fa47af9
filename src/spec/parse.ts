import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from "yaml";
import { messages } from "../messages.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { keyText, Locator } from "./locate.ts";

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
 */
export function parseYaml(text: string, file: string): ParsedText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    logLevel: "silent",
    prettyErrors: false,
    // yaml would compare each key with each other one, which takes minutes for a hostile file.
    uniqueKeys: false,
  });
  const locator = new Locator(text, file, lines, document.contents);
  const diagnostics: Diagnostic[] = [];
  let lastLine = 0;
  for (const { pos, code, message } of [...document.errors, ...document.warnings].toSorted(
    (a, b) => a.pos[0] - b.pos[0],
  )) {
    const place = locator.at(...pos);
    // What follows in the same line is most often a consequence.
    if (place.line > lastLine)
      diagnostics.push({ ...place, message: messages.yaml(code, message) });
    lastLine = place.line;
  }
  if (diagnostics.length > 0) return { value: undefined, diagnostics, locator };
  const value = new Conversion(locator, diagnostics).convert(document.contents, 0);
  return { value, diagnostics, locator };
}

/** From YAML nodes to plain values, within limits. */
class Conversion {
  private values = 0;
  private aliases = 0;
  private stopped = false;
  private readonly anchors = new Map<string, Node>();

  constructor(
    private readonly locator: Locator,
    private readonly diagnostics: Diagnostic[],
  ) {}

  convert(node: Node | null, depth: number): unknown {
    if (node === null || this.stopped) return null;
    if (++this.values > MOST_VALUES) return this.stop(node, messages.tooManyValues(MOST_VALUES));
    if (depth > MOST_DEPTH) return this.stop(node, messages.nestedTooDeeply(MOST_DEPTH));
    if (isAlias(node)) return this.convertAlias(node, depth);
    if (node.anchor) this.anchors.set(node.anchor, node);
    if (isMap<Node, Node | null>(node)) return this.convertMap(node, depth);
    if (isSeq<Node>(node)) return node.items.map((item) => this.convert(item, depth + 1));
    return isScalar(node) ? node.value : null;
  }

  private convertMap(map: YAMLMap<Node, Node | null>, depth: number): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? keyText(key) : undefined;
      if (name === undefined) this.report(key, messages.keyIsNoWord());
      else if (isReservedKey(name)) this.report(key, messages.reservedKey(name));
      else if (entries.has(name)) this.report(key, messages.duplicateKey(name));
      else entries.set(name, this.convert(value, depth + 1));
    }
    return Object.fromEntries(entries);
  }

  private convertAlias(alias: Alias, depth: number): unknown {
    if (++this.aliases > MOST_ALIASES)
      return this.stop(alias, messages.tooManyAliases(MOST_ALIASES));
    const target = this.anchors.get(alias.source);
    if (!target) return this.report(alias, messages.unknownAlias(alias.source));
    this.locator.targets.set(alias, target);
    return this.convert(target, depth + 1);
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
