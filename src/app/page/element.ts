/**
 * Makes an element with what is in it; text goes in as text.
 * @param settings properties of it, and attributes that begin with "aria-" or are called "role", "scope" or "class"
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  settings: Readonly<Record<string, string | number | boolean>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(settings))
    if (/^(aria-.*|role|scope|class)$/.test(key)) made.setAttribute(key, String(value));
    else Object.assign(made, { [key]: value });
  made.append(...content);
  return made;
}

/** Does something when a button is pressed, by whatever means. */
export function onPress(button: HTMLElement, act: () => unknown): void {
  button.addEventListener("click", () => void act());
}

/** An element of the page that is always there. */
export function known<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}
