import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import { drawExcerpt, type Place } from "./diagnostic.ts";

export type Path = readonly (string | number)[];

/** Whether a path is `start` itself or leads on from it. */
export function isPrefix(start: Path, path: Path): boolean {
  return start.length <= path.length && start.every((step, index) => step === path[index]);
}

/** Finds the places of values in a YAML text. */
export class Locator {
  /** What each alias stands for, as far as is known. */
  readonly targets = new Map<Alias, Node>();
  /** The pairs of mappings that were looked into, by their keys. */
  private readonly pairs = new Map<YAMLMap, Map<string, Pair<Node, Node | null>>>();

  constructor(
    private readonly text: string,
    private readonly file: string,
    private readonly lines: LineCounter,
    private readonly contents: Node | null,
  ) {}

  /** Whether the text has something at a path. */
  has(path: Path): boolean {
    return this.find(path).complete;
  }

  /** The place of the value at a path, or of its key; of the nearest thing around it where there is no such value. */
  locate(path: Path, part: "key" | "value"): Place {
    const { key, value } = this.find(path);
    const isShown =
      value !== null &&
      !(isScalar(value) && value.type === "PLAIN" && value.source === "") &&
      (!isBlock(value) || !key);
    const node = part === "key" ? (key ?? value) : isShown ? value : (key ?? value);
    return node ? this.ofNode(node) : this.at(0, 0);
  }

  ofNode(node: Node): Place {
    const first = isMap<Node>(node) && isBlock(node) ? (node.items[0]?.key ?? node) : node;
    const [start, end] = first.range ?? [0, 0];
    return this.at(start, end);
  }

  /** The place from one offset in the text to another; only the part in the first line is marked. */
  at(start: number, end: number): Place {
    const { line, col: column } = this.lines.linePos(start);
    const lineStart = start - (column - 1);
    const lineEnd = this.text.indexOf("\n", lineStart);
    const text = this.text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd).trimEnd();
    const length = Math.min(end, lineStart + text.length) - start;
    const excerpt = text === "" ? "" : drawExcerpt(line, text, column - 1, length);
    return { file: this.file, line, column, excerpt };
  }

  private find(path: Path): { key: Node | null; value: Node | null; complete: boolean } {
    let key: Node | null = null;
    let value = this.contents;
    for (const step of path) {
      const holder: Node | null | undefined = isAlias(value) ? this.targets.get(value) : value;
      if (isMap<Node, Node | null>(holder)) {
        const pair = this.pair(holder, step);
        if (!pair) return { key, value, complete: false };
        key = pair.key;
        value = pair.value;
      } else if (isSeq<Node>(holder) && typeof step === "number" && holder.items[step]) {
        key = null;
        value = holder.items[step];
      } else return { key, value, complete: false };
    }
    return { key, value, complete: true };
  }

  private pairsOf(map: YAMLMap<Node, Node | null>): Map<string, Pair<Node, Node | null>> {
    const known = this.pairs.get(map);
    if (known) return known;
    const pairs = new Map<string, Pair<Node, Node | null>>();
    for (const pair of map.items.toReversed())
      if (isScalar(pair.key)) pairs.set(keyText(pair.key), pair);
    this.pairs.set(map, pairs);
    return pairs;
  }

  /** The pair of a key: written in the mapping, or in one that it takes in. */
  private pair(
    map: YAMLMap<Node, Node | null>,
    step: string | number,
    passed: readonly Node[] = [],
  ): Pair<Node, Node | null> | undefined {
    const own = typeof step === "string" ? this.pairsOf(map).get(step) : undefined;
    if (own || passed.includes(map)) return own;
    const merged = map.items.flatMap(({ key, value }) =>
      !isMergeKey(key) ? [] : isSeq<Node>(value) ? value.items : (value ?? []),
    );
    for (const one of merged) {
      const target = isAlias(one) ? this.targets.get(one) : one;
      const found = isMap<Node, Node | null>(target) && this.pair(target, step, [...passed, map]);
      if (found) return found;
    }
    return undefined;
  }
}

/** `<<`, which takes in the keys of another mapping. */
export function isMergeKey(key: Node): boolean {
  return isScalar(key) && key.type === "PLAIN" && keyText(key) === "<<";
}

/** A key as it is written: `1:` is the key "1". */
export function keyText(key: { source?: string; value: unknown }): string {
  return key.source ?? String(key.value ?? "");
}

/** A collection without brackets, which may go over many lines. */
function isBlock(node: Node): boolean {
  return (isMap(node) || isSeq(node)) && !node.flow;
}
