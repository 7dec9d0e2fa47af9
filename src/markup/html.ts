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
    strings.reduce((text, string, index) => text + print(contents[index - 1]!) + string),
  );
}

function print(content: Content): string {
  if (content instanceof Markup) return content.text;
  if (typeof content === "object") return content.map(print).join("\n");
  return escapeMarkup(String(content));
}

/** Text as it stands in markup, between tags or in quotes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
