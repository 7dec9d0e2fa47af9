import { Inflate } from "fflate";
import { joined } from "../../arrays.ts";
import { DecodeError } from "../../data/decode/decode-error.ts";
import { messages } from "../../data/dicom/messages.ts";

/** Bytes that are read at a time: what they become is looked at in between. */
const STEP = 65_536;

/** Stands for src/data/dicom/inflated.ts in a page. @throws DecodeError */
export function inflated(deflated: Uint8Array, mostBytes: number): Uint8Array {
  const { content, isDamaged } = unpacked(deflated, mostBytes + 1);
  if (isDamaged) throw new DecodeError("corrupt", messages.dicomNotDeflated());
  if (content.length > mostBytes)
    throw new DecodeError("corrupt", messages.dicomInflatesTooFar(mostBytes));
  return content;
}

/** Stands for src/data/decode/tiff-inflate.ts. @throws DecodeError */
export function inflate(input: Uint8Array, length: number): Uint8Array {
  // Behind zlib's head; its checksum, at the end, libtiff does not get to.
  const { content, isDamaged } = unpacked(input.subarray(2), length);
  if (isDamaged) throw new DecodeError("corrupt", "its compressed data (Deflate) is damaged");
  return content;
}

/** As far as the bytes are there: what comes behind the end is passed over. */
function unpacked(packed: Uint8Array, most: number): { content: Uint8Array; isDamaged: boolean } {
  const pieces: Uint8Array[] = [];
  const read = { length: 0, isDone: false };
  const inflator = new Inflate((piece, isFinal) => {
    pieces.push(piece);
    read.length += piece.length;
    read.isDone = isFinal;
  });
  try {
    for (let at = 0; at < packed.length && read.length < most && !read.isDone; at += STEP)
      inflator.push(packed.subarray(at, at + STEP));
  } catch {
    return { content: joined(pieces), isDamaged: read.length < most };
  }
  return { content: joined(pieces), isDamaged: false };
}
