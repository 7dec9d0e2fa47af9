import type { Picture } from "../../data/dicom/picture.ts";
import { byBrowser, coloursOf } from "./by-browser.ts";

/** Stands for src/data/dicom/codecs/baseline.ts in a page: the browser has libjpeg, too. */
export async function decodeBaseline(
  file: Uint8Array,
  { width, height, samples }: Pick<Picture, "width" | "height" | "samples">,
): Promise<Uint8Array | null> {
  const found = await byBrowser([file], "image/jpeg", width * height);
  const isSame = found.width === width && found.height === height;
  return isSame ? coloursOf(found.data, samples) : null;
}
