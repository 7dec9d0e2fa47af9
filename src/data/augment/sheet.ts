import sharp, { type OverlayOptions } from "sharp";
import { html, Markup } from "../../charts/report/html.ts";
import { style } from "../../charts/report/style.ts";
import { shown } from "../../charts/label.ts";
import type { Preview, PreviewRow } from "./preview.ts";
import type { Shape } from "./shape.ts";

/** Pixels of the longer side of a picture on a sheet, about. */
const SIDE = 160;
const GAP = 8;
const HEADING = 28;
const CAPTION = 26;
/** Width of a letter of a caption, with some to spare. */
const LETTER = 7.6;

/** One picture of all: a row an image, the original first and then an epoch a column. @returns PNG */
export async function sheetPicture({ shape, epochs, rows }: Preview): Promise<Uint8Array> {
  const { width, height } = shownSize(shape);
  const columns = epochs + 1;
  const sheetWidth = columns * (width + GAP) + GAP;
  const sheetHeight = HEADING + rows.length * (height + CAPTION + GAP);
  const left = (column: number) => GAP + column * (width + GAP);
  const top = (row: number) => HEADING + row * (height + CAPTION + GAP);
  const text: string[] = [];
  const write = (x: number, y: number, words: string, size: number) =>
    text.push(`<text x="${x}" y="${y}" font-size="${size}">${escaped(words)}</text>`);
  for (let column = 0; column < columns; column++)
    write(left(column), 19, column === 0 ? "original" : `epoch ${column}`, 14);
  const pictures: OverlayOptions[] = [];
  for (const [row, { original, augmented, file, label, mixed }] of rows.entries()) {
    for (const [column, pixels] of [original, ...augmented].entries()) {
      const input = await picture(pixels, shape);
      pictures.push({ input, left: left(column), top: top(row) });
      const other = mixed[column - 1];
      if (other) write(left(column), top(row) + height + 16, mixedWords(other), 12);
    }
    // Below the others stands what is mixed in, if anything.
    const isAlone = mixed.every((other) => other === null);
    const room = Math.floor((isAlone ? sheetWidth - 2 * GAP : width) / LETTER);
    write(left(0), top(row) + height + 16, shortened(`${shown(label)}: ${shown(file)}`, room), 12);
  }
  const words = `<svg xmlns="http://www.w3.org/2000/svg" width="${sheetWidth}" height="${sheetHeight}" font-family="sans-serif" fill="#222">${text.join("")}</svg>`;
  return sharp({
    create: { width: sheetWidth, height: sheetHeight, channels: 3, background: "#fff" },
  })
    .composite([...pictures, { input: Buffer.from(words), left: 0, top: 0 }])
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** The same as a page that needs nothing beside it. */
export async function sheetPage(preview: Preview, name: string, settings: string): Promise<string> {
  const { epochs, rows, shape } = preview;
  const styles = new Markup(`<style>${style}${sheetStyle}</style>`);
  const hash = new Bun.CryptoHasher("sha256").update(`${style}${sheetStyle}`).digest("base64");
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const body = await Promise.all(rows.map((row) => pageRow(row, shape)));
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Augmentation of ${shown(name)}</title>
        ${styles}
      </head>
      <body>
        <h1>Augmentation of ${shown(name)}</h1>
        <p class="about">
          ${rows.length} training images as they are and as the network is shown them in its first
          ${epochs} epochs. Validation, test and prediction see the originals alone.
        </p>
        <pre>${settings.split("\n")}</pre>
        <div class="scroll">
          <table class="sheet">
            <thead>
              <tr>
                <th scope="col">original</th>
                ${Array.from({ length: epochs }, (_, at) => html`<th scope="col">epoch ${at + 1}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${body}
            </tbody>
          </table>
        </div>
      </body>
    </html>`;
  return `${page.text}\n`;
}

const sheetStyle = `
.sheet { border-collapse: separate; border-spacing: 0.25rem; }
.sheet td { max-width: 10rem; padding: 0 0 0.5rem; border: 0; font-size: 0.8125rem; }
.sheet .file { min-width: 0; }
.sheet img { display: block; image-rendering: pixelated; }
body { max-width: 80rem; }
`;

async function pageRow({ original, augmented, mixed, file, label }: PreviewRow, shape: Shape) {
  const { width, height } = shownSize(shape);
  const cells = await Promise.all(
    [original, ...augmented].map(async (pixels, column) => {
      const source = `data:image/png;base64,${(await picture(pixels, shape)).toString("base64")}`;
      const other = mixed[column - 1];
      const words =
        column === 0 ? html`${shown(label)}<br /><span class="file">${shown(file)}</span>` : "";
      return html`<td>
        <img
          src="${source}"
          width="${width}"
          height="${height}"
          alt=""
        />${words}${other ? mixedWords(other) : ""}
      </td>`;
    }),
  );
  return html`<tr>
    ${cells}
  </tr>`;
}

function mixedWords({ label, share }: { label: string; share: number }): string {
  return `${Math.round(100 * share)} % ${shown(label)}`;
}

/** Small images are enlarged by a whole number, large ones shrunk. */
export function shownSize([height, width]: Shape): { width: number; height: number } {
  const longer = Math.max(height, width);
  const factor = longer <= SIDE ? Math.floor(SIDE / longer) : SIDE / longer;
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  };
}

export function picture(pixels: Uint8Array, shape: Shape): Promise<Buffer> {
  const [height, width, channels] = shape;
  const size = shownSize(shape);
  return sharp(pixels, { raw: { height, width, channels: channels as 1 | 3 } })
    .resize({ ...size, fit: "fill", kernel: size.width > width ? "nearest" : "lanczos3" })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** The end of a file's name tells more than its beginning. */
export function shortened(words: string, most: number): string {
  return words.length <= most ? words : `…${words.slice(1 - most)}`;
}

export function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
