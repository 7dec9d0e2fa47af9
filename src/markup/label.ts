import { shorten, visible } from "../text.ts";

/** A name as a chart or a page may show it: with nothing in it that XML forbids or that turns the direction of writing. */
export function shown(name: string): string {
  return visible(name).replace(/[\ufffe\uffff]/g, "\ufffd");
}

/**
 * Names as labels of at most `columns` columns (a Chinese character takes two), cut in the middle where they are
 * longer. No two are equal, so that each can stand for its class on an axis.
 */
export function labels(names: readonly string[], columns = 18): string[] {
  return distinct(names.map((name) => shorten(shown(name), columns)));
}

/** Texts with a number behind those that were there before. */
export function distinct(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    let unique = text;
    for (let number = 2; taken.has(unique); number++) unique = `${text} (${number})`;
    taken.add(unique);
    return unique;
  });
}
