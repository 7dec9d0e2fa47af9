import type { OverlayOptions } from "sharp";
import type { Pixels } from "../../pixels.ts";
import { count } from "../../wording.ts";
import { shortenStart } from "../../text.ts";
import { escapeMarkup, html } from "../../markup/html.ts";
import { page } from "../../markup/page.ts";
import { shown } from "../../markup/label.ts";
import { dataUrl, paper, picture, shownSize } from "../sheet-parts.ts";
import type { Shape } from "./shape.ts";

/** Some training images, each as it is and as training sees it in its first epochs. */
export interface Preview {
  shape: Shape;
  epochs: number;
  rows: PreviewRow[];
}

export interface PreviewRow {
  file: string;
  label: string;
  /** [height, width, channels] */
  original: Pixels;
  /** The same of each epoch. */
  augmented: Pixels[];
  /** Of each epoch: the class that is mixed in, and its share from 0 to 1; null where none is. */
  mixed: ({ label: string; share: number } | null)[];
}

const GAP = 8;
const HEADING = 28;
const CAPTION = 26;
/** Width of a letter of a caption, with some to spare. */
const LETTER = 7.6;

/** One picture of all: a row per image, the original first and then a column per epoch. @returns PNG */
export async function sheetPicture({ shape, epochs, rows }: Preview): Promise<Uint8Array> {
  const { width, height } = shownSize(shape);
  const columns = epochs + 1;
  const sheetWidth = columns * (width + GAP) + GAP;
  const sheetHeight = HEADING + rows.length * (height + CAPTION + GAP);
  const left = (column: number) => GAP + column * (width + GAP);
  const top = (row: number) => HEADING + row * (height + CAPTION + GAP);
  const text: string[] = [];
  const write = (x: number, y: number, words: string, size: number) =>
    text.push(`<text x="${x}" y="${y}" font-size="${size}">${escapeMarkup(words)}</text>`);
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
    write(
      left(0),
      top(row) + height + 16,
      shortenStart(`${shown(label)}: ${shown(file)}`, room),
      12,
    );
  }
  return paper({ width: sheetWidth, height: sheetHeight }, pictures, text);
}

/** The same as a page that needs nothing beside it. */
export async function sheetPage(preview: Preview, name: string, settings: string): Promise<string> {
  const { epochs, rows, shape } = preview;
  const body = await Promise.all(rows.map((row) => pageRow(row, shape)));
  return page(
    `Augmentation of ${name}`,
    html`<h1>Augmentation of ${shown(name)}</h1>
      <p class="about">
        ${count(rows.length, "training image")} as they are and as the network is shown them in the
        first ${count(epochs, "epoch")}. Validation, test and prediction see the originals alone.
      </p>
      <pre tabindex="0">${settings.split("\n")}</pre>
      <div class="scroll" role="region" tabindex="0" aria-label="Table: Images by epoch">
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
      </div> `,
    { pictures: true, moreStyle: sheetStyle },
  );
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
      const source = await dataUrl(pixels, shape);
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
