import { messages } from "./messages.ts";
import { type Diagnostic, drawExcerpt } from "./diagnostic.ts";

/** What looks like a space, or like nothing, and is neither to YAML: from web pages, chats and word processors. */
const invisible: Readonly<Record<string, string>> = {
  "\u00a0": "a no-break space",
  "\u00ad": "a soft hyphen",
  "\u1680": "an Ogham space",
  "\u180e": "a vowel separator",
  "\u200b": "a zero-width space",
  "\u200c": "a zero-width non-joiner",
  "\u200d": "a zero-width joiner",
  "\u200e": "a left-to-right mark",
  "\u200f": "a right-to-left mark",
  "\u2028": "a line separator",
  "\u2029": "a paragraph separator",
  "\u202f": "a narrow no-break space",
  "\u205f": "a mathematical space",
  "\u2060": "a word joiner",
  "\u3000": "an ideographic space",
  "\ufeff": "a byte order mark",
};
const spaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u;
const any = /[\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/u;

/**
 * Where a line with a mistake holds a character that cannot be seen, that character is the mistake: it takes the place
 * of whatever was said of the line.
 *
 * @param text of the file that the diagnostics are of, without a byte order mark
 * @param file as the diagnostics name it
 */
export function blameInvisible(
  diagnostics: readonly Diagnostic[],
  text: string,
  file: string,
): Diagnostic[] {
  const lines = text.split("\n");
  const blamed = new Map<number, Diagnostic>();
  const seen = new Set<number>();
  for (const { file: of, line } of diagnostics) {
    if (of !== file || seen.has(line)) continue;
    seen.add(line);
    const content = (lines[line - 1] ?? "").replace(/\r$/, "");
    const found = any.exec(content);
    if (!found) continue;
    const [character] = found;
    const name = invisible[character] ?? "an unusual space";
    const message = messages.invisibleCharacter(
      character.codePointAt(0)!,
      name,
      spaces.test(character),
    );
    const excerpt = drawExcerpt(line, content, found.index, 1);
    blamed.set(line, { file, line, column: found.index + 1, excerpt, message });
  }
  const others = diagnostics.filter(({ file: of, line }) => of !== file || !blamed.has(line));
  return [...others, ...blamed.values()];
}
