import { DecodeError } from "../decode/decode-error.ts";
import { messages } from "./messages.ts";
import { compressedFrame, compressedFrames, type Fragment } from "./frames.ts";
import type { DicomFile } from "./header.ts";
import { meaningful, nativeFrame, type Numbers } from "./native.ts";
import type { Picture } from "./picture.ts";
import { tags } from "./tags.ts";
import type { Coding } from "./uids.ts";

/** The values of a frame as its file means them: without what is beside their bits, and with their sign. */
export interface FrameValues {
  /** [height, width, samples] */
  values: Numbers;
  /** Of each value, as it was coded. */
  bits: number;
  /** Whether three channels are luma and chroma. */
  isYbr: boolean;
}

/** @throws DecodeError where pixels are coded in a way that is not read */
export function codingOf({ syntax: { coding, name } }: DicomFile): Coding {
  if (coding === null) throw new DecodeError("unsupported-format", messages.dicomSyntax(name));
  return coding;
}

/** Where each frame of a file lies that is compressed. @throws DecodeError */
export function placesOf({ bytes, dataset, syntax }: DicomFile, { frames }: Picture): Fragment[][] {
  const element = dataset.element(tags.pixelData)!;
  if (!element.isOpen) throw new DecodeError("corrupt", messages.dicomNoFragments());
  return compressedFrames(bytes, element, frames, {
    extended: dataset.longs(tags.extendedOffsets),
    isOneEach: syntax.coding === "rle",
  });
}

/**
 * @param index from 0
 * @param places of the frames, asked for where they are compressed
 * @throws DecodeError
 */
export async function readFrame(
  file: DicomFile,
  picture: Picture,
  index: number,
  places = () => placesOf(file, picture),
): Promise<FrameValues> {
  const { bytes, dataset, syntax } = file;
  const coding = codingOf(file);
  const element = dataset.element(tags.pixelData)!;
  const { littleEndian } = syntax;
  const { photometric, stored, isSigned } = picture;
  const isYbr = photometric.startsWith("YBR_FULL");
  if (coding === "native") {
    const values = nativeFrame(bytes, element, picture, index, littleEndian);
    return { values: meaningful(values, picture), bits: stored, isYbr };
  }
  const frame = compressedFrame(bytes, places(), index, picture.frames);
  const withSign = (values: Numbers, bits: number) => ({
    values: meaningful(values, { stored: bits, highBit: bits - 1, isSigned }),
    bits,
    isYbr,
  });
  switch (coding) {
    case "rle": {
      const { decodeRle } = await import("./codecs/rle.ts");
      return { values: meaningful(decodeRle(frame, picture), picture), bits: stored, isYbr };
    }
    case "jpeg": {
      const { decodeJpeg } = await import("./codecs/jpeg.ts");
      const decoded = await decodeJpeg(frame, picture);
      return { ...withSign(decoded.values, 8), isYbr: picture.samples === 3 && decoded.isYbr };
    }
    case "jpeg-lossless": {
      const { decodeLosslessJpeg } = await import("./codecs/jpeg-lossless.ts");
      const decoded = decodeLosslessJpeg(frame, picture);
      return withSign(decoded, Math.min(stored, decoded.BYTES_PER_ELEMENT * 8));
    }
    case "jpeg-ls": {
      const { decodeJpegLs } = await import("./codecs/jpeg-ls.ts");
      const { values, precision } = await decodeJpegLs(frame, picture);
      return withSign(values, precision);
    }
    case "jpeg-2000": {
      const { decodeJpeg2000 } = await import("./codecs/jpeg-2000.ts");
      const { values, precision } = await decodeJpeg2000(frame, picture);
      return { ...withSign(values, precision), isYbr };
    }
  }
}
