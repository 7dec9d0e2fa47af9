import sharp from "sharp";
import { DecodeError } from "../../decode/decode-error.ts";
import { messages } from "../messages.ts";
import type { Picture } from "../picture.ts";

const mostSeconds = 30;

/**
 * A JPEG file by libjpeg, its channels as they are.
 * @returns [height, width, samples]; null of an image of another size or other channels
 * @throws DecodeError
 */
export async function decodeBaseline(
  file: Uint8Array,
  { width, height, samples }: Pick<Picture, "width" | "height" | "samples">,
): Promise<Uint8Array | null> {
  try {
    const { data, info } = await sharp(file, {
      failOn: "error",
      ignoreIcc: true,
      limitInputPixels: width * height,
    })
      .toColourspace(samples === 1 ? "b-w" : "srgb")
      .timeout({ seconds: mostSeconds })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const isSame = info.channels === samples && info.width === width && info.height === height;
    return isSame ? new Uint8Array(data) : null;
  } catch (error) {
    const { judge } = await import("../../decode/with-sharp.ts");
    const { reason, detail } = judge(error, width * height);
    throw reason === "truncated"
      ? new DecodeError("truncated", messages.dicomFrameCut())
      : new DecodeError("corrupt", detail);
  }
}
