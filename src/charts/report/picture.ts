import { html, type Markup } from "../../markup/html.ts";

/** A picture inside the page. @param description for those who do not see it; empty where the text beside it says all */
export function picture(png: Uint8Array | undefined, description: string): Markup {
  if (!png) return html``;
  return html`<img
    alt="${description}"
    src="data:image/png;base64,${Buffer.from(png).toString("base64")}"
  />`;
}
