/**
 * Text from a file or a folder name as a terminal may show it: control characters, and those that turn the
 * direction of writing, as `\u{1b}`.
 */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
