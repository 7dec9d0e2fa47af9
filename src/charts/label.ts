import { visible } from "../text.ts";

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

/** Cut in the middle: names of classes and files differ at their ends as often as at their beginnings. */
export function shorten(text: string, columns: number): string {
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  if (width(characters) <= columns) return text;
  const head = fitting(characters, Math.ceil((columns - 1) / 2));
  const tail = fitting(characters.toReversed(), Math.floor((columns - 1) / 2)).toReversed();
  return `${head.join("")}…${tail.join("")}`;
}

function fitting(characters: readonly string[], columns: number): string[] {
  const end = characters.findIndex((_, index) => width(characters.slice(0, index + 1)) > columns);
  return characters.slice(0, end === -1 ? undefined : end);
}

/** Combining marks count too: they take no room, but a name may be a pile of hundreds of them. */
function width(characters: readonly string[]): number {
  return characters.reduce(
    (sum, text) => sum + Math.max(Bun.stringWidth(text), text.length / 2),
    0,
  );
}
