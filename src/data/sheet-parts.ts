import sharp, { type OverlayOptions } from "sharp";
import { narrowed, type Pixels } from "../pixels.ts";
import type { Shape } from "./augment/shape.ts";

/** Pixels of the longer side of a picture on a sheet, about. */
const SIDE = 160;

/** Small images are enlarged by a whole number, large ones shrunk. */
export function shownSize([height, width]: Shape): { width: number; height: number } {
  const longer = Math.max(height, width);
  const factor = longer <= SIDE ? Math.floor(SIDE / longer) : SIDE / longer;
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  };
}

export function picture(pixels: Pixels, shape: Shape): Promise<Buffer> {
  const [height, width, channels] = shape;
  const size = shownSize(shape);
  return sharp(narrowed(pixels), { raw: { height, width, channels: channels as 1 | 3 } })
    .resize({ ...size, fit: "fill", kernel: size.width > width ? "nearest" : "lanczos3" })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** Pictures on white paper, and an SVG's text over them. @returns PNG */
export function paper(
  { width, height }: { width: number; height: number },
  pictures: readonly OverlayOptions[],
  text: readonly string[],
): Promise<Buffer> {
  const words = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" fill="#222">${text.join("")}</svg>`;
  return sharp({ create: { width, height, channels: 3, background: "#fff" } })
    .composite([...pictures, { input: Buffer.from(words), left: 0, top: 0 }])
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** A picture inside a page. */
export async function dataUrl(pixels: Pixels, shape: Shape): Promise<string> {
  return `data:image/png;base64,${(await picture(pixels, shape)).toString("base64")}`;
}
