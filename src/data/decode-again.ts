import { bytesOf } from "../pixels.ts";
import { RunError } from "../errors.ts";
import { frameIn } from "../frame-names.ts";
import { messages } from "./messages.ts";
import type { Target } from "./decode/verdict.ts";
import { readBytes } from "./file.ts";
import { sha256Of } from "./hash.ts";

/**
 * Pixels, as bytes, of an image that was decoded before and is kept nowhere.
 * @param sha256 of the file, with the frame behind it where it has several that are an image each
 * @throws RunError when the file is no longer what it was
 */
export async function decodeAgain(
  { path, sha256 }: { path: string; sha256: string },
  target: Target,
): Promise<Uint8Array> {
  // Here alone, so that a worker that only reads pixels need not load the decoders.
  const { decodeImage } = await import("./decode/decode.ts");
  const { file: whole, frame } = frameIn(sha256) ?? { file: sha256 };
  const file = await readBytes(path);
  if (!("bytes" in file) || sha256Of(file.bytes) !== whole)
    throw new RunError(messages.imageChanged(path));
  const verdict = await decodeImage(
    file.bytes,
    frame === undefined ? target : { ...target, frame },
  );
  if (!("pixels" in verdict)) throw new RunError(messages.imageChanged(path));
  return bytesOf(verdict.pixels);
}
