import { Glob } from "bun";
import { messages } from "./messages.ts";
import type { SkippedRecord } from "../../layout.ts";

/**
 * `data.exclude` and `data.include`. As in .gitignore, a pattern without a slash is held against names and one with a
 * slash against the whole path from the folder of the split, or from that of the table's images. `*`, `?`, `[a-z]`,
 * `{jpg,png}` and, over folders, `**`; capitals count.
 */
export class Patterns {
  readonly #exclude: Pattern[];
  readonly #include: Pattern[];
  #notIncluded = 0;

  constructor({ exclude, include }: { exclude: readonly string[]; include: readonly string[] }) {
    this.#exclude = exclude.map((text) => new Pattern(text));
    this.#include = include.map((text) => new Pattern(text));
  }

  /** Whether there is nothing to hold against. */
  get isEmpty(): boolean {
    return this.#exclude.length + this.#include.length === 0;
  }

  /** Counts a file that is skipped. @param path with forward slashes, from where patterns begin */
  skips(path: string): boolean {
    // Each counts what it matches, so that none of several seems to match nothing.
    const matching = this.#exclude.filter((pattern) => pattern.excludes(path));
    for (const pattern of matching) pattern.files++;
    if (matching.length > 0) return true;
    const including = this.#include.filter((pattern) => pattern.matches(path));
    for (const pattern of including) pattern.files++;
    if (this.#include.length === 0 || including.length > 0) return false;
    this.#notIncluded++;
    return true;
  }

  /** Whether a pattern takes away all that a folder holds. @param path from where patterns begin */
  excludesFolder(path: string): boolean {
    return this.#exclude.some((pattern) => pattern.excludes(path));
  }

  /** How many files each pattern has skipped. */
  record(): SkippedRecord[] {
    return [
      ...this.#exclude.map(({ text, files }) => ({ by: "exclude" as const, pattern: text, files })),
      ...(this.#include.length > 0
        ? [
            {
              by: "include" as const,
              pattern: this.#include.map(({ text }) => text).join(", "),
              files: this.#notIncluded,
            },
          ]
        : []),
    ];
  }

  /** Patterns that match no file: most likely misspelt. */
  warnings(): string[] {
    return [
      ...this.#exclude.flatMap(({ text, files }) =>
        files === 0 ? messages.patternMatchesNothing("exclude", text) : [],
      ),
      ...this.#include.flatMap(({ text, files }) =>
        files === 0 ? messages.patternMatchesNothing("include", text) : [],
      ),
    ];
  }
}

class Pattern {
  /** Files that it has matched. */
  files = 0;
  readonly #glob: Glob;
  readonly #isOfPath: boolean;

  constructor(readonly text: string) {
    // "masks/" means the folder, and "/a.png" one at the top.
    const inner = text.replace(/\/$/, "");
    this.#isOfPath = inner.includes("/");
    this.#glob = new Glob(inner.replace(/^\//, ""));
  }

  matches(path: string): boolean {
    return this.#glob.match(this.#isOfPath ? path : path.slice(path.lastIndexOf("/") + 1));
  }

  /** A folder that matches takes all that it holds with it. */
  excludes(path: string): boolean {
    if (this.matches(path)) return true;
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
      if (this.matches(path.slice(0, at))) return true;
    return false;
  }
}
