import { DecodeError } from "../decode/decode-error.ts";
import { finish } from "../decode/finish.ts";
import { judge, maxPixelsOf, type Target, type Verdict } from "../decode/verdict.ts";
import { DicomReader } from "./reader.ts";

/** Decodes an image of a DICOM file and brings it into the target, as decodeImage does it of others. */
export function decodeDicom(bytes: Uint8Array, target: Target): Promise<Verdict> {
  return decodeFrame(new DicomReader(bytes, target), target.frame);
}

/** @param frame see DicomReader */
export async function decodeFrame(
  reader: DicomReader,
  frame: number | undefined,
): Promise<Verdict> {
  const { target } = reader;
  try {
    return finish(await reader.read(frame), target);
  } catch (error) {
    if (error instanceof DecodeError) return judge(error, maxPixelsOf(target));
    throw error;
  }
}
