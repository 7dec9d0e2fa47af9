import { shown } from "../../markup/label.ts";

/** A word of a command as a shell takes it. */
export function quoteForShell(word: string): string {
  return /^[\w.,:=/-]+$/.test(word) ? word : `'${shown(word).replaceAll("'", `'\\''`)}'`;
}
