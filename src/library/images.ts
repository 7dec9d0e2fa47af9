import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import type { ImageInput, Pixels } from "./types.ts";

/** An image as a process takes it: the path of a file, or the content of one. @throws UsageError */
export async function contentOf(image: ImageInput): Promise<string | Uint8Array> {
  if (typeof image === "string" || image instanceof Uint8Array) return image;
  if (image instanceof ArrayBuffer) return new Uint8Array(image);
  if (image instanceof Blob) return image.bytes();
  return fileOf(image);
}

/** Pixels as a file that holds just them, which is read as any other. */
async function fileOf({ data, width, height, channels = 4 }: Pixels): Promise<Uint8Array> {
  if (data.length !== width * height * channels)
    throw new UsageError(messages.notPixels(data.length, width, height, channels));
  const isDeep = data instanceof Uint16Array;
  if (channels !== 4) {
    // PGM or PPM, of 16 bits the higher byte first: https://netpbm.sourceforge.net/doc/ppm.html
    const head = `P${channels === 1 ? 5 : 6} ${width} ${height} ${isDeep ? 65_535 : 255}\n`;
    const bytes = isDeep ? Buffer.from(Uint16Array.from(data).buffer).swap16() : data;
    return Buffer.concat([Buffer.from(head), Uint8Array.from(bytes)]);
  }
  const { default: sharp } = await import("sharp");
  return sharp(data, { raw: { width, height, channels } })
    .toColourspace(isDeep ? "rgb16" : "srgb")
    .png({ compressionLevel: 1 })
    .toBuffer();
}
