import { html, Markup } from "../../markup/html.ts";
import { sizeOf } from "../render.ts";

/** Pixels from which a chart is not shrunk to a phone's screen. */
const WIDE = 600;
/** And from which it has the whole width of the page. */
const WIDEST = 800;

/** How many times as high as wide a chart is that keeps its size on paper. */
const TALL = 1.4;

/** A chart inside a page. */
export function figure(svg: string): Markup {
  const { width, height } = sizeOf(svg);
  const kinds = [
    ...(width > WIDE ? ["wide"] : []),
    ...(width > WIDEST ? ["widest"] : []),
    ...(height > TALL * width ? ["tall"] : []),
  ];
  const name = kinds.length > 0 ? html` class="${kinds.join(" ")}"` : "";
  // On a phone its letters would be too small to read: it keeps its size, and scrolls.
  const focus = width > WIDE ? html` tabindex="0"` : "";
  return html`<figure${name}${focus}>${new Markup(svg)}</figure>`;
}
