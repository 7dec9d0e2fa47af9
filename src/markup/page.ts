import { SEAL_NAME } from "../layout.ts";
import { shown } from "./label.ts";
import { html, Markup } from "./html.ts";
import { style } from "./style.ts";

/**
 * A page that needs nothing beside it: no network, its own style and no other, and no script but one that is given.
 *
 * @param pictures whether it may show those that are written into it @param moreStyle rules after those of every page
 * @param script runs once the page is there @param sources what else of the policy it needs
 * @param forms where its forms may lead
 */
export function page(
  title: string,
  body: Markup,
  { pictures = false, moreStyle = "", seal = "", script = "", sources = "", forms = "'none'" } = {},
): string {
  // Whole, since its hash is of every character between the tags.
  const rules = `${style}${moreStyle}`;
  const images = pictures ? " img-src data:;" : "";
  const scripts = script === "" ? "" : ` script-src '${hashOf(script)}' ${sources};`;
  const contentPolicy = `default-src 'none';${images}${scripts} style-src '${hashOf(rules)}'; base-uri 'none'; form-action ${forms}`;
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
        ${script === "" ? "" : new Markup(`<script>${script}</script>`)}
      </body>
    </html>`;
  return `${whole.text}\n`;
}

function hashOf(inline: string): string {
  return `sha256-${new Bun.CryptoHasher("sha256").update(inline).digest("base64")}`;
}
