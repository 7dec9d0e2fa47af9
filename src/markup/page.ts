import { SEAL_NAME } from "../layout.ts";
import { shown } from "./label.ts";
import { html, Markup } from "./html.ts";
import { style } from "./style.ts";

/**
 * A page that needs nothing beside it: no script, no network, its own style and no other.
 *
 * @param pictures whether it may show those that are written into it @param moreStyle rules after those of every page
 */
export function page(
  title: string,
  body: Markup,
  { pictures = false, moreStyle = "", seal = "" } = {},
): string {
  // Whole, since its hash is of every character between the tags.
  const rules = `${style}${moreStyle}`;
  const styleHash = new Bun.CryptoHasher("sha256").update(rules).digest("base64");
  const images = pictures ? " img-src data:;" : "";
  const contentPolicy = `default-src 'none';${images} style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  const whole = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentPolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${seal === "" ? "" : html`<meta name="${SEAL_NAME}" content="${seal}" />`}
        <title>${shown(title)}</title>
        ${new Markup(`<style>${rules}</style>`)}
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
  return `${whole.text}\n`;
}
