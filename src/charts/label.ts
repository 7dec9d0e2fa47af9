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
  const taken = new Set<string>();
  return names.map((name) => {
    const label = shorten(shown(name), columns);
    let unique = label;
    for (let number = 2; taken.has(unique); number++) unique = `${label} (${number})`;
    taken.add(unique);
    return unique;
  });
}
