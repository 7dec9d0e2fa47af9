import { joined } from "../../arrays.ts";
import { DecodeError } from "../decode/decode-error.ts";
import { messages } from "./messages.ts";
import type { Element } from "./elements.ts";

const [ITEM, SEQUENCE_END] = [0xfffee000, 0xfffee0dd];
/** Beside those of the frames: a writer may cut one frame into many. */
const MOST_FRAGMENTS = 65_536;

export type Fragment = readonly [start: number, end: number];

/**
 * Where the compressed data of each frame lie: its fragments, in order. What of a file was not found has none.
 * The format: https://dicom.nema.org/medical/dicom/current/output/html/part05.html#sect_A.4
 *
 * @param extended where the frames begin, by the file's extended offset table, in its place of the basic one
 * @param isOneEach whether the coding allows a frame no more than one fragment, as RLE does
 * @throws DecodeError
 */
export function compressedFrames(
  bytes: Uint8Array,
  { start }: Element,
  count: number,
  { extended = [], isOneEach }: { extended?: readonly number[]; isOneEach: boolean },
): Fragment[][] {
  const { offsets: basic, fragments, first } = readFragments(bytes, start, count);
  if (fragments.length === 0) throw new DecodeError("truncated", messages.dicomNoFragments());
  const offsets = [basic, extended].find((table) => table.length === count && isAscending(table));
  if (count === 1) return [fragments];
  if (offsets) return byOffsets(fragments, offsets, first);
  if (isOneEach || fragments.length === count) return fragments.map((fragment) => [fragment]);
  return byMarks(bytes, fragments);
}

/** The compressed data of one frame: its fragments joined. @param index from 0 @throws DecodeError */
export function compressedFrame(
  bytes: Uint8Array,
  frames: readonly Fragment[][],
  index: number,
  count: number,
): Uint8Array {
  const chosen = frames[index] ?? [];
  if (chosen.length === 0)
    throw new DecodeError("truncated", messages.dicomFrameMissing(index + 1, count));
  if (chosen.at(-1)![1] > bytes.length)
    throw new DecodeError("truncated", messages.dicomFrameCut());
  return joined(chosen.map(([from, to]) => bytes.subarray(from, to)));
}

function readFragments(
  bytes: Uint8Array,
  start: number,
  frames: number,
): { offsets: number[]; fragments: Fragment[]; first: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fragments: Fragment[] = [];
  let offsets: number[] = [];
  let [at, first] = [start, start];
  for (let item = 0; at + 8 <= bytes.length; item++) {
    const tag = view.getUint16(at, true) * 65_536 + view.getUint16(at + 2, true);
    if (tag === SEQUENCE_END) break;
    if (tag !== ITEM) throw new DecodeError("corrupt", messages.dicomNoFragments());
    const length = view.getUint32(at + 4, true);
    const from = at + 8;
    // Beyond the end of a file that was cut.
    const to = from + length;
    if (item === 0) {
      const there = Math.min(to, bytes.length) - from;
      const entries = Math.min(Math.floor(there / 4), frames);
      offsets = Array.from({ length: entries }, (_, entry) =>
        view.getUint32(from + entry * 4, true),
      );
      first = to;
    } else if (fragments.length >= frames + MOST_FRAGMENTS)
      throw new DecodeError("corrupt", messages.dicomFragments(fragments.length));
    else fragments.push([from, to]);
    at = to;
  }
  return { offsets, fragments, first };
}

/** @param first where the item of the first fragment begins, which offsets are counted from */
function byOffsets(
  fragments: readonly Fragment[],
  offsets: readonly number[],
  first: number,
): Fragment[][] {
  const frames = offsets.map((): Fragment[] => []);
  let frame = -1;
  for (const fragment of fragments) {
    while (offsets[frame + 1]! <= fragment[0] - 8 - first) frame++;
    frames[frame]?.push(fragment);
  }
  return frames;
}

/** Some writers leave a table of zeros. */
function isAscending(offsets: readonly number[]): boolean {
  return offsets.every((offset, at) => at === 0 || offset > offsets[at - 1]!);
}

/** Without a table of offsets a frame ends with the fragment that ends with JPEG's end of image, or JPEG 2000's. */
function byMarks(bytes: Uint8Array, fragments: readonly Fragment[]): Fragment[][] {
  const frames: Fragment[][] = [[]];
  for (const fragment of fragments) {
    frames.at(-1)!.push(fragment);
    const tail = bytes.subarray(Math.max(fragment[0], fragment[1] - 10), fragment[1]);
    const mark = tail.lastIndexOf(0xd9);
    if (mark > 0 && tail[mark - 1] === 0xff) frames.push([]);
  }
  return frames.filter((frame) => frame.length > 0);
}
