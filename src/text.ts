/** Control characters, and those that turn the direction of writing or take no room: two names may look the same. */
const unseen =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}\p{Script=Syriac}])[\u200c\u200d]/gu;

/**
 * Text from a file or a folder name as a terminal may show it: what cannot be seen as `\u{1b}`, a tab as `\t`. Joiners stay
 * where emoji and scripts need them.
 */
export function visible(text: string): string {
  return text.replace(unseen, escape);
}

/** The same for a name that has nothing around it, as in a table: there no space is seen at its ends either. */
export function visibleName(name: string): string {
  return visible(name).replace(/^\s+|\s+$|(?! )\p{Zs}/gu, (spaces) =>
    spaces.replaceAll(/./gu, escape),
  );
}

function escape(character: string): string {
  return character === "\t" ? "\\t" : `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

/** The same for text of several lines. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}

/** What a reader sees as one: a letter with its accents, an emoji, and a character that `visible` has escaped. */
function charactersOf(text: string): string[] {
  return text
    .split(/(\\u\{[0-9a-f]+\}|\\t)/)
    .flatMap((part, index) =>
      index % 2 === 1
        ? part
        : Array.from(new Intl.Segmenter().segment(part), ({ segment }) => segment),
    );
}

/** The end of a text: of a file's name it tells more than the beginning. */
export function shortenStart(text: string, columns: number): string {
  const characters = charactersOf(text);
  if (width(characters) <= columns) return text;
  return `…${fitting(characters.toReversed(), columns - 1)
    .toReversed()
    .join("")}`;
}

/** Cut in the middle: names of classes and files differ at their ends as often as at their beginnings. */
export function shorten(text: string, columns: number): string {
  if (text.length <= columns / 2) return text;
  const characters = charactersOf(text);
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
