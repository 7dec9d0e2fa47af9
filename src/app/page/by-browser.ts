import { joined } from "../../arrays.ts";
import { DecodeError } from "../../data/decode/decode-error.ts";
import { messages } from "../messages.ts";
import { askForPicture } from "./picture.ts";

/** @returns red, green, blue and opacity of each pixel, as they are stored: no colour profile is applied */
export async function byBrowser(
  parts: readonly Uint8Array[],
  type: string,
  mostPixels: number,
): Promise<ImageData> {
  const bitmap = await askForPicture(joined(parts), type);
  if (bitmap === null) throw new DecodeError("corrupt", messages.browserCannot(type));
  const { width, height } = bitmap;
  if (width * height > mostPixels) throw new DecodeError("too-many-pixels", "");
  try {
    const canvas = new OffscreenCanvas(width, height).getContext("2d", {
      willReadFrequently: true,
    });
    if (!canvas) throw new DecodeError("unsupported-format", messages.tooLargeForBrowser());
    canvas.drawImage(bitmap, 0, 0);
    return canvas.getImageData(0, 0, width, height);
  } finally {
    bitmap.close();
  }
}

/** @returns [.., channels] */
export function coloursOf(data: Uint8ClampedArray, channels: 1 | 3): Uint8Array {
  const pixels = new Uint8Array((data.length / 4) * channels);
  for (let from = 0, to = 0; from < data.length; from += 4)
    for (let channel = 0; channel < channels; channel++) pixels[to++] = data[from + channel]!;
  return pixels;
}
