import type { OverlayOptions } from "sharp";
import { count } from "../wording.ts";
import { shorten, shortenStart } from "../text.ts";
import { shown } from "../markup/label.ts";
import { escapeMarkup, html, type Markup } from "../markup/html.ts";
import { page } from "../markup/page.ts";
import { splits, type Split } from "../layout.ts";
import type { Pixels } from "../pixels.ts";
import { type Dataset, pixelsOf } from "./dataset.ts";
import { dataUrl, paper, picture, shownSize } from "./sheet-parts.ts";
import { rank } from "./split/split.ts";

/** Images of a class that are shown. */
const MOST_OF_CLASS = 40;
const COLUMNS = 8;
const GAP = 8;
const HEADING = 36;
const CAPTION = 24;
/** Width of a letter of a caption, with some to spare. */
const LETTER = 7;

interface Shown {
  file: string;
  split: Split;
  pixels: Pixels;
}

/**
 * Some images of each class as the network sees them, drawn by the seed, as one page and as a picture for each class.
 *
 * @returns the content of each file by its name
 */
export async function contactSheets(
  { classes, splits: decoded }: Pick<Dataset, "classes" | "splits">,
  name: string,
  seed: number,
): Promise<Map<string, string | Uint8Array>> {
  const [height, width, channels] = decoded.train!.shape;
  const shape = [height, width, channels] as const;
  const sheets = new Map<string, string | Uint8Array>();
  const sections: Markup[] = [];
  for (const [label, title] of classes.entries()) {
    const images = await pick(decoded, label, seed);
    const total = splits.reduce(
      (sum, split) => sum + (decoded[split]?.labels.filter((other) => other === label).length ?? 0),
      0,
    );
    const heading = `${shorten(shown(title), 60)}: ${images.length} of ${count(total, "image")}`;
    sheets.set(fileName(label, title), await sheetPicture(images, heading, shape));
    sections.push(await pageSection(images, heading, shape));
  }
  sheets.set("contact-sheet.html", sheetPage(sections, name));
  return sheets;
}

/** Letters and digits of the class's name alone: any other name may be no file's. */
function fileName(label: number, title: string): string {
  const word = title
    .replaceAll(/[^A-Za-z0-9-]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
  return `class-${label}${word ? `-${word}` : ""}.png`;
}

/** Of every split the same share, in the order of the splits. */
async function pick(decoded: Dataset["splits"], label: number, seed: number): Promise<Shown[]> {
  const all = splits.flatMap((split) =>
    Array.from(decoded[split]?.files ?? [], (file, index) => ({ split, file, index })).filter(
      ({ index }) => decoded[split]!.labels[index] === label,
    ),
  );
  const chosen = rank(
    all.map(({ file }) => file),
    seed,
  )
    .slice(0, MOST_OF_CLASS)
    .toSorted((a, b) => a - b);
  const images: Shown[] = [];
  for (const at of chosen) {
    const { split, file, index } = all[at]!;
    images.push({ split, file, pixels: await pixelsOf(decoded[split]!, Uint32Array.of(index)) });
  }
  return images;
}

async function sheetPicture(
  images: readonly Shown[],
  heading: string,
  shape: readonly [number, number, number],
): Promise<Uint8Array> {
  const { width, height } = shownSize(shape);
  const rows = Math.ceil(images.length / COLUMNS);
  const sheetWidth = COLUMNS * (width + GAP) + GAP;
  const sheetHeight = HEADING + Math.max(1, rows) * (height + CAPTION + GAP);
  const room = Math.floor(width / LETTER);
  const words = [`<text x="${GAP}" y="24" font-size="17">${escapeMarkup(heading)}</text>`];
  const pictures: OverlayOptions[] = [];
  for (const [index, { file, split, pixels }] of images.entries()) {
    const left = GAP + (index % COLUMNS) * (width + GAP);
    const top = HEADING + Math.floor(index / COLUMNS) * (height + CAPTION + GAP);
    pictures.push({ input: await picture(pixels, shape), left, top });
    const caption = `${split}  ${shown(file.slice(file.lastIndexOf("/") + 1))}`;
    words.push(
      `<text x="${left}" y="${top + height + 15}" font-size="11">${escapeMarkup(shortenStart(caption, room))}</text>`,
    );
  }
  return paper({ width: sheetWidth, height: sheetHeight }, pictures, words);
}

async function pageSection(
  images: readonly Shown[],
  heading: string,
  shape: readonly [number, number, number],
): Promise<Markup> {
  const { width, height } = shownSize(shape);
  const figures = await Promise.all(
    images.map(async ({ file, split, pixels }) => {
      const source = await dataUrl(pixels, shape);
      return html`<div>
        <img src="${source}" width="${width}" height="${height}" alt="" />
        ${split}<br /><span class="file">${shown(file)}</span>
      </div>`;
    }),
  );
  return html`<section>
    <h2>${heading}</h2>
    <div class="contact">${figures}</div>
  </section>`;
}

const sheetStyle = `
body { max-width: 90rem; }
.contact { display: flex; flex-wrap: wrap; gap: 0.75rem; }
.contact div { max-width: 10.5rem; font-size: 0.75rem; }
.contact .file { min-width: 0; font-size: 0.6875rem; }
.contact img { display: block; image-rendering: pixelated; }
`;

function sheetPage(sections: readonly Markup[], name: string): string {
  return page(
    `Images of ${name}`,
    html`<h1>Images of ${shown(name)}</h1>
      <p class="about">
        Some images of each class, of the size and in the colours that the network is shown.
      </p>
      ${sections}`,
    { pictures: true, moreStyle: sheetStyle },
  );
}
