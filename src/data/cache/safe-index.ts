import { mkdirSync } from "node:fs";
import { systemReason } from "../../system-error.ts";
import { messages } from "./messages.ts";
import { IndexFile } from "./index-file.ts";
import { removeIndex } from "./index-place.ts";

/**
 * The index of a cache that may fail at any time: a run then goes on without it, with a line said. A damaged one is
 * begun again, and one that cannot be written is read.
 */
export class SafeIndex {
  #index: IndexFile | null = null;
  #mayWrite = true;
  #toldOfRows = false;

  /**
   * @param folder absolute path; made when it is missing. null: there is no index
   * @param warn told, in a line each, what is wrong
   */
  constructor(
    readonly folder: string | null,
    readonly warn: (text: string) => void,
  ) {
    if (folder === null) return;
    try {
      mkdirSync(folder, { recursive: true });
      this.#index = this.#openFile(folder);
    } catch (error) {
      if (isDamage(error)) this.#startAgain(folder);
      else this.#openToRead(folder, error);
    }
  }

  get isOpen(): boolean {
    return this.#index !== null;
  }

  /** false: a cache that others share, or in an image of a container. */
  get mayWrite(): boolean {
    return this.#mayWrite;
  }

  /** Asks the index. @returns undefined where there is none, or it fails */
  ask<Result>(question: (index: IndexFile) => Result): Result | undefined {
    if (this.#index === null) return undefined;
    try {
      return question(this.#index);
    } catch (error) {
      const folder = this.folder!;
      if (isReadOnly(error)) return undefined;
      if (isDamage(error)) {
        this.#startAgain(folder);
        return undefined;
      }
      this.close();
      this.warn(messages.cacheUnusable(folder, systemReason(error)));
      return undefined;
    }
  }

  /** Tells the index what it need not know: where it fails it is as good. */
  note(fact: (index: IndexFile) => void): void {
    try {
      if (this.#index) fact(this.#index);
    } catch {
      // A cache that can only be read knows no better what was used, and the next audit takes its time again.
    }
  }

  /** Asks much at once, in half of the time. Other runs cannot write meanwhile. */
  together(ask: () => void): void {
    this.ask((index) => index.begin());
    const begun = this.#index;
    try {
      ask();
    } finally {
      // An index that failed meanwhile is closed.
      if (this.#index === begun) this.ask((index) => index.end());
    }
  }

  close(): void {
    this.#index?.close();
    this.#index = null;
  }

  #openFile(folder: string, mayWrite = true): IndexFile {
    const onDamage = () => {
      if (!this.#toldOfRows) this.warn(messages.cacheRowsDamaged(folder));
      this.#toldOfRows = true;
    };
    return new IndexFile(folder, onDamage, mayWrite);
  }

  #openToRead(folder: string, refusal: unknown): void {
    const reason = systemReason(refusal);
    try {
      this.#index = this.#openFile(folder, false);
      this.#mayWrite = false;
      this.warn(messages.cacheOnlyRead(folder, reason));
    } catch {
      this.warn(messages.cacheUnusable(folder, reason));
    }
  }

  #startAgain(folder: string): void {
    this.close();
    try {
      removeIndex(folder);
      this.#index = this.#openFile(folder);
      this.warn(messages.cacheRebuilt(folder));
    } catch (error) {
      this.warn(messages.cacheUnusable(folder, systemReason(error)));
    }
  }
}

function isReadOnly(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith("SQLITE_READONLY");
}

function isDamage(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code);
  return /^SQLITE_(CORRUPT|NOTADB|FORMAT|ERROR|MISMATCH)/.test(code);
}
