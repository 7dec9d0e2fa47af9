/** Text that is markup already. Only `html` and what Lamina draws itself make it. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Content = Markup | string | number | readonly Content[];

/**
 * A piece of a page. Whatever is put in is text and becomes text: only other markup goes in as it is. The items of a
 * list stand on lines of their own, so that two reports can be compared line by line.
 */
export function html(strings: TemplateStringsArray, ...contents: Content[]): Markup {
  return new Markup(
    strings.reduce(
      (text, string, index) => text + print(contents[index - 1]!, isVerbatim(text)) + string,
    ),
  );
}

/** Whether what stands behind some markup is read by programs or copied: an attribute, code, the name of a file. */
function isVerbatim(text: string): boolean {
  const last = text.slice(text.lastIndexOf("<"));
  return /^<(?:[^>]*$|(?:code|pre|script|style)\b|[^>]*class="file")/.test(last);
}

function print(content: Content, verbatim: boolean): string {
  if (content instanceof Markup) return content.text;
  if (typeof content === "object") return content.map((part) => print(part, verbatim)).join("\n");
  const text = String(content);
  return escapeMarkup(verbatim ? text : unbroken(text));
}

/** No line ends between a name and its figure, or within one: p = 0.39, 0.8912 ± 0.0031. */
function unbroken(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N})]) ([=<>≤≥≈±]) (?=[−+-]?\d)/gu, "\u00a0$1\u00a0");
}

/** Text as it stands in markup, between tags or in quotes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
